from django.apps import AppConfig


class GuideConfig(AppConfig):
    name = "guide"
    verbose_name = "Guide"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from guide.changes.watch import watch_publications  # noqa: PLC0415 - needs models

        watch_publications()
        # Needs every model to be loaded, those of other apps too.
        from guide.editions import follow_shown_models  # noqa: PLC0415

        follow_shown_models()
        from guide.probes import checks  # noqa: F401, PLC0415 - after the models
