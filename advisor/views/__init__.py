"""The advisor's pages: public ones from the address alone, private behind log-in."""
