"""A member's API tokens: made, shown once, revoked."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods
from wagtail.models import APIToken

from advisor.accounts import actions
from advisor.accounts.forms import TokenForm
from advisor.accounts.working_tokens import working_tokens
from advisor.once.actions import Answer
from advisor.views.page_kinds import member_of, private_page
from advisor.views.sent_once import made_once


@require_http_methods(["GET", "HEAD", "POST"])
@private_page
def token_list(request: HttpRequest) -> HttpResponse:
    """Tokens that work, and a form for another. The plain text is shown once."""
    member = member_of(request)
    form = TokenForm(request.POST if request.method == "POST" else None, owner=member)
    shown: list[str] = []

    def create() -> Answer:
        token, plain_text = actions.create_api_token(
            owner=member, name=form.cleaned_data["name"]
        )
        shown.append(plain_text)  # never kept: only who made it sees it, once
        return {"name": token.name}

    made = made_once(request, form, create) if request.method == "POST" else None
    if made:
        form = TokenForm(owner=member)
    context = {
        "form": form,
        "made": made,
        "plain_text": shown[0] if shown else "",
        "tokens": working_tokens(member).order_by("-created"),
    }
    return render(request, "advisor/accounts/tokens.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@private_page
def token_revoke(request: HttpRequest, id: int) -> HttpResponse:
    """Asks first; a revoked token never works again."""
    token = get_object_or_404(APIToken, user=member_of(request), pk=id)
    if request.method == "POST":
        actions.revoke_api_token(token=token)
        return redirect("account-tokens")
    return render(request, "advisor/accounts/token_revoke.html", {"token": token})
