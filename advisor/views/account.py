"""A member's account: overview, menu, export and leaving for good."""

import json

from allauth.account.decorators import reauthentication_required
from django.contrib.auth import logout
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from advisor.accounts import actions
from advisor.accounts.forms import DeleteAccountForm
from advisor.accounts.signed_in_hint import remove_hint
from advisor.accounts.working_tokens import working_tokens
from advisor.models import Recommendation, User
from advisor.views.page_kinds import member_of, private_page, public_page, unstored


@require_safe
@private_page
def home(request: HttpRequest) -> HttpResponse:
    """What is kept about the member, and where to change it."""
    context = {
        "saved": Recommendation.objects.visible_to(request.user).count(),
        "tokens": working_tokens(member_of(request)).count(),
    }
    return render(request, "advisor/accounts/home.html", context)


@require_safe
def menu(request: HttpRequest) -> HttpResponse:
    """The fragment that stands in the header instead of the sign-in link."""
    response = render(request, "advisor/accounts/menu.html")
    if not request.user.is_authenticated:
        # The session is over although the hint said otherwise.
        remove_hint(response)
    return unstored(response)


@require_safe
@private_page
def export(request: HttpRequest) -> HttpResponse:
    """Everything kept about the member, as a file."""
    data = actions.export_member_data(user=member_of(request))
    text = json.dumps(data, indent=2, ensure_ascii=False)
    day = timezone.localdate().isoformat()
    response = HttpResponse(text, content_type="application/json")
    response["Content-Disposition"] = f'attachment; filename="my-data-{day}.json"'
    return response


@require_http_methods(["GET", "POST"])
@private_page
@reauthentication_required(allow_get=True)
def delete(request: HttpRequest) -> HttpResponse:
    """Asks for a deliberate yes and for the password, then erases everything."""
    form = DeleteAccountForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.delete_member(user=User.objects.get(pk=member_of(request).pk))
        except ValidationError as error:
            form.add_error(None, error)
        else:
            logout(request)
            return redirect("account-deleted")
    context = {
        "form": form,
        "saved": Recommendation.objects.visible_to(request.user).count(),
        "tokens": working_tokens(member_of(request)).count(),
    }
    return render(request, "advisor/accounts/delete.html", context)


@public_page
def deleted(request: HttpRequest) -> HttpResponse:
    return render(request, "advisor/accounts/deleted.html")
