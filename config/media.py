"""Uploaded images, where no web server in front serves them."""

from django.conf import settings
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.static import serve

IMAGE_FOLDERS = ("images/", "original_images/")


def serve_media(request: HttpRequest, path: str) -> HttpResponseBase:
    """Serve an image. Documents go through Wagtail's view, which checks access."""
    if not path.startswith(IMAGE_FOLDERS):
        raise Http404("Only images are served here.")
    response = serve(request, path, document_root=settings.MEDIA_ROOT)
    response["X-Content-Type-Options"] = "nosniff"
    return response
