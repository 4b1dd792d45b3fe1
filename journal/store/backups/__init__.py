"""Copies of a journal that prove themselves, and the way back from them. The SQL of backups is here."""
