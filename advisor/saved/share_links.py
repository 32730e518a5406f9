"""The address at which others read a shared result."""

from django.http import HttpRequest
from django.urls import reverse

from advisor.models import Recommendation


def share_url(request: HttpRequest, recommendation: Recommendation) -> str | None:
    """The whole address, None while the result is not shared."""
    token = recommendation.share_token
    if token is None:
        return None
    path = reverse("advisor:shared", kwargs={"token": token})
    return request.build_absolute_uri(path)
