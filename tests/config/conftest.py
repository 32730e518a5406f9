"""What tests of the log share."""

import io
import logging

import pytest
from structlog.stdlib import ProcessorFormatter


@pytest.fixture
def logged():
    """What the site logs, as its console handler writes it."""
    text = io.StringIO()
    handler = logging.StreamHandler(text)
    handler.setFormatter(console_formatter())
    loggers = [logging.getLogger(name) for name in ("", "guide.requests")]
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
