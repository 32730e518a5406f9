"""Saves without end, as a busy site does; says each id once it is committed.

Ends when its input ends.
"""

import sys
import threading
import time
from itertools import count
from uuid import uuid4

import django

django.setup()

from advisor.models import RuleSetVersion, User  # noqa: E402 - after the setup
from advisor.saved.actions import save_recommendation  # noqa: E402 - after the setup

PER_MEMBER = 500  # one member may keep no more than a thousand


def main() -> None:
    ended = threading.Event()
    threading.Thread(target=end_with_input, args=[ended], daemon=True).start()
    version = RuleSetVersion.objects.current()
    for number in count():
        if number % PER_MEMBER == 0:
            owner = User.objects.create(username=uuid4().hex)
        saved = save_recommendation(
            owner=owner, version=version, answers={}, title="Under load"
        )
        sys.stdout.write(f"{saved.pk.hex}\n")
        sys.stdout.flush()
        if ended.is_set():
            return
        time.sleep(0.005)


def end_with_input(ended: threading.Event) -> None:
    sys.stdin.read()
    ended.set()


if __name__ == "__main__":
    main()
