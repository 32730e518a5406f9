from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """The wiring: commands and checks that concern the site as a whole."""

    name = "config"
    verbose_name = "Site"

    def ready(self) -> None:
        from config.spreadsheets import defuse_exports  # noqa: PLC0415 - needs the apps

        defuse_exports()
