"""What readers tell us: corrections and comments, moderated before they are seen."""
