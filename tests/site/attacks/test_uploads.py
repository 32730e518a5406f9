"""Files that are not what they say: refused by the admin, or served inert.

Uploads are limited by WAGTAILIMAGES_EXTENSIONS, _MAX_UPLOAD_SIZE and _MAX_IMAGE_PIXELS,
and WAGTAILDOCS_EXTENSIONS. What lies in the folders some other way:
python -m tests.load attacks.
"""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from wagtail.documents.models import Document
from wagtail.images.models import Image

from tests.site.attacks.pictures import png

pytestmark = pytest.mark.django_db
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!doctype html><script>alert(1)</script>"


def bomb() -> bytes:
    """100 MB of nothing in a small archive."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", b"\x00" * 100_000_000)
    return file.getvalue()


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    """Real files: those in memory are served by other code."""
    disk = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    settings.STORAGES = {**settings.STORAGES, "default": disk}
    settings.MEDIA_ROOT = str(tmp_path)
    return tmp_path


@pytest.fixture
def admin(administrator):
    client = Client(raise_request_exception=False)
    client.force_login(administrator)
    return client


def add(client, kind: str, name: str, content: bytes, said: str):
    form = {"title": "A file", "file": SimpleUploadedFile("x", content, said)}
    form["file"].name = name  # as a browser that lies sends it
    if kind == "images":
        form["collection"] = "1"
    return client.post(f"/admin/{kind}/add/", form)


TWO_BILLION = (b"\0\0\0\1", b"\x7f\xff\xff\xff", 1)
NO_IMAGES = {
    "vectors": ("a.svg", SVG, "image/svg+xml"),
    "vectors that say PNG": ("a.png", SVG, "image/png"),
    "a page": ("a.html", HTML, "text/html"),
    "a page that says PNG": ("a.png", HTML, "image/png"),
    "a page that says JPEG": ("a.jpg", b"\xff\xd8\xff\xe0" + HTML, "image/jpeg"),
    "an archive": ("a.gif", b"PK\x03\x04" + b"\x00" * 100, "image/gif"),
    "40 million pixels and more": ("a.png", png(8_000, 8_000), "image/png"),
    "a line of two billion": ("a.png", png(1, 1).replace(*TWO_BILLION), "image/png"),
    "eleven megabytes": ("a.png", png(8, 8, more=b"\x00" * 11_000_000), "image/png"),
    "a program": ("a.exe", b"MZ" + b"\x00" * 100, "image/png"),
    "two endings": ("a.png.html", png(8, 8), "image/png"),
    "nothing": ("a.png", b"", "image/png"),
}  # fmt: skip


@pytest.mark.parametrize("what", NO_IMAGES)
def test_no_image_is_taken_that_is_none(admin, what):
    response = add(admin, "images", *NO_IMAGES[what])

    assert response.status_code == 200
    assert not Image.objects.exists()


@pytest.mark.parametrize(
    "name",
    ["a.html", "a.svg", "a.exe", "a.js", "a.htm", "a.xhtml", "a.php", "a", "a.pdf.exe"],
)
def test_no_document_is_taken_whose_kind_a_browser_runs(admin, name):
    response = add(admin, "documents", name, HTML, "application/pdf")

    assert response.status_code == 200
    assert not Document.objects.exists()


NAMES = {
    "levels up": "../../../../etc/a.{}",
    "levels up, the other way": "..\\..\\a.{}",
    "absolute": "/etc/a.{}",
    "NUL": "a\x00b.{}",
    "from right to left": "a\u202egnp.{}",
    "line breaks": "a\r\nSet-Cookie: b=c.{}",
    "markup": '"><script>alert(1)<.{}',
    "long": "x" * 300 + ".{}",
    "dots": "....{}",
    "a device": "CON.{}",
    "wide": "ａ．ｂ.{}",
}


@pytest.mark.parametrize("what", NAMES)
@pytest.mark.parametrize(
    ("kind", "ending", "content"),
    [("images", "png", png(8, 8)), ("documents", "pdf", b"%PDF-1.4\n")],
)
def test_no_name_leads_out_of_the_folder(admin, what, kind, ending, content):
    response = add(admin, kind, NAMES[what].format(ending), content, "image/png")

    assert response.status_code in (200, 302)
    model, folder = {
        "images": (Image, "original_images/"), "documents": (Document, "documents/"),
    }[kind]  # fmt: skip
    for kept in model.objects.all():
        path = kept.file.name
        assert path.startswith(folder)
        assert path.count("/") == 1
        assert (
            ".." not in path.removesuffix(f".{ending}")
            or "/" not in path[len(folder) :]
        )
        assert path.isprintable()
        assert not set('<>"\\\r\n\x00') & set(path)


INERT = {
    "a page in a text": ("a.txt", HTML),
    "a page in a PDF": ("a.pdf", b"%PDF-1.4\n" + HTML),
    "a script in JSON": ("a.json", b"alert(1)"),
    "a bomb in a PDF": ("a.pdf", bomb()),
    "a formula": ("a.csv", b"=cmd|' /C calc'!A0"),
    "a page in Markdown": ("a.md", HTML),
}


@pytest.mark.parametrize("what", INERT)
def test_a_document_is_handed_out_to_keep_and_not_to_run(admin, client, what):
    name, content = INERT[what]
    assert add(admin, "documents", name, content, "text/html").status_code == 302
    document = Document.objects.get()

    response = client.get(document.url)

    assert response.status_code == 200
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "text/html" not in response["Content-Type"]
    kept = response["Content-Disposition"].startswith("attachment")
    assert kept or response["Content-Type"] == "application/pdf"
    policy = response["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_documents_are_served_by_the_view_that_checks_access_alone(admin, client):
    add(admin, "documents", "a.txt", HTML, "text/plain")

    path = Document.objects.get().file.name

    assert client.get(f"/media/{path}").status_code == 404


def test_a_picture_with_a_page_behind_it_is_a_picture(admin):
    response = add(admin, "images", "a.png", png(8, 8, more=HTML), "image/png")

    assert response.status_code == 302
    assert (
        Image.objects.get().get_rendition("width-4").file.read().count(b"<script") == 0
    )


@pytest.mark.parametrize(
    "path",
    [
        "images/a.html", "images/a.svg", "images/a.js", "documents/a.txt", "a.png",
        "images/../documents/a.png", "images/%2e%2e/site.sqlite3", "images/a.png.html",
        "images/%00.png", "original_images/..%5c..%5ca.png", "images/", "IMAGES/a.png",
    ],
)  # fmt: skip
def test_nothing_but_an_image_is_served_from_the_folder(client, path, folder):
    for name in ("images", "documents", "original_images"):
        (folder / name).mkdir()
        for file in ("a.html", "a.svg", "a.js", "a.txt", "a.png.html"):
            (folder / name / file).write_bytes(HTML)

    assert client.get(f"/media/{path}").status_code == 404


def test_an_image_is_served_sealed(client, folder):
    (folder / "images").mkdir()
    (folder / "images" / "a.PNG").write_bytes(HTML)

    response = client.get("/media/images/a.PNG")

    assert response["Content-Type"] == "image/png"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
