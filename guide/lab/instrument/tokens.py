"""Requests of a profile made ready to send: host, cookies, CSRF token. Standard
library only; used by a measured process and by whoever asks a server."""

import json
import re
from collections.abc import Callable
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlencode

from asking import Answer, Ask

FIELD = re.compile(r'name="(csrf\w+)"[^>]*? value="([^"]+)"')
HOST = "127.0.0.1:8000"


def ready_asks(
    requests: list[dict[str, Any]], token_from: str, answer: Callable[[Ask], Answer]
) -> list[Ask]:
    """`requests` as they are sent; one request to `token_from` first, if it is set."""
    if not token_from:
        return [ask_of(request) for request in requests]
    start = answer(ask_of({"path": token_from}))
    cookie = cookie_of(start)
    try:
        field, token = "", json.loads(start.body)["token"]
    except ValueError:
        found = FIELD.search(start.body.decode())
        field, token = found.groups() if found else ("", "")
    return [ask_of(request, cookie, field, token) for request in requests]


def ask_of(
    request: dict[str, Any], cookie: str = "", field: str = "", token: str = ""
) -> Ask:
    body = request.get("body", "")
    headers = {"host": request.get("host", HOST), "accept": "*/*"}
    if "content_type" in request:
        headers["content-type"] = request["content_type"]
    if cookie:
        headers["cookie"] = cookie
    if request.get("with_token") and field:
        body += "&" + urlencode({field: token})
    elif request.get("with_token"):
        headers["x-csrftoken"] = token
    if body:
        headers["content-length"] = str(len(body.encode()))
    method = request.get("method", "GET")
    return Ask(method, request["path"], body.encode(), headers)


def cookie_of(answer: Answer) -> str:
    jar: SimpleCookie = SimpleCookie()
    for name, value in answer.headers:
        if name.lower() == "set-cookie":
            jar.load(value)
    return "; ".join(f"{key}={item.value}" for key, item in jar.items())
