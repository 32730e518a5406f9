from django.urls import path

from guide import views
from guide.changes.feed import ChangesFeed
from guide.changes.views import change_list
from guide.feeds import LatestFeed
from guide.public_pages import public

app_name = "guide"

urlpatterns = [
    path("search/", views.search, name="search"),
    path("claims/", views.claim_list, name="claims"),
    path("claims/on/<int:key>/", views.evidence, name="evidence"),
    path("claims/<slug:slug>/", views.claim_detail, name="claim"),
    path("feed/changes/", public(ChangesFeed()), name="changes-feed"),
    path("changes/", change_list, name="changes"),
    path("feed/", public(LatestFeed()), name="feed"),
    path("robots.txt", views.robots, name="robots"),
]
