"""Lists in pages: `limit` (1 to 100) and `offset`, `{"items": [...], "count": n}`."""

from ninja import Field, Schema
from ninja.pagination import LimitOffsetPagination

LARGEST_OFFSET = 1_000_000


class Pages(LimitOffsetPagination):
    """Ninja's own, with bounds that hold on every database."""

    class Input(Schema):
        limit: int = Field(20, ge=1, le=100)
        offset: int = Field(0, ge=0, le=LARGEST_OFFSET)
