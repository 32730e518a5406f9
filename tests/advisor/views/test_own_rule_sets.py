"""A member's own rule sets: copied, imported, tried, exported, reset, deleted."""

import json
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from advisor.engine import digest_of
from advisor.models import OwnRuleSet, RuleSetVersion
from advisor.own_rule_sets.actions import MOST_DRAFTS, keep_own_rule_set
from tests.advisor.small_document import small_document

START = "/advisor/own/"


@pytest.fixture
def own(member, small_version) -> OwnRuleSet:
    return keep_own_rule_set(
        owner=member,
        name="Ours",
        document=small_version.document,
        based_on=small_version,
    )


def text_of(response) -> str:
    assert response.status_code == 200
    return response.content.decode()


def test_without_any_the_list_says_how_to_begin(member_client):
    text = text_of(member_client.get(START))
    assert "None yet" in text
    assert f'href="{START}new/"' in text


def test_a_copy_starts_like_the_published_rule_set(member_client, small_version):
    response = member_client.post(f"{START}new/", {"name": "Our weights"})
    own = OwnRuleSet.objects.get()
    assert response["Location"] == f"{START}{own.pk}/"
    assert own.name == "Our weights"
    assert own.based_on == small_version
    assert digest_of(own.document) == small_version.digest
    assert "unchanged so far" in text_of(member_client.get(response["Location"]))


def test_answers_come_along_to_the_verdict_of_the_copy(member_client, small_version):
    response = member_client.post(f"{START}new/?mode=quick&use=hold", {"name": "Ours"})
    text = text_of(member_client.get(response["Location"]))
    assert "Rock fits your answers better" in text
    assert '<option value="hold" selected>Holding a door</option>' in text
    assert "could not be read" not in text


def test_an_empty_name_is_refused_and_nothing_is_made(member_client, small_version):
    text = text_of(member_client.post(f"{START}new/", {"name": " "}))
    assert "Type a name" in text
    assert not OwnRuleSet.objects.exists()


def test_a_member_has_at_most_twenty(member_client, own):
    for number in range(MOST_DRAFTS - 1):
        member_client.post(f"{START}new/", {"name": f"Number {number}"})
    text = text_of(member_client.post(f"{START}new/", {"name": "One more"}))
    assert f"You have {MOST_DRAFTS} rule sets of your own" in text
    assert OwnRuleSet.objects.count() == MOST_DRAFTS


def test_the_verdict_page_asks_every_question_and_evaluates(member_client, own):
    page = f"{START}{own.pk}/verdict/"
    text = text_of(member_client.get(page))
    assert text.count("<select") == 4
    assert "Not enough to say" in text
    text = text_of(member_client.get(page, {"use": "write", "place": "", "money": ""}))
    assert "Paper fits your answers better" in text
    assert "the same answers give: Paper" in text
    assert "What would change it" in text


def test_flips_are_applied_on_the_same_page(member_client, own):
    page = f"{START}{own.pk}/verdict/"
    text = text_of(member_client.get(page, {"use": "hold"}))
    assert f'href="{page}?' in text
    assert 'class="flip__apply" href="/advisor/result/' not in text


def test_answers_that_do_not_exist_are_named(member_client, own):
    page = f"{START}{own.pk}/verdict/?use=fly&nothing=1"
    text = text_of(member_client.get(page))
    assert "“fly” is not an answer" in text
    assert "“nothing” is not one of the questions" in text


def test_an_export_is_what_analyses_and_the_import_take(member_client, own):
    response = member_client.get(f"{START}{own.pk}/export/")
    assert (
        response["Content-Disposition"] == 'attachment; filename="rule-set-ours.json"'
    )
    document = json.loads(response.content)
    analysis = Client().post(
        "/api/v1/analyses",
        {"ruleset": document, "answers": {"use": "hold"}},
        content_type="application/json",
    )
    assert analysis.json()["verdict"]["framework"] == "rock"
    upload = SimpleUploadedFile("own.json", response.content)
    member_client.post(f"{START}import/", {"name": "Again", "upload": upload})
    assert OwnRuleSet.objects.get(name="Again").document == own.document


def test_a_document_can_be_pasted(member_client):
    pasted = json.dumps(small_document())
    response = member_client.post(
        f"{START}import/", {"name": "Pasted", "pasted": pasted}
    )
    own = OwnRuleSet.objects.get()
    assert response["Location"] == f"{START}{own.pk}/"
    assert own.based_on is None
    text = text_of(member_client.get(response["Location"]))
    assert "Imported." in text
    assert "Undo all changes" not in text


