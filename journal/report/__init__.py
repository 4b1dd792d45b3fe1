"""The visit summary on paper, and the export. Words, layout and painting; no widgets, no data access."""
