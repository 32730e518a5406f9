"""A saved decision as a record to file: composed once, rendered in several forms.

`record.compose` turns plain data into a `Record` of plain text; `markdown`, the page's
templates, `csv_file` and `json_file` only render. Nothing here reads a database.
"""
