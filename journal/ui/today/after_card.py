"""The card after the plan's last day: the end proposed, one question a month, photos twice, and then nothing more."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from journal.domain.acknowledgement import MONTH_SIGNS
from journal.domain.between import AfterPlan
from journal.domain.record import Record
from journal.ui.theme import Theme
from journal.ui.today.parts import Card, beside, link, words
from journal.ui.today.sign_question import SignQuestion
from journal.ui.widgets.card import Callout
from journal.words import full_day


class AfterPlanCard(Card):
    """Says what has ended and asks what is left.

    Signals:
        month_answered (frozenset): the signs of this month's question.
        end_requested (): the daily log is to be ended.
        page_requested (str): the visit summary or the photos are the next step.
        log_requested (): a day is to be logged all the same.
    """

    month_answered = Signal(object)
    end_requested = Signal()
    page_requested = Signal(str)
    log_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = words("", "subheading")
        self._state = words("", "text")
        self.summary = QPushButton(self.tr("Make summary"))
        self.stop = link(self.tr("Stop the daily log"))
        self._proposal = QWidget()
        self.log = link(self.tr("Log today anyway"))
        self.question = SignQuestion(self.tr("This month's question: is there any of this?"), MONTH_SIGNS, theme)
        self._advice = Callout("call")
        self._advice_words = words("", "text")
        self._photo = words("", "text")
        self.photos = link(self.tr("Add photos"))
        self._later = words("", "second")
        self._build()
        self._connect()

    def show_end(self, record: Record, after: AfterPlan, *, is_open: bool) -> None:
        """Draw the time after a plan. ``is_open``: something still says to call, so no end is proposed."""
        self._heading.setText(self.tr("The daily log has ended") if after.is_ended else self.tr("The plan has ended"))
        self._state.setText(self._state_text(after, is_open=is_open))
        self._proposal.setVisible(not after.is_ended and not is_open)
        is_asked = after.month_due is not None or after.answer is not None
        self.question.setVisible(is_asked)
        self.question.show_answer(None if after.answer is None else after.answer.signs)
        self._advice.setVisible(after.answer is not None and bool(after.answer.signs))
        self._advice_words.setText(self._advice_text(record))
        self._photo.setText(self.tr("A photo at %n week(s) shows the result.", "", after.photo_week or 0))
        for widget in (self._photo, self.photos):
            widget.setVisible(after.photo_week is not None)
        self._later.setText(self._later_text(after))
        self.log.setVisible(after.is_ended)

    def _build(self) -> None:
        self.summary.setProperty("kind", "primary")
        self.summary.setAccessibleName(self.summary.text())
        self._proposal.setLayout(beside(self.summary, self.stop))
        self._advice.body.addWidget(self._advice_words)
        for widget in (
            self._heading,
            self._state,
            self._proposal,
            self.question,
            self._advice,
            self._photo,
            self.photos,
            self._later,
            self.log,
        ):
            self.body.addWidget(widget)

    def _connect(self) -> None:
        self.question.answered.connect(self.month_answered)
        self.stop.clicked.connect(self.end_requested)
        self.summary.clicked.connect(self._on_summary)
        self.photos.clicked.connect(self._on_photos)
        self.log.clicked.connect(self.log_requested)

    def _state_text(self, after: AfterPlan, *, is_open: bool) -> str:
        if after.is_ended:
            return self.tr("Nothing is asked in the evenings any more after treatment {number}.").format(
                number=after.treatment.number
            )
        if is_open:
            return self.tr("It ended on {day}, but something still says to call: see below.").format(
                day=full_day(after.plan_end)
            )
        return self.tr("It ended on {day}. You can make the summary for your visit and stop the daily log.").format(
            day=full_day(after.plan_end)
        )

    def _advice_text(self, record: Record) -> str:
        if record.clinic_phone:
            return self.tr("Call the clinic this week and tell them ({phone}). A photo helps.").format(
                phone=record.clinic_phone
            )
        return self.tr("Call the clinic this week and tell them. A photo helps.")

    def _later_text(self, after: AfterPlan) -> str:
        if after.is_over:
            return self.tr("Nothing more is asked until your next treatment.")
        if after.next_question is None:
            return self.tr("After this nothing more is asked until your next treatment.")
        return self.tr("The next question comes on {day}.").format(day=full_day(after.next_question))

    def _on_summary(self) -> None:
        self.page_requested.emit("visit")

    def _on_photos(self) -> None:
        self.page_requested.emit("photos")
