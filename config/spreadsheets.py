"""Wagtail's own exports as CSV: no cell that a spreadsheet would take for a formula."""

from typing import Any

from django.utils.encoding import force_str
from wagtail.admin.views.mixins import SpreadsheetExportMixin, list_to_str

from guide.table_files import defused


def defuse_exports() -> None:
    """For every report and list of the admin, those of other packages too.

    Its XLSX files mark such cells as text already.
    """
    of_csv = SpreadsheetExportMixin.FORMAT_CSV
    by_class: dict[Any, Any] = SpreadsheetExportMixin.custom_value_preprocess
    by_class[list] = {**by_class[list], of_csv: lambda v: defused(list_to_str(v))}
    by_class[object] = {of_csv: safe_cell}  # last: whatever nothing else is for


def safe_cell(value: Any) -> Any:
    text = force_str(value, strings_only=True)
    return defused(text) if isinstance(text, str) else text
