"""`/data/`: the page that explains the download, and the files."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.dateparse import parse_date

from guide.lab.schemas import RunOut
from guide.open_data.files import MAKERS, SUMS, checksums
from guide.open_data.published import open_data
from guide.open_data.schemas import OpenClaim, OpenDocument, OpenProbe, OpenTable
from guide.public_pages import public
from guide.structured_data import of_open_data

TRAIL = [{"title": settings.WAGTAIL_SITE_NAME, "url": "/"}, {"title": "Open data"}]
PARTS = (
    ("The document", OpenDocument),
    ("A claim", OpenClaim),
    ("A table", OpenTable),
    ("A run of the lab", RunOut),
    ("A run of a probe", OpenProbe),
)


@public
def data_page(request: HttpRequest) -> HttpResponse:
    data = open_data()
    about, files = data.about, data.files.values()
    context: dict[str, Any] = {
        "document": about,
        "files": files,
        "changed_on": parse_date(about["changed_on"] or ""),
        "structured_data": of_open_data(files, TRAIL, about, request),
        "sums": SUMS,
        "parts": [described(title, part) for title, part in PARTS],
        "trail": TRAIL,
    }
    return render(request, "guide/open_data/data.html", context)


def described(title: str, part: Any) -> dict[str, Any]:
    """The fields of a schema that say something about themselves."""
    fields = part.model_fields.items()
    said = [(name, field.description) for name, field in fields if field.description]
    return {"title": title, "fields": said}


@public
def download(request: HttpRequest, name: str) -> HttpResponse:
    """One file; its ETag is its SHA-256 digest."""
    if name not in MAKERS:
        raise Http404
    file = open_data().files[name]
    response = HttpResponse(file.content, content_type=file.content_type)
    response["ETag"] = f'"{file.digest}"'
    response["Content-Disposition"] = f'attachment; filename="{file.name}"'
    response["Access-Control-Allow-Origin"] = "*"  # the same for all, and no secret
    return response


@public
def sums(request: HttpRequest) -> HttpResponse:
    text = checksums(open_data().files.values())
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


@public
def schema(request: HttpRequest) -> HttpResponse:
    """The JSON schema of guide.json."""
    return JsonResponse(
        OpenDocument.model_json_schema(), json_dumps_params={"indent": 1}
    )
