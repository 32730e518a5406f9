"""Flask calls hooks around a request: for the whole program or one blueprint."""

from flask import Blueprint, Flask

PACKAGES = ("Flask",)
EXPECTED = {
    "/": ["program before", "view", "program after"],
    "/shop/": ["program before", "shop before", "view", "program after"],
}


def observe():
    called = []
    app, shop = Flask("probe"), Blueprint("shop", "shop", url_prefix="/shop")
    app.before_request(lambda: called.append("program before"))
    shop.before_request(lambda: called.append("shop before"))

    @app.after_request
    def after(response):
        called.append("program after")
        return response

    @app.get("/")
    @shop.get("/")
    def view():
        called.append("view")
        return "seen"

    app.register_blueprint(shop)
    client = app.test_client()
    order = {}
    for address in EXPECTED:
        called.clear()
        client.get(address)
        order[address] = list(called)
    return order
