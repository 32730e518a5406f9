"""A view and its tests, with Django's test case and test runner."""

import sys

from django.conf import settings
from django.core.management import execute_from_command_line
from django.http import Http404, JsonResponse
from django.test import SimpleTestCase
from django.urls import path

settings.configure(ROOT_URLCONF=__name__, SECRET_KEY="example-only")
PRICES = {"tea": 250, "coffee": 320}


def price(request, drink):
    if drink not in PRICES:
        raise Http404
    return JsonResponse({"drink": drink, "cents": PRICES[drink]})


urlpatterns = [path("price/<drink>", price)]


class PriceTests(SimpleTestCase):
    def test_a_known_drink_has_a_price(self):
        response = self.client.get("/price/tea")

        self.assertEqual(response.status_code, 200)
        self.assertEqual(response.json(), {"drink": "tea", "cents": 250})

    def test_an_unknown_drink_is_not_found(self):
        self.assertEqual(self.client.get("/price/water").status_code, 404)


if __name__ == "__main__":
    execute_from_command_line(sys.argv)
