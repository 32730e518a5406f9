"""What runs inside a measured process: the standard library and one program."""
