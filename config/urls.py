"""Every URL of the site, in the order they are tried."""

from typing import NoReturn

from django.conf import settings
from django.contrib import admin
from django.http import Http404, HttpRequest
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.contrib.sitemaps.views import sitemap
from wagtail.documents import urls as wagtaildocs_urls

from config.api import api
from config.content_api import content_api
from config.health import healthz, readyz
from config.media import serve_media
from config.security_txt import security_policy, security_txt
from guide.public_pages import public

# Wagtail's and Django's own log-in pages know no limits and no second factor.
to_login = RedirectView.as_view(pattern_name="account_login", query_string=True)
to_logout = RedirectView.as_view(pattern_name="account_logout")


def no_such_api(request: HttpRequest) -> NoReturn:
    """Programs get a 404, not a redirect to a page that does not exist either."""
    raise Http404


urlpatterns = [
    path("api/v1/", api.urls),  # first: asked most, and finding it costs as it counts
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path(".well-known/security.txt", security_txt, name="security-txt"),
    path("security-policy.txt", security_policy, name="security-policy"),
    path("sitemap.xml", public(sitemap), name="sitemap"),
    path("admin/login/", to_login),
    path("admin/logout/", to_logout),
    path("admin/password_reset/", to_login),
    path("admin/", include(wagtailadmin_urls)),
    path("django-admin/login/", to_login),
    path("django-admin/logout/", to_logout),
    path("django-admin/", admin.site.urls),
    path("_util/login/", to_login),
    path("documents/", include(wagtaildocs_urls)),
    re_path(rf"^{settings.MEDIA_URL.strip('/')}/(?P<path>.*)$", serve_media),
    path("api/content/", content_api.urls),
    re_path(r"^api/", no_such_api),
    path("account/", include("advisor.urls.accounts")),
    path("account/", include("allauth.urls")),
    path("advisor/", include("advisor.urls")),
    path("", include("guide.urls")),
    path("", include(wagtail_urls)),
]

if settings.METRICS:
    urlpatterns.insert(0, path("", include("django_prometheus.urls")))

handler500 = "config.outages.outage_or_error"
handler429 = "config.too_many.too_many_requests"  # for allauth
