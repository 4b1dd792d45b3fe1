"""One month as a widget: painted, clicked, moved through by arrow keys. What a day means is told elsewhere."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QEvent, QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from journal.domain.ratings import IrritationLook
from journal.drawing.month import MonthGeometry, month_layout, paint_month
from journal.drawing.month_data import WEEK, CalendarDay
from journal.drawing.style import ChartStyle
from journal.ui.calendar.telling import day_sentence
from journal.ui.theme import Theme

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -WEEK, Qt.Key.Key_Down: WEEK}
_MONTHS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class MonthView(QWidget):
    """The days of one month.

    Signals:
        day_chosen (date): a day was chosen by mouse.
        day_opened (date): a day is to be opened.
        days_moved (int): the choice is to move by so many days.
        months_moved (int): the choice is to move by so many months.
        ends_wished (int): to the first (-1) or last (1) day of the month.
    """

    day_chosen = Signal(object)
    day_opened = Signal(object)
    days_moved = Signal(int)
    months_moved = Signal(int)
    ends_wished = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._first = date(2000, 1, 1)
        self._days: Mapping[date, CalendarDay] = {}
        self._look = IrritationLook.PINK_RED
        self._chosen: date | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._on_theme_changed)

    def show_month(
        self, first: date, days: Mapping[date, CalendarDay], look: IrritationLook, chosen: date | None
    ) -> None:
        """Draw the month that begins with ``first``."""
        self._first, self._days, self._look, self._chosen = first, days, look, chosen
        if chosen is not None and chosen in days:
            self.setAccessibleDescription(day_sentence(days[chosen], look))
        self.update()

    def month_geometry(self) -> MonthGeometry:
        """Where the cells lie now."""
        first_weekday = QLocale().firstDayOfWeek().value - 1
        return month_layout(QRectF(self.rect()), self._first, first_weekday, QFontMetricsF(self._style().font))

    def sizeHint(self) -> QSize:
        line = QFontMetricsF(self._style().font).height()
        return QSize(round(line * WEEK * 4.6), round(line * 22))

    def minimumSizeHint(self) -> QSize:
        line = QFontMetricsF(self._style().font).height()
        return QSize(round(line * WEEK * 2.3), round(line * 19))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_month(
            painter, self.month_geometry(), self._days, self._style(), chosen=self._chosen, focused=self.hasFocus()
        )
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self.month_geometry().hit(event.position())
        if day is not None and event.button() is Qt.MouseButton.LeftButton:
            self.day_chosen.emit(day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        day = self.month_geometry().hit(event.position())
        if day is not None:
            self.day_opened.emit(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.days_moved.emit(_STEPS[key])
        elif key in _MONTHS:
            self.months_moved.emit(_MONTHS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.ends_wished.emit(-1 if key is Qt.Key.Key_Home else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._chosen is not None:
            self.day_opened.emit(self._chosen)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            self._show_tip(event)
            return True
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)

    def tip_of(self, day: date) -> str:
        """What the tooltip of a day says."""
        return day_sentence(self._days[day], self._look) if day in self._days else ""

    def _show_tip(self, event: QHelpEvent) -> None:
        day = self.month_geometry().hit(event.pos().toPointF())
        QToolTip.showText(event.globalPos(), "" if day is None else self.tip_of(day), self)

    def _style(self) -> ChartStyle:
        return ChartStyle.screen(self._theme.palette, self._theme.font("small"))

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
