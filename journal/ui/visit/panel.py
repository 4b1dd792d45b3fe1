"""What goes into the summary: treatment, period, paper, sections, view. Tells what was chosen; saves nothing."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import QCheckBox, QDateEdit, QHBoxLayout, QVBoxLayout, QWidget

from journal import words
from journal.domain.photo import View
from journal.domain.record import Record
from journal.report.pictures import views_there
from journal.report.sheet import Paper
from journal.report.told import Period
from journal.ui.visit.choices import Choices, paper_of, period_of, treatment_of
from journal.ui.widgets.choice import ChoiceRow
from journal.ui.widgets.elided_box import ElidedBox
from journal.ui.widgets.labels import Words

DEFAULT, BETWEEN = "default", "between"
BETWEEN_GROUPS = 8
"""Above a group's name besides the spacing, so that a name stands nearer to what it names."""


class ChoicesField(QWidget):
    """All choices of the summary.

    Signals:
        changed (): something else was chosen; ``choices`` holds it.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices = Choices(paper=paper_of(QLocale()))
        self._showing = False
        self._build()
        self._connect()

    def show_record(self, record: Record, today: date) -> None:
        """Offer what the record holds; what was chosen stays as far as it is still there."""
        self._showing = True
        treatment = treatment_of(record, self.choices)
        self._show_treatments(record, treatment.id)
        first, last = period_of(record, treatment, self.choices, today)
        for field, day in ((self._first, first), (self._last, last)):
            field.setDate(QDate(day.year, day.month, day.day))
            field.setMaximumDate(QDate(today.year, today.month, today.day))
            field.setVisible(self._period.value == BETWEEN)
        self._to.setVisible(self._period.value == BETWEEN)
        self._show_views(views_there(record, Period(treatment=treatment, first=first, last=last)))
        self._showing = False

    def _build(self) -> None:
        self._treatment = ElidedBox()
        self._period = ChoiceRow(
            self.tr("Period"), ((DEFAULT, self.tr("Whole course")), (BETWEEN, self.tr("Choose days")))
        )
        self._period.choose(DEFAULT)
        self._first, self._last = self._make_day(self.tr("First day")), self._make_day(self.tr("Last day"))
        self._to = Words(self.tr("to"), "second", wrap=False)
        self._paper = ChoiceRow(self.tr("Paper"), ((Paper.A4.value, "A4"), (Paper.LETTER.value, self.tr("Letter"))))
        self._paper.choose(self.choices.paper.value)
        self._photos = self._make_tick(self.tr("Photos"), on=True)
        self._annex = self._make_tick(self.tr("Annex: day by day, flags in full"), on=True)
        self._mono = self._make_tick(self.tr("Black and white only"), on=False)
        self._name = self._make_tick(self.tr("My name"), on=False)
        self._view = ElidedBox()
        self._arrange()

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        days = QHBoxLayout()
        for widget in (self._first, self._to, self._last):
            days.addWidget(widget)
        days.addStretch(1)
        self._add(layout, self.tr("Treatment"), self._treatment)
        self._add(layout, self.tr("Period"), self._period)
        layout.addLayout(days)
        self._add(layout, self.tr("Paper"), self._paper)
        layout.addSpacing(BETWEEN_GROUPS)
        layout.addWidget(Words(self.tr("On the page"), "subheading"))
        for tick in (self._photos, self._annex, self._mono, self._name):
            layout.addWidget(tick)
        self._view_label = self._add(layout, self.tr("View of the photos"), self._view)

    def _add(self, layout: QVBoxLayout, name: str, field: QWidget) -> Words:
        label = Words(name, "subheading")
        field.setAccessibleName(name)
        if layout.count():
            layout.addSpacing(BETWEEN_GROUPS)
        layout.addWidget(label)
        layout.addWidget(field)
        return label

    def _make_day(self, name: str) -> QDateEdit:
        field = QDateEdit()
        field.setCalendarPopup(True)
        field.setDisplayFormat("d MMMM yyyy")
        field.setAccessibleName(name)
        field.hide()
        return field

    def _make_tick(self, text: str, *, on: bool) -> QCheckBox:
        tick = QCheckBox(text)
        tick.setAccessibleName(text)
        tick.setChecked(on)
        return tick

    def _connect(self) -> None:
        self._treatment.currentIndexChanged.connect(self._on_chosen)
        self._view.currentIndexChanged.connect(self._on_chosen)
        self._period.chosen.connect(self._on_chosen)
        self._paper.chosen.connect(self._on_chosen)
        for field in (self._first, self._last):
            field.dateChanged.connect(self._on_chosen)
        for tick in (self._photos, self._annex, self._mono, self._name):
            tick.toggled.connect(self._on_chosen)

    def _show_treatments(self, record: Record, chosen: int) -> None:
        self._treatment.clear()
        for treatment in reversed(record.treatments):
            text = self.tr("Treatment {number}, {day}").format(
                number=treatment.number, day=words.full_day(treatment.day)
            )
            self._treatment.addItem(text, treatment.id)
        self._treatment.setCurrentIndex(self._treatment.findData(chosen))

    def _show_views(self, views: tuple[View, ...]) -> None:
        self._view.clear()
        self._view.addItem(self.tr("The one with most to tell"), "")
        for view in views:
            self._view.addItem(words.view_name(view), view.value)
        chosen = self.choices.view.value if self.choices.view else ""
        self._view.setCurrentIndex(max(0, self._view.findData(chosen)))
        for widget in (self._view, self._view_label):
            widget.setVisible(len(views) > 1 and self.choices.photos)

    def _on_chosen(self) -> None:
        if self._showing:
            return
        treatment_id = self._treatment.currentData()
        is_other = self.choices.treatment_id is not None and treatment_id != self.choices.treatment_id
        is_between = self._period.value == BETWEEN and not is_other
        if is_other:
            self._period.choose(DEFAULT)
        view = str(self._view.currentData() or "")
        self.choices = replace(
            self.choices,
            treatment_id=treatment_id,
            first=_day(self._first) if is_between else None,
            last=_day(self._last) if is_between else None,
            paper=Paper(self._paper.value or Paper.A4),
            photos=self._photos.isChecked(),
            annex=self._annex.isChecked(),
            mono=self._mono.isChecked(),
            name=self._name.isChecked(),
            view=View(view) if view else None,
        )
        self.changed.emit()


def _day(field: QDateEdit) -> date:
    chosen = field.date()
    return date(chosen.year(), chosen.month(), chosen.day())
