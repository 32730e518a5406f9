"""What happens to a saved result later: shared, run again, watched."""

from django.urls import path

from advisor.views import notices, rerun, shared

urlpatterns = [
    path("saved/<uuid:id>/share/", shared.saved_share, name="saved-share"),
    path("saved/<uuid:id>/rerun/", rerun.saved_rerun, name="saved-rerun"),
    path("saved/<uuid:id>/dismiss/", notices.dismiss, name="saved-dismiss"),
    path("saved/notices/", notices.choose, name="saved-notices"),
    path("saved/feed/<str:token>/", notices.feed, name="saved-feed"),
    path("shared/<str:token>/", shared.shared, name="shared"),
]
