from django.urls import path

from guide import views
from guide.feeds import LatestFeed

app_name = "guide"

urlpatterns = [
    path("search/", views.search, name="search"),
    path("claims/", views.claim_list, name="claims"),
    path("claims/on/<int:key>/", views.evidence, name="evidence"),
    path("claims/<slug:slug>/", views.claim_detail, name="claim"),
    path("feed/", LatestFeed(), name="feed"),
    path("robots.txt", views.robots, name="robots"),
]
