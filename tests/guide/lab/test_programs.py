"""Both programs of a profile answer as the profile says, so they answer equally."""

import sys
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pytest

from guide.lab.answers import WrongAnswerError, check_answers, text_of
from guide.lab.measuring import database_of
from guide.lab.metrics import METRICS
from guide.lab.process import Worker
from guide.lab.profiles import REFERENCE, all_profiles, find_profile

PYTHON = Path(sys.executable)
# Quart is not among the packages of the tests; `manage.py lab` checks it at every run.
PAIRS = [
    pytest.param(profile, program, id=f"{profile.slug}-{program.key}")
    for profile in all_profiles()
    for program in profile.programs
    if find_spec(program.framework)
]


def answers_of(profile, program):
    with (
        database_of(profile) as database,
        Worker(PYTHON, profile.task(program), database, seed=1) as worker,
    ):
        return worker.hello["answers"]


@pytest.mark.parametrize(("profile", "program"), PAIRS)
def test_a_program_answers_as_its_profile_says(profile, program):
    check_answers(profile, program, answers_of(profile, program))


def test_flask_and_django_are_both_tried_in_every_profile():
    tried = {(case.values[0].slug, case.values[1].framework) for case in PAIRS}
    wanted = {(p.slug, f) for p in all_profiles() for f in ("flask", "django")}
    assert tried >= wanted


@pytest.mark.parametrize("profile", all_profiles(), ids=lambda profile: profile.slug)
def test_a_profile_says_what_is_on(profile):
    assert profile.features
    assert profile.not_on
    assert profile.measured
    assert profile.programs[-1].key == REFERENCE


def test_five_profiles_are_like_for_like_and_one_says_that_it_is_not():
    equal = [profile.slug for profile in all_profiles() if profile.equal]
    assert equal == ["json", "json-secured", "page", "form", "fan-out"]
    assert [p.slug for p in all_profiles() if not p.equal] == ["default-project"]


def test_the_name_of_the_time_together_says_how_many_requests_there_are():
    counts = {profile.at_once for profile in all_profiles() if profile.at_once}
    assert [METRICS["together"].title] == [
        f"Until {count} requests at once are answered" for count in counts
    ]


@pytest.mark.parametrize("slug", ["json-secured", "form"])
def test_a_profile_with_csrf_refuses_a_post_without_a_token(slug):
    profile = find_profile(slug)
    refused = [ask for ask in profile.requests if ask.get("refused") == "no CSRF token"]
    assert [ask["status"] for ask in refused] == [{"flask": 400, "django": 403}]


def one(changes, answer_changes):
    """A profile of one request and an answer to it, each changed a little."""
    asked = {"path": "/x", "status": 200, "json": {"a": 1}} | changes
    profile = replace(
        find_profile("json"), requests=(asked,), headers=("X-Frame-Options",)
    )
    answer = {
        "status": 200,
        "headers": [["Content-Type", "application/json"], ["X-Frame-Options", "DENY"]],
        "body": '{"a": 1}',
    } | answer_changes
    return profile, profile.programs[0], [answer]


def test_the_right_answer_passes():
    check_answers(*one({}, {}))


@pytest.mark.parametrize(
    ("changes", "answer_changes", "words"),
    [
        ({}, {"status": 500}, "status 500 instead of 200"),
        ({}, {"body": '{"a": 2}'}, "JSON"),
        ({}, {"headers": [["X-Frame-Options", "DENY"]]}, "content type"),
        ({}, {"headers": [["Content-Type", "application/json"]]}, "no X-Frame-Options"),
        ({"location": "/y"}, {}, "leads to None"),
        ({"text": ["absent"]}, {}, "no 'absent'"),
        ({"text_not": ["a"]}, {}, "shows 'a'"),
        ({"status": {"flask": 400, "django": 403}}, {}, "instead of 400"),
    ],
)
def test_a_wrong_answer_is_named(changes, answer_changes, words):
    with pytest.raises(WrongAnswerError, match=words):
        check_answers(*one(changes, answer_changes))


def test_words_of_a_page_are_read_without_its_tags():
    assert "Book <1>" in text_of("<td>Book &lt;1&gt;</td>")
