"""Outgoing links, looked at politely: which there are, one visit, one round."""
