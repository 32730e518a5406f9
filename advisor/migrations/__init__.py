"""Schema only: content comes from the seeding commands."""
