"""What a date says of a fact: whether it is current, how long it is supported."""
