import io
import logging

import pytest
from django.test import Client
from structlog.stdlib import ProcessorFormatter

from config.secret_addresses import without_secrets

TOKEN = "Zx_9-" + "y" * 38


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        (f"GET /advisor/shared/{TOKEN}/", "GET /advisor/shared/.../"),
        (f"GET /api/v1/shared/{TOKEN}?x=1", "GET /api/v1/shared/...?x=1"),
        (f"/advisor/saved/feed/{TOKEN}/ 404", "/advisor/saved/feed/.../ 404"),
        ("GET /advisor/method/", "GET /advisor/method/"),
    ],
)
def test_a_log_line_keeps_everything_but_the_key(line, kept):
    event = without_secrets(None, "info", {"event": line, "code": 200})

    assert event == {"event": kept, "code": 200}


@pytest.fixture
def logged():
    """What the site logs, as its console handler writes it."""
    text = io.StringIO()
    handler = logging.StreamHandler(text)
    handler.setFormatter(console_formatter())
    loggers = [logging.getLogger(name) for name in ("", "django_structlog")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.INFO)
    logging.getLogger().addHandler(handler)
    yield text
    logging.getLogger().removeHandler(handler)
    for logger, level in zip(loggers, levels, strict=True):
        logger.setLevel(level)


def console_formatter() -> logging.Formatter:
    return next(
        handler.formatter
        for handler in logging.getLogger().handlers
        if isinstance(handler.formatter, ProcessorFormatter)
    )


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/advisor/shared/{}/", "/api/v1/shared/{}"])
def test_no_line_of_a_request_holds_the_key(path, logged):
    Client().get(path.format(TOKEN))

    assert "request_started" in logged.getvalue()
    assert TOKEN not in logged.getvalue()
