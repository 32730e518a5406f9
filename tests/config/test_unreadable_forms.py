"""What no browser sends to the admin's forms is refused, and changes nothing."""

import pytest
from django.urls import reverse

from advisor.models import RuleSet
from config.unreadable_forms import while_reading
from tests.advisor.rule_set_forms import part_of

BROKEN = {
    "two rows with one order": {"-options-1-order": "0"},
    "an order that is no number": {"-options-0-order": "first"},
    "no order": {"-options-0-order": None},
    "a count that is no number": {"-options-count": "many"},
}


@pytest.fixture
def rule_set(db):
    return RuleSet.objects.get()


@pytest.mark.parametrize("change", BROKEN.values(), ids=BROKEN)
def test_a_broken_form_is_told_so(author, rule_set, change):
    stream = "questions"
    address = reverse(
        "wagtailsnippets_advisor_ruleset:part",
        args=[rule_set.pk, stream, rule_set.questions[0].id],
    )
    form = part_of(rule_set.document(), stream, 0)
    (ending, value), before = *change.items(), rule_set.latest_revision_id
    name = next(name for name in form if name.endswith(ending))
    form = {**form, name: value} if value else {k: form[k] for k in form if k != name}

    answer = author.post(address, form)

    assert answer.status_code == 400
    assert "did not make sense" in answer.content.decode()
    assert RuleSet.objects.get().latest_revision_id == before


def test_a_failure_of_our_own_stays_one():
    with pytest.raises(KeyError) as caught:
        {}["nothing"]

    assert not while_reading(caught.value)
