import io

import pytest
from django.core.management import CommandError, call_command

from guide import content_files

pytestmark = pytest.mark.django_db


def seed_guide(**options) -> str:
    out = io.StringIO()
    call_command("seed_guide", stdout=out, **options)
    return out.getvalue()


def test_a_seeded_site_has_nothing_left_to_do():
    summary = seed_guide()
    assert summary.startswith("Guide: ")
    assert summary.strip().endswith(" unchanged.")
    assert "created" not in summary


def test_wrong_content_ends_in_one_sentence_with_its_place(tmp_path, monkeypatch):
    (tmp_path / "frameworks.toml").write_text("[[framework]]\nslug = 'x'\n")
    load = content_files.load_content
    monkeypatch.setattr(
        "guide.management.commands.seed_guide.load_content", lambda: load(tmp_path)
    )
    with pytest.raises(CommandError, match=r"frameworks\.toml, framework x: 'name'"):
        seed_guide()
