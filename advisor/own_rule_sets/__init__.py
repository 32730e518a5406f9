"""Rule sets of one's own: evaluated for anybody, kept for members."""
