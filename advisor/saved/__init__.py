"""What members keep: saved, shared, run again, re-scored, told of, recorded."""
