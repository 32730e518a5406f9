from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """The wiring: commands and checks that concern the site as a whole."""

    name = "config"
    verbose_name = "Site"
