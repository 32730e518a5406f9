"""Like-for-like measurements of equal Flask and Django programs."""
