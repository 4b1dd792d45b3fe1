"""One plain line for every error a person can act on."""

from journal.domain.errors import JournalError


def error_text(error: JournalError) -> str:
    """Stub."""
    return str(error)
