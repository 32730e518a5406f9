import pytest
from django.contrib.auth.models import Group, Permission
from wagtail.models import Page, Workflow

from advisor.editing.roles import (
    APPROVAL,
    AUTHORS,
    FACT_CHECKERS,
    PUBLISHERS,
    seed_roles,
)
from advisor.models import RuleSet
from guide.models import Claim, Framework


def member_of(group: str, django_user_model):
    user = django_user_model.objects.create_user(group)
    user.groups.add(Group.objects.get(name=group))
    return user


@pytest.mark.parametrize(
    ("group", "permission", "allowed"),
    [
        (AUTHORS, "guide.change_claim", True),
        (AUTHORS, "guide.publish_claim", False),
        (AUTHORS, "advisor.change_ruleset", True),
        (AUTHORS, "advisor.publish_ruleset", False),
        (FACT_CHECKERS, "guide.publish_claim", True),
        (FACT_CHECKERS, "advisor.publish_ruleset", False),
        (PUBLISHERS, "guide.delete_claim", True),
        (PUBLISHERS, "advisor.publish_ruleset", True),
        (PUBLISHERS, "advisor.delete_ruleset", False),
        (AUTHORS, "wagtailadmin.access_admin", True),
    ],
)
def test_a_role_may_do_its_work_and_no_more(
    db, django_user_model, group, permission, allowed
):
    assert member_of(group, django_user_model).has_perm(permission) is allowed


@pytest.mark.parametrize(
    ("group", "edit", "publish"),
    [(AUTHORS, True, False), (FACT_CHECKERS, False, False), (PUBLISHERS, True, True)],
)
def test_pages_are_written_by_authors_and_published_by_publishers(
    db, django_user_model, group, edit, publish
):
    page = Page.objects.filter(depth__gt=1).first()
    tester = page.permissions_for_user(member_of(group, django_user_model))

    assert (tester.can_edit(), tester.can_publish()) == (edit, publish)


def test_pages_and_snippets_go_through_the_same_approval(db):
    workflow = Workflow.objects.get(name=APPROVAL)

    assert Page.objects.filter(depth__gt=1).first().get_workflow() == workflow
    for model in (RuleSet, Claim, Framework):
        assert model.get_default_workflow() == workflow


def test_making_the_roles_again_gives_nothing_back(db):
    taken = Permission.objects.get(codename="change_claim")
    Group.objects.get(name=AUTHORS).permissions.remove(taken)

    assert seed_roles() == []

    assert taken not in Group.objects.get(name=AUTHORS).permissions.all()
