"""An application that dies, a Redis that is away, clients that never end a body."""

import time

from tests.load.deployment.site import Deployment
from tests.load.faults.clients import BODY, held_back
from tests.load.harness.promises import Promises
from tests.load.harness.traffic import Call, Client, traffic


def killed(site: Deployment, promises: Promises, seconds: float) -> None:
    """One of two applications dies under load; nginx goes on with the other."""

    def call(chance):
        return Call(f"/advisor/result/?unknown={chance.random()}")

    people = 8
    with traffic(site.port, people, call) as answers:
        time.sleep(seconds / 3)
        site.apps[0].kill()
        time.sleep(seconds / 3)
        site.apps[0].start()
        time.sleep(seconds / 3)
    failed = answers.failed()
    promises.check(
        f"an application killed under load fails at most the {people} in flight",
        f"{len(failed)} of {len(answers)}",
        len(failed) <= people and len(answers) > people * 3,
    )


def without_redis(site: Deployment, promises: Promises) -> None:
    site.redis.kill()
    client = Client(site.port)
    answers = [
        client.send(Call("/api/v1/evaluations", "POST", {"answers": {}}))
        for _ in range(10)
    ]
    statuses = {answer.status for answer in answers}
    promises.check("without Redis no call fails", statuses, statuses == {200})
    site.redis.start()


def slowed(site: Deployment, promises: Promises, seconds: float) -> None:
    held_back(site, promises, seconds, "body, at nginx", BODY)
