"""The day after its review date a claim shows it everywhere; nobody touches it."""

import csv
import io
from collections.abc import Callable
from datetime import date

import pytest

from tests.guide.factories import (
    cell,
    make_article,
    make_claim,
    make_comparison,
    make_framework,
    row,
    section,
    text,
)

pytestmark = pytest.mark.django_db
DUE, AFTER = date(2026, 12, 24), date(2026, 12, 25)
LABEL = "Needs re-check"


@pytest.fixture
def places(client, administrator) -> dict[str, Callable[[], bool]]:
    """For each place that shows the claim: whether it says that it is stale."""
    claim = make_claim("quokka", statement="The quokka swims.", review_by=DUE)
    framework = make_framework("pouch")
    page = make_article(sections=[section("One", text("<p>So.</p>", [claim]))])
    table = make_comparison(
        [framework], [row("R", cell(framework, claims=[claim.pk]))], slug="marsupials"
    )

    def html(address: str) -> str:
        return client.get(address).content.decode()

    def queued() -> bool:
        client.force_login(administrator)
        found = html("/admin/reports/claims-to-re-check/?reason=overdue")
        client.logout()
        return "The quokka swims." in found

    def in_file() -> bool:
        file = io.StringIO(html("/api/v1/comparisons/marsupials?format=csv"))
        return next(csv.DictReader(file))["stale"] == "yes"

    def in_api_table() -> bool:
        data = client.get("/api/v1/comparisons/marsupials").json()
        return data["rows"][0]["cells"][0]["stale"]

    def in_api_list() -> bool:
        data = client.get("/api/v1/claims?stale=true&limit=100").json()
        return "quokka" in {item["slug"] for item in data["items"]}

    def in_page_footer() -> bool:
        return "is not current" in html(page.url)

    return {
        "page": lambda: LABEL.lower() in html(page.url).lower(),
        "page's end": in_page_footer,
        "table's cell": lambda: cell_of(html(table.url)).count(LABEL) == 1,
        "table's end": lambda: "is not current" in html(table.url),
        "claim's page": lambda: LABEL in html("/claims/quokka/"),
        "search hit": lambda: "Claim: needs re-check" in html("/search/?q=quokka"),
        "API claim": lambda: client.get("/api/v1/claims/quokka").json()["stale"],
        "API list": in_api_list,
        "API table": in_api_table,
        "CSV": in_file,
        "queue": queued,
    }


def cell_of(html: str) -> str:
    """The table alone, without the list of evidence below it."""
    return html[html.index("<tbody") : html.index("</table>")]


def test_on_its_last_day_nothing_says_so_and_the_day_after_everything(places, on_day):
    on_day(DUE)
    assert [name for name, is_stale in places.items() if is_stale()] == []
    on_day(AFTER)
    assert [name for name, is_stale in places.items() if not is_stale()] == []
