"""Facts: the guide's pages, comparison tables, frameworks and the claim ledger."""
