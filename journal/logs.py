"""The program's log: a rotating file in the user's log folder. Never what a person wrote or named."""

import logging
from pathlib import Path

FILE_NAME = "recovery-journal.log"
MAX_BYTES = 512 * 1024
BACKUPS = 2


def log_folder() -> Path:
    """Where the log lies."""
    from platformdirs import user_log_path  # late: the tests and the command line give a folder of their own

    return user_log_path("recovery-journal", appauthor=False)


class LateFile(logging.Handler):
    """The log's file, opened for its first record. A folder that cannot be written takes none."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record."""
        if self._file is None:
            self._file = _opened(self._folder)
        self._file.handle(record)

    def close(self) -> None:
        """Close the file, if there is one."""
        if self._file is not None:
            self._file.close()
        super().close()


def start_log(folder: Path) -> logging.Handler:
    """Write the log into ``folder`` from the first record on; the handler to be removed at the end."""
    handler = LateFile(folder)
    root = logging.getLogger("journal")
    root.setLevel(logging.INFO)
    root.addHandler(handler)
    return handler


def stop_log(handler: logging.Handler) -> None:
    """Close the log."""
    logging.getLogger("journal").removeHandler(handler)
    handler.close()


def _opened(folder: Path) -> logging.Handler:
    from logging.handlers import RotatingFileHandler  # late: it brings in the network, and most runs log nothing

    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handler = RotatingFileHandler(folder / FILE_NAME, maxBytes=MAX_BYTES, backupCount=BACKUPS, encoding="utf-8")
    except OSError:
        return logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    return handler
