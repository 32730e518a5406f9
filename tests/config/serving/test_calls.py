"""From granian's scope to PEP 3333 and back."""

from types import SimpleNamespace

import pytest
from django.http import FileResponse, HttpResponse, StreamingHttpResponse

from config.serving.calls import UnreadableAddressError, answer, environ_of, send


class Headers(dict):
    """As granian gives them; `items` fails where one is not plain text."""

    def items(self):
        if "�" in "".join(self.values()):
            raise RuntimeError("failed to convert header to a str")
        return [(name, part) for name, v in super().items() for part in v.split("|")]

    def get(self, name, default=None):
        value = super().get(name, default)
        return default if value == "�" else value


def scope(path="/", headers=(), **more):
    given = {
        "http_version": "1.1",
        "scheme": "http",
        "method": "GET",
        "query_string": "a=1",
        "server": "127.0.0.1:8000",
        "client": "192.0.2.7:5555",
        "authority": None,
    }
    return SimpleNamespace(path=path, headers=Headers(headers), **{**given, **more})


class Proto:
    """Notes what is sent."""

    def __init__(self):
        self.sent = []

    def response_bytes(self, status, headers, body):
        self.sent.append((status, body))

    def response_file(self, status, headers, path):
        self.sent.append((status, path))

    def response_stream(self, status, headers):
        return SimpleNamespace(send_bytes=self.sent.append)


def test_a_request_in_the_words_of_cgi():
    environ = environ_of(scope(headers={"host": "guide.example", "x-a": "1"}))
    assert environ["REQUEST_METHOD"] == "GET"
    assert environ["QUERY_STRING"] == "a=1"
    assert environ["HTTP_HOST"] == "guide.example"
    assert environ["HTTP_X_A"] == "1"
    assert environ["SERVER_PROTOCOL"] == "HTTP/1.1"
    assert environ["SERVER_PORT"] == "8000"


@pytest.mark.parametrize(
    ("client", "address"),
    [("192.0.2.7:5555", "192.0.2.7"), ("[2001:db8::1]:5555", "2001:db8::1")],
)
def test_a_client_is_an_address_without_a_port(client, address):
    assert environ_of(scope(client=client))["REMOTE_ADDR"] == address


def test_a_path_is_bytes_in_latin_1():
    assert environ_of(scope("/é"))["PATH_INFO"] == "/Ã©"


def test_a_path_that_is_no_text_is_named_so():
    class Broken(SimpleNamespace):
        @property
        def path(self):
            raise RuntimeError("invalid utf-8")

    with pytest.raises(UnreadableAddressError):
        environ_of(Broken())


def test_content_type_and_length_have_names_of_their_own():
    environ = environ_of(scope(headers={"content-type": "a/b", "content-length": "3"}))
    assert (environ["CONTENT_TYPE"], environ["CONTENT_LENGTH"]) == ("a/b", "3")


def test_a_header_said_twice_is_joined():
    assert environ_of(scope(headers={"x-a": "1|2"}))["HTTP_X_A"] == "1,2"


def test_a_header_that_would_pass_for_another_is_dropped():
    environ = environ_of(scope(headers={"x_forwarded_for": "192.0.2.1"}))
    assert "HTTP_X_FORWARDED_FOR" not in environ


def test_a_header_that_is_not_plain_text_is_empty():
    environ = environ_of(scope(headers={"x-a": "�", "x-b": "1"}))
    assert (environ["HTTP_X_A"], environ["HTTP_X_B"]) == ("", "1")


def test_nothing_of_this_machine_is_in_it(monkeypatch):
    monkeypatch.setenv("SECRET_OF_THE_MACHINE", "1")
    assert "SECRET_OF_THE_MACHINE" not in environ_of(scope())


def test_a_page_is_sent_at_once():
    proto = Proto()
    send(proto, 200, [], HttpResponse(b"page"))
    send(proto, 200, [], [b"a", b"b"])
    assert proto.sent == [(200, b"page"), (200, b"ab")]


def test_a_stream_is_sent_piece_by_piece():
    proto = Proto()
    send(proto, 200, [], StreamingHttpResponse([b"a", b"b"]))
    assert proto.sent == [b"a", b"b"]


def test_a_whole_file_is_left_to_the_server(tmp_path):
    path = tmp_path / "a.css"
    path.write_bytes(b"css")
    proto = Proto()
    send(proto, 200, [], FileResponse(path.open("rb")))
    assert proto.sent == [(200, str(path))]


def test_a_part_of_a_file_is_not(tmp_path):
    path = tmp_path / "a.css"
    path.write_bytes(b"css")
    file = path.open("rb")
    file.seek(1)
    proto = Proto()
    send(proto, 200, [], FileResponse(file))
    assert proto.sent == [b"ss"]


def test_an_answer_is_closed_once_it_is_sent():
    said = []

    class Result(list):
        def close(self):
            said.append("closed")

    class Listening(Proto):
        def response_bytes(self, status, headers, body):
            said.append(status)

    def application(environ, start):
        start("404 Not Found", [])
        return Result([b""])

    answer(application, {}, Listening())
    assert said == [404, "closed"]
