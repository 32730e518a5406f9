"""Both test clients call the program in the same process, with no server."""

import os
import socket

from django.http import HttpResponse
from django.test import Client
from flask import Flask
from fresh_project import add_page, fresh_project

PACKAGES = ("Flask", "Django")
EXPECTED = {"flask": "same process", "django": "same process", "sockets opened": 0}


def observe():
    opened = []
    connect = socket.socket.connect
    socket.socket.connect = lambda *arguments: opened.append(arguments)
    fresh_project()
    app = Flask("probe")
    app.get("/")(lambda: str(os.getpid()))
    add_page("", lambda request: HttpResponse(str(os.getpid())))
    by_flask = app.test_client().get("/").text
    by_django = Client(SERVER_NAME="localhost").get("/").content.decode()
    socket.socket.connect = connect
    return {
        "flask": where(by_flask),
        "django": where(by_django),
        "sockets opened": len(opened),
    }


def where(answer):
    return "same process" if int(answer) == os.getpid() else "another process"
