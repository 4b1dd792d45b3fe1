"""The lock: when to lock, and what locking is. There is one only for a journal with a passphrase.

Locked, the window shows nothing but the way back in: pages and dialogs are hidden, so the desktop's own pictures of the
window show nothing either. The file is closed and its key let go of. What was on the pages stays in the program's
memory, half-typed text too, and what Python has let go of is not wiped: the lock keeps people out, not programs that
read other programs' memory.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent, QWindow
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QToolTip, QVBoxLayout, QWidget

from journal.domain.errors import JournalError
from journal.error_words import error_text
from journal.passphrase import Key
from journal.session import JournalSession
from journal.ui.locking.unlock import WIDTH, UnlockCard
from journal.ui.main_window import MainWindow
from journal.ui.photos.intake import Intake
from journal.ui.settings import Settings
from journal.ui.widgets.fitting import text_width
from journal.ui.widgets.labels import Words

TICK_MS = 5_000
SLEPT_SECONDS = 60.0
"""A tick that comes so much too late means that the computer slept."""

BUSY_MS = 250
LOCK_KEY = "Ctrl+L"
QUIT_KEY = "Ctrl+Q"

INPUT = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    )
)

Time = Callable[[], float]


class LockCover(QWidget):
    """Lies over the whole window, which is empty below it."""

    def __init__(self, session: JournalSession, window: MainWindow) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setObjectName("lockCover")
        self.card = UnlockCard(session.path, self.tr("Locked"))
        self.card.setMaximumWidth(text_width(window, WIDTH))
        words = Words(self.tr("What you typed is still here."), "second")
        self.card.body.insertWidget(1, words)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.card, 1000)  # as wide as it may be, and no wider than the window
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(2)
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow with the window."""
        if isinstance(event, QResizeEvent):
            self.setGeometry(self._window.rect())
        return super().eventFilter(watched, event)


class Guard(QObject):
    """Locks the window of a journal with a passphrase: when asked to, after idle minutes, when the computer sleeps."""

    def __init__(
        self, window: MainWindow, session: JournalSession, settings: Settings, *, now: Time = time.time
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._settings = settings
        self._now = now
        self._ticked = self._used = now()
        self._cover: LockCover | None = None
        self._hidden: list[tuple[QWidget, bool]] = []
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._timer.start()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._on_focus_window)
            self._on_focus_window(application.focusWindow())

    @property
    def is_locked(self) -> bool:
        """Whether the way back in is shown."""
        return self._cover is not None

    @property
    def cover(self) -> LockCover | None:
        """What lies over the window while it is locked."""
        return self._cover

    def tick(self) -> None:
        """Lock when nobody did anything for the minutes that were chosen, or when the computer slept meanwhile."""
        now = self._now()
        idle = self._settings.lock_minutes * 60
        slept = now - self._ticked > SLEPT_SECONDS
        self._ticked = now
        if self._session.key is None or self.is_locked:
            return
        if slept or (idle and now - self._used >= idle):
            self.lock()

    def lock(self) -> None:
        """Show nothing, then close the file. Without a passphrase nothing is done: that would be no lock."""
        if self.is_locked or self._session.key is None:
            return
        self._hide_dialogs()
        cover = LockCover(self._session, self._window)
        cover.setGeometry(self._window.rect())
        cover.card.found.connect(self._on_found)
        cover.card.refused.connect(self._on_refused)
        self._cover = cover
        cover.show()
        cover.raise_()
        self._cover_up()
        cover.card.take_focus()
        self._let_go()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notes that somebody is there; takes the lock's key also while a dialog has the window's own keys blocked."""
        if event.type() in INPUT:
            self.tick()
            self._used = self._now()
            if isinstance(event, QKeyEvent) and not self.is_locked and _is_lock_key(event):
                self.lock()
                return True
        return super().eventFilter(watched, event)

    def _let_go(self) -> None:
        """Close the file, once the photo in hand is kept."""
        if not self.is_locked or self._session.is_away:
            return
        if any(intake.is_at_work for intake in self._window.findChildren(Intake)):
            QTimer.singleShot(BUSY_MS, self, self._let_go)
            return
        self._session.put_away()

    def _cover_up(self) -> None:
        """Nothing of the journal is drawn any more, and no key but Quit's is taken."""
        for action in self._window.actions():
            action.setEnabled(action.shortcut() == QKeySequence(QUIT_KEY))
        self._show_whole(shown=False)  # a page that is hidden saves what is half typed

    def _uncover(self) -> None:
        for action in self._window.actions():
            action.setEnabled(True)
        self._window.undo_action.setEnabled(bool(self._session.undo_text))
        self._window.redo_action.setEnabled(bool(self._session.redo_text))
        self._show_whole(shown=True)

    def _show_whole(self, *, shown: bool) -> None:
        whole = self._window.centralWidget()
        if whole is not None:
            whole.setVisible(shown)

    def _hide_dialogs(self) -> None:
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        QToolTip.hideText()
        for widget in QApplication.topLevelWidgets():
            if widget is not self._window and widget.isVisible():
                self._hidden.append((widget, widget.isModal()))
                widget.hide()

    def _on_found(self, key: Key) -> None:
        cover = self._cover
        if cover is None:
            return
        try:
            if self._session.is_away:
                self._session.take_out(key)
        except JournalError as error:
            cover.card.field.fault.tell(error_text(error))
            return
        self._cover = None
        self._used = self._ticked = self._now()
        self._window.removeEventFilter(cover)
        self._uncover()
        cover.hide()
        cover.deleteLater()
        self._show_dialogs()

    def _on_refused(self, error: JournalError) -> None:
        if self._cover is not None:
            self._cover.card.field.fault.tell(error_text(error))

    def _show_dialogs(self) -> None:
        hidden, self._hidden = self._hidden, []
        for widget, was_modal in hidden:
            if was_modal and isinstance(widget, QDialog):
                widget.open()
            else:
                widget.show()

    def _on_focus_window(self, window: QWindow | None) -> None:
        """All input comes by the windows of the desktop's; a filter on these alone costs the painting nothing."""
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)


def _is_lock_key(event: QKeyEvent) -> bool:
    return event.type() == QEvent.Type.KeyPress and QKeySequence(event.keyCombination()) == QKeySequence(LOCK_KEY)
