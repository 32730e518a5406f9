"""What is derived from a rule set alone, computed once for as long as it lives."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from advisor.engine.rule_set import RuleSet

T = TypeVar("T")


def once_per_rule_set(build: Callable[[RuleSet], T]) -> Callable[[RuleSet], T]:
    """Remember `build(rule_set)` until the rule set is gone.

    Weak keys, so that one-off rule sets neither pile up nor push out the tables
    of the published one. What `build` returns must not refer to the rule set.
    """
    memory: WeakKeyDictionary[RuleSet, T] = WeakKeyDictionary()

    @wraps(build)
    def lookup(rule_set: RuleSet) -> T:
        try:
            return memory[rule_set]
        except KeyError:
            return memory.setdefault(rule_set, build(rule_set))

    return lookup
