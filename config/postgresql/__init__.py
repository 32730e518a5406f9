"""The database engine `config.postgresql`: Django's own, patient once, then quick."""
