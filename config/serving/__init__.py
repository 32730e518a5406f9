"""What granian serves: bodies are awaited before a thread is taken for the site."""
