"""Stub: replaced by the store slice."""


class JournalStore:
    """One open journal file."""
