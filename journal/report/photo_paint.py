"""Photos on paper: decoded once, laid into their frame at 300 dpi, without a trace of their files' data.

No words, no layout. What lies outside a frame is not in the picture at all, not merely hidden.
"""

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader, QImageWriter, QPainter, QTransform

from journal.domain.errors import JournalError
from journal.domain.photo import Copy
from journal.domain.similarity import Similarity
from journal.report.photo_print import Print

PhotoBytes = Callable[[int, Copy], bytes]

DPI = 300
MONO_DPI = 150
"""Coarser for black and white, so that the dots hold on a copier."""


class Pictures(Protocol):
    """Where the page gets a photo's pixels from."""

    def image(self, one: Print) -> QImage | None:
        """The photo as it is drawn; None when it cannot be read."""
        ...

    def size(self, one: Print) -> QSize | None:
        """Its width and height, for its shape on the page."""
        ...


class PaperPictures:
    """The photos of one outline, decoded when first asked for and kept for all pages.

    ``boxes`` tells the largest box in millimetres in which each photo is drawn.
    """

    def __init__(self, photo_bytes: PhotoBytes, boxes: Mapping[Print, QSizeF], *, mono: bool = False) -> None:
        self._photo_bytes = photo_bytes
        self.boxes = boxes
        self.mono = mono
        self._images: dict[Print, QImage | None] = {}

    def are_like(self, other: "PaperPictures") -> bool:
        """Whether the other one would hold the very same pictures."""
        return self.mono == other.mono and self.boxes == other.boxes

    def image(self, one: Print) -> QImage | None:
        """The photo at the paper's resolution; None when it cannot be read."""
        if one not in self._images:
            self._images[one] = self._load(one)
        return self._images[one]

    def size(self, one: Print) -> QSize | None:
        """Width and height in pixels."""
        image = self.image(one)
        return None if image is None else image.size()

    def _load(self, one: Print) -> QImage | None:
        try:
            data = self._photo_bytes(one.photo_id, Copy.DISPLAY)
        except JournalError:
            return None
        dpi = MONO_DPI if self.mono else DPI
        return printed(data, one, self.boxes[one] * (dpi / 25.4), mono=self.mono)


def printed(data: bytes, one: Print, box: QSizeF, *, mono: bool) -> QImage | None:
    """The photo in its frame inside ``box`` pixels, never larger than it is; ``mono``: black and white dots."""
    size = QSizeF(QSize(*one.frame)).scaled(box, Qt.AspectRatioMode.KeepAspectRatio)
    image = _decoded(data, box if not one.is_laid else _square(_long_side(size) * one.by.scale))
    if image is None:
        return None
    if one.mirrored:
        image = image.flipped(Qt.Orientation.Horizontal)
    if one.is_laid:
        image = _laid(image, one.by, size)
    return _in_dots(image) if mono else image


def _laid(image: QImage, by: Similarity, size: QSizeF) -> QImage:
    """The photo in the frame, cut off at its edges, white where it does not reach."""
    own = _long_side(QSizeF(image.size()))
    size = size * min(1.0, own / (_long_side(size) * by.scale))
    frame = QImage(size.toSize().expandedTo(QSize(1, 1)), QImage.Format.Format_RGB32)
    frame.fill(Qt.GlobalColor.white)
    unit = max(frame.width(), frame.height())
    painter = QPainter(frame)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.translate(frame.width() / 2, frame.height() / 2)
    painter.scale(unit, unit)
    turned, shift = by.factor, by.shift
    painter.setTransform(
        QTransform(turned.real, turned.imag, -turned.imag, turned.real, shift.real, shift.imag), combine=True
    )
    painter.scale(1 / own, 1 / own)
    painter.translate(-image.width() / 2, -image.height() / 2)
    painter.drawImage(QPointF(0, 0), image)
    painter.end()
    return frame


def _square(side: float) -> QSizeF:
    return QSizeF(side, side)


def _long_side(size: QSizeF) -> float:
    return max(size.width(), size.height())


def _decoded(data: bytes, box: QSizeF) -> QImage | None:
    """The picture inside ``box`` pixels, never larger than it is, without alpha."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    turned = bool(reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90)
    room = (box.transposed() if turned else box).toSize()
    if size.isValid() and (size.width() > room.width() or size.height() > room.height()):
        reader.setScaledSize(size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1)))
    image = reader.read()
    if image.isNull():
        return None
    return _opaque(image)


def paint_picture(painter: QPainter, box: QRectF, image: QImage, shape: QSize) -> QRectF:
    """The whole photo in the top left of ``box``; nothing of it is cut away. Gives where it lies."""
    size = QSizeF(shape).scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRectF(QPointF(box.left(), box.top()), size)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, image.depth() > 1)
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering, image.depth() == 1)
    painter.drawImage(place, image, QRectF(image.rect()))
    painter.restore()
    return place


def jpeg(image: QImage, quality: int) -> bytes:
    """The picture as JPEG, without any text or colour profile."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, b"jpeg")
    writer.setQuality(quality)
    writer.write(image)
    return bytes(buffer.data().data())


def _opaque(image: QImage) -> QImage:
    if image.hasAlphaChannel():
        white = QImage(image.size(), QImage.Format.Format_RGB32)
        white.fill(Qt.GlobalColor.white)
        painter = QPainter(white)
        painter.drawImage(0, 0, image)
        painter.end()
        return white
    return image.convertToFormat(QImage.Format.Format_RGB32)


def _in_dots(image: QImage) -> QImage:
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return grey.convertToFormat(QImage.Format.Format_Mono, Qt.ImageConversionFlag.DiffuseDither)
