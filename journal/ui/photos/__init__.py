"""The photos page: gallery, viewer, intake. Widgets and their models; no decoding, no store."""
