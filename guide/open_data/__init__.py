"""Everything the guide states, as one download with its licence and digest."""
