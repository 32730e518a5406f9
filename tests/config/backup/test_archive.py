"""What an archive may be, seen from whoever wants to do harm with one."""

import hashlib
import io
import json
import stat
import zipfile

import pytest

from config.backup.archive import Archive, ArchiveError, ArchiveWriter

ABOUT = {"engine": "sqlite", "database": "d", "migrations": [], "tables": {}}


@pytest.fixture
def place(tmp_path):
    return tmp_path / "backup.zip"


def entry(name: str, kind: int = stat.S_IFREG) -> zipfile.ZipInfo:
    made = zipfile.ZipInfo(name)
    made.external_attr = (kind | 0o644) << 16
    return made


def written(place, entries, **changes):
    """An archive as an attacker would write it: entries, and what it says of them."""
    files = {
        info.filename: {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for info, data in entries
    }
    manifest = {"format": 1, **ABOUT, "files": files | changes.pop("says", {})}
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive:
        for info, data in entries:
            archive.writestr(info, data)
        archive.writestr("manifest.json", json.dumps({**manifest, **changes}))
    return Archive(place)


def test_what_is_written_is_read_back(place, tmp_path):
    writer = ArchiveWriter(place)
    writer.add("media/a/ä.txt", io.BytesIO(b"hello"))
    writer.finish(ABOUT)
    archive = Archive(place)
    archive.check()
    archive.extract("media/a/ä.txt", tmp_path / "out" / "file")
    assert (tmp_path / "out" / "file").read_bytes() == b"hello"
    assert archive.media() == ["media/a/ä.txt"]


def test_an_unfinished_one_leaves_nothing(place):
    writer = ArchiveWriter(place)
    writer.add("media/a", io.BytesIO(b"hello"))
    writer.give_up()
    assert list(place.parent.iterdir()) == []


@pytest.mark.parametrize(
    "name",
    [
        "../evil", "media/../../evil", "/etc/passwd", "media/..", "media//a",
        "media/./a", "media\\..\\evil", "C:evil", "code/settings.py", "media/a/",
    ],
)  # fmt: skip
def test_a_name_that_leads_out_is_refused(place, name):
    archive = written(place, [(entry(name), b"x")])
    with pytest.raises(ArchiveError):
        archive.check()


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR])
def test_links_and_devices_are_refused(place, kind):
    archive = written(place, [(entry("media/a", kind), b"/etc/passwd")])
    with pytest.raises(ArchiveError, match="no plain file"):
        archive.check()


def test_what_the_manifest_does_not_name_is_refused(place):
    archive = written(place, [(entry("media/a"), b"x")])
    with zipfile.ZipFile(place, "a") as more:
        more.writestr("media/b", b"y")
    with pytest.raises(ArchiveError, match="not the ones"):
        Archive(place).check()
    archive.check()


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_one_name_twice_is_refused(place):
    archive = written(place, [(entry("media/a"), b"x"), (entry("media/a"), b"y")])
    with pytest.raises(ArchiveError, match="not the ones"):
        archive.check()


@pytest.mark.parametrize(
    "said",
    [
        {"size": 1, "sha256": "0"},
        {"size": 2, "sha256": "0"},
        {"size": 9, "sha256": "0"},
    ],
)
def test_other_bytes_than_it_says_are_refused(place, said, tmp_path):
    archive = written(place, [(entry("media/a"), b"xy")], says={"media/a": said})
    with pytest.raises(ArchiveError, match="digests differ"):
        archive.check()
    with pytest.raises(ArchiveError, match="digests differ"):
        archive.extract("media/a", tmp_path / "a")


def test_a_bomb_is_cut_off_at_what_it_says(place, tmp_path):
    bomb = bytes(64 * 1024 * 1024)
    archive = written(
        place, [(entry("media/a"), bomb)], says={"media/a": {"size": 10, "sha256": ""}}
    )
    with pytest.raises(ArchiveError):
        archive.extract("media/a", tmp_path / "a")
    assert (tmp_path / "a").stat().st_size == 0


def test_one_that_says_it_is_larger_than_the_disk_is_refused(place, tmp_path):
    huge = {"media/a": {"size": 10**18, "sha256": ""}}
    archive = written(place, [(entry("media/a"), b"x")], says=huge)
    with pytest.raises(ArchiveError, match="unpacks to"):
        archive.refuse_without_room(tmp_path)


def test_a_file_that_is_there_is_not_written_over(place, tmp_path):
    archive = written(place, [(entry("media/a"), b"x")])
    (tmp_path / "a").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(FileExistsError):
        archive.extract("media/a", tmp_path / "a")


@pytest.mark.parametrize(
    "changes",
    [
        {"format": 2},
        {"format": "1"},
        {"tables": None},
        {"files": ["media/a"]},
        {"files": {"media/a": 1}},
        {"files": {"media/a": {"size": "1", "sha256": ""}}},
    ],
)
def test_another_format_is_refused(place, changes):
    with pytest.raises(ArchiveError):
        written(place, [], **changes)


@pytest.mark.parametrize("bytes_in_it", [b"", b"no zip", b"PK\x05\x06" + bytes(18)])
def test_what_is_no_archive_is_refused(place, bytes_in_it):
    place.write_bytes(bytes_in_it)
    with pytest.raises(ArchiveError, match="no backup of this site"):
        Archive(place)


def test_a_file_that_is_not_there_is_refused(place):
    with pytest.raises(ArchiveError, match="no backup of this site"):
        Archive(place)
