"""The small curve beside the check-in: redness against the usual range. A click opens the Curve page."""

from datetime import date

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from journal.domain.ratings import Scale
from journal.domain.record import DAY, Record
from journal.drawing.chart import ChartStyle, chart_sentence, paint_chart
from journal.drawing.chart_data import CourseChart, course_chart
from journal.ui.theme import Theme
from journal.ui.today.parts import Card, words
from journal.words import scale_name

DAYS_SHOWN = 10
DAYS_MAX = 28
HIGH = 200
LOW = 152


def small_chart(record: Record, day: date) -> CourseChart | None:
    """The latest course to day 10, or to the day itself; of a long course its last four weeks."""
    treatment = record.treatment_on(day)
    if treatment is None:
        return None
    number = (day - treatment.day).days
    first = treatment.day if number <= DAYS_MAX else day - DAY * DAYS_MAX
    last = max(treatment.day + DAY * DAYS_SHOWN, day)
    return course_chart(record, treatment, Scale.REDNESS, first_day=first, last_day=last, today=day)


class SmallCurve(QPushButton):
    """The picture; for a screen reader its sentence."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chart: CourseChart | None = None
        self._height = HIGH
        self.setProperty("kind", "painted")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleDescription(self.tr("Opens the Curve page."))
        self.setToolTip(self.tr("Open the Curve page"))
        theme.changed.connect(self.update)

    @property
    def chart(self) -> CourseChart | None:
        """What is drawn."""
        return self._chart

    def show_chart(self, chart: CourseChart | None) -> None:
        """Draw a course."""
        if chart != self._chart:
            self._chart = chart
            self.setAccessibleName(chart_sentence(chart) if chart is not None else "")
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, self._height)

    def minimumSizeHint(self) -> QSize:
        return QSize(220, LOW)

    def set_low(self, *, is_low: bool) -> None:
        """Take less height, where something graver stands above."""
        height = LOW if is_low else HIGH
        if height != self._height:
            self._height = height
            self.updateGeometry()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._chart is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self._theme.font("small"))
        font.setPixelSize(max(11, round(font.pixelSize() * 0.86)))
        style = ChartStyle.screen(self._theme.palette, font, compact=True)
        paint_chart(painter, QRectF(self.rect()).adjusted(2, 2, -4, -2), self._chart, style)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._theme.palette.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 9, 9)


class CurveCard(Card):
    """The small curve with its heading."""

    opened = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = words("", "small", wraps=False)
        self.curve = SmallCurve(theme)
        head = QHBoxLayout()
        head.addWidget(words(self.tr("Your curve"), "subheading", wraps=False))
        head.addStretch(1)
        head.addWidget(self._scale)
        self.body.addLayout(head)
        self.body.addWidget(self.curve, 1)
        self.curve.clicked.connect(self.opened)

    def show_day(self, record: Record, day: date) -> None:
        """Draw the course of a day; without a treatment there is none."""
        chart = small_chart(record, day)
        self.setVisible(chart is not None)
        self._scale.setText(scale_name(Scale.REDNESS, record.profile.irritation_look).lower())
        self.curve.show_chart(chart)
