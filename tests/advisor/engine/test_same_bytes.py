"""The same result in every process, under every hash seed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
PROGRAM = """
import hashlib
from advisor.engine import (
    canonical_json, digest_of, evaluate, outcome_distribution, parse_rule_set,
)
from tests.advisor.engine.documents import duel, question, score
asked = [
    question(f"q{n}", a={"tools": n, "size": 1}, b={"size": 4 - n}) for n in range(4)
]
asked[0]["options"][0]["requires"] = {"live": True}
points = {"tools": 3, "size": 4, "speed": 2}
document = duel({c: 5 for c in points}, {c: 4 for c in points}, points, asked)
document["frameworks"].append({
    "id": "three",
    "facts": {"live": True, "typed": False},
    "scores": {
        "tools": score(5, 1, 9), "size": score(4, 4, 6), "speed": score(6, 0, 7),
    },
})
rule_set = parse_rule_set(document)
found = [digest_of(document), outcome_distribution(rule_set, 20)]
for chosen in ({}, {"q3": "b"}, {"q2": "a", "q0": "a", "q1": "b"}):
    found.append(evaluate(rule_set, chosen).as_dict())
print(hashlib.sha256(canonical_json(found)).hexdigest())
"""
# Of engine version 1. It may change only together with ENGINE_VERSION.
EXPECTED = "a0adc2bf7169fb82f89083d8bbada51a17b95d10cc6b3c3a666d44a5a40b8aa1"


@pytest.mark.parametrize("hash_seed", ["0", "1", "4711"])
def test_every_process_gives_the_same_bytes(hash_seed):
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.strip() == EXPECTED
