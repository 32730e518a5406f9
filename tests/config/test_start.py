"""`manage.py start`: what it refuses before it prepares anything."""

import socket
from typing import ClassVar

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Site

from config.management.commands import start
from config.management.commands.prepare import name_site
from guide.editions import current_edition


def test_a_taken_port_is_refused_in_one_sentence():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(CommandError, match=f"Cannot listen on 127.0.0.1:{port}"):
            call_command("start", port=port)


def test_an_impossible_port_is_refused_in_one_sentence():
    with pytest.raises(CommandError, match="Cannot listen on"):
        call_command("start", port=99999)


@pytest.mark.django_db
def test_a_second_start_seeds_nothing_and_names_its_address(
    monkeypatch, capsys, client
):
    served = []
    monkeypatch.setattr(start, "serve", lambda *address: served.append(address))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    call_command("start", port=port)
    assert served == [("127.0.0.1", port, 1)]
    printed = capsys.readouterr().out
    assert f"http://127.0.0.1:{port}/" in printed
    assert "createsuperuser" in printed
    assert "Filling" not in printed
    assert (
        f"http://127.0.0.1:{port}/guide/" in client.get("/sitemap.xml").content.decode()
    )


@pytest.mark.django_db
def test_an_address_an_editor_chose_is_kept():
    Site.objects.update(hostname="guide.example", port=443)
    name_site("http://127.0.0.1:9000")
    assert Site.objects.get().root_url == "https://guide.example"


@pytest.mark.django_db
def test_a_new_site_behind_https_is_named_so():
    Site.objects.update(hostname="localhost", port=8000)
    name_site("https://guide.example")
    assert Site.objects.get().root_url == "https://guide.example"


@pytest.mark.django_db
def test_another_version_of_the_site_begins_an_edition():
    before = current_edition()
    call_command("prepare")
    assert current_edition() > before


def test_workers_inherit_no_connection_and_no_pool(monkeypatch):
    class Connection:
        closed: ClassVar[list[str]] = []

        def close(self):
            self.closed.append("connection")

        def close_pool(self):
            self.closed.append("pool")

    class Server:
        def __init__(self, *target, **options):
            pass

        def serve(self):
            Connection.closed.append("served")

    monkeypatch.setattr(start, "Granian", Server)
    monkeypatch.setattr(start.connections, "all", lambda **only: [Connection()])
    start.serve("127.0.0.1", 8000, 2)

    assert Connection.closed == ["connection", "pool", "served"]
