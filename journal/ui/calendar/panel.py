"""The chosen day beside the months: what it holds in words, its flags, and the button that opens it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from journal.domain.findings import Finding
from journal.domain.ratings import IrritationLook
from journal.drawing.month_data import CalendarDay
from journal.drawing.shapes import Mark, finding_mark
from journal.ui.calendar.telling import (
    day_heading,
    day_place,
    day_sentence,
    judged_text,
    log_text,
    photos_text,
    ratings_text,
)
from journal.ui.curve.bar import MarkView
from journal.ui.curve.flag_words import flag_title
from journal.ui.theme import Theme
from journal.ui.widgets.buttons import LinkButton

MOST_FLAGS = 4


class FlagRow(QWidget):
    """One flag of the chosen day: its shape, its rule, and the way to its why."""

    why_requested = Signal(object)

    def __init__(self, finding: Finding, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._finding = finding
        mark = finding_mark(finding)
        shape = MarkView(theme, self)
        shape.show_mark(mark)
        text = QLabel(flag_title(finding), self)
        text.setToolTip(finding.rule.text)
        text.setWordWrap(True)
        text.setProperty("role", "call" if mark in (Mark.CALL, Mark.TODAY, Mark.EMERGENCY) else "caution")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        why = LinkButton(self.tr("Why?"), self)
        why.setAccessibleName(self.tr("Why? {flag}").format(flag=flag_title(finding)))
        why.clicked.connect(self._on_why)
        row.addWidget(shape, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(text, 1)
        row.addWidget(why, 0, Qt.AlignmentFlag.AlignTop)

    def _on_why(self) -> None:
        self.why_requested.emit(self._finding)


class DayPanel(QFrame):
    """What the chosen day holds.

    Signals:
        open_requested (): the chosen day is to be opened.
        why_requested (Finding): that flag is to be explained.
        rules_requested (): every rule on the chosen day is to be seen.
    """

    open_requested = Signal()
    why_requested = Signal(object)
    rules_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._flags: list[QWidget] = []
        self.setProperty("surface", "card")
        self.setAccessibleName(self.tr("The chosen day"))
        self._build()

    def show_day(self, day: CalendarDay, look: IrritationLook, *, is_unknown: bool) -> None:
        """Tell of this day; ``is_unknown``: whether a warning rule could not be judged on it."""
        self._heading.setText(day_heading(day))
        self._place.setText(day_place(day))
        self._log.setText(log_text(day))
        judged = judged_text(day, is_unknown=is_unknown)
        texts = (ratings_text(day, look), photos_text(day), judged)
        for label, text in zip((self._ratings, self._photos, self._judged), texts, strict=True):
            label.setText(text)
            label.setVisible(bool(text))
        self._show_flags(day.findings)
        self._rules.setVisible(not day.is_future)
        self._open.setEnabled(not day.is_future)
        self._open.setToolTip(self.tr("This day is still to come") if day.is_future else "")
        self.setAccessibleDescription(" ".join(text for text in (day_sentence(day, look), judged) if text))

    def _build(self) -> None:
        self._heading, self._place, self._log = QLabel(self), QLabel(self), QLabel(self)
        self._ratings, self._photos, self._judged = QLabel(self), QLabel(self), QLabel(self)
        self._heading.setProperty("role", "heading")
        self._place.setProperty("role", "second")
        self._ratings.setProperty("role", "answer")
        self._judged.setProperty("role", "second")
        self._open = QPushButton(self.tr("Open this day"), self)
        self._open.setProperty("kind", "primary")
        self._open.clicked.connect(self.open_requested)
        self._rules = LinkButton(self.tr("Every rule on that day"), self)
        self._rules.clicked.connect(self.rules_requested)
        self._flag_box = QVBoxLayout()
        self._flag_box.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 20)
        column.setSpacing(8)
        for label in (self._heading, self._place, self._ratings, self._log, self._photos, self._judged):
            label.setWordWrap(True)
            column.addWidget(label)
        column.insertLayout(column.indexOf(self._judged), self._flag_box)
        column.addWidget(self._rules, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(8)
        column.addWidget(self._open)

    def _show_flags(self, findings: tuple[Finding, ...]) -> None:
        for row in self._flags:
            self._flag_box.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._flags = [FlagRow(finding, self._theme, self) for finding in findings[:MOST_FLAGS]]
        if len(findings) > MOST_FLAGS:
            more = QLabel(self.tr("and %n more", "", len(findings) - MOST_FLAGS), self)
            more.setProperty("role", "second")
            self._flags.append(more)
        for row in self._flags:
            if isinstance(row, FlagRow):
                row.why_requested.connect(self.why_requested)
            self._flag_box.addWidget(row)
