#!/usr/bin/env python3
"""The one way in: `manage.py start` runs the site, `manage.py test` its tests."""

import os
import sys


def main() -> None:
    if sys.version_info < (3, 11, 2):
        found = ".".join(str(part) for part in sys.version_info[:3])
        sys.exit(f"This project needs Python 3.11.2 or newer; this is {found}.")
    from config.bootstrap import ensure_environment

    command = sys.argv[1] if len(sys.argv) > 1 else "help"
    ensure_environment(command, sys.argv)
    if command == "test":
        # Before Django is set up, so that coverage sees every line that runs.
        import pytest

        sys.exit(pytest.main(sys.argv[2:]))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
