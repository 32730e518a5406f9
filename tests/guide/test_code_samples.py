import pytest

from guide.code_samples import SAMPLES_DIR, find_sample, task_choices
from tests.guide.factories import make_article, section

TASKS = sorted(task for task, _title in task_choices())


def test_the_seven_tasks_are_there():
    assert TASKS == [
        "background-job",
        "form-validation",
        "hello-world",
        "json-endpoint",
        "login-required",
        "model-and-migration",
        "testing",
    ]


@pytest.mark.parametrize("task", TASKS)
def test_a_sample_shows_both_files_as_they_are(task):
    sample = find_sample(task)
    assert [p.framework.slug for p in sample.programs] == ["django", "flask"]
    for program in sample.programs:
        path = SAMPLES_DIR / task / f"{program.framework.slug}.py"
        assert program.source == path.read_text(encoding="utf-8")
        assert 'class="highlight"' in program.html


def test_highlighting_is_done_once():
    assert find_sample("hello-world") is find_sample("hello-world")


@pytest.mark.parametrize("task", ["", "nothing", "../content", "hello-world/.."])
def test_an_unknown_task_is_nothing(task):
    assert find_sample(task) is None


@pytest.mark.django_db
def test_a_page_whose_sample_is_gone_still_opens(client):
    page = make_article(sections=[section("Code", ("code_samples", {"task": "gone"}))])
    assert client.get(page.url).status_code == 200
