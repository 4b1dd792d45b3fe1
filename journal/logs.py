"""The program's log: a rotating file in the user's log folder. Never what a person wrote or named."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

FILE_NAME = "recovery-journal.log"
MAX_BYTES = 512 * 1024
BACKUPS = 2


def log_folder() -> Path:
    """Where the log lies."""
    from platformdirs import user_log_path  # late: the tests and the command line give a folder of their own

    return user_log_path("recovery-journal", appauthor=False)


def start_log(folder: Path) -> logging.Handler | None:
    """Write the log into ``folder``; the handler to be removed at the end. None when the folder cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handler = RotatingFileHandler(folder / FILE_NAME, maxBytes=MAX_BYTES, backupCount=BACKUPS, encoding="utf-8")
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger("journal")
    root.setLevel(logging.INFO)
    root.addHandler(handler)
    return handler


def stop_log(handler: logging.Handler | None) -> None:
    """Close the log."""
    if handler is not None:
        logging.getLogger("journal").removeHandler(handler)
        handler.close()
