"""From SQLite to PostgreSQL: every row, checked, or nothing."""
