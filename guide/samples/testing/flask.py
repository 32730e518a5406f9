"""A view and its tests, with pytest and Flask's test client."""

import pytest
from flask import Flask, abort

app = Flask(__name__)
PRICES = {"tea": 250, "coffee": 320}


@app.get("/price/<drink>")
def price(drink):
    if drink not in PRICES:
        abort(404)
    return {"drink": drink, "cents": PRICES[drink]}


@pytest.fixture
def client():
    app.config["TESTING"] = True
    return app.test_client()


def test_a_known_drink_has_a_price(client):
    response = client.get("/price/tea")

    assert response.status_code == 200
    assert response.json == {"drink": "tea", "cents": 250}


def test_an_unknown_drink_is_not_found(client):
    assert client.get("/price/water").status_code == 404
