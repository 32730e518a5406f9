"""Names for downloaded records that every system can write."""

import re
import unicodedata

LONGEST = 60
NOTHING_LEFT = "decision-record"


def file_name(title: str, extension: str) -> str:
    """ASCII letters, digits and hyphens from `title`, then the extension."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
    return f"{slug[:LONGEST].strip('-') or NOTHING_LEFT}.{extension}"
