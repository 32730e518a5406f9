"""Shipped records to frameworks, claims and pages, polite to what editors did."""

from guide.seeding.ledger import Outcome
from guide.seeding.run import seed

__all__ = ["Outcome", "seed"]
