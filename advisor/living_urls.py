"""What happens to a saved result later: shared, run again, watched."""

from django.urls import path

from advisor.views import shared

urlpatterns = [
    path("saved/<uuid:id>/share/", shared.saved_share, name="saved-share"),
    path("shared/<str:token>/", shared.shared, name="shared"),
]
