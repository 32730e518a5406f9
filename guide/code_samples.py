"""The code samples: real files that tests run, shown side by side and highlighted."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.utils.safestring import SafeString, mark_safe
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer
from pygments.token import Comment, Keyword, Name, Number, Operator, String, Text
from wagtail.rich_text import expand_db_html

from guide.markdown import to_rich_text
from guide.rich_text import TEXT_FEATURES

SAMPLES_DIR = Path(__file__).parent / "samples"
NAMES = {"django": "Django", "flask": "Flask"}
# What is coloured, and the kind that stands for it. All else stays plain: a span
# around every name and bracket would weigh more than the code.
VOICES = {
    Keyword: Keyword,
    Operator.Word: Keyword,
    String: String,
    Number: Number,
    Name.Decorator: Name.Function,
    Name.Function: Name.Function,
    Name.Class: Name.Function,
    Comment: Comment,
}


@dataclass(frozen=True)
class Framework:
    slug: str
    name: str


@dataclass(frozen=True)
class Program:
    framework: Framework
    filename: str
    source: str
    html: SafeString
    run: str  # the command that starts it, or ""


@dataclass(frozen=True)
class Sample:
    task: str
    title: str
    summary: str
    notice: SafeString
    versions: str
    programs: tuple[Program, ...]  # Django first, by name


def task_choices() -> list[tuple[str, str]]:
    """(task, title) of every sample, by title."""
    tasks = sorted(path.parent.name for path in SAMPLES_DIR.glob("*/task.toml"))
    return sorted(((task, _about(task)["title"]) for task in tasks), key=_title)


@cache
def find_sample(task: str) -> Sample | None:
    """The sample of a task, or None for an unknown task. Kept for the process."""
    if task not in dict(task_choices()):
        return None
    about = _about(task)
    notice = to_rich_text(about["notice"], TEXT_FEATURES, f"samples/{task}")
    return Sample(
        task=task,
        title=about["title"],
        summary=about["summary"],
        notice=mark_safe(expand_db_html(notice)),  # noqa: S308 - whitelisted HTML
        versions=about["versions"],
        programs=tuple(
            _program(task, slug, about.get("run", {}).get(slug, "")) for slug in NAMES
        ),
    )


def _program(task: str, slug: str, run: str) -> Program:
    source = (SAMPLES_DIR / task / f"{slug}.py").read_text(encoding="utf-8")
    return Program(
        framework=Framework(slug, NAMES[slug]),
        filename="app.py",
        source=source,
        html=highlighted(source),
        run=run,
    )


def highlighted(source: str) -> SafeString:
    """Python source as HTML, in the five voices of the style sheet."""
    marked = highlight(source, _FiveVoices(), HtmlFormatter(cssclass="highlight"))
    return mark_safe(marked)  # noqa: S308 - Pygments escapes what it marks up


class _FiveVoices(PythonLexer):
    """Python in no more kinds of token than the style sheet has colours."""

    def get_tokens(self, text, unfiltered=False):
        for kind, words in super().get_tokens(text, unfiltered):
            voice = next((v for k, v in VOICES.items() if kind in k), Text)
            yield voice, words


@cache
def _about(task: str) -> dict:
    with (SAMPLES_DIR / task / "task.toml").open("rb") as file:
        return tomllib.load(file)


def _title(choice: tuple[str, str]) -> str:
    return choice[1]
