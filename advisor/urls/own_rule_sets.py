"""Pages of a member's own rule sets, mounted at /advisor/own/."""

from django.urls import path

from advisor.views import own_parts, own_rule_sets

ONE = "<uuid:id>/"

urlpatterns = [
    path("", own_rule_sets.own_list, name="own-list"),
    path("new/", own_rule_sets.own_new, name="own-new"),
    path("import/", own_rule_sets.own_import, name="own-import"),
    path(ONE, own_rule_sets.own_detail, name="own-detail"),
    path(f"{ONE}verdict/", own_rule_sets.own_verdict, name="own-verdict"),
    path(f"{ONE}export/", own_rule_sets.own_export, name="own-export"),
    path(f"{ONE}rename/", own_rule_sets.own_rename, name="own-rename"),
    path(f"{ONE}reset/", own_rule_sets.own_reset, name="own-reset"),
    path(f"{ONE}delete/", own_rule_sets.own_delete, name="own-delete"),
    path(f"{ONE}weights/", own_parts.own_weights, name="own-weights"),
    path(f"{ONE}add/", own_parts.own_add, name="own-add"),
    path(
        f"{ONE}frameworks/<str:framework>/",
        own_parts.own_framework,
        name="own-framework",
    ),
    path(
        f"{ONE}frameworks/<str:framework>/remove/",
        own_parts.own_remove,
        name="own-remove",
    ),
    path(
        f"{ONE}questions/<str:question>/", own_parts.own_question, name="own-question"
    ),
]
