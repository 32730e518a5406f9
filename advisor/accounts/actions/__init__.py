"""Every write to an account, by name. Each is atomic and takes keywords only."""

from advisor.accounts.actions.members import delete_member, export_member_data
from advisor.accounts.actions.tokens import create_api_token, revoke_api_token

__all__ = [
    "create_api_token",
    "delete_member",
    "export_member_data",
    "revoke_api_token",
]
