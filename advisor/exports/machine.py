"""The part of a record that programs read: enough to reproduce the verdict."""

import json
from typing import Any

from advisor.exports.source import Decision


def machine_readable(decision: Decision) -> dict[str, Any]:
    """Ids, numbers and addresses only: nothing that a person typed."""
    verdict = decision.evaluation["verdict"]
    return {
        "answers": decision.answers,
        "engine_version": decision.evaluation["engine_version"],
        "result_url": decision.result_url,
        "ruleset": {"version": decision.version, "digest": decision.digest},
        "totals": decision.evaluation["totals"],
        "verdict": {key: verdict[key] for key in ("kind", "framework")},
        "wizard_url": decision.wizard_url,
    }


def machine_readable_text(decision: Decision) -> str:
    return json.dumps(machine_readable(decision), indent=2, sort_keys=True)
