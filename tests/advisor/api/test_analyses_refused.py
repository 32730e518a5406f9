"""What `POST /analyses` refuses: each place by name, and never with a 5xx."""

import json

import pytest
from django.core.cache import cache
from django.test import Client

from config.api import analyses_limit
from tests.advisor.api.own_documents import random_document
from tests.advisor.api.problems import places
from tests.advisor.small_document import small_document
from tests.load.benchmarks.engine import Size, document_of

PATH = "/api/v1/analyses"
LIMIT = 256 * 1024


def send(body: bytes):
    return Client().post(PATH, body, content_type="application/json")


def analyse(document, answers=None):
    return send(json.dumps({"ruleset": document, "answers": answers or {}}).encode())


def test_every_problem_is_named_by_its_place_at_once():
    document = small_document()
    rock, paper = document["frameworks"]
    rock = {**rock, "scores": {**rock["scores"], "price": {"low": 6, "best": 5}}}
    paper = {**paper, "scores": {"weight": {"low": 2, "best": 3.5, "high": 11}}}
    document["frameworks"] = [rock, paper, {**rock, "id": "rock"}]
    document["questions"] = [
        {"id": "q", "options": [{"id": "a", "points": {"speed": 1, "weight": True}}]}
    ]
    document["constants"] = {"too_close": 950, "clear": 900}
    assert set(places(analyse(document))) >= {
        "body.ruleset.constants",
        "body.ruleset.frameworks[0].scores.price.high",
        "body.ruleset.frameworks[1].scores.price",
        "body.ruleset.frameworks[1].scores.reach",
        "body.ruleset.frameworks[1].scores.weight.best",
        "body.ruleset.frameworks[1].scores.weight.high",
        "body.ruleset.frameworks[2].id",
        "body.ruleset.questions[0].options[0].points.speed",
        "body.ruleset.questions[0].options[0].points.weight",
    }


def test_low_above_best_is_named():
    document = small_document()
    document["frameworks"] = [
        {**row, "scores": {**row["scores"], "price": {"low": 6, "best": 5, "high": 7}}}
        for row in document["frameworks"]
    ]
    assert places(analyse(document)) == [
        "body.ruleset.frameworks[0].scores.price",
        "body.ruleset.frameworks[1].scores.price",
    ]


def test_points_that_can_make_a_criterion_negative_are_refused():
    document = small_document()
    document["questions"] = [
        {"id": "q", "options": [{"id": "a", "points": {"price": -3}}]}
    ]
    response = analyse(document)
    assert places(response) == ["body.ruleset.criteria[2]"]
    assert "questions[0].options[0].points.price" in response.json()["detail"]


def test_unknown_answers_are_named():
    response = analyse(small_document(), {"use": "fly", "nothing": "a"})
    assert places(response) == ["body.answers.nothing", "body.answers.use"]
    assert "nothing" in response.json()["errors"][0]["msg"]


@pytest.mark.parametrize(
    ("key", "most", "make"),
    [
        ("criteria", 60, lambda n: {"id": f"x{n}", "base_points": 1}),
        ("frameworks", 12, lambda n: {"id": f"x{n}", "scores": {}}),
        ("questions", 60, lambda n: {"id": f"x{n}", "options": [{"id": "a"}]}),
    ],
)
def test_one_entry_too_many_is_refused(key, most, make):
    document = {**small_document(), key: [make(n) for n in range(most + 1)]}
    assert f"body.ruleset.{key}" in places(analyse(document))


def test_one_option_too_many_is_refused():
    document = small_document()
    options = [{"id": f"x{n}"} for n in range(13)]
    document["questions"] = [{"id": "q", "options": options}]
    assert places(analyse(document)) == ["body.ruleset.questions[0].options"]


def test_the_largest_document_is_answered():
    document = document_of(Size(12, 60, 60, 12, 1))
    answers = {f"q{n}": f"o{n % 12}" for n in range(40)}
    response = analyse(document, answers)
    assert response.status_code == 200
    assert len(response.json()["totals"]) == 12
    assert len(response.json()["open_questions"]) == 20


