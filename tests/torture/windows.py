"""What happens to the file under an open window, and a second window: said, and nothing lost."""

import contextlib
import os
import select
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from tests.builders import treatment
from tests.store.journals import reread
from tests.torture.world import Figure, fork, limit, room, waited

ROOT = Path(__file__).parent.parent.parent
NOW = datetime.fromisoformat("2026-11-24T20:00+00:00")
TYPED = "typed just before it happened"
BEFORE = "what was there before"
PLACE_OF_SECONDS = 60.0
STARTS_S, ENDS_S, LOOKS_AGAIN_S = 30.0, 15.0, 0.05


class Open:
    """A window on a journal with one treatment and one entry, shown offscreen, in a child of its own."""

    def __init__(self, folder: Path) -> None:
        from journal.app import build, make_application
        from journal.clock import GivenClock
        from journal.domain.entry import Answers
        from journal.ui.settings import Settings
        from journal.ui.theme import Theme, ThemeChoice

        application = make_application()
        theme = Theme(ThemeChoice.LIGHT)
        theme.apply(application)
        self.journal = folder / "my.journal"
        settings = Settings(folder / "window.ini")
        self.window = build(self.journal, clock=GivenClock(NOW), settings=settings, theme=theme)
        self.day = NOW.date()
        self.session = self.window.session
        assert self.session.add_treatment(treatment())
        assert self.session.log(self.day, Answers(redness=3, note=BEFORE))
        self.window.show_page("today")
        self.window.show()
        self.note: Any = self.window.shown_page.check_in.note  # type: ignore[attr-defined]

    def type(self) -> None:
        """Type a note and leave the field."""
        self.note.setPlainText(TYPED)
        self.note.flush()

    def assert_said(self) -> None:
        """The banner says in one sentence that it was not saved; what was typed stands where it was typed."""
        assert not self.window.banner.isHidden(), "nothing was said"
        assert self.window.banner.text.startswith("Not saved: ")
        assert "\n" not in self.window.banner.text
        assert self.note.toPlainText() == TYPED

    def assert_saved_again(self) -> None:
        """One press on "Try again" saves what was typed."""
        self.window.banner.again_requested.emit()
        assert self.window.banner.isHidden(), self.window.banner.text
        assert self.note.toPlainText() == TYPED
        assert self.saved(self.journal) == TYPED

    def saved(self, path: Path) -> str:
        """The day's note in a file."""
        return reread(path).facts.entries[self.day].note


def deleted(folder: Path) -> None:
    """The file goes; what was typed stays, and what was in the file is not put in its place as if all were well."""
    it = Open(folder)
    data = {each.name: each.read_bytes() for each in folder.glob("my.journal*") if each.is_file()}
    for name in data:
        (folder / name).unlink()
    it.type()
    it.assert_said()


def moved(folder: Path) -> None:
    """The file is moved and comes back: it holds all it held, and then what was typed."""
    it = Open(folder)
    away = folder / "away"
    away.mkdir()
    names = [each.name for each in folder.glob("my.journal*") if not each.name.endswith("-held")]
    for name in names:
        (folder / name).rename(away / name)
    it.type()
    it.assert_said()
    for name in names:
        (away / name).rename(folder / name)
    it.assert_saved_again()


def replaced(folder: Path) -> None:
    """Another file takes its place: nothing is written into either under a wrong name."""
    it = Open(folder)
    it.journal.rename(folder / "mine.journal")
    it.journal.write_bytes(b"")
    it.type()
    it.assert_said()


def made_read_only(folder: Path) -> None:
    """The rights to write are taken: either it was saved, or it was said and is saved once they are back."""
    is_root = os.geteuid() == 0
    it = Open(folder)
    if is_root:  # for whom rights are no bounds
        os.chown(folder, 65534, 65534)
        for each in folder.iterdir():
            os.chown(each, 65534, 65534)
        os.seteuid(65534)
    for each in folder.glob("my.journal*"):
        each.chmod(0o400)
    folder.chmod(0o500)
    it.type()
    is_saved = it.window.banner.isHidden()
    if not is_saved:
        it.assert_said()
    folder.chmod(0o700)
    for each in folder.glob("my.journal*"):
        each.chmod(0o600)
    if not is_saved:
        it.assert_saved_again()
    assert it.saved(it.journal) == TYPED


def disk_full(folder: Path) -> None:
    """No page more for the file."""
    it = Open(folder)
    connection = it.session._store.connection
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count={pages}")
    it.note.setPlainText(TYPED + " and long" * 20_000)
    it.note.flush()
    assert not it.window.banner.isHidden(), "nothing was said"
    assert it.note.toPlainText().startswith(TYPED)
    assert it.saved(it.journal) == BEFORE
    connection.execute("PRAGMA max_page_count=1000000")
    it.window.banner.again_requested.emit()
    assert it.window.banner.isHidden()
    assert it.saved(it.journal).startswith(TYPED)


def locked_by_another(folder: Path) -> None:
    """Another program holds the file for longer than anyone waits."""
    from sqlcipher3 import dbapi2

    it = Open(folder)
    it.session._store.connection.execute("PRAGMA busy_timeout=50")
    other = dbapi2.connect(str(it.journal), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    it.type()
    it.assert_said()
    other.execute("ROLLBACK")
    other.close()
    it.assert_saved_again()


def second_instance(folder: Path) -> None:
    """A second start on the same journal leaves by itself, the first stays; both leave the file whole."""
    temporary = folder / "t"
    temporary.mkdir()
    names = ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "HOME")
    environment = {**os.environ, **dict.fromkeys(names, str(folder)), "TMPDIR": str(temporary)}
    environment |= {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "journal", "--journal", str(folder / "my.journal")]
    with contextlib.ExitStack() as ends:
        first = ends.enter_context(subprocess.Popen(command, env=environment, cwd=ROOT))
        ends.callback(first.kill)
        for _ in range(int(STARTS_S / LOOKS_AGAIN_S)):
            if any("=" not in each.name and each.is_socket() for each in temporary.iterdir()):
                break
            select.select([], [], [], LOOKS_AGAIN_S)
        second = ends.enter_context(subprocess.Popen(command, env=environment, cwd=ROOT))
        ends.callback(second.kill)
        assert second.wait(STARTS_S) == 0
        assert first.poll() is None, "the first ended"
        first.send_signal(signal.SIGTERM)
        assert first.wait(ENDS_S) == 0


CASES: dict[str, Callable[[Path], None]] = {
    "deleted": deleted,
    "moved": moved,
    "replaced": replaced,
    "made read-only": made_read_only,
    "disk full": disk_full,
    "locked": locked_by_another,
    "second instance": second_instance,
}


def all_cases(_times: int) -> Figure:
    """Each once, in a child of its own."""
    failures = []
    for name, case in CASES.items():
        with room("window") as folder, room("said") as said:
            folder.chmod(0o755)

            def begin(case: Callable[[Path], None] = case, folder: Path = folder) -> None:
                limit(seconds=PLACE_OF_SECONDS)
                case(folder)

            status = waited(fork(begin, said / "complaints"))
            if status:
                text = (said / "complaints").read_text(encoding="utf-8", errors="replace")
                failures.append(f"{name}: status {status} {text[-700:]}")
            folder.chmod(0o700)
    held = "said, what was typed stays and is saved afterwards: " + ", ".join(CASES)
    return Figure(row="the file under an open window", times=len(CASES), held=held, failures=tuple(failures))
