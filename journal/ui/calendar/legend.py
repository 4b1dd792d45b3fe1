"""The legend of the calendar: every sign a cell can carry, beside its words."""

from datetime import date

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from journal.drawing.month import paint_sign
from journal.drawing.month_data import CalendarDay, Logged
from journal.drawing.shapes import Mark, mark_word, paint_mark
from journal.drawing.style import ChartStyle
from journal.ui.theme import Theme

_ANY_DAY = date(2000, 1, 1)


def _sample(logged: Logged, *, edited: bool = False, photos: int = 0) -> CalendarDay:
    return CalendarDay(
        day=_ANY_DAY,
        number=None,
        logged=logged,
        recorded=None,
        edited=edited,
        redness=None,
        sensitivity=None,
        treatment=None,
        latest_treatment=None,
        photos=photos,
        tier=None,
        early=False,
        missed=False,
        findings=(),
        in_course=False,
        is_today=False,
        is_future=False,
    )


class SignView(QWidget):
    """One sign and its word, one line high."""

    def __init__(self, sign: CalendarDay | Mark, text: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = sign
        self._text = text
        self._theme = theme
        self.setAccessibleName(text)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self._style().font)
        return QSize(
            round(metrics.horizontalAdvance(self._text) + metrics.height() * 2.4), round(metrics.height() * 1.4)
        )

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        style = self._style()
        line = style.metrics(painter).height()
        box = QRectF(0, (self.height() - line) / 2, line * 1.6, line)
        if isinstance(self._sign, Mark):
            paint_mark(painter, box.center(), line * 0.95, self._sign, style)
        else:
            paint_sign(painter, box, self._sign, style)
        painter.setFont(style.font)
        painter.setPen(style.color("second_ink"))
        area = QRectF(line * 2.1, 0, self.width() - line * 2.1, self.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._text)
        painter.end()

    def _style(self) -> ChartStyle:
        return ChartStyle.screen(self._theme.palette, self._theme.font("small"))


class CalendarLegend(QFrame):
    """All signs in words."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        signs: list[tuple[CalendarDay | Mark, str]] = [
            (_sample(Logged.ON_TIME), self.tr("logged on the day")),
            (_sample(Logged.LATER), self.tr("filled in later")),
            (_sample(Logged.ON_TIME, edited=True), self.tr("edited afterwards")),
            (_sample(Logged.PARTLY), self.tr("logged, no rating")),
            (_sample(Logged.MISSING), self.tr("no entry")),
            (_sample(Logged.NOTHING, photos=1), self.tr("photos")),
        ]
        signs += [(mark, mark_word(mark)) for mark in Mark]
        self.setAccessibleName(self.tr("Legend: {signs}").format(signs=", ".join(text for _, text in signs)))
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 0, 0)
        column.setSpacing(0)
        for sign, text in signs:
            column.addWidget(SignView(sign, text, theme, self))
