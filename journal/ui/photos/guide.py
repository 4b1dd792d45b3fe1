"""The guide to photos that can be compared: light, distance, pose. Shown until put away, opened again on request."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from journal.drawing.guide import HEIGHT, WIDTH, Step, draw_step
from journal.ui.theme import Theme
from journal.ui.today.questions import PHOTO_DAYS
from journal.ui.widgets.buttons import Button
from journal.ui.widgets.card import Card
from journal.ui.widgets.flow_layout import turn
from journal.ui.widgets.labels import Heading, Words
from journal.ui.widgets.scrolled import scroll_area

NARROW = 44
"""Below this width, in text heights, the steps stand under each other."""


class StepDrawing(QWidget):
    """One of the drawings, as wide as its column."""

    def __init__(self, step: Step, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step = step
        self._theme = theme
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(round(WIDTH), round(HEIGHT))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(min(width, WIDTH * 1.5) * HEIGHT / WIDTH)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  Qt's signature
        painter = QPainter(self)
        draw_step(painter, self._step, QRectF(self.rect()), self._theme.palette)
        painter.end()


class PhotoGuide(QWidget):
    """Three steps, when photos are asked for, and the way on.

    Signals:
        dismissed (): it was read; the photos are wanted.
    """

    dismissed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        card = Card()
        card.body.addWidget(Heading(self.tr("Photos that can be compared")))
        card.body.addWidget(
            Words(self.tr("What changes between two photos should be your skin, not the camera."), "second")
        )
        self._steps = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._steps.setSpacing(20)
        for number, (step, title, text) in enumerate(self._texts(), start=1):
            named = self.tr("{number}. {title}").format(number=number, title=title)
            self._steps.addWidget(self._column(step, named, text), 1)
        card.body.addLayout(self._steps)
        card.body.addWidget(Words(self._when(), "second"))
        self.done_button = Button(self.tr("Got it"), "primary")
        row = QHBoxLayout()
        row.addWidget(self.done_button)
        row.addWidget(Words(self.tr('You can open this again with "How to take them".'), "small"), 1)
        card.body.addLayout(row)
        ground = QWidget()
        inner = QVBoxLayout(ground)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(card)
        inner.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll_area(ground))
        self.done_button.clicked.connect(self.dismissed)

    def set_first_focus(self) -> None:
        """The way on has the focus."""
        self.done_button.setFocus()

    def _texts(self) -> tuple[tuple[Step, str, str], ...]:
        return (
            (
                Step.LIGHT,
                self.tr("Light"),
                self.tr(
                    "Face a window by day, always the same one, at about the same hour. Lamps off, no flash, no sun."
                ),
            ),
            (
                Step.DISTANCE,
                self.tr("Distance"),
                self.tr(
                    "Prop the phone up at eye height, about a metre away, its rear camera towards you, with the timer. "
                    "No zoom: an arm's length makes the nose larger than it is."
                ),
            ),
            (
                Step.POSE,
                self.tr("Pose"),
                self.tr("Front, left, right: hair back, no make-up, mouth closed, a plain wall behind you."),
            ),
        )

    def _when(self) -> str:
        days = [str(day) for day in PHOTO_DAYS]
        return self.tr(
            "Photos are asked for before the treatment and on days {days} and {last}. They may be added at any time."
        ).format(days=", ".join(days[:-1]), last=days[-1])

    def _column(self, step: Step, title: str, text: str) -> QWidget:
        column = QWidget()
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(StepDrawing(step, self.tr("Drawing: {title}").format(title=title), self._theme))
        layout.addWidget(Heading(title, "subheading"))
        layout.addWidget(Words(text))
        layout.addStretch()
        return column

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < NARROW * self._theme.base_px
        turn(self._steps, is_beside=not is_narrow)
