"""One visit to one address, against a server of the test's own."""

import socket
from dataclasses import replace

import pytest

from guide.age.links.visit import Found, visit
from guide.models import LinkCheck

Result = LinkCheck.Result


def asked(server) -> list[tuple[str, str]]:
    return [(method, path) for method, path, _ in server.asked]


@pytest.mark.parametrize(
    ("path", "result"),
    [
        ("/200", Result.OK),
        ("/204", Result.OK),
        ("/404", Result.FAILED),
        ("/410", Result.FAILED),
        ("/400", Result.FAILED),
        ("/401", Result.TURNED_AWAY),
        ("/403", Result.TURNED_AWAY),
        ("/999", Result.TURNED_AWAY),
        ("/429", Result.NO_ANSWER),
        ("/500", Result.NO_ANSWER),
        ("/503", Result.NO_ANSWER),
    ],
)
def test_an_answer_is_judged_by_its_status(server, manners, path, result):
    found = visit(server.url + path, manners)
    assert found == Found(result, f"It answered {path[1:]}.")


def test_a_page_that_is_there_is_asked_for_its_head_alone(server, manners):
    visit(f"{server.url}/200", manners)
    assert asked(server) == [("HEAD", "/200")]


@pytest.mark.parametrize("status", [403, 404, 405, 501])
def test_where_head_is_refused_get_decides(server, manners, status):
    found = visit(f"{server.url}/headless/{status}", manners)
    assert found.result == Result.OK
    assert [method for method, _ in asked(server)] == ["HEAD", "GET"]


def test_the_visitor_says_who_it_is_and_where_to_complain(server, manners):
    visit(f"{server.url}/200", manners)
    assert server.asked[0][2]["User-Agent"] == "Check (+http://testserver/about/)"


def test_the_query_of_an_address_is_asked_too(server, manners):
    visit(f"{server.url}/200?a=b c&d=ü", manners)
    assert asked(server) == [("HEAD", "/200?a=b%20c&d=%C3%BC")]


def test_it_goes_where_it_is_sent(server, manners):
    assert visit(f"{server.url}/to?/to?/200", manners).result == Result.OK


def test_it_does_not_go_round_for_ever(server, manners):
    found = visit(f"{server.url}/round", manners)
    assert found == Found(Result.FAILED, "It sends on more than 5 times.")
    assert len(server.asked) == 6


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/nowhere", "It sends on to nowhere."),
        ("/to?ftp://example.org/", "It is neither http nor https."),
        ("/to?file:///etc/passwd", "It is neither http nor https."),
        ("/to?http://[", "It is not an address."),
        ("/to?http://name:word@example.org/", "It carries a user name."),
    ],
)
def test_it_does_not_go_just_anywhere(server, manners, path, words):
    assert visit(server.url + path, manners) == Found(Result.FAILED, words)


@pytest.mark.parametrize("path", ["/silent", "/slow", "/garbage"])
def test_trouble_on_the_other_side_is_no_answer(server, manners, path):
    assert visit(server.url + path, manners).result == Result.NO_ANSWER


def test_nobody_there_is_no_answer(manners):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    found = visit(f"http://127.0.0.1:{port}/", manners)
    assert found == Found(Result.NO_ANSWER, "No answer (ConnectionRefusedError).")


def test_an_unknown_name_is_no_answer(manners):
    found = visit("http://does-not-exist.invalid/", manners)
    assert found.result == Result.NO_ANSWER
    assert "not known" in found.detail


def test_a_server_that_does_not_speak_tls_is_no_answer(server, manners):
    address = server.url.replace("http:", "https:")
    assert visit(address, manners).result == Result.NO_ANSWER


def test_a_body_without_end_is_not_read(server, manners):
    visit(f"{server.url}/headless/405", manners)
    assert visit(f"{server.url}/huge", manners).result == Result.OK
    assert server.sent < 10_000_000


def test_the_machine_is_announced_before_every_request(server, manners):
    seen: list[str] = []
    visit(f"{server.url}/to?/headless/405", replace(manners, before=seen.append))
    assert seen == ["127.0.0.1"] * len(server.asked) == ["127.0.0.1"] * 3


def test_by_default_a_machine_of_our_own_is_not_asked(server, manners):
    strict = replace(manners, allow_private=False)
    found = visit(f"{server.url}/200", strict)
    assert found == Found(Result.FAILED, "It leads to a machine that is not public.")
    assert server.asked == []


def test_a_name_that_leads_inside_is_refused_on_the_way_too(
    server, manners, monkeypatch
):
    """The first machine is public (we say), and sends on to one that is not."""
    strict = replace(manners, allow_private=False)
    monkeypatch.setattr(
        "guide.age.links.addresses.is_public", lambda address: address == "127.0.0.1"
    )
    found = visit(f"{server.url}/to?http://127.0.0.2:{server.server_port}/200", strict)
    assert found == Found(Result.FAILED, "It leads to a machine that is not public.")
    assert asked(server) == [("HEAD", f"/to?http://127.0.0.2:{server.server_port}/200")]


def test_the_connection_goes_to_the_machine_that_was_judged(
    server, manners, monkeypatch
):
    """A name server that answers otherwise the second time is not asked again."""
    real, asked_for = socket.getaddrinfo, []

    def answer(host, *args, **kwargs):
        asked_for.append(host)
        return real(host if host != "rebound.example" else "127.0.0.1", *args, **kwargs)

    monkeypatch.setattr("guide.age.links.addresses.socket.getaddrinfo", answer)
    found = visit(f"http://rebound.example:{server.server_port}/200", manners)
    assert found.result == Result.OK
    assert asked_for == ["rebound.example", "127.0.0.1"]
