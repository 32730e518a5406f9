"""The files as they are, made once for each edition of the site."""

from dataclasses import dataclass
from typing import Any

from guide.kept_for_edition import KeptForEdition
from guide.open_data.document import open_document
from guide.open_data.files import DataFile, all_files


@dataclass(frozen=True)
class OpenData:
    """`about`: the document's own fields, with numbers where it has lists."""

    about: dict[str, Any]
    files: dict[str, DataFile]


def made() -> OpenData:
    document = open_document()
    about = {
        name: len(value) if isinstance(value, list) else value
        for name, value in document.items()
    }
    return OpenData(about, {file.name: file for file in all_files(document)})


# Every fact of the site goes into them, which takes as long as thirty pages.
open_data = KeptForEdition(made)
