"""Whatever is typed into a form: no log line and no mail carries what it must not.

Keys in addresses and single kinds of secrets: tests/config/test_secret_addresses.py.
"""

import pytest
from django.core import mail
from django.core.cache import cache

from guide.feedback import form_trap
from tests.config.conftest import logged  # noqa: F401 - a fixture
from tests.site.attacks.shown import Page
from tests.site.attacks.test_odd_texts import forms_shown, sent
from tests.site.authorisation.world import make_world

pytestmark = pytest.mark.django_db
SECRET = "Correct7Horse9Battery"
ADDRESS = "jo.doe@mail.example.org"
MARKUP = "\"'><xss-probe onxss=7q>\r\nBcc: all@evil.example"


@pytest.fixture(autouse=True)
def patient_reader(monkeypatch):
    cache.clear()
    monkeypatch.setattr(form_trap, "SHORTEST", -form_trap.SHORTEST)
    yield
    cache.clear()


def words_for(name: str) -> str:
    """What a person types there: a password, an address, or a name."""
    if "mail" in name or "login" in name:
        return ADDRESS
    return SECRET if "password" in name or "code" in name else "Anything"


@pytest.mark.parametrize("person", ["anonymous", "owner"])
def test_no_line_of_the_log_holds_what_was_typed(logged, person):  # noqa: F811
    world = make_world()
    forms = [form for form in forms_shown(world, person) if form.method == "post"]
    for form in forms:
        for name in form.typed:
            form.given[name] = [words_for(name)]
        form.typed = []
        sent(world.client(person), form, "")
    token = world.tokens["owner"]
    for path in ("/api/v1/me", "/api/v1/nothing", "/api/content/whoami/"):
        world.client(person).get(path, headers={"authorization": f"Bearer {token}"})

    assert len(forms) >= 3
    assert "/account/" in logged.getvalue()
    told = [
        line
        for line in logged.getvalue().splitlines()
        if any(text in line for text in (SECRET, ADDRESS, token))
    ]
    assert told == []


@pytest.mark.parametrize("person", ["anonymous", "owner"])
def test_no_mail_is_more_than_words(person):
    world = make_world()
    for form in forms_shown(world, person):
        for name in form.typed:
            form.given[name] = [ADDRESS if "mail" in name else MARKUP]
        form.typed = []
        if form.method == "post":
            sent(world.client(person), form, "")

    for letter in mail.outbox:
        whole = letter.message()
        assert len(str(letter.subject).splitlines()) == 1
        assert whole["Bcc"] is None
        for part in whole.walk():
            if part.get_content_type() == "text/html":
                assert Page(part.get_payload()).found == []
    assert mail.outbox
