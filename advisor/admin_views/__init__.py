"""Pages of the admin that are not forms: they show editors what a draft does."""
