"""How much one member may keep, so that nobody fills the site for everybody."""

from django.core.exceptions import ValidationError

MOST_TOKENS = 20
MOST_RECOMMENDATIONS = 1000


class LimitReachedError(ValidationError):
    """There is as much of this as one member may keep; the message says what helps."""
