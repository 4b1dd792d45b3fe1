"""A folder in which new pictures arrive: which of them are new, whole, and not told of yet. Nothing in it is touched.

A file is whole when two looks at it, some time apart, find the same size and time of change. Looking is done on a
thread of its own: the folder may lie on a phone or on a network.
"""

import os
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from journal.ui.photos.sources import FILE_PATTERNS
from journal.ui.tasks import Steering, Task

SETTLE_MS = 2_000
MISSING_MS = 30_000
SUFFIXES = frozenset(pattern.removeprefix("*") for pattern in FILE_PATTERNS.split())


@dataclass(frozen=True, slots=True)
class State:
    """Of one file: size in bytes, time of change in nanoseconds, and when it came into the folder (since the epoch)."""

    size: int
    changed: int
    came: float


@dataclass(frozen=True, slots=True)
class Look:
    """What one look found; ``is_there`` is False when the folder itself is gone."""

    folder: Path
    is_there: bool
    files: Mapping[Path, State] = field(default_factory=dict)


class FolderWatch(QObject):
    """Watches one folder at a time.

    Signals:
        found (list[Path], float): new whole pictures, newest first, and when the latest of them came.
        missed (Path): the folder is gone; told once until it is back.
        looked (): a look ended, whatever it found.
    """

    found = Signal(object, float)
    missed = Signal(object)
    looked = Signal()

    def __init__(self, parent: QObject | None = None, *, settle_ms: int = SETTLE_MS) -> None:
        super().__init__(parent)
        self._folder: Path | None = None
        self._since = 0.0
        self._before: Mapping[Path, State] = {}
        self._told: set[tuple[Path, State]] = set()
        self._is_missed = False
        self._is_due = False
        self._task: Task | None = None
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self.look_soon)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._settle_ms = settle_ms
        self._timer.timeout.connect(self._look)

    @property
    def folder(self) -> Path | None:
        """The folder that is watched."""
        return self._folder

    def watch(self, folder: Path | None, since: float) -> None:
        """Watch a folder; what came into it before ``since`` (seconds since the epoch) is no news. None: no longer."""
        if folder == self._folder:
            self._since = since
            return
        if self._watcher.directories():
            self._watcher.removePaths(self._watcher.directories())
        self._folder, self._since = folder, since
        self._before, self._told, self._is_missed = {}, set(), False
        if folder is not None:
            self._look()

    def set_settling(self, milliseconds: int) -> None:
        """How far two looks at a file are apart."""
        self._settle_ms = milliseconds

    def look_soon(self) -> None:
        """Something stirred: look when it has settled."""
        if self._folder is not None:
            self._timer.start(self._settle_ms)

    def close(self) -> None:
        """Stop and wait: the window is going."""
        self._timer.stop()
        self._folder = None
        if self._task is not None:
            self._task.succeeded.disconnect(self._on_looked)
            self._task.wait()

    def _look(self) -> None:
        if self._folder is None:
            return
        if self._task is not None:
            self._is_due = True
            return
        self._task = Task(partial(_looked, self._folder, self._since), self)
        self._task.succeeded.connect(self._on_looked)
        self._task.start()

    def _on_looked(self, look: Look) -> None:
        if self._task is not None:
            self._task.let_go()
            self._task = None
        if look.folder == self._folder:
            self._take(look)
        if self._is_due:
            self._is_due = False
            self._look()
        self.looked.emit()

    def _take(self, look: Look) -> None:
        if not look.is_there:
            self._miss(look.folder)
            return
        self._is_missed = False
        if str(look.folder) not in self._watcher.directories():
            self._watcher.addPath(str(look.folder))
        before, self._before = self._before, look.files
        fresh = {path: state for path, state in look.files.items() if (path, state) not in self._told}
        whole = {path: state for path, state in fresh.items() if before.get(path) == state and state.size}
        if len(whole) < len(fresh):
            self.look_soon()
        if whole:
            self._told |= set(whole.items())
            newest = sorted(whole, key=lambda path: (-whole[path].came, path.name))
            self.found.emit(newest, whole[newest[0]].came)

    def _miss(self, folder: Path) -> None:
        """Say it once, and look again from time to time: it may be a drive that comes back."""
        self._before = {}
        self._timer.start(MISSING_MS)
        if not self._is_missed:
            self._is_missed = True
            self.missed.emit(folder)


def _looked(folder: Path, since: float, steering: Steering) -> Look:  # noqa: ARG001  a task's
    files: dict[Path, State] = {}
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                state = _state(entry)
                if state is not None and state.came > since:
                    files[Path(entry.path)] = state
    except OSError:
        return Look(folder, is_there=False)
    return Look(folder, is_there=True, files=files)


def _state(entry: os.DirEntry[str]) -> State | None:
    """A picture file's state; None for anything else, and for one that was gone before it could be looked at."""
    if Path(entry.name).suffix.lower() not in SUFFIXES or entry.name.startswith("."):
        return None
    try:
        if not entry.is_file():
            return None
        status = entry.stat()
    except OSError:
        return None
    # A file that is copied keeps the time of the picture, but enters the folder now.
    # A time of change in the future is of a clock that runs ahead; by it all that follows would look old.
    changed = status.st_mtime if status.st_mtime <= time.time() else 0.0
    return State(status.st_size, status.st_mtime_ns, max(changed, status.st_ctime))
