"""How much a run measures."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Plan:
    name: str
    starts: int  # processes started per program
    rounds: int  # batches per start; even, forwards and backwards in turn
    batch_ms: float  # CPU time one batch should take
    rounds_at_once: int  # the same for profiles whose requests wait together
    served_starts: int  # servers started per program; 0 leaves serving out
    served_seconds: int


FULL = Plan("full", 8, 10, 15.0, 2, 6, 1)
QUICK = Plan("quick", 6, 6, 8.0, 2, 0, 0)
