"""Every write of the advisor, by name. Each is atomic and takes keywords only."""

from advisor.actions.acknowledgements import acknowledge_changes
from advisor.actions.members import delete_member, export_member_data
from advisor.actions.notices import (
    choose_notices,
    dismiss_notices,
    end_feed,
    make_feed,
)
from advisor.actions.recommendations import (
    delete_recommendation,
    restore_recommendation,
    save_recommendation,
    update_recommendation,
)
from advisor.actions.rule_sets import publish_rule_set
from advisor.actions.sharing import revoke_share, share_recommendation
from advisor.actions.tokens import create_api_token, revoke_api_token

__all__ = [
    "acknowledge_changes",
    "choose_notices",
    "create_api_token",
    "delete_member",
    "delete_recommendation",
    "dismiss_notices",
    "end_feed",
    "export_member_data",
    "make_feed",
    "publish_rule_set",
    "restore_recommendation",
    "revoke_api_token",
    "revoke_share",
    "save_recommendation",
    "share_recommendation",
    "update_recommendation",
]
