"""A secret key for one machine, made once and kept beside its data."""

import os
from pathlib import Path

from django.core.management.utils import get_random_secret_key


def local_secret_key(folder: Path) -> str:
    """Return the key in `folder`, making it (readable by the owner alone) at first."""
    path = folder / "secret-key"
    try:
        return path.read_text()
    except FileNotFoundError:
        folder.mkdir(parents=True, exist_ok=True)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    try:
        with os.fdopen(os.open(path, flags, 0o600), "w") as file:
            file.write(get_random_secret_key())
    except FileExistsError:  # another process was first
        pass
    return path.read_text()
