"""The Calendar page: one month, and the chosen day in words beside or below it."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from journal import words
from journal.domain.day_sense import unknown_warnings
from journal.domain.record import Record, days_between
from journal.drawing.month_data import CalendarDay, calendar_day, month_start, months_later, moved
from journal.session import JournalSession
from journal.ui.calendar.legend import CalendarLegend
from journal.ui.calendar.month_view import MonthView
from journal.ui.calendar.panel import DayPanel
from journal.ui.curve.empty import EmptyPanel
from journal.ui.theme import Theme
from journal.ui.widgets.flow_layout import turn
from journal.ui.widgets.folding_row import FoldingRow

CONTENT_WIDTH = 1100
NARROW = 760
PANEL_WIDTH = 280
MARGIN = 48
"""What lies above and below the month beside its title."""


class CalendarPage(QWidget):
    """The days of the journal by month.

    Signals:
        day_requested (date): that day is to be opened.
        page_requested (str): another page is the next step ("treatments").
        why_requested (Finding): that flag is to be explained.
        day_explained (date): every rule on that day is to be seen.
    """

    day_requested = Signal(object)
    why_requested = Signal(object)
    day_explained = Signal(object)
    page_requested = Signal(str)

    def __init__(self, session: JournalSession, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._record: Record | None = None
        self._chosen = session.today()
        self._first = month_start(self._chosen)
        self._build()
        self._connect()
        self._on_theme_changed()

    def show_record(self, record: Record) -> None:
        """Draw this record; the chosen day and the month stay."""
        self._record = record
        self._draw()

    @property
    def chosen_day(self) -> date:
        """The day that is told in words."""
        return self._chosen

    def choose(self, day: date) -> None:
        """Choose a day and turn to its month."""
        self._chosen = day
        self._first = month_start(day)
        self._draw()

    def day_state(self, day: date) -> CalendarDay | None:
        """How a day is marked."""
        return None if self._record is None else calendar_day(self._record, day, self._session.today())

    def _build(self) -> None:
        self._empty = EmptyPanel(
            self._theme,
            self.tr("Calendar"),
            self.tr("Your days will be here"),
            self.tr(
                "Each day shows whether it was logged, what was flagged and where photos are. Enter or a double click "
                "opens a day."
            ),
            self.tr("Add a treatment"),
        )
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(self._build_content())
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(area)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._pages)
        self.setFocusProxy(self._month)

    def _build_content(self) -> QWidget:
        content = QWidget(self)
        content.setMaximumWidth(CONTENT_WIDTH)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._build_head(content))
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(16)
        self._card = self._build_month(content)
        months = QVBoxLayout()
        months.addWidget(self._card, 1)
        months.addStretch(0)
        self._body.addLayout(months, 1)
        self._body.addWidget(self._build_side(content))
        column.addLayout(self._body, 1)
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(28, 16, 28, 16)
        row.addWidget(content)
        return holder

    def _build_head(self, parent: QWidget) -> QWidget:
        self._title = QLabel(parent)
        self._title.setProperty("role", "title")
        self._before = _turn_button(self.tr("Month before"), parent)
        self._after = _turn_button(self.tr("Month after"), parent)
        self._today = QPushButton(self.tr("Today"), parent)
        self._today.setProperty("kind", "plain")
        return FoldingRow((self._title,), (self._before, self._today, self._after), gap=8, parent=parent)

    def _build_month(self, parent: QWidget) -> QFrame:
        card = QFrame(parent)
        card.setProperty("surface", "card")
        self._month = MonthView(self._theme, card)
        column = QVBoxLayout(card)
        column.setContentsMargins(14, 10, 14, 14)
        column.addWidget(self._month)
        return card

    def _build_side(self, parent: QWidget) -> QWidget:
        side = QWidget(parent)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        self._panel = DayPanel(self._theme, side)
        column.addWidget(self._panel)
        column.addWidget(CalendarLegend(self._theme, side))
        column.addStretch(1)
        self._side = side
        return side

    def _connect(self) -> None:
        self._month.day_chosen.connect(self.choose)
        self._month.day_opened.connect(self._open)
        self._month.days_moved.connect(self._on_days_moved)
        self._month.months_moved.connect(self._on_months_moved)
        self._month.ends_wished.connect(self._on_ends_wished)
        self._before.clicked.connect(self._on_before)
        self._after.clicked.connect(self._on_after)
        self._today.clicked.connect(self._on_today)
        self._empty.step_requested.connect(self._on_step)
        self._panel.open_requested.connect(self._on_open)
        self._panel.why_requested.connect(self.why_requested)
        self._panel.rules_requested.connect(self._on_rules_requested)
        self._theme.changed.connect(self._on_theme_changed)

    def _on_theme_changed(self) -> None:
        self._before.setIcon(self._theme.icon("chevron-left"))
        self._after.setIcon(self._theme.icon("chevron-right"))
        height = self._today.sizeHint().height()
        for button in (self._before, self._after):
            button.setFixedSize(round(height * 1.2), height)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """The chosen day beside the month, or below where the window is narrow."""
        scale = self._theme.text_scale
        narrow = self.width() < NARROW * scale
        turn(self._body, is_beside=not narrow)
        self._side.setMinimumWidth(0 if narrow else round(PANEL_WIDTH * scale))
        room = self.height() - self._title.sizeHint().height() - MARGIN
        wide = min(self.width(), CONTENT_WIDTH) - (0 if narrow else round(PANEL_WIDTH * scale))
        self._card.setMaximumHeight(max(min(room, wide), self._card.minimumSizeHint().height()))
        self._side.setMaximumWidth(CONTENT_WIDTH if narrow else round(PANEL_WIDTH * scale))

    def _draw(self) -> None:
        if self._record is None:
            return
        self._pages.setCurrentIndex(0 if self._record.is_empty else 1)
        name = words.month_name(self._first)
        self._title.setText(name)
        look = self._record.profile.irritation_look
        self._month.setAccessibleName(self.tr("{month}: arrow keys choose a day, Enter opens it").format(month=name))
        self._month.show_month(self._first, self._days_of(self._first), look, self._chosen)
        state = self.day_state(self._chosen)
        if state is not None:
            is_unknown = bool(unknown_warnings(self._record, self._chosen))
            self._panel.show_day(state, look, is_unknown=is_unknown)

    def _days_of(self, first: date) -> Mapping[date, CalendarDay]:
        if self._record is None:
            return {}
        today = self._session.today()
        last = moved(months_later(first, 1), -1)
        return {day: calendar_day(self._record, day, today) for day in days_between(first, last)}

    def _on_days_moved(self, days: int) -> None:
        self.choose(moved(self._chosen, days))

    def _on_months_moved(self, months: int) -> None:
        self.choose(months_later(self._chosen, months))

    def _on_ends_wished(self, side: int) -> None:
        first = month_start(self._chosen)
        self.choose(first if side < 0 else moved(months_later(first, 1), -1))

    def _on_before(self) -> None:
        self._on_months_moved(-1)

    def _on_after(self) -> None:
        self._on_months_moved(1)

    def _on_today(self) -> None:
        self.choose(self._session.today())

    def _on_open(self) -> None:
        self._open(self._chosen)

    def _on_rules_requested(self) -> None:
        self.day_explained.emit(self._chosen)

    def _on_step(self) -> None:
        self.page_requested.emit("treatments")

    def _open(self, day: date) -> None:
        if day <= self._session.today():
            self.day_requested.emit(day)


def _turn_button(name: str, parent: QWidget) -> QPushButton:
    button = QPushButton(parent)
    button.setProperty("kind", "plain")
    button.setAccessibleName(name)
    button.setToolTip(name)
    return button
