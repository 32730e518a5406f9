from django.urls import include, path

from guide.changes.feed import ChangesFeed
from guide.changes.views import change_list
from guide.feeds import LatestFeed
from guide.lab.views import lab_profile, lab_run, newest_lab_run
from guide.llms import llms
from guide.open_data import views as open_data
from guide.public_pages import public
from guide.readership.views import read
from guide.views import pages
from guide.views.probes import probe_list

app_name = "guide"

urlpatterns = [
    path("search/", pages.search, name="search"),
    path("claims/", pages.claim_list, name="claims"),
    path("claims/on/<int:key>/", pages.evidence, name="evidence"),
    path("claims/on/<int:key>/stale/", pages.stale_claims, name="stale_claims"),
    path("claims/<slug:slug>/", pages.claim_detail, name="claim"),
    path("feed/changes/", public(ChangesFeed()), name="changes-feed"),
    path("changes/", change_list, name="changes"),
    path("feed/", public(LatestFeed()), name="feed"),
    path("data/", open_data.data_page, name="data"),
    path("data/SHA256SUMS", open_data.sums, name="data-sums"),
    path("data/schema.json", open_data.schema, name="data-schema"),
    path("data/<str:name>", open_data.download, name="data-file"),
    path("probes/", probe_list, name="probes"),
    path("read/<int:key>/", read, name="read"),
    path("llms.txt", llms, name="llms"),
    path("", include("guide.feedback.urls")),
    path("lab/", newest_lab_run, name="lab"),
    path("lab/<slug:run_id>/", lab_run, name="lab-run"),
    path("lab/<slug:run_id>/<slug:profile>/", lab_profile, name="lab-profile"),
    path("robots.txt", pages.robots, name="robots"),
]
