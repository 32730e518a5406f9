"""What is read most, counted in aggregate: no cookie, no identifier, no third party."""
