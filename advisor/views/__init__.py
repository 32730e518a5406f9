"""The advisor's pages: public ones from the address alone, private ones behind login."""
