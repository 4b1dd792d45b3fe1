"""Run as a process of its own: times taps and the gallery in a window on the ten-year journal; prints JSON.

``python -m tests.benchmarks.in_window taps JOURNAL`` or ``gallery JOURNAL``. The journal is not kept: taps change it.
"""

import json
import resource
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from journal.app import build, make_application
from journal.clock import GivenClock
from journal.domain.entry import Answers
from journal.ui.main_window import MainWindow
from journal.ui.settings import Settings
from journal.ui.theme import Theme
from tests.benchmarks.ten_years import LAST_DAY, NOW

TAPS = 100
WARM_UP = 10
SIZE = (1366, 768)


def opened(journal: Path, folder: Path) -> MainWindow:
    """The real window, shown and painted."""
    application = make_application()
    settings = Settings(folder / "window.ini")
    settings.guide_dismissed = True
    theme = Theme(parent=application)
    theme.apply(application)
    window = build(journal, clock=GivenClock(NOW), settings=settings, theme=theme)
    window.resize(*SIZE)
    window.show()
    QApplication.sendPostedEvents()
    window.grab()
    return window


def taps(window: MainWindow) -> list[float]:
    """Seconds of each tap: saved durably, the visible page refreshed and painted."""
    session = window.session
    found = []
    for number in range(TAPS + WARM_UP):
        started = time.perf_counter()
        assert session.log(LAST_DAY, Answers(redness=number % 4))
        QApplication.sendPostedEvents()
        window.shown_page.repaint()
        found.append(time.perf_counter() - started)
    return found[WARM_UP:]


def gallery(window: MainWindow) -> dict[str, float]:
    """Seconds to the painted first screen of 10,000 photos, and the memory of the process in MB after scrolling."""
    started = time.perf_counter()
    window.show_page("photos")
    QApplication.sendPostedEvents()
    window.repaint()
    first = time.perf_counter() - started
    return {"seconds": first, "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def main(what: str, journal: str) -> None:
    """Measure one thing and print it."""
    with tempfile.TemporaryDirectory() as folder:
        window = opened(Path(journal), Path(folder))
        print(json.dumps(taps(window) if what == "taps" else gallery(window)), flush=True)
        window.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
