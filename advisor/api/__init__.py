"""The advisor's part of /api/v1/."""
