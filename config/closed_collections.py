"""Files in a collection that is kept for some groups are nobody else's to change.

Wagtail keeps others from reading them, but whoever may change files at the root may
change them everywhere, in the admin and through its API.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet
from wagtail.models import Collection, CollectionViewRestriction
from wagtail.permission_policies.collections import (
    CollectionOwnershipPermissionPolicy,
)


class KeptForGroupsPolicy(CollectionOwnershipPermissionPolicy):
    """Wagtail's, less the collections that are kept for groups one is not in."""

    def _check_perm(
        self, user: Any, actions: Iterable[str], collection: Collection | None = None
    ) -> bool:
        if not super()._check_perm(user, actions, collection):
            return False
        if collection is None or user.is_superuser:
            return True
        return not any(collection.path.startswith(path) for path in closed_paths(user))

    def _collections_with_perm(
        self, user: Any, actions: Iterable[str]
    ) -> QuerySet[Collection]:
        closed = Q(pk__in=())
        for path in closed_paths(user):
            closed |= Q(path__startswith=path)
        return super()._collections_with_perm(user, actions).exclude(closed)


def closed_paths(user: Any) -> list[str]:
    """Where in the tree begins what is kept for groups that `user` is not in."""
    kept = CollectionViewRestriction.objects.filter(
        restriction_type=CollectionViewRestriction.GROUPS
    )
    closed = kept.exclude(groups__in=user.groups.all())
    return list(closed.values_list("collection__path", flat=True))
