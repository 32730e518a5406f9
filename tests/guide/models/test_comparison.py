import pytest
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from guide.models import ComparisonPage
from guide.models.comparison import column_problems
from tests.guide.factories import (
    cell,
    index,
    make_claim,
    make_comparison,
    make_framework,
    row,
)

pytestmark = pytest.mark.django_db


def test_rows_that_fill_every_column_once_have_no_problem():
    rows = [{"criterion": "Type", "cells": [{"framework": 1}, {"framework": 2}]}]
    assert list(column_problems([2, 1], rows)) == []


@pytest.mark.parametrize("cells", [[1], [1, 1, 2], [1, 2, 3], [1, 3], []])
def test_a_row_that_does_not_fill_the_columns_is_named(cells):
    rows = [{"criterion": "Type", "cells": [{"framework": key} for key in cells]}]
    problems = list(column_problems([1, 2], rows))
    assert len(problems) == 1
    assert "“Type”" in problems[0]


def test_a_framework_is_a_column_only_once():
    assert list(column_problems([1, 1], [])) == [
        "Each framework may be a column only once."
    ]


@pytest.fixture
def form_for(administrator):
    """A form of the admin's editor for a table with these columns and rows."""
    editor = ComparisonPage.get_edit_handler()
    form_class = editor.get_form_class()

    def build(columns, rows):
        page = make_comparison(columns, rows)
        bound = editor.get_bound_panel(
            instance=page, form=form_class(instance=page, for_user=administrator)
        )
        data = posted(bound.form)
        return form_class(
            data, instance=page, for_user=administrator, parent_page=index("compare")
        )

    return build


def is_valid_draft(form) -> bool:
    form.defer_required_fields()
    try:
        return form.is_valid()
    finally:
        form.restore_required_fields()  # the blocks are shared by all forms


def posted(form) -> dict[str, str]:
    """What a browser would send back for an unchanged form."""
    page = form.instance
    return nested_form_data(
        {
            "title": page.title,
            "slug": page.slug,
            "summary": page.summary,
            "reviewed_on": page.reviewed_on.isoformat(),
            "intro": rich_text(""),
            "seo_title": "",
            "search_description": "",
            "comment_notifications": "",
            "comments-TOTAL_FORMS": "0",
            "comments-INITIAL_FORMS": "0",
            "columns": streamfield(
                [("framework", column.value) for column in page.columns]
            ),
            "rows": streamfield([("row", posted_row(r.value)) for r in page.rows]),
        }
    )


def posted_row(value) -> dict:
    return {
        "criterion": value["criterion"],
        "group": value["group"],
        "explanation": value["explanation"],
        "cells": posted_list(
            [
                {
                    "framework": c["framework"],
                    "grade": c["grade"],
                    "text": rich_text(str(c["text"].source)),
                    "notes": posted_list([]),
                    "claims": posted_list(list(c["claims"])),
                    **({"opinion": "on"} if c["opinion"] else {}),
                }
                for c in value["cells"]
            ]
        ),
    }


def posted_list(values: list) -> dict:
    fields: dict = {"count": str(len(values))}
    for place, value in enumerate(values):
        fields[str(place)] = {
            "value": value,
            "deleted": "",
            "order": str(place),
            "id": "",
        }
    return fields


def test_an_editor_cannot_publish_a_row_with_a_missing_cell(form_for):
    flask, django = make_framework(), make_framework()
    form = form_for([flask, django], [row("Admin site", cell(flask))])
    assert not form.is_valid()
    assert "Admin site" in str(form.errors["rows"])


def test_an_editor_may_save_a_draft_with_a_missing_cell(form_for):
    flask, django = make_framework(), make_framework()
    form = form_for([flask, django], [row("Admin site", cell(flask))])
    assert is_valid_draft(form), form.errors


def test_an_editor_cannot_publish_a_cell_without_evidence(form_for):
    flask = make_framework()
    form = form_for([flask], [row("Admin site", cell(flask, opinion=False))])
    assert not form.is_valid()
    messages = form.errors.as_data()["rows"][0].block_errors[0].non_block_errors
    assert "Row “Admin site”, cell 1" in str(messages)


def test_an_editor_may_save_a_draft_without_evidence(form_for):
    flask = make_framework()
    form = form_for([flask], [row("Admin site", cell(flask, opinion=False))])
    assert is_valid_draft(form), form.errors


def test_a_complete_table_is_published(form_for):
    flask, claim = make_framework(), make_claim()
    form = form_for([flask], [row("Admin site", cell(flask, claims=[claim.pk]))])
    assert form.is_valid(), form.errors
    saved = form.save(commit=False)
    assert list(saved.rows[0].value["cells"][0]["claims"]) == [claim.pk]
