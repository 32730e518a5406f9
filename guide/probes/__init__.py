"""Executable facts: small programs that show a claim on the installed frameworks.

`facts/` holds one file per probe and is never imported here: `runner` starts each in a
process of the separate environment. The site reads `records/` and needs no framework
but its own.
"""
