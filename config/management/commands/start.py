"""`manage.py start`: from nothing to a running site on this machine."""

import os
import socket
from argparse import ArgumentParser

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connections
from granian import Granian
from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels

from config.management.commands.prepare import LOCAL_NAMES

CREATE_EDITOR = "python3 manage.py createsuperuser"


class Command(BaseCommand):
    help = "Prepare the database, seed it when it is empty, and serve the site."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
        parser.add_argument("--port", type=int, default=8000, help="port to listen on")
        parser.add_argument("--workers", type=int, default=1, help="server processes")
        parser.add_argument(
            "--demo", action="store_true", help="make editor, moderator and member"
        )

    def handle(self, *args: object, **options) -> None:
        host, port = options["host"], options["port"]
        refuse_taken_port(host, port)
        try:
            call_command("prepare", origin=origin(host, port), stdout=self.stdout)
            if options["demo"]:
                call_command("seed_demo", stdout=self.stdout)
        except (OSError, DatabaseError) as error:
            raise CommandError(
                f"Cannot prepare {settings.DATA_DIR}: {error}"
            ) from error
        self.stdout.write(f"The site is at http://{host}:{port}/ (Ctrl-C stops it).")
        self.stdout.write(f"Editors work at /admin/. To make one: {CREATE_EDITOR}")
        self.stdout.flush()
        serve(host, port, options["workers"])


def origin(host: str, port: int) -> str:
    """Where a reader on this machine finds the site."""
    return f"http://{host if host in LOCAL_NAMES else 'localhost'}:{port}"


def refuse_taken_port(host: str, port: int) -> None:
    """Say so before anything is prepared, not in a server's stack trace."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except (OSError, OverflowError) as error:
            raise CommandError(
                f"Cannot listen on {host}:{port} ({error}). "
                "Choose another with --port or --host."
            ) from error


def serve(host: str, port: int, workers: int) -> None:
    """Serve from this process until a signal ends it.

    Workers are forked from it where the system forks, so that they share what is
    loaded already; no connection may be shared with them.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", settings.SETTINGS_MODULE)
    for connection in connections.all(initialized_only=True):
        connection.close()
        getattr(connection, "close_pool", lambda: None)()  # only PostgreSQL has one
    Granian(
        "config.rsgi:application",
        address=host,
        port=port,
        interface=Interfaces.RSGI,
        http=HTTPModes.http1,
        http1_settings=HTTP1Settings(header_read_timeout=10_000),  # milliseconds
        websockets=False,
        workers=workers,
        blocking_threads=1,
        backpressure=512,
        respawn_failed_workers=True,
        log_level=LogLevels.warning,
    ).serve()
