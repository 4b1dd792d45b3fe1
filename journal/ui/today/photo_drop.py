"""The field that photos are dropped on, or that opens the choice of files. Taking them in is the Photos page's work."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from journal.ui.theme import Theme
from journal.ui.today.questions import PHOTO_DAYS, next_photo_day

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog

PATTERNS = "*.jpg *.jpeg *.png *.webp *.tif *.tiff *.heic *.heif *.JPG *.JPEG *.PNG *.HEIC"
RADIUS = 9
PAD = 14
PAD_Y = 8
ICON = 20
ICON_GAP = 12


def dropped_paths(data: QMimeData) -> list[Path]:
    """The local files of a drop."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


class PhotoDrop(QPushButton):
    """A dashed field with a camera; it says on which day photos are asked next."""

    photos_given = Signal(object)
    """A list of paths."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._dialog: QFileDialog | None = None
        self._is_over = False
        self.setProperty("kind", "painted")
        self.setAcceptDrops(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self._choose)
        theme.changed.connect(self.update)

    def show_day(self, number: int | None, count: int) -> None:
        """``number`` is the day after the treatment, ``count`` the photos the day has."""
        text = (
            self._invitation(number)
            if count == 0
            else self.tr("%n photo(s) of this day · drop or choose more", "", count)
        )
        self.setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(self.tr("Drop pictures here or press to choose files."))
        self.updateGeometry()
        self.update()

    def choose(self) -> None:
        """Open the choice of files."""
        self._choose()

    def sizeHint(self) -> QSize:
        return QSize(220, self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(130, max(64, QFontMetrics(self._theme.font("text")).height() * 2 + 20))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its words need: with large text they take three lines."""
        room = QRect(0, 0, width - 2 * PAD - self._icon_side() - ICON_GAP, 10_000)
        metrics = QFontMetrics(self._theme.font("text"))
        words = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, self.text())
        return max(self.minimumSizeHint().height(), words.height() + 2 * PAD_Y)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():  # also what is no file, to say what to do
            event.acceptProposedAction()
            self._set_over(is_over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._set_over(is_over=False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._set_over(is_over=False)
        paths = dropped_paths(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.photos_given.emit(paths)
        else:
            self.setText(self.tr("That is no file on this computer. Copy it to a folder first, then drop it here."))
            self.setAccessibleName(self.text())
            self.updateGeometry()
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_lit = self._is_over or self.underMouse() or self.hasFocus()
        style = Qt.PenStyle.SolidLine if self.hasFocus() else Qt.PenStyle.DashLine
        painter.setPen(
            QPen(QColor(palette.accent if is_lit else palette.second_ink), 2 if self.hasFocus() else 1, style)
        )
        painter.setBrush(QColor(palette.accent_soft if self._is_over else palette.surface))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        inside = self.rect().adjusted(PAD, PAD_Y, -PAD, -PAD_Y)
        side = self._icon_side()
        icon = QRect(inside.left(), inside.center().y() - side // 2, side, side)
        self._theme.icon("camera").paint(painter, icon, Qt.AlignmentFlag.AlignCenter)
        painter.setFont(self._theme.font("text"))
        painter.setPen(QColor(palette.second_ink))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(inside.adjusted(side + ICON_GAP, 0, 0, 0), flags, self.text())

    def _icon_side(self) -> int:
        return round(ICON * self._theme.text_scale)

    def _invitation(self, number: int | None) -> str:
        if number is None:
            return self.tr("Drop or choose photos · taken before the treatment they help too")
        if number in PHOTO_DAYS:
            return self.tr("Photos are asked today: front, left, right. Drop or choose them")
        following = next_photo_day(number)
        if following is None:
            return self.tr("Drop or choose photos")
        return self.tr("Drop or choose photos · next asked on day {day}").format(day=following)

    def _set_over(self, *, is_over: bool) -> None:
        self._is_over = is_over
        self.update()

    def _choose(self) -> None:
        from PySide6.QtWidgets import QFileDialog  # late: not needed for the first page

        self._dialog = QFileDialog(self, self.tr("Choose photos"))
        self._dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        self._dialog.setNameFilters(
            [self.tr("Pictures ({patterns})").format(patterns=PATTERNS), self.tr("All files (*)")]
        )
        self._dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._dialog.filesSelected.connect(self._on_files_selected)
        self._dialog.open()

    def _on_files_selected(self, names: list[str]) -> None:
        self.photos_given.emit([Path(name) for name in names])
