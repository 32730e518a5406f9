"""A cache of public pages around the WSGI application.

A page is the same bytes for everybody, so it is made once per edition of the site and
kept with its compressed form. `application` decides what may be kept, `pages` keeps it,
`edition_watch` notices within a quarter of a second that something was published in
another process, `proxy_files` makes a proxy in front forget as well.
"""
