"""Uploaded images, where no web server in front serves them."""

from pathlib import PurePosixPath

from django.conf import settings
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.static import serve

IMAGE_FOLDERS = ("images/", "original_images/")
# Whatever a file holds, nothing of it runs: not as a page, not as a picture of vectors.
SEALED = "default-src 'none'; sandbox"


def serve_media(request: HttpRequest, path: str) -> HttpResponseBase:
    """Serve an image. Documents go through Wagtail's view, which checks access."""
    kind = PurePosixPath(path).suffix.removeprefix(".").lower()
    if (
        not path.startswith(IMAGE_FOLDERS)
        or kind not in settings.WAGTAILIMAGES_EXTENSIONS
    ):
        raise Http404("Only images are served here.")
    response = serve(request, path, document_root=settings.MEDIA_ROOT)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = SEALED
    return response
