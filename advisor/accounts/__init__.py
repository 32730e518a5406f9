"""Members: how they sign in, their tokens, their data, and leaving for good."""
