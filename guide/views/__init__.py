"""The public pages that are not in the page tree."""
