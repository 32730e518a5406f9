"""What grows old: claims to look at again, links that break, support that ends."""
