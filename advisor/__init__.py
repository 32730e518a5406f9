"""Decisions: the rule set, the wizard, and saved recommendations."""
