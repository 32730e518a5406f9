"""Each command is safe to run twice and says what it did."""
