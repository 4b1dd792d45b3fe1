"""Something is wrong from inside a dialog: the same page on top of it, so that nothing half typed there is lost.

F1 reaches every dialog of the window: a shortcut of the window itself is dead while a dialog is open.
"""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout, QWidget

from journal.session import JournalSession
from journal.ui.theme import Theme
from journal.ui.widgets.buttons import Button

WIDTH, HEIGHT = 1000, 700
SCREEN_SHARE = 0.92
MARKED = "asksForHelp"


class WrongDialog(QDialog):
    """The page with a way to close it.

    Signals:
        why_requested (Finding): an answer is to be explained.
    """

    why_requested = Signal(object)

    def __init__(self, session: JournalSession, theme: Theme, parent: QWidget | None = None) -> None:
        from journal.ui.wrong.page import WrongPage  # late: seldom needed

        super().__init__(parent)
        self.setWindowTitle("Recovery Journal")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        room = self.screen().availableGeometry()
        scale = theme.text_scale
        self.resize(
            min(round(WIDTH * scale), round(room.width() * SCREEN_SHARE)),
            min(round(HEIGHT * scale), round(room.height() * SCREEN_SHARE)),
        )
        self.page = WrongPage(session, theme, self)
        self.close_button = Button(self.tr("Close"), "primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 16)
        column.addWidget(self.page, 1)
        column.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignHCenter)
        self.page.why_requested.connect(self.why_requested)
        self.close_button.clicked.connect(self.accept)
        session.record_changed.connect(self.page.show_record)


class HelpInDialogs(QObject):
    """Gives each dialog of a window F1 when it first has the focus.

    Signals:
        wrong_requested (): F1 was pressed in a dialog.
    """

    wrong_requested = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        dialog = None if new is None else new.window()
        if not isinstance(dialog, QDialog) or isinstance(dialog, WrongDialog) or dialog.property(MARKED):
            return
        if self._belongs(dialog):
            dialog.setProperty(MARKED, "yes")
            QShortcut(QKeySequence(Qt.Key.Key_F1), dialog).activated.connect(self.wrong_requested)

    def _belongs(self, dialog: QWidget | None) -> bool:
        while dialog is not None and dialog is not self._window:
            dialog = dialog.parentWidget()
        return dialog is not None
