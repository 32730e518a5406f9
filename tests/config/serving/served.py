"""A small site for test_served.py, served as the real one is."""

import threading

from config.serving.shortcut import install
from config.serving.target import Target


def site(environ, start):
    start("200 OK", [("Content-Type", "text/plain")])
    if environ["PATH_INFO"] == "/broken":
        raise RuntimeError("broken on purpose")
    said = environ["wsgi.input"].read() or threading.current_thread().name.encode()
    return [said]


def kept(environ):
    if environ["PATH_INFO"] != "/kept":
        return None
    return 200, [], threading.current_thread().name.encode()


application = Target(site, kept)
application.bodies.grace = 2
install(application)
