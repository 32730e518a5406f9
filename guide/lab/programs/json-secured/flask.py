"""A JSON endpoint with session, CSRF protection, headers and host check."""

from flask import Flask, request, session
from flask_wtf import CSRFProtect
from flask_wtf.csrf import generate_csrf

app = Flask(__name__)
app.config.update(
    SECRET_KEY="only-for-the-lab",
    TRUSTED_HOSTS=["127.0.0.1"],
    SESSION_COOKIE_SAMESITE="Lax",
)
CSRFProtect(app)
HEADERS = {
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


@app.after_request
def add_headers(response):
    response.headers.update(HEADERS)
    return response


@app.get("/start")
def start():
    session["name"] = "reader"
    return {"token": generate_csrf()}


@app.post("/greeting")
def greeting():
    numbers = request.get_json()["numbers"]
    return {"greeting": f"Hello, {session['name']}", "sum": sum(numbers)}
