"""The interactive pages of both APIs, drawn by Swagger UI under our policy."""

import pytest


@pytest.mark.parametrize(
    ("path", "call"),
    [
        ("/api/v1/docs", "Evaluate answers without saving anything"),
        ("/api/content/docs/", "List pages"),
    ],
)
def test_the_interactive_page_draws_every_call_without_complaint(page, path, call):
    page.goto(path)
    page.get_by_text(call).first.wait_for()
    assert page.locator(".opblock").count() > 15


def test_a_call_can_be_tried_from_the_page(page):
    page.goto("/api/v1/docs")
    page.locator("#operations-Facts-frameworks_list button").first.click()
    page.get_by_role("button", name="Try it out").click()
    page.get_by_role("button", name="Execute").click()
    page.locator(".live-responses-table .response-col_status").get_by_text(
        "200"
    ).wait_for()
