"""What editors may use in running text; everything else is refused or stripped."""

# Table cells, notes and list items: one or two sentences.
INLINE_FEATURES = ["bold", "italic", "code", "link"]

# Paragraphs with their lists.
TEXT_FEATURES = [*INLINE_FEATURES, "ol", "ul"]
