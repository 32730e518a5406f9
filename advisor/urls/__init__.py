"""The advisor's pages. Fixed words first: every other word is a question's id."""

from django.urls import include, path

from advisor.views import compare, method, result, wizard

app_name = "advisor"

urlpatterns = [
    path("", wizard.start, name="start"),
    path("result/", result.result, name="result"),
    path("settled/", wizard.settled, name="settled"),
    path("method/", method.method, name="method"),
    path("compare/", compare.compare, name="compare"),
    path("", include("advisor.urls.saved")),
    path("own/", include("advisor.urls.own_rule_sets")),
    path("<str:question_id>/", wizard.question, name="question"),
]
