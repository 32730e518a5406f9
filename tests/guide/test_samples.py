"""Each sample of the guide is saved as app.py, as its page tells, and run."""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[2] / "guide" / "samples"
FRAMEWORKS = ("flask", "django")
TASKS = sorted(folder.name for folder in SAMPLES.iterdir() if folder.is_dir())

# One way to call both: `call(method, path, **more)` gives status, text, location.
CLIENTS = {
    "flask": """
import json, re
from app import app
client = app.test_client()
def call(method, path, form=None, body=None):
    more = {} if body is None else {"data": body, "content_type": "application/json"}
    answer = client.open(path, method=method, **(more or {"data": form}))
    return [answer.status_code, answer.text, answer.headers.get("Location")]
""",
    "django": """
import json, re
import app
from django.test import Client
from django.test.utils import setup_test_environment
setup_test_environment()
client = Client(enforce_csrf_checks=True)
def call(method, path, form=None, body=None):
    if body is None and method == "GET":
        answer = client.get(path)
    elif body is None:
        answer = client.post(path, form or {})
    else:
        answer = client.generic(method, path, body, "application/json")
    return [answer.status_code, answer.text, answer.headers.get("Location")]
""",
}
TOKEN = """
def token(path):
    found = re.search('name="(csrf[a-z_]+)".*?value="([^"]+)"', call("GET", path)[1])
    return {found[1]: found[2]}
"""


def save(task, framework, folder):
    """The sample, saved as a reader would save it."""
    program = folder / "app.py"
    program.write_text((SAMPLES / task / f"{framework}.py").read_text())
    (folder / "pytest.ini").touch()  # no settings of folders above
    return program


def commands(task, framework):
    """The commands that the page names, in their order."""
    record = tomllib.loads((SAMPLES / task / "task.toml").read_text())
    return record["run"][framework].strip().splitlines()


def follow(command, folder, expect=0):
    """Do what one command says, with this interpreter's own packages."""
    name, *arguments = command.split()
    if name == "mkdir":
        (folder / arguments[0]).mkdir()
        return ""
    module = [] if name == "python" else ["-m", name]
    return run_python(folder, *module, *arguments, expect=expect)


@pytest.fixture
def run(tmp_path):
    """Run code beside a sample saved as app.py; gives what the code `told`."""

    def run_beside(task, framework, code):
        save(task, framework, tmp_path)
        code = CLIENTS[framework] + TOKEN + code + "\nprint(json.dumps(told))"
        return json.loads(run_python(tmp_path, "-c", code).splitlines()[-1])

    return run_beside


def run_python(folder, *arguments, expect=0):
    """What a fresh interpreter printed, which must end with the code `expect`."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={"PATH": "", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=120,
    )
    printed = done.stderr + done.stdout
    assert done.returncode == expect, printed
    return printed


def test_the_seven_tasks_are_there():
    assert set(TASKS) == {
        "hello-world",
        "model-and-migration",
        "form-validation",
        "json-endpoint",
        "login-required",
        "background-job",
        "testing",
    }


@pytest.mark.parametrize("task", TASKS)
def test_a_task_says_what_it_is_and_what_to_notice(task):
    record = tomllib.loads((SAMPLES / task / "task.toml").read_text())

    assert set(record) == {"title", "summary", "notice", "versions", "run"}
    assert set(record["run"]) == set(FRAMEWORKS)
    assert all(record[key] for key in record)


@pytest.mark.parametrize("framework", FRAMEWORKS)
@pytest.mark.parametrize("task", TASKS)
def test_a_sample_is_short(task, framework):
    lines = (SAMPLES / task / f"{framework}.py").read_text().splitlines()

    assert 15 <= len(lines) <= 70
    assert max(len(line) for line in lines) <= 88


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_hello_world_answers_and_escapes(run, framework):
    code = 'told = [call("GET", "/"), call("GET", "/hello/<b>")]'

    home, hello = run("hello-world", framework, code)

    assert home[:2] == [200, "Hello, world"]
    assert hello[:2] == [200, "Hello, &lt;b&gt;"]


ADD_NOTES = {
    "flask": """
from app import Note, db
with app.app_context():
    db.session.add_all([Note(title="Tea"), Note(title="Coffee")])
    db.session.commit()
""",
    "django": """
for title in ("Tea", "Coffee"):
    app.Note.objects.create(title=title)
