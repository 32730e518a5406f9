"""/.well-known/security.txt (RFC 9116), and the policy it points to."""

from datetime import UTC, datetime, time, timedelta

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from guide.public_pages import public

# What we promise is looked after as long as the site runs; a copy is true so long.
VALID_DAYS = 30
PLAIN = "text/plain; charset=utf-8"


@public
def security_txt(request: HttpRequest) -> HttpResponse:
    """Whom to tell. Without a contact there is no file: a made-up one would lie."""
    if not settings.SECURITY_CONTACT:
        raise Http404("SECURITY_CONTACT is not set.")
    lines = [f"Contact: {contact}" for contact in settings.SECURITY_CONTACT]
    lines += [
        f"Expires: {expires():%Y-%m-%dT%H:%M:%SZ}",
        f"Canonical: {settings.BASE_URL}{reverse('security-txt')}",
        f"Policy: {settings.BASE_URL}{reverse('security-policy')}",
        "Preferred-Languages: en",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type=PLAIN)


@public
def security_policy(request: HttpRequest) -> HttpResponse:
    """SECURITY.md as it stands in the repository."""
    text = (settings.BASE_DIR / "SECURITY.md").read_text(encoding="utf-8")
    return HttpResponse(text, content_type=PLAIN)


def expires() -> datetime:
    """The same moment all day long, so that the file is too."""
    today = datetime.combine(datetime.now(UTC).date(), time.min, UTC)
    return today + timedelta(days=VALID_DAYS)
