"""The Curve page: redness and sensitivity by day, the lane below, the reading line at the foot; a table as twin."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from journal import words
from journal.domain.ratings import Scale
from journal.domain.record import Record
from journal.domain.treatment import Treatment
from journal.drawing.chart_data import DEFAULT_LAST_NUMBER, CourseChart, course_chart, default_last_day
from journal.drawing.chart_text import chart_sentence
from journal.drawing.lane_data import course_lane
from journal.report.own_reference import own_sentence
from journal.session import JournalSession
from journal.ui.curve.bar import ReadingBar
from journal.ui.curve.controls import CurveControls, Span
from journal.ui.curve.empty import EmptyPanel
from journal.ui.curve.legend import LegendView
from journal.ui.curve.plot import CourseView
from journal.ui.curve.reading import read_day
from journal.ui.curve.table import CourseTableModel
from journal.ui.theme import Theme
from journal.ui.widgets.labels import Words

CONTENT_WIDTH = 1100
REDNESS_ROWS = 10.5
"""The least height of the upper chart, in lines of text. The dates stand under the lower one alone."""
SENSITIVITY_ROWS = 7.5


class CurvePage(QWidget):
    """Draws the course of one treatment, others laid over it by day.

    Signals:
        day_requested (date): that day is to be opened.
        why_requested (Finding): that flag is to be explained.
        page_requested (str): another page is the next step ("treatments").
        day_explained (date): every rule on that day is to be seen.
    """

    day_requested = Signal(object)
    why_requested = Signal(object)
    page_requested = Signal(str)
    day_explained = Signal(object)

    def __init__(self, session: JournalSession, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._record: Record | None = None
        self._charts: tuple[CourseChart, ...] = ()
        self._cursor: date | None = None
        self._build()
        self._connect()

    def show_record(self, record: Record) -> None:
        """Draw this record; the day that is read stays."""
        self._record = record
        self._pages.setCurrentIndex(1 if record.treatments else 0)
        self._controls.show_record(record)
        self._draw()

    @property
    def charts(self) -> tuple[CourseChart, ...]:
        """What is drawn: redness, sensitivity."""
        return self._charts

    @property
    def reading_text(self) -> str:
        """The day that is read, as one line."""
        return self._bar.text

    def _build(self) -> None:
        self._pages = QStackedWidget(self)
        self._empty = EmptyPanel(
            self._theme,
            self.tr("Curve"),
            self.tr("Your curve will be here"),
            self.tr(
                "After your first treatment you see each day's redness and sensitivity against the usual range, what "
                "to leave for now, and every flag with its reason."
            ),
            self.tr("Add a treatment"),
        )
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self._build_content())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._pages)
        self.setFocusProxy(self._redness)

    def _build_content(self) -> QWidget:
        content = QWidget(self)
        content.setMaximumWidth(CONTENT_WIDTH)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._controls = CurveControls(content)
        column.addWidget(self._controls)
        self._twins = QStackedWidget(content)
        self._twins.addWidget(self._build_picture())
        self._twins.addWidget(self._build_table())
        column.addWidget(self._twins, 1)
        self._own = Words("", "second")
        column.addWidget(self._own)
        self._bar = ReadingBar(self._theme, content)
        column.addWidget(self._bar)
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(28, 16, 28, 12)
        row.addWidget(content)
        return holder

    def _build_picture(self) -> QWidget:
        self._redness = CourseView(self._theme, least_rows=REDNESS_ROWS, with_dates=False)
        self._sensitivity = CourseView(self._theme, least_rows=SENSITIVITY_ROWS)
        self._headings = (QLabel(self), QLabel(self))
        picture = QWidget()
        column = QVBoxLayout(picture)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._legend = LegendView(self._theme, self)
        self._lane_legend = LegendView(self._theme, self)
        column.addWidget(_card(self._redness, self._headings[0], self._legend), 11)
        column.addWidget(_card(self._sensitivity, self._headings[1], self._lane_legend), 14)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(picture)
        return area

    def _build_table(self) -> QWidget:
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        self._sentence = QLabel(box)
        self._sentence.setProperty("role", "text")
        self._sentence.setWordWrap(True)
        self._model = CourseTableModel(self)
        self._table = QTableView(box)
        self._table.setModel(self._model)
        self._table.setAccessibleName(self.tr("The curves as a table, one row a day"))
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.verticalHeader().hide()
        self._table.setShowGrid(False)
        self._table.setTabKeyNavigation(False)
        column.addWidget(self._sentence)
        column.addWidget(self._table, 1)
        return box

    def _connect(self) -> None:
        for view in (self._redness, self._sensitivity):
            view.day_pointed.connect(self._on_pointed)
            view.day_chosen.connect(self._on_chosen)
            view.flag_chosen.connect(self.why_requested)
        self._controls.changed.connect(self._draw)
        self._controls.table_wished.connect(self._on_table_wished)
        self._controls.copy_requested.connect(self._on_copy)
        self._bar.why_requested.connect(self.why_requested)
        self._bar.open_requested.connect(self._on_open)
        self._bar.rules_requested.connect(self._on_rules)
        self._empty.step_requested.connect(self._on_step)
        self._table.activated.connect(self._on_row_activated)
        self._theme.changed.connect(self._fit_table)

    def _draw(self) -> None:
        treatment = self._controls.treatment
        if self._record is None or treatment is None:
            return
        record, last = self._record, self._last_day(self._record, treatment)
        self._charts = tuple(
            course_chart(
                record,
                treatment,
                scale,
                first_day=treatment.day,
                last_day=last,
                compare=self._controls.compared,
                today=self._session.today(),
            )
            for scale in Scale
        )
        for view, heading, chart in zip(self._views, self._headings, self._charts, strict=True):
            name = words.scale_name(chart.scale, chart.look)
            heading.setText(self.tr("{scale}, 10 is worst").format(scale=name))
            view.setAccessibleName(
                self.tr("Curve of {scale}: arrow keys read the days, Enter opens one").format(scale=name)
            )
        self._redness.show_chart(self._charts[0])
        lane = course_lane(record, treatment, first_day=treatment.day, last_day=last)
        self._sensitivity.show_chart(self._charts[1], lane)
        self._lane_legend.show_lane(lane)
        self._legend.show_charts(self._charts)
        self._show_own(record, treatment)
        self._show_table(record)
        self._read(self._held(treatment.day, last))

    @property
    def _views(self) -> tuple[CourseView, CourseView]:
        return self._redness, self._sensitivity

    def _last_day(self, record: Record, treatment: Treatment) -> date:
        if self._controls.span is Span.WHOLE:
            end = record.course_end(treatment)
            whole = max(self._session.today(), default_last_day(record, treatment))
            return whole if end is None else max(end, treatment.day)
        number = DEFAULT_LAST_NUMBER if self._controls.span is Span.FORTNIGHT else record.plan_of(treatment).last_day
        return default_last_day(record, treatment, number)

    def _held(self, first: date, last: date) -> date:
        wished = self._cursor if self._cursor is not None and first <= self._cursor <= last else self._session.today()
        return max(first, min(last, wished))

    def _read(self, day: date) -> None:
        treatment = self._controls.treatment
        if self._record is None or treatment is None:
            return
        self._cursor = day
        index = (day - treatment.day).days
        reading = read_day(self._record, self._charts, index)
        for view in self._views:
            view.set_cursor(index, "" if reading is None else reading.sentence)
        if reading is not None:
            self._bar.show_reading(reading)

    def _show_own(self, record: Record, treatment: Treatment) -> None:
        """The person's own earlier course in a sentence, while it is laid under this one."""
        text = own_sentence(record, treatment, self._session.today()) if self._controls.compared else ""
        self._own.setText(text)
        self._own.setVisible(bool(text))

    def _show_table(self, record: Record) -> None:
        self._model.show_charts(record, self._charts)
        lines = [*(chart_sentence(chart) for chart in self._charts), self._own.text()]
        self._sentence.setText("\n".join(line for line in lines if line))
        if self._twins.currentIndex() == 1:
            self._fit_table()

    def _fit_table(self) -> None:
        self._table.resizeColumnsToContents()
        self._table.resizeRowsToContents()
        self._table.horizontalHeader().setStretchLastSection(True)

    def _on_pointed(self, index: int) -> None:
        day = self._charts[0].day_at(index) if self._charts else None
        if day is not None and day.day != self._cursor:
            self._read(day.day)

    def _on_chosen(self, index: int) -> None:
        day = self._charts[0].day_at(index) if self._charts else None
        if day is not None:
            self._open(day.day)

    def _on_row_activated(self) -> None:
        self._on_chosen(self._charts[0].first_index + self._table.currentIndex().row())

    def _on_open(self) -> None:
        if self._cursor is not None:
            self._open(self._cursor)

    def _on_rules(self) -> None:
        if self._cursor is not None:
            self.day_explained.emit(self._cursor)

    def _open(self, day: date) -> None:
        if day <= self._session.today():
            self.day_requested.emit(day)

    def _on_table_wished(self, wished: bool) -> None:
        self._twins.setCurrentIndex(1 if wished else 0)
        if wished:
            self._fit_table()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(f"{self._sentence.text()}\n\n{self._model.text}\n")

    def _on_step(self) -> None:
        self.page_requested.emit("treatments")


def _card(view: CourseView, *head: QWidget) -> QFrame:
    """A card with its heading, what is said beside it (the last at the right), and the curve."""
    card = QFrame()
    card.setProperty("surface", "card")
    head[0].setProperty("role", "subheading")
    column = QVBoxLayout(card)
    column.setContentsMargins(20, 8, 16, 8)
    column.setSpacing(4)
    row = QHBoxLayout()
    row.setSpacing(12)
    for widget in head:
        row.addWidget(widget, 1 if widget is head[-1] else 0)
    column.addLayout(row)
    column.addWidget(view, 1)
    return card
