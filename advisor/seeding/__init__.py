"""What a new site starts with: the shipped rule set, and accounts to try it."""
