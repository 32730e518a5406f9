"""What must hold on this machine before anybody is given a verdict."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error, register

from advisor.engine.gamma import GAMMA_TABLE_SHA256, gamma_table_digest

GAMMA_TABLE = "advisor.E001"


@register("advisor")
def check_gamma_table(
    app_configs: Sequence[Any] | None, **kwargs: Any
) -> list[CheckMessage]:
    """One rule set and one set of answers give the same bytes on every machine."""
    if gamma_table_digest() == GAMMA_TABLE_SHA256:
        return []
    return [
        Error(
            "The mathematics library of this machine rounds differently: verdicts "
            "would differ from those of other machines.",
            hint="Use another build of Python or of the C library.",
            id=GAMMA_TABLE,
        )
    ]
