"""Every write to what members keep, by name. Each is atomic and takes keywords only."""

from advisor.saved.actions.notices import (
    choose_notices,
    dismiss_notices,
    end_feed,
    make_feed,
)
from advisor.saved.actions.recommendations import (
    delete_recommendation,
    keep_recommendation,
    new_recommendation,
    restore_recommendation,
    save_recommendation,
    update_recommendation,
)
from advisor.saved.actions.sharing import revoke_share, share_recommendation

__all__ = [
    "choose_notices",
    "delete_recommendation",
    "dismiss_notices",
    "end_feed",
    "keep_recommendation",
    "make_feed",
    "new_recommendation",
    "restore_recommendation",
    "revoke_share",
    "save_recommendation",
    "share_recommendation",
    "update_recommendation",
]
