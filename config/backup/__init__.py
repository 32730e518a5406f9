"""Everything the site knows in one archive, and the way back."""
