"""What the site is made of, from the lock file, as a CycloneDX 1.6 document."""

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

PINNED = re.compile(
    r"^(?P<name>[A-Za-z0-9._-]+)(?:\[[^]]*\])?==(?P<version>[^\s;\\]+)"
    r"\s*(?:;\s*(?P<marker>[^\\]+?))?\s*\\?$"
)
HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def bill_of_materials(lock: Path, made_at: datetime) -> dict[str, Any]:
    """One component per pinned package, with the digests that pip accepts of it.

    The same lock gives the same serial number. Raises ValueError for a line of the lock
    that is neither a pinned package nor a digest, and for a package without one.
    """
    components = [component(*found) for found in packages(lock)]
    text = lock.read_text(encoding="utf-8")
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid5(NAMESPACE_URL, text)}",
        "version": 1,
        "metadata": {
            "timestamp": made_at.isoformat(),
            "component": {
                "type": "application",
                "bom-ref": "flask-or-django",
                "name": "flask-or-django",
            },
        },
        "components": components,
        "dependencies": [
            {
                "ref": "flask-or-django",
                "dependsOn": [found["bom-ref"] for found in components],
            }
        ],
    }


def packages(lock: Path) -> Iterator[tuple[str, str, str, list[str]]]:
    """Name, version, marker and digests of each package."""
    current: tuple[str, str, str, list[str]] | None = None
    for line in lock.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        digest = HASH.search(line)
        if digest and line.startswith(" ") and current:
            current[3].append(digest[1])
            continue
        pinned = PINNED.fullmatch(line)
        if pinned is None:
            raise ValueError(f"{lock.name}: {line!r} is not a pinned package.")
        if current:
            yield current
        current = (pinned["name"], pinned["version"], pinned["marker"] or "", [])
    if current:
        yield current


def plain_name(name: str) -> str:
    """Its one spelling, whichever of the allowed ones was used."""
    return re.sub(r"[-_.]+", "-", name).lower()


def component(
    name: str, version: str, marker: str, digests: list[str]
) -> dict[str, Any]:
    if not digests:
        raise ValueError(f"{name} has no digest in the lock.")
    address = f"pkg:pypi/{plain_name(name)}@{version}"
    files = [
        {
            "type": "distribution",
            "url": address,
            "hashes": [{"alg": "SHA-256", "content": digest}],
        }
        for digest in digests
    ]
    found = {
        "type": "library",
        "bom-ref": address,
        "name": name,
        "version": version,
        "purl": address,
        "externalReferences": files,
    }
    if marker:
        found["properties"] = [{"name": "marker", "value": marker.strip()}]
    return found
