"""Both frameworks answer from one file, with no project around it."""

import subprocess
import sys
from pathlib import Path

PACKAGES = ("Flask", "Django")
EXPECTED = {"flask": "hello", "django": "hello"}
FLASK = """
from flask import Flask

app = Flask(__name__)

@app.get("/")
def home():
    return "hello"

print(app.test_client().get("/").text)
"""
DJANGO = """
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.test import Client
from django.urls import path

settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"])
app = get_wsgi_application()
urlpatterns = [path("", lambda request: HttpResponse("hello"))]

print(Client().get("/").content.decode())
"""


def observe():
    return {"flask": run_alone(FLASK), "django": run_alone(DJANGO)}


def run_alone(program):
    Path("app.py").write_text(program)
    run = [sys.executable, "app.py"]
    done = subprocess.run(run, check=True, capture_output=True, text=True)
    return done.stdout.strip()
