"""The check-in card: two ratings, the habits, the signs, a note, the photos. Everything tapped is handed on at once."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from journal.domain.entry import Answers, Entry, Part
from journal.domain.ratings import Scale
from journal.domain.record import Record
from journal.ui.theme import Theme
from journal.ui.today.habits_field import HabitsField
from journal.ui.today.note_field import NoteField
from journal.ui.today.parts import CARD_MARGIN, Card, Rule, link, words
from journal.ui.today.photo_drop import PhotoDrop
from journal.ui.today.rating_field import RatingField
from journal.ui.today.signs_field import SignsField
from journal.ui.widgets.rating_paint import RING


class CheckInCard(Card):
    """Shows one day's entry as it stands, saved or not, and tells what was answered."""

    answers_given = Signal(object)
    """``Answers`` for the day shown."""
    parts_taken_back = Signal(object)
    """A tuple of parts or habits of the day shown."""
    note_given = Signal(object, str)
    photos_given = Signal(object)
    save_requested = Signal()
    """Try once more to save what could not be saved."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, gap=10)
        self.redness = RatingField(Scale.REDNESS, theme)
        self.sensitivity = RatingField(Scale.SENSITIVITY, theme)
        self.habits = HabitsField(theme)
        self.signs = SignsField(theme)
        self.note = NoteField()
        self.photos = PhotoDrop(theme)
        self.unsaved = self._unsaved_line()
        self._build()
        self._connect()
        theme.changed.connect(self.note.fit_lines)
        self.note.fit_lines()

    def show_day(
        self, record: Record, day: date, entry: Entry | None, now: datetime, *, is_today: bool, is_unsaved: bool
    ) -> None:
        """Draw one day. ``entry`` is what was given, whether or not it could be saved."""
        number = record.day_number(day)
        for field in (self.redness, self.sensitivity):
            field.show_day(record, day, entry, is_today=is_today, is_optional=number == 0)
        self.habits.show_day(record, day, entry, now, is_today=is_today)
        self.signs.show_day(record, day, entry)
        self.note.show_note(day, entry.note if entry is not None else "")
        self.photos.show_day(number, len(record.photos_on(day)))
        self.unsaved.setVisible(is_unsaved)

    def in_tab_order(self, widgets: Iterable[QWidget]) -> list[QWidget]:
        """From strip to strip: ``4 Tab 2`` is a complete entry, so the links to take back, which
        Enter would press, come at the end of the card.
        """
        late = [self.redness.take_back, self.sensitivity.take_back]
        ordered = [widget for widget in widgets if widget not in late]
        after = ordered.index(self.photos) + 1
        return [*ordered[:after], *late, *ordered[after:]]

    def ask_signs(self, signs: Sequence[str]) -> None:
        """Open the list of signs with these on top."""
        self.signs.ask(signs)

    def _unsaved_line(self) -> QFrame:
        line = QFrame()
        line.setProperty("surface", "callout-call")
        row = QHBoxLayout(line)
        row.setContentsMargins(12, 8, 12, 8)
        row.addWidget(words(self.tr("Not saved. What you gave is still here."), "call"), 1)
        self._again = link(self.tr("Try again"))
        row.addWidget(self._again)
        line.hide()
        return line

    def _build(self) -> None:
        self.body.setContentsMargins(CARD_MARGIN - RING, 16, CARD_MARGIN - RING, 16)
        self.body.addWidget(self.unsaved)
        self.body.addWidget(self.redness)
        self.body.addWidget(self.sensitivity)
        below = QVBoxLayout()
        below.setContentsMargins(RING, 0, RING, 0)  # in line with the cells, whose focus ring needs room around them
        below.setSpacing(self.body.spacing())
        below.addWidget(Rule())
        below.addWidget(self.habits)
        below.addWidget(self.signs)
        foot = QHBoxLayout()
        foot.setSpacing(14)
        foot.addWidget(self.note, 1)
        foot.addWidget(self.photos, 1)
        below.addSpacing(2)
        below.addLayout(foot)
        self.body.addLayout(below)
        self.body.addStretch(1)

    def _connect(self) -> None:
        for field in (self.redness, self.sensitivity):
            field.rating_chosen.connect(self._on_rating_chosen)
            field.taken_back.connect(self._on_rating_taken_back)
        self.habits.answered.connect(self._on_habits_answered)
        self.habits.taken_back.connect(self.parts_taken_back)
        self.signs.answered.connect(self._on_signs_answered)
        self.signs.taken_back.connect(self._on_signs_taken_back)
        self.note.note_given.connect(self.note_given)
        self.photos.photos_given.connect(self.photos_given)
        self._again.clicked.connect(self.save_requested)

    def _on_rating_chosen(self, scale: str, rating: int) -> None:
        is_redness = scale == Scale.REDNESS
        self.answers_given.emit(Answers(redness=rating) if is_redness else Answers(sensitivity=rating))

    def _on_rating_taken_back(self, scale: str) -> None:
        self.parts_taken_back.emit((Part(scale),))

    def _on_habits_answered(self, habits: dict[str, bool]) -> None:
        self.answers_given.emit(Answers(habits=habits))

    def _on_signs_answered(self, symptoms: frozenset[str]) -> None:
        self.answers_given.emit(Answers(symptoms=symptoms))

    def _on_signs_taken_back(self) -> None:
        self.parts_taken_back.emit((Part.SYMPTOMS,))
