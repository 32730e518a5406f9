"""What the admin shows of a rule set beside its form, and who may do what."""
