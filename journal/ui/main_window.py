"""The window: navigation at the left, one page at a time, the quiet lines above and below. All wiring of pages is here.

It draws the visible page when the record changed; a hidden one is drawn when it is shown.
"""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QIcon, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from journal.changes import Change, What
from journal.domain.errors import JournalError, ValueRefused
from journal.domain.findings import Finding
from journal.domain.record import Record
from journal.resources import resource
from journal.session import JournalSession
from journal.ui.lock import Lock
from journal.ui.navigation import PAGES, Navigation, is_narrow_width
from journal.ui.notices import DemoStrip, FailedBanner, Toast
from journal.ui.pages import draw, make_page, turn_to
from journal.ui.settings import Settings
from journal.ui.theme import Theme
from journal.ui.wrong.dialog import HelpInDialogs, WrongDialog

if TYPE_CHECKING:
    from journal.ui.today.page import TodayPage

TITLE = "Recovery Journal"
SIZE = (1180, 800)
SMALLEST = (420, 480)
TOAST_MARGIN = 16


class MainWindow(QMainWindow):
    """One journal's window.

    Signals:
        closed (): it is gone, everything is saved.
    """

    closed = Signal()

    def __init__(self, session: JournalSession, theme: Theme, settings: Settings, journal: Path) -> None:
        super().__init__()
        self._session = session
        self._theme = theme
        self._settings = settings
        self._journal = journal
        self._pages: dict[str, QWidget] = {}
        self._page_key = ""
        self._welcome: QWidget | None = None
        self._was_held_open = False
        self._demo_strip: DemoStrip | None = None
        self.lock = Lock(self, session, settings)
        self._build()
        self._add_actions()
        self._connect()
        self._show_history()
        if session.record.is_empty and not session.record.profile.welcomed:
            self._show_welcome()
        else:
            self.show_page("today")

    @property
    def session(self) -> JournalSession:
        """The hold on the journal."""
        return self._session

    @property
    def journal(self) -> Path:
        """The file that is open."""
        return self._journal

    @property
    def page_key(self) -> str:
        """The page that is shown; "welcome" before the first one."""
        return self._page_key

    @property
    def shown_page(self) -> QWidget:
        """The page on top."""
        return cast("QWidget", self._stack.currentWidget())

    def page(self, key: str) -> QWidget:
        """A page, made when it is first asked for."""
        if key not in self._pages:
            page = make_page(key, self._session, self._theme, self._stack)
            self._pages[key] = page
            self._stack.addWidget(page)
            self._wire(key, page)
        return self._pages[key]

    def show_page(self, key: str) -> None:
        """Turn to a page."""
        page = self.page(key)
        turn_to(page, self._session.record, is_again=key == self._page_key)
        self._page_key = key
        self._stack.setCurrentWidget(page)
        self.navigation.show_page(key)

    def show_day(self, day: date) -> None:
        """Open the check-in of a day."""
        self.show_page("today")
        self._today().show_day(day)

    def mark_as_demo(self) -> None:
        """Say that this is an example and nobody's data."""
        if self._demo_strip is None:
            self._demo_strip = DemoStrip()
            self.add_strip(self._demo_strip)

    def tell_place(self) -> None:
        """Say what may happen where the journal lies, if anything may, and which other versions lie there."""
        place = self._session.place()
        if place.is_worth_telling:
            from journal.ui.place_strip import strips_of  # late: most journals lie at home

            for strip in reversed(strips_of(place, str(self._journal.parent), self._theme, self._settings)):
                self.add_strip(strip)

    def add_strip(self, strip: QWidget) -> None:
        """Show a line at the top."""
        self._column.insertWidget(0, strip)
        strip.show()

    def come_forward(self) -> None:
        """Raise the window: somebody started the program again."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def _build(self) -> None:
        self.setWindowTitle(TITLE)
        self.setWindowIcon(QIcon(str(resource("icons", "app.svg"))))
        self.setMinimumSize(*SMALLEST)
        self.navigation = Navigation(self._theme)
        self.banner = FailedBanner(self._theme)
        self._stack = QStackedWidget()
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._column.addWidget(self.banner)
        self._column.addWidget(self._stack, 1)
        self._whole = QWidget()
        row = QHBoxLayout(self._whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        row.addLayout(self._column, 1)
        self.setCentralWidget(self._whole)
        self.toast = Toast(self._theme, self._whole)
        self._take_place()

    def _take_place(self) -> None:
        if not self.restoreGeometry(self._settings.geometry):
            room = self.screen().availableSize()
            self.resize(min(SIZE[0], room.width()), min(SIZE[1], room.height()))

    def _add_actions(self) -> None:
        for number, key in enumerate(PAGES, start=1):
            action = self._add_action(self.navigation.page_name(key), f"Ctrl+{number}")
            action.setData(key)
            action.triggered.connect(self._on_page_action)
        wrong = self._add_action(self.navigation.page_name("wrong"), "F1")
        wrong.setData("wrong")
        wrong.triggered.connect(self._on_page_action)
        self.undo_action = self._add_action(self.tr("Undo"), "Ctrl+Z")
        self.redo_action = self._add_action(self.tr("Redo"), "Ctrl+Shift+Z", "Ctrl+Y")
        self._add_action(self.tr("Settings"), "Ctrl+,").triggered.connect(self.open_settings)
        self._add_action(self.tr("Lock"), "Ctrl+L").triggered.connect(self.lock.now)
        self._add_action(self.tr("Quit"), "Ctrl+Q").triggered.connect(self.close)

    def _add_action(self, text: str, *keys: str) -> QAction:
        action = QAction(text, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        self.addAction(action)
        return action

    def _connect(self) -> None:
        self.navigation.page_requested.connect(self._on_page_requested)
        self.navigation.settings_requested.connect(self.open_settings)
        self.navigation.undo_requested.connect(self._undo)
        self.navigation.redo_requested.connect(self._redo)
        self.undo_action.triggered.connect(self._undo)
        self.redo_action.triggered.connect(self._redo)
        self.toast.acted.connect(self._undo)
        self.banner.again_requested.connect(self._save_again)
        self._session.record_changed.connect(self._on_record_changed)
        self._session.history_changed.connect(self._show_history)
        self._session.performed.connect(self._on_performed)
        self._session.failed.connect(self._on_failed)
        self.lock.not_to_be_had.connect(self._tell)
        self._theme.changed.connect(self._arrange)
        HelpInDialogs(self).wrong_requested.connect(self.open_wrong)

    def _wire(self, key: str, page: QWidget) -> None:
        """Every wish of every page."""
        wishes = {
            "wrong_requested": self._on_wrong_requested,
            "signs_requested": self._on_signs_requested,
            "why_requested": self.explain,
            "page_requested": self._on_page_requested,
            "day_requested": self.show_day,
            "day_explained": self.explain_day,
            "settings_requested": self.open_settings,
            "photos_dropped": self._on_photos_dropped,
        }
        for name, answer in wishes.items():
            if hasattr(type(page), name) and not (key == "today" and name == "day_requested"):
                getattr(page, name).connect(answer)
        if hasattr(page, "use_settings"):
            page.use_settings(self._settings)

    def explain(self, finding: Finding) -> None:
        """Why a flag is there."""
        from journal.ui.why.flag import WhyDialog  # late: not needed for the first page

        session, above = self._session, QApplication.activeModalWidget() or self
        dialog = WhyDialog(finding, session.record, session.now(), self._theme, above, keep_call=session.called)
        dialog.day_explained.connect(self.explain_day)
        dialog.open()

    def explain_day(self, day: date) -> None:
        """What every rule says of a day."""
        from journal.ui.why.day import DayRulesDialog  # late: not needed for the first page

        above = QApplication.activeModalWidget() or self
        dialog = DayRulesDialog(day, self._session.record, self._session.now(), self._theme, above)
        dialog.day_requested.connect(self.show_day)
        dialog.why_requested.connect(self.explain)
        dialog.open()

    def open_wrong(self) -> None:
        """Something is wrong, on top of the dialog that is open."""
        dialog = WrongDialog(self._session, self._theme, QApplication.activeModalWidget() or self)
        dialog.why_requested.connect(self.explain)
        dialog.open()

    def open_settings(self) -> None:
        """What the person may choose."""
        from journal.ui.settings_dialog import SettingsDialog  # late: not needed for the first page

        SettingsDialog(self._session, self._theme, self._settings, self).open()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self._session.read_again_if_changed()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._settings.geometry = self.saveGeometry()
        self._settings.save()
        self._stack.hide()  # a page that is hidden saves what is half typed
        if self._session.has_unsaved and not self._was_held_open:
            self._was_held_open = True
            self._stack.show()
            event.ignore()
            return
        self._stop_intake()
        super().closeEvent(event)
        self._session.close()
        self.closed.emit()

    def _stop_intake(self) -> None:
        """No worker outlives the window: it ends with the photo in hand, which is whole."""
        close_intake = getattr(self._pages.get("photos"), "close_intake", None)
        if callable(close_intake):
            close_intake()

    def _arrange(self) -> None:
        narrow = is_narrow_width(self.width(), self._theme.text_scale)
        self.navigation.set_narrow(narrow=narrow)
        self._place_toast()

    def _place_toast(self) -> None:
        if self.toast.isHidden():
            return
        room, left = self._whole.rect(), self.navigation.width()
        self.toast.adjustSize()
        x = left + max(0, (room.width() - left - self.toast.width()) // 2)
        self.toast.move(x, room.bottom() - self.toast.height() - TOAST_MARGIN)

    def _show_welcome(self) -> None:
        from journal.ui.welcome import WelcomePage  # late: shown once in a journal's life

        welcome = WelcomePage(self._session, self._theme)
        welcome.finished.connect(self._end_welcome)
        welcome.wrong_requested.connect(self._on_wrong_requested)
        self._welcome = welcome
        self._page_key = "welcome"
        self.navigation.hide()
        self._stack.addWidget(welcome)
        self._stack.setCurrentWidget(welcome)

    def _end_welcome(self) -> None:
        if self._welcome is not None:
            self.navigation.show()
            self.show_page("today")
            self._stack.removeWidget(self._welcome)
            self._welcome.deleteLater()
            self._welcome = None

    def _today(self) -> "TodayPage":
        return cast("TodayPage", self.page("today"))

    def _on_page_action(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._on_page_requested(str(action.data()))

    def _on_page_requested(self, key: str) -> None:
        if self._welcome is not None and key != "wrong":
            self._return_to_welcome(self._welcome)
        elif key == "today":
            self.show_day(self._session.offered_day())
        else:
            self.navigation.show()
            self.show_page(key)

    def _return_to_welcome(self, welcome: QWidget) -> None:
        self._page_key = "welcome"
        self.navigation.hide()
        self._stack.setCurrentWidget(welcome)

    def _on_wrong_requested(self) -> None:
        self._on_page_requested("wrong")

    def _on_signs_requested(self, finding: Finding) -> None:
        self.show_page("wrong")
        self.page("wrong").ask(finding)  # type: ignore[attr-defined]

    def _on_photos_dropped(self, paths: list[Path], day: date) -> None:
        self.show_page("photos")
        page = self.page("photos")
        page.take_in(paths, day)  # type: ignore[attr-defined]

    def _on_record_changed(self, record: Record) -> None:
        self.banner.hide()
        if self._page_key in self._pages:
            draw(self._pages[self._page_key], record)

    def _on_performed(self, change: Change) -> None:
        text = self._undo_offer(change)
        if text:
            self._tell(text, self.tr("Undo"))
        else:
            self.toast.hide()

    def _undo_offer(self, change: Change) -> str:
        if change.what is What.ASIDE and any(after is not None for _, after in change.acknowledgements):
            return self.tr("Put aside for this treatment. Calendar, curve and page keep it.")
        if change.what is What.TREATMENT_REMOVED:
            return self.tr("Treatment removed.")
        is_gone = change.entries and all(after is None or after.is_empty for _, after in change.entries)
        if change.what is What.ENTRY and is_gone:
            return self.tr("{what} removed.").format(what=self._session.describe(change))
        return ""

    def _on_failed(self, error: JournalError) -> None:
        from journal.error_words import error_text  # late: most things go well

        if isinstance(error, ValueRefused):
            self._tell(error_text(error))
        else:
            self.banner.tell(error_text(error))

    def _save_again(self) -> None:
        """Once more: by the page, which may hold more that is not saved, or the last change alone."""
        save_again = getattr(self.shown_page, "save_again", None)
        if callable(save_again):
            save_again()
        else:
            self._session.try_again()

    def _undo(self) -> None:
        text = self._session.undo_text
        if self._session.undo():
            self._tell(self.tr("Done. {what}").format(what=text))

    def _redo(self) -> None:
        text = self._session.redo_text
        if self._session.redo():
            self._tell(self.tr("Done. {what}").format(what=text))

    def _tell(self, text: str, action: str = "") -> None:
        self.toast.tell(text, action)
        self._place_toast()

    def _show_history(self) -> None:
        undo, redo = self._session.undo_text, self._session.redo_text
        self.undo_action.setEnabled(bool(undo))
        self.redo_action.setEnabled(bool(redo))
        self.navigation.show_history(undo, redo)
