"""A full disk: a clear answer, nothing corrupt, well again when there is room.

As root on a small tmpfs; elsewhere by a limit on the size of files (RLIMIT_FSIZE),
which SQLite reports as an input/output error: 503 then, not 507.
"""

import os
import random
import resource
import shutil
import subprocess
from contextlib import ExitStack, closing
from pathlib import Path
from sqlite3 import connect

from tests.load.harness.processes import Program
from tests.load.harness.promises import Promises
from tests.load.harness.site import Site
from tests.load.harness.traffic import Answer, Call, Client

ROOM = 2 * 1024 * 1024  # bytes beyond the site as it was prepared
CALLS = 3000


def mounted(stack: ExitStack, folder: Path, size: int) -> bool:
    """Whether `folder` is now a file system of `size` bytes."""
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "none", str(folder)]
    if os.geteuid() or subprocess.run(command, check=False).returncode:
        return False
    stack.callback(subprocess.run, ["umount", "-l", str(folder)], check=False)
    return True


def disk_full(
    stack: ExitStack, prepared_site: tuple[Path, list[str]], promises: Promises
) -> None:
    source, _ = prepared_site
    folder = source.parent / "small-disk"
    folder.mkdir()
    size = sum(f.stat().st_size for f in source.rglob("*") if f.is_file())
    tmpfs = mounted(stack, folder, size + 2 * ROOM)
    site = Site(stack, prepared_site, folder=folder).start()
    how = "tmpfs" if tmpfs else "RLIMIT_FSIZE"
    if not tmpfs:
        limit_files(site.server, largest_file(folder) + ROOM)
    filler = folder / "filler"
    if tmpfs:
        filler.write_bytes(b"0" * max(0, shutil.disk_usage(folder).free - ROOM))
    refused = fill(site)
    reading = Client(site.port).send(Call("/search/?query=django"))
    promises.check(
        f"disk full ({how}): a clear 507 or 503",
        f"{refused.status} {refused.headers.get('content-type')}",
        refused.status in ((507,) if tmpfs else (507, 503))
        and "retry-after" in refused.headers,
    )
    promises.check("disk full: reading goes on", reading.status, reading.status == 200)
    filler.unlink(missing_ok=True)
    if not tmpfs:
        limit_files(site.server, resource.RLIM_INFINITY)
    healed = Client(site.port).send(site.saving(random.Random(3)))
    promises.check(
        "room is back: saving works by itself", healed.status, healed.status == 201
    )
    with closing(connect(site.data / "site.sqlite3")) as file:
        sound = file.execute("PRAGMA integrity_check").fetchone()[0]
    promises.check("disk full: nothing corrupt", sound, sound == "ok")


def fill(site: Site) -> Answer:
    """Save until it is refused; the first answer that is not 201."""
    chance, client = random.Random(4), Client(site.port)
    for _ in range(CALLS):
        answer = client.send(site.saving(chance))
        if answer.status != 201:
            break
    return answer


def limit_files(server: Program, size: int) -> None:
    for pid in server.family():
        hard = resource.prlimit(pid, resource.RLIMIT_FSIZE)[1]
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (size, hard))


def largest_file(folder: Path) -> int:
    return max(f.stat().st_size for f in folder.rglob("*") if f.is_file())