def test_a_bad_document_names_every_place_and_stays_to_be_mended(member_client):
    document = {**small_document(), "title": 5}
    document["frameworks"] = [{**row, "scores": {}} for row in document["frameworks"]]
    for sent in (
        {"pasted": json.dumps(document)},
        {"upload": SimpleUploadedFile("own.json", json.dumps(document).encode())},
    ):
        text = text_of(member_client.post(f"{START}import/", {"name": "Bad", **sent}))
        assert "frameworks[0].scores.weight: is missing" in text
        assert "frameworks[1].scores.price: is missing" in text
        assert "title: must be text" in text
        assert 'value="Bad"' in text
        assert "Rock or paper" not in text.split("<textarea")[0]
        assert "&quot;frameworks&quot;" in text.split("<textarea")[1]
    assert not OwnRuleSet.objects.exists()


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        (b"", "document: is not JSON"),
        (b"{", "document: is not JSON"),
        (b"[]", "document: must be a JSON object"),
        (b"\xff\xfe{", "document: is not text in UTF-8"),
        (b'{"a": 1, "a": 2}', "has a name twice"),
        (b'{"a": NaN}', "cannot be kept: NaN"),
        (b'{"a": 1e400}', "cannot be kept: 1e400"),
        (b'{"a": ' + b"9" * 5000 + b"}", "a number that is too long"),
        (b'{"a":' * 100_000, "nested too deeply"),
        (b'{"a": "\\u0000"}', "must not have NUL in a text"),
        (b'{"a": "\\ud800"}', "lone surrogates"),
        (b" " * (512 * 1024 + 1), "The file is larger than 512 KiB."),
    ],
    ids=lambda value: repr(value[:24]),
)
def test_a_file_that_is_no_document_is_explained(member_client, sent, said):
    upload = SimpleUploadedFile("own.json", sent)
    response = member_client.post(f"{START}import/", {"name": "Bad", "upload": upload})
    assert said in text_of(response)
    assert not OwnRuleSet.objects.exists()


def test_markup_in_a_document_stays_text(member_client):
    document = small_document()
    evil = "<script>alert(1)</script>"
    document["criteria"] = [{**row, "label": evil} for row in document["criteria"]]
    document["frameworks"] = [{**row, "label": evil} for row in document["frameworks"]]
    document["questions"] = [
        {**row, "text": evil, "help": evil} for row in document["questions"]
    ]
    pasted = json.dumps(document)
    member_client.post(f"{START}import/", {"name": evil, "pasted": pasted})
    own = OwnRuleSet.objects.get()
    for part in ("", "verdict/?use=hold", "weights/", "frameworks/rock/",
                 "questions/use/", "add/", "delete/"):  # fmt: skip
        assert evil not in text_of(member_client.get(f"{START}{own.pk}/{part}"))


def test_renaming(member_client, own):
    member_client.post(f"{START}{own.pk}/rename/", {"name": "  Theirs  "})
    own.refresh_from_db()
    assert own.name == "Theirs"


def test_undoing_all_changes_asks_first(member_client, own, small_version):
    member_client.post(f"{START}{own.pk}/frameworks/paper/remove/")
    text = text_of(member_client.get(f"{START}{own.pk}/reset/"))
    assert "Undo all your changes?" in text
    own.refresh_from_db()
    assert len(own.document["frameworks"]) == 1
    member_client.post(f"{START}{own.pk}/reset/")
    own.refresh_from_db()
    assert digest_of(own.document) == small_version.digest


def test_deleting_asks_first(member_client, own):
    assert "Delete “Ours”?" in text_of(member_client.get(f"{START}{own.pk}/delete/"))
    assert OwnRuleSet.objects.exists()
    member_client.post(f"{START}{own.pk}/delete/")
    assert not OwnRuleSet.objects.exists()


def test_nothing_here_touches_a_published_version(member_client, own, small_version):
    before = RuleSetVersion.objects.count()
    member_client.post(f"{START}{own.pk}/frameworks/paper/remove/")
    member_client.post(f"{START}{own.pk}/delete/")
    assert RuleSetVersion.objects.count() == before
    kept = RuleSetVersion.objects.get(pk=small_version.pk)
    assert digest_of(kept.document) == small_version.digest
    assert RuleSetVersion.objects.current().digest == small_version.digest


PAGES = [
    "", "verdict/", "verdict/?use=hold", "export/", "rename/", "reset/", "delete/",
    "weights/", "add/", "frameworks/rock/", "frameworks/rock/remove/",
    "questions/use/",
]  # fmt: skip
WRITING = [page for page in PAGES if page not in ("", "export/") and "?" not in page]


@pytest.mark.parametrize("page", PAGES)
def test_an_owner_sees_it_and_no_cache_keeps_it(
    member_client, own, page, django_assert_max_num_queries
):
    with django_assert_max_num_queries(12):
        response = member_client.get(f"{START}{own.pk}/{page}")
    assert response.status_code == 200
    assert response["Cache-Control"] == "private, no-store"
    assert response["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize("page", PAGES)
def test_for_others_it_does_not_exist(own, other_member, administrator, page):
    for person in (other_member, administrator):
        client = Client()
        client.force_login(person)
        assert client.get(f"{START}{own.pk}/{page}").status_code == 404
        assert client.get(f"{START}{uuid.uuid4()}/{page}").status_code == 404
        assert "Ours" not in client.get(START).content.decode()


@pytest.mark.parametrize("page", WRITING)
def test_nobody_else_can_change_it(own, other_member, page):
    client = Client()
    client.force_login(other_member)
    before = own.document
    response = client.post(f"{START}{own.pk}/{page}", {"name": "Mine"})
    own.refresh_from_db()
    assert response.status_code in (404, 405)
    assert own.document == before
    assert own.name == "Ours"


@pytest.mark.parametrize("page", ["new/", "import/", *PAGES])
def test_a_stranger_is_asked_to_log_in(own, page):
    address = f"{START}{page}" if page in ("new/", "import/") else (
        f"{START}{own.pk}/{page}"
    )  # fmt: skip
    response = Client().get(address)
    assert response.status_code == 302
    assert response["Location"].startswith("/account/login/?next=")
