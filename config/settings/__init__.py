"""Settings: one production-safe base; dev, test and production build on it."""
