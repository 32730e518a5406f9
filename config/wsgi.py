"""The WSGI application that granian serves: the site, behind its cache of pages."""

import os
from pathlib import Path

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")
site = get_wsgi_application()

from django.conf import settings  # noqa: E402 - set up by now

from config.page_cache.application import Application, PageCache  # noqa: E402 - needs the apps

application: Application = site
if settings.PAGE_CACHE_MEGABYTES:
    folder = settings.PROXY_CACHE_FOLDER
    capacity = settings.PAGE_CACHE_MEGABYTES * 1024 * 1024
    application = PageCache(site, capacity, Path(folder) if folder else None)
