"""Moderation in the admin: lists, one page to decide on each message, counts."""
