"""The pages that ask: start, question, the end of the questions. As plain data."""
