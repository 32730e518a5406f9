"""What is installed with a package: its dependencies, and theirs."""

import re
from importlib.metadata import PackageNotFoundError, distribution


def installed_with(*names):
    """The packages that installing `names` brings, by normalised name.

    A requirement that is not installed here (another system, an extra nobody asked
    for) is left out.
    """
    found, waiting = set(), [normal(name) for name in names]
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        try:
            requires = distribution(name).requires or []
        except PackageNotFoundError:
            continue
        found.add(name)
        waiting += [normal(line) for line in requires if "extra ==" not in line]
    return sorted(found)


def normal(requirement):
    """`Jinja2>=3.1` as `jinja2`."""
    name = re.match(r"[A-Za-z0-9._-]+", requirement)[0]
    return re.sub(r"[-_.]+", "-", name).lower()


def megabytes_of(names):
    """Size of the installed files of these packages, compiled ones included."""
    files = [file.locate() for name in names for file in distribution(name).files or []]
    return sum(file.stat().st_size for file in files if file.exists()) / 1_000_000
