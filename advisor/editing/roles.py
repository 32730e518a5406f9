"""Who may do what in the admin: three groups and one way to approval."""

from dataclasses import dataclass, field

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
    WorkflowContentType,
    WorkflowPage,
    WorkflowTask,
)

from advisor.models import RuleSet
from guide.models import Claim, Comment, Correction, Framework

AUTHORS, FACT_CHECKERS, PUBLISHERS = "Authors", "Fact-checkers", "Publishers"
APPROVAL = "Approval by a publisher"
# Wagtail's own migrations put every page under this workflow; ours takes its place.
WAGTAILS_WORKFLOW = "Moderators approval"
EDIT = ("add", "change", "view")
PUBLISH = ("publish", "lock", "unlock")
MODERATE = ("change", "view")
FILES = ("add", "change", "choose")


@dataclass(frozen=True)
class Role:
    """Verbs a group may use on pages, on each snippet, and on images and documents."""

    pages: tuple[str, ...] = ()
    snippets: dict[type[Model], tuple[str, ...]] = field(default_factory=dict)
    files: tuple[str, ...] = FILES


ROLES = {
    AUTHORS: Role(
        pages=("add", "change"),
        snippets={Claim: EDIT, Framework: EDIT, RuleSet: ("change", "view")},
    ),
    FACT_CHECKERS: Role(
        snippets={
            Claim: (*EDIT, *PUBLISH),
            Framework: ("change", "view"),
            RuleSet: ("change", "view"),
            Correction: MODERATE,
            Comment: MODERATE,
        },
    ),
    PUBLISHERS: Role(
        pages=("add", "change", "bulk_delete", *PUBLISH),
        snippets={
            Claim: (*EDIT, "delete", *PUBLISH),
            Framework: (*EDIT, "delete", *PUBLISH),
            RuleSet: ("change", "view", *PUBLISH),
            Correction: MODERATE,
            Comment: MODERATE,
        },
    ),
}


@transaction.atomic
def seed_roles() -> list[str]:
    """Create the groups and the workflow that are missing; change none that exist.

    Returns one sentence for each thing made.
    """
    made = [_make_group(name, role) for name, role in ROLES.items()]
    return [*filter(None, made), *_make_workflow()]


def _make_group(name: str, role: Role) -> str:
    group, created = Group.objects.get_or_create(name=name)
    if not created:
        return ""
    group.permissions.add(_permission("wagtailadmin", "access_admin"))
    for model, verbs in role.snippets.items():
        app, kind = model._meta.app_label, model._meta.model_name
        group.permissions.add(*(_permission(app, f"{verb}_{kind}") for verb in verbs))
    for verb in role.pages:
        GroupPagePermission.objects.create(
            group=group,
            page=Page.get_first_root_node(),
            permission=_permission("wagtailcore", f"{verb}_page"),
        )
    for app, kind in (("wagtailimages", "image"), ("wagtaildocs", "document")):
        for verb in role.files:
            GroupCollectionPermission.objects.create(
                group=group,
                collection=Collection.get_first_root_node(),
                permission=_permission(app, f"{verb}_{kind}"),
            )
    return f"Made the group {name}."


def _permission(app: str, codename: str) -> Permission:
    return Permission.objects.get(content_type__app_label=app, codename=codename)


def _make_workflow() -> list[str]:
    workflow, created = Workflow.objects.get_or_create(name=APPROVAL)
    if not created:
        return []
    task = GroupApprovalTask.objects.create(name=APPROVAL)
    task.groups.add(Group.objects.get(name=PUBLISHERS))
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    root = Page.get_first_root_node()
    WorkflowPage.objects.filter(page=root, workflow__name=WAGTAILS_WORKFLOW).delete()
    WorkflowPage.objects.get_or_create(page=root, defaults={"workflow": workflow})
    for model in (RuleSet, Claim, Framework):
        WorkflowContentType.objects.get_or_create(
            content_type=ContentType.objects.get_for_model(model),
            defaults={"workflow": workflow},
        )
    return [f"Made the workflow “{APPROVAL}” for pages, claims and the rule set."]
