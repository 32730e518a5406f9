"""What newer rule sets make of saved results: put aside, by mail, as a private feed."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from advisor.models import NoticeSettings
from advisor.saved import actions
from advisor.saved.forms import NoticesForm
from advisor.saved.notice_feed import feed_of
from advisor.saved.own_recommendation import own_or_404
from advisor.secret_links import digest_of_secret
from advisor.views.page_kinds import member_of, private_page, secret_page


@require_POST
@private_page
def dismiss(request: HttpRequest, id: UUID) -> HttpResponse:
    """Seen. The standing stays, without asking for attention."""
    recommendation = own_or_404(request.user, id)
    actions.dismiss_notices(recommendation=recommendation)
    if request.POST.get("back") == "detail":
        return redirect("advisor:saved-detail", id=recommendation.pk)
    return redirect("advisor:saved-list")


@require_http_methods(["GET", "HEAD", "POST"])
@private_page
def choose(request: HttpRequest) -> HttpResponse:
    """Mail or not, and the address of the feed."""
    member = member_of(request)
    if request.method == "POST":
        _choose(request)
        return redirect("advisor:saved-notices")
    chosen = NoticeSettings.objects.filter(member=member).first()
    token = chosen.feed_token if chosen else None
    path = reverse("advisor:saved-feed", kwargs={"token": token}) if token else ""
    context = {
        "form": NoticesForm(initial={"by_mail": bool(chosen and chosen.by_mail)}),
        "feed_url": request.build_absolute_uri(path) if token else "",
    }
    return render(request, "advisor/saved/notices.html", context)


@secret_page
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """For feed readers, which have no session: the address is the key."""
    found = NoticeSettings.objects.select_related("member").filter(
        feed_digest=digest_of_secret(token), member__is_active=True
    )
    chosen = found.first()
    if chosen is None:
        raise Http404("There is no such feed.")
    text = feed_of(chosen.member, request.build_absolute_uri)
    return HttpResponse(text, content_type="application/atom+xml; charset=utf-8")


def _choose(request: HttpRequest) -> None:
    member = member_of(request)
    if "make_feed" in request.POST:
        actions.make_feed(member=member)
    elif "end_feed" in request.POST:
        actions.end_feed(member=member)
    else:
        form = NoticesForm(request.POST)
        form.is_valid()  # a box is ticked or not: there is nothing to refuse
        actions.choose_notices(member=member, by_mail=form.cleaned_data["by_mail"])
