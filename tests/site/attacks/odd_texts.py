"""Texts that broke programs before, as bytes: part of an address, or typed."""

ODD = {
    "nothing": b"",
    "a blank": b" ",
    "NUL": b"\x00",
    "NUL within": b"a\x00b",
    "half a character": b"\xed\xa0\x80",
    "overlong": b"\xc0\xaf\xe0\x80\xaf",
    "no UTF-8": b"\xff\xfe",
    "a quote": b'"',
    "an open quote": b'a "b',
    "per cent": b"%",
    "underscore": b"_",
    "from right to left": "a\u202e\u2066\u200fb".encode(),
    "stacked": ("Z" + "\u0301\u0327\u0338" * 60).encode(),
    "joined emoji": "👩‍💻🏳️‍🌈".encode(),
    "wide": "＜script＞１２".encode(),
    "other digits": "٣𝟛²".encode(),
    "huge number": b"1" + b"0" * 30,
    "huge negative": b"-1" + b"0" * 30,
    "1e400": b"1e400",
    "NaN": b"NaN",
    "long": b"x" * 9_000,
    "two levels up": b"../../etc/passwd",
    "a template": b"{{7*7}}${7*7}{%x%}",
    "SQL": b"'; DROP TABLE a; --",
    "search words": b"a AND NEAR(b* -c:d",
    "line breaks": b"a\r\nSet-Cookie: b=c",
    "markup": b"\"'><xss-probe onxss=7q>",
}


def quoted(text: bytes) -> str:
    return "".join(f"%{byte:02X}" for byte in text)
