"""One of the two questions: what is asked, its strip, and the answer in words right under it."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journal.domain.entry import Entry
from journal.domain.ratings import Scale
from journal.domain.record import DAY, Record
from journal.ui.theme import Theme
from journal.ui.today import phrases
from journal.ui.today.parts import ElidedLabel, link, words
from journal.ui.widgets.flow_layout import turn
from journal.ui.widgets.rating_paint import RING
from journal.ui.widgets.rating_strip import RatingStrip
from journal.words import scale_name

HEAD_GAP = 12


class RatingField(QWidget):
    """Shows one rating of one day. What is tapped is told to whoever saves it."""

    rating_chosen = Signal(str, int)
    """The scale's word and the rating."""
    taken_back = Signal(str)

    def __init__(self, scale: Scale, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scale = scale
        self._question = words("", "subheading", wraps=False)
        self._hint = ElidedLabel("", "small")
        self._head = QHBoxLayout()
        self.strip = RatingStrip(scale_name(scale), theme)
        self._answer = words("", "answer")
        self.take_back = link(self.tr("Take back"))
        policy = self.take_back.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.take_back.setSizePolicy(policy)
        self._announces = False
        self._build()
        self.strip.rating_chosen.connect(self._on_rating_chosen)
        self.strip.taken_back.connect(self._on_taken_back)
        self.take_back.clicked.connect(self._on_taken_back)

    @property
    def answer_text(self) -> str:
        """The answer as it stands on the screen."""
        return self._answer.text()

    def show_day(self, record: Record, day: date, entry: Entry | None, *, is_today: bool, is_optional: bool) -> None:
        """Draw one day: ``entry`` is what is shown of it, the day before is only marked."""
        look = record.profile.irritation_look
        self._question.setText(phrases.question(self.scale, look))
        hint = phrases.hint(self.scale, look)
        self._hint.setText(self.tr("optional · {hint}").format(hint=hint) if is_optional else hint)
        self._arrange()
        self.strip.set_name(scale_name(self.scale, look))
        self.strip.set_band_words(phrases.band_words(self.scale, look))
        before = record.entry(day - DAY)
        marked = before.rating(self.scale) if before is not None else None
        self.strip.set_marker(marked, self.tr("yesterday") if is_today else self.tr("the day before"))
        rating = entry.rating(self.scale) if entry is not None else None
        self.strip.set_rating(rating)
        self._show_answer(phrases.answer(record, day, self.scale, rating) if rating is not None else "")

    def _show_answer(self, sentence: str) -> None:
        changed = sentence != self._answer.text()
        self._answer.setText(sentence or self.tr("Not answered yet."))
        self._answer.setEnabled(bool(sentence))
        self.take_back.setVisible(bool(sentence))
        if changed and sentence and self._announces:
            self.strip.announce(sentence)
        self._announces = False

    def _build(self) -> None:
        self._head.setContentsMargins(RING, 0, RING, 0)
        self._head.addWidget(self._question)
        self._head.addWidget(self._hint, 1)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.setContentsMargins(RING, 0, RING, 0)
        foot.addWidget(self._answer, 1)
        foot.addWidget(self.take_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._head)
        column.addWidget(self.strip)
        column.addLayout(foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """The hint beside the question, or below it where there is too little room for both."""
        wanted = self._question.sizeHint().width() + HEAD_GAP + self._hint.sizeHint().width() + 2 * RING
        is_wide = wanted <= self.width()
        turn(self._head, is_beside=is_wide)
        self._head.setSpacing(HEAD_GAP if is_wide else 0)
        side = Qt.AlignmentFlag.AlignRight if is_wide else Qt.AlignmentFlag.AlignLeft
        self._hint.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)

    def _on_rating_chosen(self, rating: int) -> None:
        self._announces = True
        self.rating_chosen.emit(self.scale.value, rating)

    def _on_taken_back(self) -> None:
        self.taken_back.emit(self.scale.value)
