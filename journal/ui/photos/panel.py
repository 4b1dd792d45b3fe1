"""The one question of a batch: which day, which view. Asked once, for all its photos."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from journal import words
from journal.domain.errors import PhotoRefused
from journal.domain.photo import View, proposed_day
from journal.domain.record import Record
from journal.error_words import error_text
from journal.ui.photos.batch import Candidate, Placed, Reading
from journal.ui.photos.fields import DayField, ViewField
from journal.ui.photos.gallery import covering
from journal.ui.theme import Theme

THREE = (View.FRONT, View.LEFT, View.RIGHT)
PICTURES_SHOWN = 60
PICTURE = QSize(96, 116)
REFUSED_SHOWN = 5


class IntakePanel(QFrame):
    """Shows the batch and asks. ``placed`` when answered, ``dropped`` when not wanted.

    Signals:
        placed (list[Placed]): every photo with its day and view.
        dropped (): nothing is to be kept.
    """

    placed = Signal(object)
    dropped = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self._theme = theme
        self._candidates: tuple[Candidate, ...] = ()
        self._days: tuple[date | None, ...] = ()
        self._build()
        self._connect()

    def _build(self) -> None:
        self._title = QLabel()
        self._title.setProperty("role", "heading")
        self._pictures = QListWidget()
        self._pictures.setProperty("kind", "strip")
        self._pictures.setViewMode(QListWidget.ViewMode.IconMode)
        self._pictures.setFlow(QListWidget.Flow.LeftToRight)
        self._pictures.setWrapping(False)
        self._pictures.setMovement(QListWidget.Movement.Static)
        self._pictures.setIconSize(PICTURE)
        self._pictures.setFixedHeight(PICTURE.height() + self._theme.base_px * 3)
        self._pictures.setStyleSheet("QAbstractItemView { background: transparent; border: 0; }")
        self._pictures.setFont(self._theme.font("small"))
        self._pictures.setFrameShape(QFrame.Shape.NoFrame)
        self._pictures.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self._pictures.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._pictures.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._pictures.setAccessibleName(self.tr("The photos of this batch, in order"))
        self._day_question = _question(self.tr("Which day?"))
        self._own_days = QRadioButton()
        self.one_day = QRadioButton(self.tr("One day for all"))
        self._own_note = QLabel()
        self._own_note.setProperty("role", "small")
        self._own_note.setWordWrap(True)
        self._day = DayField(self._theme)
        self._view_question = _question(self.tr("Which view?"))
        self.view_field = ViewField(self._theme)
        self.add_button = QPushButton()
        self.add_button.setProperty("kind", "primary")
        self._drop = QPushButton(self.tr("Cancel"))
        self._drop.setProperty("kind", "plain")
        self._hint = QLabel(self.tr("Choose the view first."))
        self._hint.setProperty("role", "small")
        self._refused = QLabel()
        self._refused.setProperty("role", "small")
        self._refused.setWordWrap(True)
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addWidget(self._pictures)
        layout.addWidget(self._view_question)
        layout.addWidget(self.view_field)
        layout.addSpacing(8)
        for widget in (self._day_question, self._own_days, self._own_note, self.one_day, self._day):
            layout.addWidget(widget)
        layout.addSpacing(8)
        layout.addWidget(self._refused)
        row = QHBoxLayout()
        row.setSpacing(12)
        for control in (self.add_button, self._drop, self._hint):
            row.addWidget(control)
        row.addStretch()
        layout.addSpacing(8)
        layout.addLayout(row)
        layout.addStretch()

    def _connect(self) -> None:
        group = QButtonGroup(self)
        group.addButton(self._own_days)
        group.addButton(self.one_day)
        self._own_days.toggled.connect(self._show_day_field)
        self.view_field.changed.connect(self._show_state)
        self.add_button.clicked.connect(self._place)
        self._drop.clicked.connect(self.dropped)

    def ask(self, reading: Reading, record: Record, *, today: date, fallback: date) -> None:
        """Show a batch. ``fallback`` is the day proposed for photos that do not say when they were taken."""
        first = record.treatments[0].day if record.treatments else None
        self._candidates = reading.candidates
        self._days = tuple(proposed_day(one.captured_at, first, today) for one in reading.candidates)
        count = len(self._candidates)
        self._title.setText(self.tr("%n photo(s) to add", "", count))
        self.add_button.setText(self.tr("Add %n photo(s)", "", count))
        self._show_pictures()
        self._day.ask(fallback, record.day_number, latest=today)
        self.view_field.ask(in_order=count == len(THREE))
        self._show_days()
        self._show_refused(reading.refused)
        self._show_state()

    def set_first_focus(self) -> None:
        """Put the focus where the first answer is given."""
        self.view_field.set_first_focus()

    def _show_pictures(self) -> None:
        self._pictures.clear()
        for candidate in self._candidates[:PICTURES_SHOWN]:
            item = QListWidgetItem(QIcon(_framed(candidate.thumbnail)), candidate.source.name)
            item.setToolTip(candidate.source.name)
            item.setSizeHint(
                QSize(max(PICTURE.width() + 24, self._theme.base_px * 8), PICTURE.height() + self._theme.base_px * 2)
            )
            self._pictures.addItem(item)

    def _show_days(self) -> None:
        known = sorted(day for day in self._days if day is not None)
        unknown = self._days.count(None)
        self._own_days.setVisible(bool(known))
        self._own_note.setVisible(bool(known))
        self.one_day.setVisible(bool(known))
        if not known:
            self._day_question.setText(self._no_day_text())
            self._own_days.setChecked(False)
            self.one_day.setChecked(True)
        else:
            self._day_question.setText(self.tr("Which day?"))
            self._own_days.setText(self._own_days_text(known))
            self._own_note.setText(self._own_note_text(known, unknown))
            self._own_days.setChecked(True)
        self._show_day_field()

    def _no_day_text(self) -> str:
        if any(candidate.captured_at for candidate in self._candidates):
            return self.tr("Which day? The dates in the photos do not fit this journal.")
        return self.tr("Which day? The photos do not say when they were taken.")

    def _own_days_text(self, known: Sequence[date]) -> str:
        if known[0] == known[-1]:
            return self.tr("The day they were taken: {day}").format(day=words.long_day(known[0]))
        return self.tr("Each photo keeps the day it was taken")

    def _own_note_text(self, known: Sequence[date], unknown: int) -> str:
        parts = []
        if known[0] != known[-1]:
            counts = ((day, len(tuple(same))) for day, same in groupby(known))
            parts.append(
                ", ".join(self.tr("{day}: {count}").format(day=words.short_day(day), count=n) for day, n in counts)
                + "."
            )
        if unknown:
            parts.append(self.tr("%n photo(s) do not say when; they go to the day below.", "", unknown))
        return " ".join(parts)

    def _show_day_field(self) -> None:
        needs_day = self.one_day.isChecked() or None in self._days
        self._day.setVisible(needs_day)
        self._own_note.setVisible(bool(self._own_note.text()) and self._own_days.isVisibleTo(self))

    def _show_refused(self, refused: Sequence[PhotoRefused]) -> None:
        self._refused.setVisible(bool(refused))
        self._refused.setText(refused_text(self, refused))

    def _show_state(self) -> None:
        self.add_button.setEnabled(self.view_field.is_answered)
        self._hint.setVisible(not self.view_field.is_answered)

    def _place(self) -> None:
        own = self._own_days.isChecked()
        chosen = self._day.day()
        views = THREE if self.view_field.is_in_order else (self.view_field.view(),) * len(self._candidates)
        self.placed.emit(
            [
                Placed(candidate, (day if own and day else chosen), view)
                for candidate, day, view in zip(self._candidates, self._days, views, strict=True)
            ]
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dropped.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.add_button.isEnabled():
            self._place()
        else:
            super().keyPressEvent(event)


def _framed(thumbnail: bytes) -> QPixmap:
    """The middle of a thumbnail, all of one size, so that the row of them is even."""
    picture = QPixmap.fromImage(QImage.fromData(thumbnail))
    frame = QPixmap(PICTURE * 2)
    frame.fill(Qt.GlobalColor.transparent)
    painter = QPainter(frame)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawPixmap(QRectF(frame.rect()), picture, covering(picture, QRectF(frame.rect())))
    painter.end()
    return frame


def _question(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "subheading")
    return label


def refused_text(widget: QWidget, refused: Sequence[PhotoRefused]) -> str:
    """One plain line for each picture that was not taken in, the first five of them."""
    lines = [widget.tr("%n file(s) not added:", "", len(refused))]
    lines += [error_text(refusal) for refusal in refused[:REFUSED_SHOWN]]
    rest = len(refused) - REFUSED_SHOWN
    if rest > 0:
        lines.append(widget.tr("and %n more", "", rest))
    return "\n".join(lines)
