"""The decision application."""

from django.apps import AppConfig


class AdvisorConfig(AppConfig):
    name = "advisor"
    verbose_name = "Advisor"

    def ready(self) -> None:
        # Checks and receivers are registered by importing them.
        from advisor import checks  # noqa: F401, PLC0415 - needs loaded models
        from advisor.editing import change_log  # noqa: F401, PLC0415 - same
        from advisor.models import RuleSetVersion  # noqa: PLC0415 - needs loaded models
        from advisor.saved import tasks  # noqa: F401, PLC0415 - needs loaded models
        from guide.editions import follow  # noqa: PLC0415 - needs loaded models

        follow([RuleSetVersion])
