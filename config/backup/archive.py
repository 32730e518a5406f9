"""The file a backup is: a ZIP of database and media, with a manifest that says what.

Whatever comes out of an archive is distrusted: names, kinds, sizes and digests are
checked against the manifest before anything of the site is touched.
"""

import contextlib
import hashlib
import json
import os
import shutil
import stat
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO, Any

MANIFEST = "manifest.json"
MOST_MANIFEST_BYTES = 64 * 1024 * 1024
FORMAT = 1
MEDIA = "media"
CHUNK = 1024 * 1024
SHAPE = {"engine": str, "migrations": list, "tables": dict, "files": dict}
UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    RuntimeError,
    OSError,
    EOFError,
)
# What is compressed already is not compressed again.
STORED = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif", ".dump")


class ArchiveError(Exception):
    """The archive cannot be trusted or read; the message says where it is wrong."""


class ArchiveWriter:
    """Grows beside its place and gets its name when it is whole."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.unfinished = place.with_name(f"{place.name}.unfinished")
        flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY
        # For the owner alone: it holds addresses and digests of passwords.
        self._file = os.fdopen(os.open(self.unfinished, flags, 0o600), "wb")
        self._zip = zipfile.ZipFile(self._file, "w", zipfile.ZIP_DEFLATED, True, 4)
        self.files: dict[str, dict[str, Any]] = {}

    def add(self, name: str, source: IO[bytes]) -> None:
        digest, size = hashlib.sha256(), 0
        entry = zipfile.ZipInfo(name)
        entry.external_attr = (stat.S_IFREG | 0o600) << 16
        stored = name.lower().endswith(STORED)
        entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
        with self._zip.open(entry, "w", force_zip64=True) as target:
            while chunk := source.read(CHUNK):
                digest.update(chunk)
                size += len(chunk)
                target.write(chunk)
        self.files[name] = {"size": size, "sha256": digest.hexdigest()}

    def finish(self, about: dict[str, Any]) -> None:
        manifest = {"format": FORMAT, **about, "files": self.files}
        self._zip.writestr(MANIFEST, json.dumps(manifest, indent=1))
        self._zip.close()
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        if self.place.exists():
            raise ArchiveError(f"{self.place} came to be meanwhile.")
        self.unfinished.rename(self.place)

    def give_up(self) -> None:
        """Leave nothing behind; nothing is left once it is whole."""
        with contextlib.suppress(OSError, ValueError):
            self._zip.close()
        self._file.close()
        self.unfinished.unlink(missing_ok=True)


class Archive:
    """An archive to read; raises ArchiveError wherever it is not what it says."""

    def __init__(self, place: Path) -> None:
        try:
            self._zip = zipfile.ZipFile(place)
            self.manifest = self._manifest()
        except (
            OSError,
            ValueError,
            LookupError,
            TypeError,
            zipfile.BadZipFile,
        ) as error:
            raise ArchiveError(f"{place} is no backup of this site: {error}") from error
        self.files: dict[str, dict[str, Any]] = self.manifest["files"]

    def check(self) -> None:
        """Names, kinds, sizes and digests of everything; writes nothing."""
        entries = [e for e in self._zip.infolist() if e.filename != MANIFEST]
        names = [entry.filename for entry in entries]
        if sorted(names) != sorted(self.files):
            raise ArchiveError("Its files are not the ones its manifest names.")
        for entry in entries:
            refuse_unsafe(entry)
            for _ in self._chunks(entry.filename):
                pass

    def media(self) -> list[str]:
        return [name for name in self.files if name.startswith(f"{MEDIA}/")]

    def extract(self, name: str, target: Path) -> None:
        """Checked once more on its way, into a file that must not be there yet."""
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("xb") as file:
            for chunk in self._chunks(name):
                file.write(chunk)

    def refuse_without_room(self, folder: Path) -> None:
        needed = sum(int(entry["size"]) for entry in self.files.values())
        free = shutil.disk_usage(folder).free
        if needed > free:
            raise ArchiveError(
                f"It unpacks to {needed:,} bytes; {folder} has {free:,} left."
            )

    def _chunks(self, name: str) -> Iterator[bytes]:
        """The bytes of one file; never more than the manifest says."""
        expected, digest, size = self.files[name], hashlib.sha256(), 0
        try:
            with self._zip.open(name) as source:
                while chunk := source.read(CHUNK):
                    digest.update(chunk)
                    size += len(chunk)
                    if size > expected["size"]:
                        break
                    yield chunk
        except UNREADABLE as error:
            raise ArchiveError(f"{name} cannot be read: {error}") from error
        if size != expected["size"] or digest.hexdigest() != expected["sha256"]:
            raise ArchiveError(f"{name} is not what was backed up: digests differ.")

    def _manifest(self) -> dict[str, Any]:
        if self._zip.getinfo(MANIFEST).file_size > MOST_MANIFEST_BYTES:
            raise ArchiveError("Its manifest is too large to be one.")
        manifest = json.loads(self._zip.read(MANIFEST))
        if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
            raise ArchiveError("Its format is not one this version can read.")
        if not all(
            isinstance(manifest.get(part), kind) for part, kind in SHAPE.items()
        ):
            raise ArchiveError("Its manifest does not say all it must.")
        for said in manifest["files"].values():
            if not (isinstance(said["size"], int) and isinstance(said["sha256"], str)):
                raise ArchiveError("Its manifest does not say what its files are.")
        return manifest


def refuse_unsafe(entry: zipfile.ZipInfo) -> None:
    """Only plain files below `media/`, or a database at the top."""
    name = entry.filename
    kind = stat.S_IFMT(entry.external_attr >> 16)
    path = PurePosixPath(name)
    odd = "\\" in name or "\0" in name or ":" in name or str(path) != name
    if path.is_absolute() or ".." in path.parts or odd:
        raise ArchiveError(f"{name!r} is no name of a file in a backup.")
    if kind not in (0, stat.S_IFREG):
        raise ArchiveError(f"{name} is no plain file.")
    if len(path.parts) > 1 and path.parts[0] != MEDIA:
        raise ArchiveError(f"{name} belongs to no backup.")
