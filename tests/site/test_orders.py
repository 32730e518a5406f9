"""Lists in pages need an order without ties: a database may break them anew."""

import pytest
from django.apps import apps

OURS = [
    model
    for name in ("guide", "advisor")
    for model in apps.get_app_config(name).get_models()
    if model._meta.ordering
]


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_every_default_order_ends_in_something_unique(model):
    last = str(model._meta.ordering[-1]).removeprefix("-")

    assert (
        model._meta.pk.name == last
        or last == "pk"
        or model._meta.get_field(last).unique
    )


@pytest.mark.django_db
def test_the_rows_of_shipped_records_have_their_places():
    from guide.models import Claim, Framework

    for claim in Claim.objects.prefetch_related("sources"):
        places = [source.sort_order for source in claim.sources.all()]
        assert places == list(range(len(places)))
    for framework in Framework.objects.prefetch_related("releases"):
        places = [release.sort_order for release in framework.releases.all()]
        assert places == list(range(len(places)))
