"""Addresses of the advisor's pages with the answers in them."""

from django.urls import reverse

from advisor.documents.catalogue import Catalogue
from advisor.journey.answers import THEN, Journey
from advisor.journey.routing import RESULT, SETTLED


def question_url(
    catalogue: Catalogue, question: str, journey: Journey, *, then_result: bool = False
) -> str:
    """One question with what was answered so far."""
    path = reverse("advisor:question", kwargs={"question_id": question})
    more = {THEN: "result"} if then_result else {}
    return path + journey.query(catalogue, **more)


def result_url(catalogue: Catalogue, journey: Journey) -> str:
    return reverse("advisor:result") + journey.query(catalogue)


def save_url(catalogue: Catalogue, journey: Journey) -> str:
    return reverse("advisor:saved-new") + journey.query(catalogue)


def own_url(catalogue: Catalogue, journey: Journey) -> str:
    """Where a member copies the rule set to change it, the answers coming along."""
    return reverse("advisor:own-new") + journey.query(catalogue)


def settled_url(catalogue: Catalogue, journey: Journey) -> str:
    return reverse("advisor:settled") + journey.query(catalogue)


def step_url(catalogue: Catalogue, step: str, journey: Journey) -> str:
    """The page of the next step as the routing decided it."""
    pages = {RESULT: result_url, SETTLED: settled_url}
    if step in pages:
        return pages[step](catalogue, journey)
    return question_url(catalogue, step, journey)
