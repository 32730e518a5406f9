"""Claims that a failed probe contradicts: disputed at once, settled by editors."""
