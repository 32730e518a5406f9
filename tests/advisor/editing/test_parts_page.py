import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from wagtail.admin.admin_url_finder import AdminURLFinder

from advisor.editing.roles import AUTHORS
from tests.advisor.acknowledging import drafted


def url(name, *args):
    return reverse(f"wagtailsnippets_advisor_ruleset:{name}", args=args)


@pytest.fixture
def parts(rule_set):
    return url("parts", rule_set.pk)


def test_every_part_is_named_and_leads_to_its_form(author, rule_set, parts):
    page = author.get(parts).content.decode()

    for stream in ("questions", "candidates", "criteria", "facts", "scenarios"):
        for child in getattr(rule_set, stream):
            assert f'href="{url("part", rule_set.pk, stream, child.id)}"' in page
    assert f'href="{url("part", rule_set.pk, "settings", "all")}"' in page


def test_the_list_and_the_whole_form_lead_to_the_parts(author, rule_set, parts):
    for page in (author.get(url("list")), author.get(url("edit", rule_set.pk))):
        assert f'href="{parts}"' in page.content.decode()


def test_dashboards_reports_and_mails_lead_to_the_parts(author, rule_set, parts):
    person = get_user_model().objects.get(username="author")
    rule_set.save_revision(user=person)
    rule_set.get_workflow().start(rule_set, person)

    dashboard = author.get(reverse("wagtailadmin_home")).content.decode()

    assert f'href="{parts}"' in dashboard
    assert AdminURLFinder().get_edit_url(rule_set) == parts


def test_a_problem_of_the_draft_stands_beside_its_part(
    author, rule_set, document, parts
):
    document["questions"][1]["options"][0]["points"]["tols"] = 3
    drafted(rule_set, document)

    questions, *others = author.get(parts).context["groups"]

    assert [bool(line.problems) for line in questions.lines[:3]] == [False, True, False]
    assert not any(line.problems for group in others for line in group.lines)


def test_a_row_stored_under_an_odd_name_is_listed_and_opens(author, rule_set, parts):
    row = rule_set.questions.raw_data[0]
    rule_set.questions = [{**row, "id": "made by/a program"}]
    rule_set.save_revision(clean=False)

    (line,) = author.get(parts).context["groups"][0].lines

    assert author.get(line.url).status_code == 200


def test_others_are_sent_away(member_client, parts):
    assert member_client.get(parts).status_code == 302
    assert Client().get(parts).status_code == 302


def test_without_the_right_to_change_there_is_no_way_to_the_parts(author, parts):
    group = Group.objects.get(name=AUTHORS)
    group.permissions.remove(group.permissions.get(codename="change_ruleset"))

    assert author.get(parts).status_code == 302
    assert f'href="{parts}"' not in author.get(url("list")).content.decode()
