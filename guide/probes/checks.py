"""The shipped claims name only probes that exist."""

import tomllib
from pathlib import Path

from django.core.checks import Error, register

from guide.content_files import CONTENT_DIR
from guide.probes.catalogue import probe_slugs


@register()
def shipped_claims_name_real_probes(
    app_configs, folder: Path = CONTENT_DIR, **kwargs
) -> list[Error]:
    known = set(probe_slugs())
    return [
        Error(
            f"{path.name}: claim {claim.get('slug')} names the probe "
            f"{claim['probe']!r}, which does not exist.",
            hint="Name a file of guide/probes/facts without its ending.",
            id="guide.E001",
        )
        for path in sorted((folder / "claims").glob("*.toml"))
        for claim in tomllib.loads(path.read_text(encoding="utf-8"))["claim"]
        if claim.get("probe", "") not in known | {""}
    ]
