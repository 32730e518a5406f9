"""The answers given so far, as an address, and the way on from them."""
