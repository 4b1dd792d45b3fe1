"""Processes killed at a random moment of what they do."""

import random
import signal
import subprocess
import sys
from pathlib import Path

BACKUP = """
import sys
from datetime import datetime
from pathlib import Path
from journal.store.backups import daily
from journal.store.backups.whole import write_backup
from journal.store.journal_store import JournalStore
path, target, now = Path(sys.argv[1]), Path(sys.argv[2]), datetime.fromisoformat(sys.argv[3])
store = JournalStore.open(path, create=False)
print("go", flush=True)
while True:
    target.unlink(missing_ok=True)
    write_backup(store, target)
    daily.back_up(store.connection, path, now)
"""

RESTORE = """
import sys
from datetime import datetime
from pathlib import Path
from journal.store.backups.restoring import kept_files, restore, undo
path, one, two, now = *map(Path, sys.argv[1:4]), datetime.fromisoformat(sys.argv[4])
print("go", flush=True)
while True:
    for source in (one, two):
        restore(path, source, now)
        undo(path, now)
        for kept in kept_files(path)[:-2]:
            kept.unlink()
"""


def kill_within(program: str, arguments: list[str], chance: random.Random, longest: float = 0.4) -> None:
    """Run a program that never ends; kill it so many seconds after it said that it goes."""
    command = [sys.executable, "-c", program, *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "go\n"
        try:
            process.wait(chance.uniform(0, longest))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
        else:
            message = "it ended by itself"
            raise AssertionError(message)


def remove(paths: list[Path]) -> None:
    for path in paths:
        path.unlink(missing_ok=True)
