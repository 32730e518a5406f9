"""`backup` and `restore`, as an operator runs them, on the suite's database."""

import json
import stat
import time
import zipfile

import pytest

SAVING = "tests/config/backup/saving.py"
PAGES = "SELECT count(*) FROM wagtailcore_page"
TITLES = "SELECT title FROM guide_homepage JOIN wagtailcore_page ON id = page_ptr_id"
SAVED = "SELECT id FROM advisor_recommendation"


@pytest.fixture
def archive(site, tmp_path):
    site.manage("backup", str(tmp_path / "site.zip"))
    return tmp_path / "site.zip"


def manifest_of(path) -> dict:
    with zipfile.ZipFile(path) as opened:
        return json.loads(opened.read("manifest.json"))


def ids(rows) -> set[str]:
    return {str(row[0]).replace("-", "") for row in rows}


def said_by(files, *, at_least: int = 0) -> set[str]:
    """The ids that were said to be saved, once there are that many in each."""
    for file in files:
        for _ in range(600):
            if file.read_text().count("\n") >= at_least:
                break
            time.sleep(0.1)
        else:
            pytest.fail(f"{file} never said that much")
    return {line.strip() for file in files for line in file.open()}


def test_under_load_nothing_acknowledged_before_is_missing(site, elsewhere, tmp_path):
    folder = tmp_path / "backups"
    folder.mkdir()
    with site.running(SAVING) as one, site.running(SAVING) as other:
        before = said_by([one, other], at_least=5)
        site.manage("backup", str(folder))
    after = said_by([one, other])
    (archive,) = folder.iterdir()

    said = elsewhere.manage("restore", str(archive))

    restored = ids(elsewhere.sql(SAVED))
    counted = manifest_of(archive)["tables"]
    assert len(restored) == counted["advisor_recommendation"]
    assert before <= restored < after  # and some were saved while it was made
    assert f"Restored {sum(counted.values()):,} rows" in said
    picture = elsewhere.media / "original_images" / "door.png"
    assert picture.read_bytes() == b"\x89PNG door"
    assert elsewhere.sql(TITLES) == site.sql(TITLES)


def test_a_backup_is_for_its_owner_alone_and_never_overwritten(site, archive):
    assert stat.S_IMODE(archive.stat().st_mode) == 0o600
    before = archive.read_bytes()
    assert "never overwritten" in site.manage("backup", str(archive), fails=True)
    assert archive.read_bytes() == before
    assert [path.name for path in archive.parent.glob("site.zip*")] == ["site.zip"]


def test_what_is_there_is_overwritten_only_when_told_and_kept_aside(site, archive):
    site.sql("UPDATE wagtailcore_page SET title = 'Changed since'")
    (site.media / "later.txt").write_text("uploaded later")
    edition = site.sql("SELECT number FROM guide_edition")[0][0]

    refused = site.manage("restore", str(archive), fails=True)
    assert "database and the media" in refused
    assert site.sql(TITLES) == [("Changed since",)]

    said = site.manage("restore", str(archive), "--overwrite")
    assert site.sql(TITLES) != [("Changed since",)]
    assert site.sql("SELECT number FROM guide_edition")[0][0] > edition
    assert not (site.media / "later.txt").exists()
    (aside,) = site.folder.glob("media.replaced-*")
    assert (aside / "later.txt").read_text() == "uploaded later"
    assert said.count("What was there before is kept") == 2
    site.manage("backup", str(archive.with_name("again.zip")))


def test_a_site_that_runs_is_not_replaced(site, archive):
    with site.running(SAVING) as said:
        said_by([said], at_least=1)
        refused = site.manage("restore", str(archive), "--overwrite", fails=True)
    assert "in use" in refused
    assert site.sql(PAGES)[0][0] > 1


def test_an_older_one_is_brought_up_to_date(site, elsewhere, tmp_path):
    site.manage("migrate", "advisor", "0006")
    site.manage("backup", str(tmp_path / "old.zip"))

    elsewhere.manage("restore", str(tmp_path / "old.zip"))

    assert elsewhere.sql("SELECT count(*) FROM advisor_keptanswer") == [(0,)]
    assert elsewhere.sql(PAGES) == site.sql(PAGES)


def test_one_of_a_newer_version_is_refused(site, elsewhere, tmp_path):
    site.sql(
        "INSERT INTO django_migrations (app, name, applied) "
        "VALUES ('advisor', '9999_flying', '2030-01-01')"
    )
    site.manage("backup", str(tmp_path / "new.zip"))

    said = elsewhere.manage("restore", str(tmp_path / "new.zip"), fails=True)

    assert "newer version" in said
    assert "advisor.9999_flying" in said


def test_a_damaged_one_is_refused_before_anything_is_touched(site, archive):
    broken = archive.with_name("broken.zip")
    whole = archive.read_bytes()
    middle = len(whole) // 2
    broken.write_bytes(whole[:middle] + b"\0\1\2\3" + whole[middle + 4 :])
    before = sorted(path.name for path in site.folder.iterdir())

    said = site.manage("restore", str(broken), "--overwrite", fails=True)

    assert "Not restored" in said
    assert sorted(path.name for path in site.folder.iterdir()) == before
    assert site.sql(PAGES)[0][0] > 1
