"""How fast the API decides and saves: against a bare Ninja endpoint, in one run.

Run: `python -m tests.load.benchmarks.api [--short]`. Needs wrk. Both are served by the
same server with the same two workers; the calls are the same bytes. Saving is measured
against evaluating new answers; the last page of a long list against its first.
"""

import json
import random
import sys
from contextlib import ExitStack
from pathlib import Path

from advisor.seeding.shipped_content import shipped_document
from tests.load.harness.measured import (
    Way,
    cheapness_against,
    figures,
    in_rounds,
    rate_against,
)
from tests.load.harness.processes import (
    Program,
    accepts,
    free_port,
    manage,
    scratch,
    wait_until,
)
from tests.load.harness.promises import Promises
from tests.load.harness.site import Site, prepared
from tests.load.harness.traffic import HOST

CALLS = 40_000  # different answers; wrk begins anew after these
LIST = 900  # saved ones of the member whose list is read
FILL_LIST = """
import json
from django.utils import timezone
from datetime import timedelta
from wagtail.models import APIToken
from advisor.models import Recommendation, RuleSetVersion, User
from advisor.verdicts.evaluation import evaluation_for
owner, _ = User.objects.get_or_create(username="long-list")
version = RuleSetVersion.objects.current()
result = evaluation_for(version, {{}})
now = timezone.now()
Recommendation.objects.bulk_create(
    Recommendation(owner=owner, version=version, title=f"Saved {{n}}", answers={{}},
                   evaluation=result, updated_at=now - timedelta(seconds=n))
    for n in range({})
)
print("token", APIToken.create_token(user=owner, name="load")[1])
"""
LUA = """
local bodies, tokens, count = {}, {}, math.random(1, %(calls)d)
for line in io.lines("%(bodies)s") do bodies[#bodies + 1] = line end
for line in io.lines("%(tokens)s") do tokens[#tokens + 1] = line end
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
request = function()
  count = count + 1
  if %(saving)s then
    wrk.headers["Authorization"] = "Bearer " .. tokens[count %% #tokens + 1]
  end
  return wrk.format(nil, nil, nil, bodies[count %% #bodies + 1])
end
"""


def written(folder: Path, name: str, bodies: list[dict], tokens: list[str]) -> Path:
    """A script for wrk that sends these bodies in turn, from another place each run."""
    given, known, script = (
        folder / f"{name}.{kind}" for kind in ("json", "txt", "lua")
    )
    given.write_text("\n".join(map(json.dumps, bodies)))
    known.write_text("\n".join(tokens))
    values = {
        "calls": len(bodies),
        "bodies": given,
        "tokens": known,
        "saving": "true" if tokens else "false",
    }
    script.write_text("math.randomseed(os.time())" + LUA % values)
    return script


def different(count: int, **more: str) -> list[dict]:
    """Bodies with answers drawn at random, a fifth of the questions left open."""
    questions, chance = shipped_document()["questions"], random.Random(11)
    return [
        {
            "answers": {
                question["id"]: chance.choice(question["options"])["id"]
                for question in questions
                if chance.random() < 0.8
            },
            **more,
        }
        for _ in range(count)
    ]


def bare(stack: ExitStack, folder: Path) -> tuple[int, Program]:
    port = free_port()
    command = [
        sys.executable, "-m", "granian", "--interface", "rsgi", "--no-ws",
        "--http", "1", "--host", "127.0.0.1", "--port", str(port), "--workers", "2",
        "--blocking-threads", "1", "--backpressure", "512",
        "--log-level", "warning", "tests.load.benchmarks.bare_api:application",
    ]  # fmt: skip
    server = Program(command, folder / "bare.log").start()
    stack.callback(server.stop)
    wait_until(lambda: accepts(port), "The bare endpoint", server)
    return port, server


def ways(stack: ExitStack, folder: Path) -> list[Way]:
    given = prepared(folder)
    site = Site(stack, given)
    told = manage(site.environment, "shell", "-c", FILL_LIST.format(LIST))
    token = told.rpartition("token ")[2].strip()
    site.start()
    bare_port, bare_server = bare(stack, folder)
    new = written(folder, "new", different(CALLS), [])
    seen = written(folder, "seen", different(50), [])
    save = written(folder, "save", different(CALLS, title="Saved"), site.tokens)
    path = "/api/v1/evaluations"
    here = f"http://127.0.0.1:{site.port}"
    known = {"Host": HOST}
    member = {**known, "Authorization": f"Bearer {token}"}
    lists = f"{here}/api/v1/recommendations?limit=20"
    simple = f"http://127.0.0.1:{bare_port}{path}"
    return [
        Way("bare Ninja", simple, [bare_server], known, script=new),
        Way("bare Ninja again (control)", simple, [bare_server], known, script=new),
        Way("new answers", here + path, [site.server], known, script=new),
        Way("answers seen before", here + path, [site.server], known, script=seen),
        Way(
            "saving",
            f"{here}/api/v1/recommendations",
            [site.server],
            known,
            script=save,
        ),
        Way("first page of a list", lists, [site.server], member),
        Way(
            "last page of a list", f"{lists}&offset={LIST - 20}", [site.server], member
        ),
    ]


def main(short: bool) -> bool:
    rounds, seconds = (3, 1) if short else (9, 3)
    with ExitStack() as stack:
        measured = ways(stack, stack.enter_context(scratch()))
        in_rounds(measured, rounds, seconds)
    return told(measured, short)


def told(measured: list[Way], short: bool) -> bool:
    promises = Promises(
        "The API, against a bare Ninja endpoint on the same server", short
    )
    simple, control, new, seen, save, first, last = measured
    print(figures(measured, simple))
    for promise, way, base, least in (
        ("evaluating new answers: at least 0.40 of bare", new, simple, 0.40),
        ("answers seen before: at least 0.70 of bare", seen, simple, 0.70),
        ("saving: at least 0.25 of evaluating, SQLite, two workers", save, new, 0.25),
        ("the last page of a list: at least 0.95 of the first", last, first, 0.95),
    ):
        found = rate_against(way, base)
        by_time = cheapness_against(way, base)
        figure = f"{found:.2f}, by CPU {by_time:.2f}"
        promises.check(promise, figure, found >= least, timing=True)
    print(f"control: {rate_against(control, simple):.2f} (1 is a quiet machine)")
    print(promises.table())
    return promises.kept


if __name__ == "__main__":
    sys.exit(0 if main("--short" in sys.argv) else 1)
