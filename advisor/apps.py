"""The decision application."""

from django.apps import AppConfig


class AdvisorConfig(AppConfig):
    name = "advisor"
    verbose_name = "Advisor"

    def ready(self) -> None:
        # Registering checks is a side effect of importing them.
        from advisor import checks  # noqa: F401, PLC0415 - needs loaded models
