"""An evaluation in words and figures: what a result shows, as plain data."""
