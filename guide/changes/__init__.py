"""The public change log: what changed in the guide, from what to what, and why."""

from guide.changes.record import FieldChange, record_change, recording_paused

__all__ = ["FieldChange", "record_change", "recording_paused"]
