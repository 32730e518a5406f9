"""Uploaded files, into an archive and back."""

from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.core.files.storage import FileSystemStorage, default_storage

from config.backup.archive import MEDIA, Archive, ArchiveWriter


def is_here() -> bool:
    """Whether uploads lie in a folder, not in somebody's object store."""
    return isinstance(default_storage, FileSystemStorage)


def folder() -> Path:
    return Path(settings.MEDIA_ROOT)


def add_new(archive: ArchiveWriter) -> None:
    """Add what is not in it yet.

    Called before and after the database's snapshot: so every file a row of the
    snapshot names is there, also where it came or went meanwhile.
    """
    if not is_here():
        return
    for path in sorted(folder().rglob("*")):
        name = f"{MEDIA}/{path.relative_to(folder()).as_posix()}"
        if name in archive.files or path.is_symlink() or not path.is_file():
            continue
        try:
            with path.open("rb") as file:
                archive.add(name, file)
        except FileNotFoundError:
            continue  # deleted at this moment, so no row names it any more


def is_empty() -> bool:
    if not is_here() or not folder().exists():
        return True
    return not any(path.is_file() for path in folder().rglob("*"))


def unpack(archive: Archive) -> Path | None:
    """Beside its place; nothing of the site is touched yet."""
    if not is_here():
        return None
    new = folder().with_name(f"{folder().name}.restoring")
    remove(new)
    new.mkdir(parents=True)
    archive.refuse_without_room(new)
    for name in archive.media():
        archive.extract(name, new / name.removeprefix(f"{MEDIA}/"))
    return new


def put_in_place(new: Path | None, moment: datetime) -> list[str]:
    """Returns where what was there is kept."""
    if new is None:
        return []
    kept = []
    if not is_empty():
        aside = folder().with_name(f"{folder().name}.replaced-{moment:%Y%m%dT%H%M%SZ}")
        folder().rename(aside)
        kept.append(str(aside))
    remove(folder())
    new.rename(folder())
    return kept


def remove(tree: Path) -> None:
    """A folder of ours without files, or one of our own unpacking."""
    for path in sorted(tree.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()
    if tree.exists():
        tree.rmdir()
