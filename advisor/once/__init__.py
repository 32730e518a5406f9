"""What is asked twice is done once: calls with a key, and forms sent again."""
