"""Who is calling: a token before a session, and a bad token is never ignored."""

from typing import cast

from django.conf import settings
from django.http import HttpRequest
from ninja.errors import AuthenticationError
from ninja.security import SessionAuth
from wagtail.api.v3.auth import BearerTokenAuth

from advisor.models import User

SIGN_IN = "Sign in, or send `Authorization: Bearer <token>`."


class TokenAuth(BearerTokenAuth):
    """A header that is there must be good, whatever the cookies say."""

    openapi_name = "token"

    def __call__(self, request: HttpRequest):
        token = super().__call__(request)
        if token is None and "Authorization" in request.headers:
            raise AuthenticationError(message="This token is not valid.")
        return token


class MemberSessionAuth(SessionAuth):
    """A session cookie; anything that writes needs the CSRF token too."""

    openapi_name = "session"

    def __call__(self, request: HttpRequest):
        if settings.SESSION_COOKIE_NAME not in request.COOKIES:
            raise AuthenticationError(message=SIGN_IN)
        user = super().__call__(request)
        if user is None:
            raise AuthenticationError(message=SIGN_IN)
        return user


def caller(request: HttpRequest) -> User:
    """The member one of the ways of `MEMBER` let in."""
    return cast(User, request.user)


MEMBER = [TokenAuth(), MemberSessionAuth()]
