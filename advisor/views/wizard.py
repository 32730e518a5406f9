"""The wizard: its start and its questions. Everything is in the address."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from advisor.journey.address_problems import problems_of
from advisor.journey.answers import shown
from advisor.journey.links import step_url
from advisor.journey.routing import SETTLED, next_step
from advisor.views.asked import Asked, asked
from advisor.views.page_kinds import page_or_part, public_page
from advisor.wizard.question_page import question_page
from advisor.wizard.settled_page import settled_page
from advisor.wizard.start_page import start_page


@public_page
def start(request: HttpRequest) -> HttpResponse:
    """What the advisor does, and the ways through its questions."""
    this = asked(request)
    return render(
        request,
        "advisor/wizard/start.html",
        {
            "start": start_page(this.catalogue, this.journey),
            "problems": problems_of(this.catalogue, this.journey),
            "version": this.version,
        },
    )


@public_page
def question(request: HttpRequest, question_id: str) -> HttpResponse:
    """One question; after its form was sent, the way to the next step."""
    this = asked(request)
    journey = this.journey
    if question_id not in this.catalogue.questions:
        return _unknown_question(request, this, question_id)
    answered = question_id in journey.answers or question_id in journey.skipped
    if journey.submitted and answered and not journey.problems:
        following = next_step(this.catalogue, journey, after=question_id)
        return HttpResponseRedirect(step_url(this.catalogue, following, journey))
    context = {
        "question": question_page(
            question_id, this.evaluation, this.catalogue, journey
        ),
        "problems": problems_of(this.catalogue, journey, here=question_id),
        "unanswered": journey.submitted and not answered,
    }
    return page_or_part(request, "advisor/wizard/question.html", "wizard", context)


@public_page
def settled(request: HttpRequest) -> HttpResponse:
    """Nothing still open can change who is ahead: the proof, and the ways on."""
    this = asked(request)
    following = next_step(this.catalogue, this.journey)
    if following != SETTLED:
        url = step_url(this.catalogue, following, this.journey)
        if this.journey.problems:  # kept in the address, to be named there
            url = f"{url.partition('?')[0]}?{request.META['QUERY_STRING']}"
        return HttpResponseRedirect(url)
    context = {
        "settled": settled_page(this.evaluation, this.catalogue, this.journey),
        "problems": problems_of(this.catalogue, this.journey),
    }
    return page_or_part(request, "advisor/wizard/settled.html", "wizard", context)


def _unknown_question(
    request: HttpRequest, this: Asked, question_id: str
) -> HttpResponse:
    following = next_step(this.catalogue, this.journey)
    context = {
        "question_id": shown(question_id),
        "continue_url": step_url(this.catalogue, following, this.journey),
        "answered": len(this.journey.answers),
    }
    return render(request, "advisor/wizard/unknown_question.html", context, status=404)
