"""Can I ...? A few letters are answered from the plan's rules, with the rule and its source. Nothing is permitted."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from journal.domain.permission import Permission, asks_clinic_first, permissions
from journal.domain.plan import Kind
from journal.domain.record import Record
from journal.ui.today import phrases
from journal.ui.today.parts import Card, empty, link, words
from journal.words import habit_name

MOST_ANSWERS = 4


class AnswerView(QWidget):
    """What one rule says: the thing, the answer, the rule in its own words and its source."""

    def __init__(self, permission: Permission, now: datetime, *, asks_clinic: bool) -> None:
        super().__init__()
        rule = permission.rule
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(2)
        heading = self.tr("{habit}: {answer}").format(
            habit=rule.habit_name or habit_name(rule.habit or ""),
            answer=verdict(permission, now, asks_clinic=asks_clinic),
        )
        column.addWidget(words(heading, "subheading"))
        column.addWidget(words(self.tr("“{rule}”").format(rule=rule.text), "text"))
        column.addWidget(words(self.tr("Source: {source}").format(source=rule.source), "small"))


def verdict(permission: Permission, now: datetime, *, asks_clinic: bool) -> str:
    """The answer in a few words: from when, until when, or that the plan no longer says anything."""
    if asks_clinic:
        return phrases.clinic_first() if permission.last_day is None else phrases.go_on(permission.last_day)
    if permission.ends is not None:
        return _say("not yet, {when}").format(when=phrases.board_end(permission.ends, now))
    if permission.last_day is not None:
        return _say("yes, {when}").format(when=phrases.board_daily(permission.last_day))
    if permission.rule.kind is not Kind.AVOID:
        return _say("your plan does not ask for it today")
    if permission.ended is not None:
        return _say("your plan no longer asks you to wait")
    return _say("your plan speaks of it after a treatment")


class CanIPanel(Card):
    """The field and the answers; Escape closes it.

    Signals:
        closed (): it was left.
        grew (): there are other answers.
    """

    closed = Signal()
    grew = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._record: Record | None = None
        self._now: datetime | None = None
        self.field = QLineEdit()
        self.close_link = link(self.tr("Close"))
        self._answers = QWidget()
        self._build()
        self.field.textChanged.connect(self._draw)
        self.close_link.clicked.connect(self.closed)

    def show_record(self, record: Record, now: datetime) -> None:
        """Answer from this record at this moment."""
        is_other = record is not self._record or now != self._now
        self._record, self._now = record, now
        if is_other and self.isVisible():
            self._draw()

    def open(self) -> None:
        """Begin a new question."""
        self.field.clear()
        self._draw()
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self.setAccessibleName(self.tr("Can I ...?"))
        self.field.setPlaceholderText(self.tr("sauna, retinol, gym, swimming ..."))
        self.field.setAccessibleName(self.tr("Can I ...? Type what you would like to do"))
        self.field.setClearButtonEnabled(True)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(words(self.tr("Can I ...?"), "subheading", wraps=False))
        row.addWidget(self.field, 1)
        row.addWidget(self.close_link)
        self.body.addLayout(row)
        column = QVBoxLayout(self._answers)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.body.addWidget(self._answers)

    def _draw(self) -> None:
        empty(self._answers)
        if self._record is None or self._now is None:
            return
        query = self.field.text().strip()
        found = permissions(self._record, query, self._now)
        asks_clinic = asks_clinic_first(self._record, self._now.date())
        layout = self._answers.layout()
        if layout is None:
            return
        for one in found[:MOST_ANSWERS]:
            layout.addWidget(AnswerView(one, self._now, asks_clinic=asks_clinic))
        if query and not found:
            layout.addWidget(
                words(self.tr("Your plan says nothing about “{what}”. Ask the clinic.").format(what=query), "text")
            )
        elif found:
            layout.addWidget(words(self.tr("What your clinic told you comes first."), "second"))
        self._answers.setVisible(bool(query))
        self.grew.emit()


def _say(text: str) -> str:
    return QCoreApplication.translate("today", text)
