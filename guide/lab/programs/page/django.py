"""A page that lists 20 books, with Django's ORM and template language."""

import os

import django
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import models
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

PAGE = """<!doctype html><title>Books</title><h1>Books</h1><table>
{% for book in books %}<tr><td>{{ book.title }}</td><td>{{ book.author.name }}</td>
<td>{{ book.pages }}</td></tr>
{% endfor %}</table>"""
MEMORY = ("django.template.loaders.locmem.Loader", {"books.html": PAGE})
CACHED = ("django.template.loaders.cached.Loader", [MEMORY])

settings.configure(
    ROOT_URLCONF=__name__,
    ALLOWED_HOSTS=["127.0.0.1"],
    MIDDLEWARE=[],
    USE_I18N=False,
    DATABASES={
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": os.environ["LAB_DATABASE"],
            "CONN_MAX_AGE": None,
        }
    },
    TEMPLATES=[
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "OPTIONS": {"loaders": [CACHED]},
        }
    ],
)
django.setup()


class Author(models.Model):
    name = models.CharField(max_length=80)

    class Meta:
        app_label = "lab"
        db_table = "author"


class Book(models.Model):
    title = models.CharField(max_length=80)
    pages = models.IntegerField()
    author = models.ForeignKey(Author, models.CASCADE)

    class Meta:
        app_label = "lab"
        db_table = "book"


@require_safe
def books(request):
    newest = Book.objects.select_related("author").order_by("-id")[:20]
    return render(request, "books.html", {"books": newest})


urlpatterns = [path("books", books)]
app = get_wsgi_application()
