"""Saved results: kept, shared, run again, watched."""

from django.urls import path

from advisor.views import exports, notices, rerun, saved, saved_edit, shared

urlpatterns = [
    path("saved/", saved.saved_list, name="saved-list"),
    path("saved/new/", saved.saved_new, name="saved-new"),
    path("saved/<uuid:id>/", saved.saved_detail, name="saved-detail"),
    path("saved/<uuid:id>/record/", exports.saved_record, name="saved-record"),
    path("saved/<uuid:id>/edit/", saved_edit.saved_edit, name="saved-edit"),
    path("saved/<uuid:id>/delete/", saved.saved_delete, name="saved-delete"),
    path("saved/<uuid:id>/restore/", saved.saved_restore, name="saved-restore"),
    path("saved/<uuid:id>/share/", shared.saved_share, name="saved-share"),
    path("saved/<uuid:id>/rerun/", rerun.saved_rerun, name="saved-rerun"),
    path("saved/<uuid:id>/dismiss/", notices.dismiss, name="saved-dismiss"),
    path("saved/notices/", notices.choose, name="saved-notices"),
    path("saved/feed/<str:token>/", notices.feed, name="saved-feed"),
    path("shared/<str:token>/", shared.shared, name="shared"),
]
