"""From an editor's draft to a published version, and what a version says of itself."""
