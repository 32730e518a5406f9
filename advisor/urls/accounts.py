"""A member's own pages beside allauth's, mounted at the same place."""

from django.urls import path

from advisor.views import account, tokens

urlpatterns = [
    path("", account.home, name="account-home"),
    path("menu/", account.menu, name="account-menu"),
    path("tokens/", tokens.token_list, name="account-tokens"),
    path("tokens/<int:id>/revoke/", tokens.token_revoke, name="account-token-revoke"),
    path("deleted/", account.deleted, name="account-deleted"),
    path("export/", account.export, name="account-export"),
    path("delete/", account.delete, name="account-delete"),
]
