"""A rule-set document as the site holds it: frozen, parsed once, looked up by id."""
