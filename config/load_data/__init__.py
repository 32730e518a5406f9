"""A database as large as a busy site's after years, made in minutes, to measure on."""
