"""Chips: one answer as a pill. They show what they are told and say what was wished; they never keep an answer."""

from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QPushButton, QWidget

from journal.ui.theme import Theme

PAD = 14
MARK = 11
MARK_GAP = 7
MIN_HEIGHT = 34


class ChipKind(Enum):
    """What a chip is for; chooses its edge."""

    ANSWER = auto()
    SHORTCUT = auto()
    """Answers several questions at once ("none of these"): a dashed edge."""
    MORE = auto()
    """Opens something."""


class Chip(QPushButton):
    """One pill with a word. ``answer`` is what it shows: yes (check mark), no (cross), or None, not answered."""

    answered = Signal(str, object)
    """The key and the answer wished for: the next of yes, no, not answered."""
    chosen = Signal(str)
    """The key of a chip that is not an answer."""

    def __init__(
        self, key: str, text: str, theme: Theme, parent: QWidget | None = None, *, kind: ChipKind = ChipKind.ANSWER
    ) -> None:
        super().__init__(text, parent)
        self.key = key
        self.question = text
        self._kind = kind
        self._theme = theme
        self._answer: bool | None = None
        self._key_hint = ""
        self.setProperty("kind", "painted")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self._on_clicked)
        theme.changed.connect(self._on_theme_changed)
        self._say_name()

    @property
    def answer(self) -> bool | None:
        """The answer shown."""
        return self._answer

    def set_answer(self, answer: bool | None) -> None:
        """Show an answer."""
        if answer is not self._answer:
            self._answer = answer
            self._say_name()
            self.updateGeometry()
            self.update()

    def set_question(self, question: str) -> None:
        """The whole question for a screen reader, for example "Sport, since the treatment"."""
        if question != self.question:
            self.question = question
            self._say_name()

    def set_key_hint(self, key: str) -> None:
        """The key that does the same, shown behind the word."""
        self._key_hint = key
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._font())
        width = 2 * PAD + metrics.horizontalAdvance(self.text())
        if self._answer is not None:
            width += MARK + MARK_GAP
        if self._key_hint:
            width += MARK_GAP + metrics.horizontalAdvance(self._key_hint) + 8
        return QSize(width, max(MIN_HEIGHT, metrics.height() + 12))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 120), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        self._paint_pill(painter, box)
        self._paint_words(painter, box)

    def _font(self) -> QFont:
        return self._theme.font("text" if self._theme.text_scale <= 1 else "small")

    def _ink(self) -> QColor:
        quiet = self._answer is False or (self._kind is not ChipKind.ANSWER and self._answer is None)
        return QColor(self._theme.palette.second_ink if quiet else self._theme.palette.ink)

    def _paint_pill(self, painter: QPainter, box: QRectF) -> None:
        palette = self._theme.palette
        radius = box.height() / 2
        edge = QPen(QColor(palette.hairline), 1)
        fill = QColor(palette.surface)
        if self._answer:
            edge, fill = QPen(QColor(palette.accent), 1), QColor(palette.accent_soft)
        elif self._answer is False:
            fill = QColor(palette.sunken)
        elif self._kind is ChipKind.SHORTCUT:
            edge = QPen(QColor(palette.second_ink), 1, Qt.PenStyle.DashLine)
        if self.underMouse() and not self._answer:
            edge.setColor(QColor(palette.accent))
        if self.isDown():
            fill = QColor(palette.accent_soft)
        painter.setPen(edge)
        painter.setBrush(fill)
        painter.drawRoundedRect(box, radius, radius)
        if self.hasFocus():
            painter.setPen(QPen(QColor(palette.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, radius, radius)

    def _paint_words(self, painter: QPainter, box: QRectF) -> None:
        inside = box.adjusted(PAD - 1.5, 0, -PAD + 1.5, 0)
        painter.setFont(self._font())
        if self._answer is not None:
            self._paint_mark(painter, QRectF(inside.left(), inside.center().y() - MARK / 2, MARK, MARK))
            inside.setLeft(inside.left() + MARK + MARK_GAP)
        if self._key_hint:
            self._paint_key(painter, inside)
        painter.setPen(self._ink())
        metrics = painter.fontMetrics()
        words = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, int(inside.width()) + 2)
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, words)

    def _paint_key(self, painter: QPainter, inside: QRectF) -> None:
        metrics = painter.fontMetrics()
        width = metrics.horizontalAdvance(self._key_hint) + 8
        cap = QRectF(inside.right() - width, inside.center().y() - metrics.height() / 2, width, metrics.height())
        painter.setPen(QPen(QColor(self._theme.palette.second_ink), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(cap, 4, 4)
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._key_hint)
        inside.setRight(cap.left() - MARK_GAP)

    def _paint_mark(self, painter: QPainter, box: QRectF) -> None:
        painter.save()
        colour = self._theme.palette.accent if self._answer else self._theme.palette.second_ink
        painter.setPen(QPen(QColor(colour), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        if self._answer:
            tip = QPointF(box.left() + box.width() * 0.38, box.bottom() - 1)
            start = QPointF(box.left(), box.center().y() + 0.5)
            painter.drawPolyline(QPolygonF([start, tip, QPointF(box.right(), box.top() + 1)]))
        else:
            small = box.adjusted(1.5, 1.5, -1.5, -1.5)
            painter.drawLine(small.topLeft(), small.bottomRight())
            painter.drawLine(small.topRight(), small.bottomLeft())
        painter.restore()

    def _say_name(self) -> None:
        if self._kind is ChipKind.MORE:
            self.setAccessibleName(self.question)
            return
        said = {True: self.tr("{what}: yes"), False: self.tr("{what}: no"), None: self.tr("{what}: not answered")}
        name = self.question if self._kind is ChipKind.SHORTCUT and self._answer is None else said[self._answer]
        self.setAccessibleName(name.format(what=self.question))

    def _on_clicked(self) -> None:
        if self._kind is ChipKind.ANSWER:
            self.answered.emit(self.key, {None: True, True: False, False: None}[self._answer])
        else:
            self.chosen.emit(self.key)

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
