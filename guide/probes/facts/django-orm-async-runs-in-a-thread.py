"""An async query of Django's ORM reaches the database driver in another thread."""

import asyncio
import threading

from django.core.management import call_command
from fresh_project import fresh_project

PACKAGES = ("Django", "asgiref")
EXPECTED = {"rows counted": 0, "thread of the query": "not the event loop's"}


def observe():
    fresh_project()
    call_command("migrate", verbosity=0)
    from django.contrib.auth.models import User
    from django.db.backends.utils import CursorWrapper

    threads = []
    execute = CursorWrapper.execute

    def watched(cursor, *arguments):
        threads.append(threading.get_ident())
        return execute(cursor, *arguments)

    CursorWrapper.execute = watched

    async def count():
        return await User.objects.acount(), threading.get_ident()

    rows, loop_thread = asyncio.run(count())
    elsewhere = threads and loop_thread not in threads
    return {
        "rows counted": rows,
        "thread of the query": (
            "not the event loop's" if elsewhere else "the event loop's"
        ),
    }
