"""The advisor's pages. Fixed words first: every other word is a question's id."""

from django.urls import include, path

from advisor.views import compare, exports, method, result, saved, wizard

app_name = "advisor"

urlpatterns = [
    path("", wizard.start, name="start"),
    path("result/", result.result, name="result"),
    path("settled/", wizard.settled, name="settled"),
    path("method/", method.method, name="method"),
    path("compare/", compare.compare, name="compare"),
    path("saved/", saved.saved_list, name="saved-list"),
    path("saved/new/", saved.saved_new, name="saved-new"),
    path("saved/<uuid:id>/", saved.saved_detail, name="saved-detail"),
    path("saved/<uuid:id>/record/", exports.saved_record, name="saved-record"),
    path("saved/<uuid:id>/edit/", saved.saved_edit, name="saved-edit"),
    path("saved/<uuid:id>/delete/", saved.saved_delete, name="saved-delete"),
    path("saved/<uuid:id>/restore/", saved.saved_restore, name="saved-restore"),
    path("", include("advisor.living_urls")),
    path("own/", include("advisor.own_urls")),
    path("<str:question_id>/", wizard.question, name="question"),
]
