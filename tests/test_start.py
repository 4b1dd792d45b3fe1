"""What the first page is drawn without is not loaded before it is asked for: each module costs time at the start."""

import os
import subprocess
import sys
from pathlib import Path

from journal import changes
from tests.builders import FIRST_TREATMENT, moment, treatment

ROOT = Path(__file__).parent.parent
FIRST_PAGE = """
import sys
from pathlib import Path
from journal.__main__ import make_start_quick
make_start_quick()
from journal import app
from journal.clock import SystemClock
from journal.ui.settings import Settings
from journal.ui.theme import Theme
application = app.make_application()
settings = Settings(Path(sys.argv[2]))
theme = Theme(settings.theme, settings.text_scale)
theme.apply(application)
window = app.build(Path(sys.argv[1]), clock=SystemClock(), settings=settings, theme=theme)
window.show()
window.grab()
print(window.page_key, *sys.modules)
"""
NOT_YET = (
    "PIL",
    "click",
    "difflib",
    "hashlib",
    "sqlite_utils",
    "tomllib",
    "PySide6.QtNetwork",
    "PySide6.QtPrintSupport",
    "journal.cli",
    "journal.demo",
    "journal.domain.backup",
    "journal.keeping",
    "journal.photos",
    "journal.report",
    "journal.store.backups",
    "journal.store.writing",
    "journal.ui.calendar",
    "journal.ui.curve",
    "journal.ui.photos",
    "journal.ui.settings_dialog",
    "journal.ui.treatments",
    "journal.ui.visit",
    "journal.ui.wrong.page",
)


def test_the_first_page_is_drawn_without_what_comes_later(tmp_path) -> None:
    journal = tmp_path / "a.journal"
    store, record = changes.open_journal(journal, create=True)
    now = moment(FIRST_TREATMENT)
    changes.perform(store, record, changes.add_treatment(record, treatment(), now), now)
    store.close()
    environment = {**os.environ, "HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}

    command = [sys.executable, "-c", FIRST_PAGE, str(journal), str(tmp_path / "window.ini")]
    shown = subprocess.run(command, env=environment, check=True, capture_output=True, text=True, cwd=ROOT)
    page, *loaded = shown.stdout.split()

    assert page == "today"
    assert "journal.ui.today.page" in loaded
    assert [name for name in NOT_YET if name in loaded] == []
