"""Make nginx forget: its cached pages are files, and a missing file is a miss.

nginx itself can only be told to forget one address at a time, and that by a module it
is not shipped with. The folder holds nothing but its cache (`levels` is not set, so the
files lie flat), and nginx goes on without a reload.
"""

import re
from pathlib import Path

NGINX_KEY = re.compile(r"[0-9a-f]{32}")  # the MD5 that nginx names a cached page by


def forget(folder: Path) -> int:
    """Delete nginx's cached pages in `folder`; how many. Nothing else is touched.

    Safe beside nginx and beside other processes doing the same.
    """
    gone = 0
    for path in folder.iterdir() if folder.is_dir() else ():
        if NGINX_KEY.fullmatch(path.name):
            path.unlink(missing_ok=True)
            gone += 1
    return gone