def test_a_body_beyond_256_kib_is_413():
    body = json.dumps({"ruleset": small_document(), "answers": {}}).encode()
    assert send(body.ljust(LIMIT)).status_code == 200
    assert places(send(body.ljust(LIMIT + 1)), 413) == []
    assert places(send(b"{" * (LIMIT + 1)), 413) == []


@pytest.mark.parametrize(
    "body",
    [
        b"", b"[]", b"null", b"{", b"\xff\xfe", b'"text"', b"{}",
        b'{"ruleset": {}}', b'{"answers": {}}',
        b'{"ruleset": null, "answers": {}}', b'{"ruleset": [], "answers": {}}',
        b'{"ruleset": {}, "answers": {}, "extra": 1}',
        b'{"ruleset": {"a": NaN}, "answers": {}}',
        b'{"ruleset": {"a": -Infinity}, "answers": {}}',
        b'{"ruleset": {"a": 1e400}, "answers": {}}',
        b'{"ruleset": {"a": ' + b"9" * 5000 + b'}, "answers": {}}',
        b'{"ruleset": {"scale_max": ' + b"9" * 4000 + b'}, "answers": {}}',
        b'{"ruleset": {"a": "\\ud800"}, "answers": {}}',
        b'{"ruleset": {"\\udfff": 1}, "answers": {}}',
        b'{"ruleset": {"a": "\\u0000"}, "answers": {}}',
        b'{"ruleset": {"a": 1, "a": 2}, "answers": {}}',
        b'{"ruleset": {}, "answers": {"q": "a", "q": "b"}}',
        b'{"ruleset": {"a": ' + b"[" * 100_000 + b"]" * 100_000 + b'}, "answers": {}}',
        b'{"ruleset": {"a": ' + b"[" * 500 + b"]" * 500 + b'}, "answers": {}}',
        b'{"ruleset": ' + b'{"a":' * 300 + b"1" + b"}" * 300 + b', "answers": {}}',
    ],
    ids=lambda body: body[:50].decode("latin1"),
)  # fmt: skip
def test_a_nasty_body_is_422(body):
    named = places(send(body))
    assert named
    assert all(place.startswith("body") for place in named)


@pytest.mark.parametrize("key", ["criteria", "frameworks", "questions", "constants"])
@pytest.mark.parametrize(
    "value",
    [None, True, 0, -1, 1.5, 10**18, "", "text", [], [None], [[]], {}, {"id": 1}],
    ids=repr,
)
def test_any_value_in_any_place_is_answered(key, value):
    document = {**random_document(1), key: value}
    response = analyse(document)
    assert response.status_code in (200, 422)
    if response.status_code == 422:
        assert all(place.startswith("body.ruleset") for place in places(response))


@pytest.mark.parametrize("label", [None, 5, [], {"a": 1}, "x" * 5000, "\x1b[31m"])
def test_an_odd_label_or_title_breaks_nothing(label):
    document = {**small_document(), "title": label, "facts": label}
    for key in ("criteria", "frameworks", "questions"):
        document[key] = [
            {**row, "label": label, "text": label, "help": label}
            for row in document[key]
        ]
    assert analyse(document, {"use": "hold"}).status_code == 200


def test_analyses_have_an_allowance_of_their_own(db, monkeypatch):
    cache.clear()
    monkeypatch.setattr(analyses_limit, "num_requests", 2)
    monkeypatch.setattr(analyses_limit, "duration", 10**9)
    statuses = [analyse(small_document()).status_code for _ in range(3)]
    refused = analyse(small_document())
    cache_left = Client().get("/api/v1/questionnaire").status_code
    cache.clear()
    assert statuses == [200, 200, 429]
    assert int(refused["Retry-After"]) >= 1
    assert cache_left == 200
