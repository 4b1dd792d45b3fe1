"""The page for when something is wrong: the warning signs as ticks, an answer at once, and help with the program.

A tick is saved as the day's symptoms and answered at once from the plan, also when it could not be saved.
"""

from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from journal.domain.asked import signs_asked
from journal.domain.entry import WARNING_SIGNS, Answers, revised
from journal.domain.findings import Finding
from journal.domain.record import Record, with_entry
from journal.session import JournalSession
from journal.ui.help import HelpCard
from journal.ui.theme import Theme
from journal.ui.widgets.buttons import LinkButton
from journal.ui.widgets.labels import Heading, Words
from journal.ui.widgets.scrolled import scroll_area
from journal.ui.wrong.answer import AnswerPanel
from journal.ui.wrong.sense import wrong_answer
from journal.ui.wrong.signs import SignList
from journal.words import long_day

CONTENT_MAX = 1100
TWO_COLUMNS_FROM = 800


class WrongPage(QWidget):
    """Signs at the left, what to do about them at the right.

    The day is the civil one, also between midnight and four when the check-in still offers the evening: what is wrong
    is wrong now. Only the signs that a flag asks are answered for the day of that flag.

    Signals:
        why_requested (Finding): that answer is to be explained.
        page_requested (str): back to the check-in.
    """

    why_requested = Signal(object)
    page_requested = Signal(str)

    def __init__(self, session: JournalSession, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._record = session.record
        self._day = session.today()
        self._asked: tuple[Finding, ...] = ()
        self.day_line = Words("", "second", wrap=False)
        self.back = LinkButton(self.tr("Back to the check-in"))
        self.signs = SignList()
        self.answer = AnswerPanel(session, theme)
        self._help = HelpCard(session.path)
        self._build()
        self._connect()
        self._begin(self._day)

    @property
    def day(self) -> date:
        """The day that the ticks are kept with."""
        return self._day

    def show_record(self, record: Record) -> None:
        """Show the day's ticks and what they mean."""
        self._record = record
        if not self.isVisible():
            self._begin(self._session.today())
            return
        self._draw(record)

    def ask(self, finding: Finding) -> None:
        """Ask the signs that a flag asks, for the flag's own day, those first."""
        self._begin(finding.day)
        self.back.show()
        self.signs.focus_first()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        is_back = event.type() == QEvent.Type.ActivationChange and self.isVisible() and self.isActiveWindow()
        if is_back and self.back.isHidden() and self._day != self._session.today():
            self._begin(self._session.today())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.signs.focus_first()

    def _begin(self, day: date) -> None:
        """Turn to a day; the order of the signs holds until the page is opened again."""
        self._day = day
        self._asked = signs_asked(self._record, day)
        self.day_line.setText(long_day(day))
        self.back.hide()
        self.signs.show_signs(self._record.plan_on(day), self._asked)
        self._draw(self._record)

    def _draw(self, record: Record) -> None:
        entry = record.entry(self._day)
        self.signs.show_ticked(entry.symptoms if entry is not None else frozenset())
        self.answer.show_answer(wrong_answer(record, self._day, self._session.today()), record)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(Heading(self.tr("Something is wrong"), "title"))
        head.addWidget(self.day_line, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        lead = self.tr("Tick what you see or feel. The answer is there at once, and it is kept with this day's log.")
        self._columns = QHBoxLayout()
        self._columns.setSpacing(16)
        self._columns.addWidget(self._build_signs(), 3)
        self._columns.addWidget(self._build_side(), 2)
        content = QWidget()
        content.setMaximumWidth(CONTENT_MAX)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(Words(lead, "second"))
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._columns, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(28, 20, 28, 20)
        whole.addStretch(1)
        whole.addWidget(content, 1000)
        whole.addStretch(1)

    def _build_signs(self) -> QWidget:
        """The ticks scroll by themselves, so that the answer is always in sight."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.signs)
        column.addStretch(1)
        self._left = column
        return scroll_area(holder)

    def _build_side(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(16)
        column.addWidget(self.answer)
        column.addWidget(self._help)
        column.addStretch(1)
        self._side = column
        return scroll_area(side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= TWO_COLUMNS_FROM * self._theme.text_scale
        direction = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.BottomToTop
        if direction != self._columns.direction():
            self._columns.setDirection(direction)
            self._columns.setStretch(1, 2 if is_wide else 3)
            self._place_help(self._side if is_wide else self._left)

    def _place_help(self, column: QVBoxLayout) -> None:
        """Under the answer, or where that has little height under the signs."""
        for other in (self._side, self._left):
            other.removeWidget(self._help)
        column.insertWidget(column.count() - 1, self._help)

    def _connect(self) -> None:
        self.signs.answered.connect(self._save)
        self.answer.why_requested.connect(self.why_requested)
        self.back.clicked.connect(self._on_back)

    def _on_back(self) -> None:
        self.page_requested.emit("today")

    def _save(self, ticked: frozenset[str]) -> None:
        """The whole list is answered: what is ticked here, and the expected symptoms as they stand."""
        entry = self._record.entry(self._day)
        others = (entry.symptoms if entry is not None else frozenset[str]()) - set(WARNING_SIGNS)
        answers = Answers(symptoms=others | ticked)
        if not self._session.log(self._day, answers):
            after = revised(self._record.facts.entries.get(self._day), self._day, answers, self._session.now())
            unsaved = with_entry(self._record, self._day, after)
            self.answer.show_answer(wrong_answer(unsaved, self._day, self._session.today()), unsaved)
