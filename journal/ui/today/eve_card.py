"""The card around the next treatment: the skin on its eve, the ordinary evening confirmed, the treatment added."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.domain.acknowledgement import SKIN_SIGNS, AcknowledgementKind
from journal.domain.between import Occasion, is_baseline_confirmed
from journal.domain.folding import answer_on
from journal.domain.record import Record
from journal.ui.theme import Theme
from journal.ui.today.parts import Card, beside, link, words
from journal.ui.today.sign_question import SignQuestion
from journal.ui.widgets.card import Callout
from journal.words import full_day


class EveCard(Card):
    """Asks on the eve and on the day; after it, for the treatment itself.

    Signals:
        skin_answered (frozenset): the signs on the skin before the treatment.
        baseline_confirmed (): the ordinary evening is still as it was given.
        treatments_requested (): the treatment, its date or the ordinary evening is to be given.
    """

    skin_answered = Signal(object)
    baseline_confirmed = Signal()
    treatments_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = words("", "subheading")
        self._asked = QWidget()
        self.skin = SignQuestion(self.tr("Is there any of this on the skin that is to be treated?"), SKIN_SIGNS, theme)
        self._advice = Callout("caution")
        self._advice_words = words("", "text")
        self._baseline = words("", "text")
        self.confirm = link(self.tr("Still so"))
        self.change = link(self.tr("Change"))
        self.add = link(self.tr("Add the treatment"))
        self._build()
        self.skin.answered.connect(self.skin_answered)
        self.confirm.clicked.connect(self.baseline_confirmed)
        self.change.clicked.connect(self.treatments_requested)
        self.add.clicked.connect(self.treatments_requested)

    def show_occasion(self, record: Record, day: date, planned: date, occasion: Occasion) -> None:
        """Draw a day near the planned treatment."""
        self._heading.setText(self._title(planned, occasion))
        answer = answer_on(record, AcknowledgementKind.BEFORE, day)
        self.skin.show_answer(None if answer is None else answer.signs)
        self._advice.setVisible(answer is not None and bool(answer.signs))
        self._advice_words.setText(self._advice_text(record))
        self._show_baseline(record)
        self._asked.setVisible(occasion is not Occasion.PAST)
        self.add.setVisible(occasion is not Occasion.EVE)

    def _build(self) -> None:
        self._advice.body.addWidget(self._advice_words)
        self.confirm.setAccessibleName(self.tr("The ordinary evening is still so"))
        self.change.setAccessibleName(self.tr("Change the ordinary evening"))
        column = QVBoxLayout(self._asked)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        asked: tuple[QWidget, ...] = (self.skin, self._advice, self._baseline)
        for widget in asked:
            column.addWidget(widget)
        column.addLayout(beside(self.confirm, self.change))
        column.addWidget(words(self.tr("A photo from before the treatment is the best comparison later."), "second"))
        parts: tuple[QWidget, ...] = (self._heading, self._asked, self.add)
        for part in parts:
            self.body.addWidget(part)

    def _title(self, planned: date, occasion: Occasion) -> str:
        if occasion is Occasion.EVE:
            return self.tr("Your next treatment is tomorrow")
        if occasion is Occasion.DAY:
            return self.tr("Your treatment is today")
        return self.tr("A treatment was planned for {day}. Was it done?").format(day=full_day(planned))

    def _advice_text(self, record: Record) -> str:
        if record.clinic_phone:
            return self.tr("Call the clinic before you go ({phone}): they may want to wait.").format(
                phone=record.clinic_phone
            )
        return self.tr("Call the clinic before you go: they may want to wait.")

    def _show_baseline(self, record: Record) -> None:
        baseline = record.baseline
        is_given = baseline.given_at is not None
        is_confirmed = is_baseline_confirmed(record)
        said = self.tr("An ordinary evening: redness {redness}, sensitivity {sensitivity}. Is it still so?")
        if not is_given:
            said = self.tr("Your ordinary evening was not given yet; both ratings count as 0.")
        elif is_confirmed:
            said = self.tr("An ordinary evening: redness {redness}, sensitivity {sensitivity}. Confirmed.")
        self._baseline.setText(said.format(redness=baseline.redness, sensitivity=baseline.sensitivity))
        self.confirm.setVisible(is_given and not is_confirmed)
