"""Rows on disk: the one journal file, how it is opened, written, checked, carried out and in. SQL lives only here."""
