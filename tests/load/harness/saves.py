"""People who save, ask again with the same key until they are told, and the check
that what they were told is true: there, once, whole."""

import json
import random
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from uuid import uuid4

from tests.load.harness.site import Site
from tests.load.harness.traffic import Answers, Call, Client

ROWS = "SELECT id, title, evaluation, answers FROM advisor_recommendation"
KEYS = "SELECT key, answer FROM advisor_keptanswer"
PAUSE = 0.05  # seconds before asking again


@dataclass
class Saves:
    """`acknowledged`: title -> id. `answers`: every answer, 0 for none. All of their
    titles begin with `mark`; other rows are none of theirs."""

    mark: str = field(default_factory=lambda: f"{uuid4().hex[:8]}-")
    acknowledged: dict[str, str] = field(default_factory=dict)
    answers: Answers = field(default_factory=Answers)
    asked_again: int = 0

    def wrong(self, site: Site) -> list[str]:
        """Everything that is not as it was acknowledged; empty when all is true."""
        rows = site.rows(ROWS)
        found: dict[str, list[str]] = {}
        faults = []
        ours = (row for row in rows if row[1].startswith(self.mark))
        for pk, title, evaluation, answers in ours:
            found.setdefault(title, []).append(str(pk).replace("-", ""))
            if "verdict" not in of_json(evaluation) or of_json(answers) != {}:
                faults.append(f"half-written: {title}")
        for title, pk in self.acknowledged.items():
            if found.get(title) != [pk.replace("-", "")]:
                faults.append(f"acknowledged as {pk}, found {found.get(title)}")
        faults += [
            f"nobody was told of {title}"
            for title in found
            if title not in self.acknowledged
        ]
        kept = {key.removeprefix("api:") for key, answer in site.rows(KEYS) if answer}
        faults += [f"no answer kept for {t}" for t in self.acknowledged.keys() - kept]
        return faults


def of_json(value: str | dict) -> dict:
    """SQLite gives text, psycopg what the text means."""
    return json.loads(value) if isinstance(value, str) else value


@dataclass
class Person:
    """Saves one after the other until `over`."""

    site: Site
    number: int
    saves: Saves
    over: threading.Event
    patience: float
    headers: dict[str, str]

    def run(self) -> None:
        chance, client = random.Random(self.number), Client(self.site.port)
        while not self.over.is_set():
            call = self.site.saving(chance, self.saves.mark)
            headers = {**call.headers, **self.headers}
            self.save(replace(call, headers=headers), client)
        client.close()

    def save(self, call: Call, client: Client) -> None:
        """Ask with the same key until told; none is left open unless time is up."""
        left = self.patience
        while not self.told(call, client) and left > 0:
            self.saves.asked_again += 1
            time.sleep(PAUSE)
            left -= PAUSE if self.over.is_set() else 0

    def told(self, call: Call, client: Client) -> bool:
        answer = client.send(call)
        self.saves.answers.append(answer)
        if answer.status == 201:
            made = json.loads(answer.body)["id"]
            self.saves.acknowledged[call.body["title"]] = made
        return answer.status == 201


@contextmanager
def saving(
    site: Site, people: int, patience: float = 30, **headers: str
) -> Iterator[Saves]:
    """`people` save one after the other until the block ends, and then until each was
    told of their last one, with at most `patience` seconds of pauses."""
    saves, over = Saves(), threading.Event()
    everybody = [Person(site, n, saves, over, patience, headers) for n in range(people)]
    threads = [threading.Thread(target=person.run) for person in everybody]
    for thread in threads:
        thread.start()
    try:
        yield saves
    finally:
        over.set()
        for thread in threads:
            thread.join(2 * patience)
