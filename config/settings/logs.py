"""Structured logs: one JSON line per request, readable lines in development."""

from typing import Any

import structlog

from config.secret_addresses import without_secrets

SHARED_PROCESSORS = [
    structlog.contextvars.merge_contextvars,
    structlog.processors.TimeStamper(fmt="iso"),
    structlog.stdlib.add_logger_name,
    structlog.stdlib.add_log_level,
]


def formatter(renderer: object) -> dict:
    return {
        "()": structlog.stdlib.ProcessorFormatter,
        "processors": [
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            renderer,
            without_secrets,  # last: the whole line, whatever it was made of
        ],
        "foreign_pre_chain": SHARED_PROCESSORS,
    }


LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "json": formatter(structlog.processors.JSONRenderer()),
        # Not the renderer's own tracebacks: they show every local variable, secrets
        # too, and cost a second of the processor each.
        "plain": formatter(
            structlog.dev.ConsoleRenderer(
                colors=False, exception_formatter=structlog.dev.plain_traceback
            )
        ),
    },
    "filters": {"outages": {"()": "config.outages.OneLine"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "json",
            "filters": ["outages"],
        }
    },
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "django.server": {"level": "WARNING"},
        "guide.requests": {"level": "INFO"},
    },
}


def configure_structlog() -> None:
    """Send structlog's own loggers through the standard library's."""
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,  # first: most lines are not wanted
            structlog.contextvars.merge_contextvars,
            structlog.processors.TimeStamper(fmt="iso"),
            structlog.stdlib.add_logger_name,
            structlog.stdlib.add_log_level,
            structlog.processors.format_exc_info,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
