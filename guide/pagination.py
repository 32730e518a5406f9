"""Lists in pages: `limit` (1 to 100) and `offset`, `{"items": [...], "count": n}`."""

from typing import Any

from django.db.models import QuerySet
from ninja import Field, Schema
from ninja.pagination import LimitOffsetPagination

LARGEST_OFFSET = 1_000_000
DEEP = 100  # rows skipped, from where on it pays to find keys first


class Pages(LimitOffsetPagination):
    """Ninja's own, with bounds that hold on every database, and cheap deep pages."""

    class Input(Schema):
        limit: int = Field(20, ge=1, le=100)
        offset: int = Field(0, ge=0, le=LARGEST_OFFSET)

    def paginate_queryset(
        self, queryset: Any, pagination: Any, request: Any, **params: Any
    ) -> Any:
        """Skipping rows reads them; deep pages skip keys, in an index if one fits."""
        begin, end = pagination.offset, pagination.offset + pagination.limit
        if isinstance(queryset, QuerySet) and begin >= DEEP:
            keys = list(queryset.values_list("pk", flat=True)[begin:end])
            page, count = queryset.filter(pk__in=keys), self._items_count(queryset)
            return {self.items_attribute: page, "count": count}
        return super().paginate_queryset(queryset, pagination, request, **params)
