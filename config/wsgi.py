"""The WSGI application that granian serves: the site, behind its cache of pages."""

import gc
import os
from pathlib import Path

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")
site = get_wsgi_application()

from django.conf import settings  # noqa: E402 - set up by now

from config.page_cache.application import Application, PageCache  # noqa: E402 - needs the apps

if settings.DATABASES["default"]["ENGINE"] == "config.postgresql":
    from config.postgresql.connection import give_up_in_this_process

    give_up_in_this_process()

application: Application = site
if settings.PAGE_CACHE_MEGABYTES:
    folder = settings.PROXY_CACHE_FOLDER
    capacity = settings.PAGE_CACHE_MEGABYTES * 1024 * 1024
    application = PageCache(site, capacity, Path(folder) if folder else None)

# What start-up made stays: the collector need not walk through it again and again,
# which took a tenth of a second now and then.
gc.collect()
gc.freeze()
