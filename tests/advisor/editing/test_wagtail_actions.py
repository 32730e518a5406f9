import pytest
from django.core.exceptions import ValidationError
from wagtail.actions.registry import action_registry

from advisor.models import RuleSet, RuleSetVersion
from advisor.rule_sets.fields import fields_of


def drafted(rule_set, document):
    for name, value in fields_of(document).items():
        setattr(rule_set, name, value)
    return rule_set.save_revision(clean=False)


def publish(revision, user):
    action = action_registry.get_action_class(RuleSet, "publish")
    action(revision, user=user).execute()


def test_publishing_through_the_registry_freezes_a_version(
    rule_set, document, administrator
):
    document["title"] = "By the registry"

    publish(drafted(rule_set, document), administrator)

    assert RuleSetVersion.objects.current().document == document


def test_publishing_something_broken_through_the_registry_is_refused(
    rule_set, document, administrator
):
    document["questions"][0]["options"][0]["points"]["tols"] = 3

    with pytest.raises(ValidationError, match="points for 'tols'"):
        publish(drafted(rule_set, document), administrator)

    assert RuleSetVersion.objects.count() == 1


def test_unpublishing_through_the_registry_is_refused(rule_set, administrator):
    action = action_registry.get_action_class(RuleSet, "unpublish")

    with pytest.raises(ValidationError):
        action(rule_set, user=administrator).execute()

    assert RuleSet.objects.get().live
