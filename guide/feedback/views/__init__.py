"""Pages for readers: lists anybody may keep, forms and private links nobody keeps."""