""",
}


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_the_named_commands_make_and_apply_a_migration(run, framework, tmp_path):
    save("model-and-migration", framework, tmp_path)
    for command in commands("model-and-migration", framework)[:-1]:
        follow(command, tmp_path)

    code = ADD_NOTES[framework] + 'told = call("GET", "/")'
    status, text, _ = run("model-and-migration", framework, code)

    assert (status, json.loads(text)) == (200, {"notes": ["Coffee", "Tea"]})
    written = [path.read_text() for path in tmp_path.glob("migrations/**/*.py")]
    assert any("created_at" in text for text in written)


@pytest.mark.parametrize(("framework", "refusal"), [("flask", 400), ("django", 403)])
def test_a_form_needs_a_token_and_valid_values(run, framework, refusal):
    code = """
good = {"name": "Ada", "seats": "2"}
told = [
    call("POST", "/", form=good),
    call("POST", "/", form={**token("/"), "name": "", "seats": "9"}),
    call("POST", "/", form={**token("/"), **good}),
    call("GET", "/booked/2"),
]
"""

    forged, invalid, valid, booked = run("form-validation", framework, code)

    assert forged[0] == refusal
    assert invalid[0] == 200
    assert "This field is required." in invalid[1]
    assert "Choose 1 to 8 seats." in invalid[1]
    assert (valid[0], valid[2]) == (302, "/booked/2")
    assert booked[:2] == [200, "Seats booked: 2"]


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_a_json_endpoint_checks_what_it_gets(run, framework):
    code = """
bodies = ['{"numbers": [1, 2, 3]}', '{"numbers": [1, "2"]}', "[]", "no json"]
told = [call("POST", "/sum", body=body) for body in bodies] + [call("GET", "/sum")]
"""

    added, *refused, wrong_method = run("json-endpoint", framework, code)

    assert (added[0], json.loads(added[1])) == (200, {"sum": 6, "count": 3})
    assert [answer[0] for answer in refused] == [400, 400, 400]
    assert all("error" in json.loads(answer[1]) for answer in refused)
    assert wrong_method[0] == 405


ADD_USER = {
    "flask": """
add = app.test_cli_runner().invoke(args=["add-user", "ada", "--password", "tea time"])
assert add.exit_code == 0, add.output
""",
    "django": """
from django.contrib.auth import get_user_model
from django.core.management import call_command
call_command("migrate", verbosity=0)
get_user_model().objects.create_user("ada", password="tea time")
""",
}


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_a_private_page_asks_for_a_login(run, framework):
    code = """
def log_in(password):
    form = {**token("/login/"), "username": "ada", "password": password}
    return call("POST", "/login/", form=form)
told = [call("GET", "/private/"), log_in("wrong"), log_in("tea time")]
told.append(call("GET", "/private/"))
"""

    closed, wrong, right, opened = run(
        "login-required", framework, ADD_USER[framework] + code
    )

    assert closed[0] == 302
    assert closed[2].startswith("/login/?next=")
    assert wrong[0] == 200
    assert "Wrong name or password." in wrong[1]
    assert (right[0], right[2]) == (302, "/private/")
    assert json.loads(opened[1]) == {"user": "ada"}


# The job first waits for a worker, which is played here, then runs at once.
LATER = {
    "flask": """
from app import OUTBOX, huey
huey.immediate = False
told = [call("POST", "/sign-up/ada")[0], len(huey), OUTBOX.exists()]
huey.execute(huey.dequeue())
told.append(OUTBOX.read_text())
huey.immediate = True
""",
    "django": """
from app import OUTBOX
from django.test import override_settings
from django_tasks import default_task_backend as backend
STORE = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
with override_settings(TASKS=STORE):
    status = call("POST", "/sign-up/ada")[0]
    told = [status, len(backend.results), OUTBOX.exists()]
    stored = backend.results[0]
stored.task.call(*stored.args)
told.append(OUTBOX.read_text())
""",
}


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_a_job_waits_for_a_worker_or_runs_at_once(run, framework):
    code = """
call("POST", "/sign-up/bo")
told.append(OUTBOX.read_text())
"""

    told = run("background-job", framework, LATER[framework] + code)

    assert told[:3] == [202, 1, False]
    assert told[3] == "Welcome, ada\n"
    assert told[4] == "Welcome, ada\nWelcome, bo\n"


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_the_tests_of_the_testing_sample_pass_and_can_fail(framework, tmp_path):
    (command,) = commands("testing", framework)
    program = save("testing", framework, tmp_path)
    passed = follow(command, tmp_path)

    program.write_text(program.read_text().replace('"tea": 250', '"tea": 260'))
    failed = follow(command, tmp_path, expect=1)

    assert re.search("2 passed|Ran 2 tests.*OK", passed, re.DOTALL)
    assert re.search("1 failed, 1 passed|failures=1", failed)
