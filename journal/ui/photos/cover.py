"""Photos kept covered on the screen until each is clicked: for a laptop that others use. The file is untouched."""

from PySide6.QtCore import QCoreApplication, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPen

from journal.ui.theme import Theme

RADIUS = 9


class Cover(QObject):
    """Knows which photos may be seen. Off: all of them.

    Signals:
        changed (): something was covered or uncovered.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_on = False
        self._seen: set[int] = set()

    @property
    def is_on(self) -> bool:
        """Whether photos are kept covered."""
        return self._is_on

    def turn(self, *, is_on: bool) -> None:
        """Cover photos from now on, or no longer."""
        if is_on != self._is_on:
            self._is_on = is_on
            self._seen.clear()
            self.changed.emit()

    def covers(self, photo_id: int) -> bool:
        """Whether a photo is not to be seen now."""
        return self._is_on and photo_id not in self._seen

    def uncover(self, photo_id: int) -> bool:
        """Show a photo; False when it was not covered."""
        if not self.covers(photo_id):
            return False
        self._seen.add(photo_id)
        self.changed.emit()
        return True

    def cover_all(self) -> None:
        """Cover again what was shown: the page was left."""
        if self._seen:
            self._seen.clear()
            self.changed.emit()


def paint_cover(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """Paint what stands for a covered photo: a plain surface, a closed eye, and what to do."""
    outline = QPainterPath()
    outline.addRoundedRect(rect, RADIUS, RADIUS)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(outline)
    painter.fillPath(outline, theme.color("band"))
    painter.setPen(QPen(theme.color("second_ink"), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    middle = rect.center()
    eye = QRectF(middle.x() - 18, middle.y() - 26, 36, 26)
    painter.drawArc(eye, 200 * 16, 140 * 16)
    for across in (-11, 0, 11):
        foot = eye.bottom() - (0 if across == 0 else 3)
        painter.drawLine(round(middle.x() + across), round(foot), round(middle.x() + across * 1.3), round(foot + 6))
    painter.setFont(theme.font("small"))
    words = rect.adjusted(8, rect.height() / 2 + 14, -8, -4)
    align = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
    painter.drawText(words, align, cover_text())
    painter.restore()


def cover_text() -> str:
    """What a covered photo says."""
    return QCoreApplication.translate("photos", "Covered. Click or press Enter to show it.")
