"""What a probe's file must say, read without running it."""

import pytest

from guide.probes.catalogue import FACTS
from guide.probes.declaration import DeclarationError, read_probe

WHOLE = '''"""It shows something."""
PACKAGES = ("Flask",)
EXPECTED = {"a": 1}

def observe():
    raise SystemExit("reading a probe must not run it")
'''


def test_a_whole_file_is_read_and_not_run(tmp_path):
    path = tmp_path / "whole.py"
    path.write_text(WHOLE)
    probe = read_probe(path)
    assert (probe.slug, probe.expected) == ("whole", {"a": 1})
    assert (probe.packages, probe.needs, probe.tools) == (("Flask",), {}, ())


@pytest.mark.parametrize(
    ("line", "missing"),
    [
        ('"""It shows something."""', "a docstring"),
        ('PACKAGES = ("Flask",)', "PACKAGES"),
        ('EXPECTED = {"a": 1}', "EXPECTED"),
        ("def observe():", "observe"),
    ],
)
def test_what_is_missing_is_named(tmp_path, line, missing):
    path = tmp_path / "part.py"
    path.write_text(WHOLE.replace(line, "if 1:" if "def" in line else ""))
    with pytest.raises(DeclarationError, match=rf"part\.py: .*{missing}.* is missing"):
        read_probe(path)


@pytest.mark.parametrize("wrong", ["EXPECTED = f()", "EXPECTED = {"])
def test_what_cannot_be_read_is_named(tmp_path, wrong):
    path = tmp_path / "wrong.py"
    path.write_text(WHOLE.replace('EXPECTED = {"a": 1}', wrong))
    with pytest.raises(DeclarationError, match=r"wrong\.py"):
        read_probe(path)


def test_the_digest_covers_the_tools_that_it_uses(tmp_path):
    source = (FACTS / "json-answers.py").read_text()
    path = tmp_path / "json-answers.py"
    path.write_text(source)
    with_tool = read_probe(path)
    path.write_text(source.replace("from fresh_project", "from elsewhere"))
    assert with_tool.tools == ("fresh_project",)
    assert read_probe(path).tools == ()
    assert read_probe(path).digest != with_tool.digest
