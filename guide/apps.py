from django.apps import AppConfig


class GuideConfig(AppConfig):
    name = "guide"
    verbose_name = "Guide"
    default_auto_field = "django.db.models.BigAutoField"
