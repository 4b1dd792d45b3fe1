"""What was dropped or pasted, as pictures to take in. Nothing is read here but what the clipboard itself holds."""

import re
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData
from PySide6.QtGui import QImage

from journal.ui.photos.batch import Source

PICTURE_FORMATS = ("image/jpeg", "image/heic", "image/heif", "image/webp", "image/tiff", "image/png")
FILE_PATTERNS = "*.jpg *.jpeg *.png *.webp *.tif *.tiff *.heic *.heif *.hif"

# Control characters, line and paragraph separators, what sets the direction of what follows, lone surrogates.
_UNSHOWN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Offered:
    """Pictures from a drop or the clipboard; ``is_out_of_reach`` when something lies on a phone, camera or web page."""

    sources: tuple[Source, ...]
    is_out_of_reach: bool = False


def may_hold_pictures(mime: QMimeData) -> bool:
    """Whether a drag is worth accepting; also for places out of reach, to say what to do."""
    return mime.hasUrls() or mime.hasImage() or any(mime.hasFormat(name) for name in PICTURE_FORMATS)


def offered(mime: QMimeData | None) -> Offered:
    """The local files first; else the picture itself, in the format it came in where there is one.

    None is a clipboard that another program holds or that is not there.
    """
    if mime is None:
        return Offered(())
    urls = mime.urls() if mime.hasUrls() else []
    files = tuple(Path(url.toLocalFile()) for url in urls if url.isLocalFile())
    if files:
        return Offered(sources_of(files), is_out_of_reach=len(files) < len(urls))
    name = QCoreApplication.translate("photos", "the pasted picture")
    for kind in PICTURE_FORMATS:
        if mime.hasFormat(kind):
            return Offered((Source(bytes(mime.data(kind).data()), name),))
    image = mime.imageData() if mime.hasImage() else None
    if isinstance(image, QImage) and not image.isNull():
        return Offered((Source(image, name),))
    return Offered((), is_out_of_reach=bool(urls))


def sources_of(paths: tuple[Path, ...] | list[Path]) -> tuple[Source, ...]:
    """Files as sources, named by their file name, or whole where a path has none (``/``)."""
    return tuple(Source(path, path.name or str(path)) for path in paths)


def shown_name(name: str) -> str:
    """A file's name to be told in a line: nothing in it breaks the line or turns the rest of it round."""
    return _UNSHOWN.sub(" ", name)
