"""What the window remembers between starts: look, text size, geometry, how photos come in and are shown.

Nothing medical: that is in the journal.
"""

from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

from journal.ui.theme import TEXT_SCALES, ThemeChoice

_THEME = "look/theme"
_SCALE = "look/text_size"
_GEOMETRY = "window/geometry"
_LOCK_MINUTES = "lock/minutes"
_COVERED = "photos/covered"
_GUIDE_DISMISSED = "photos/guide_dismissed"
_TOLD_PLACES = "journal/told_places"
_WATCHED = "photos/watched_folder"
_WATCHED_SINCE = "photos/watched_since"


LOCK_MINUTES = (0, 2, 5, 15, 60)
"""After how many idle minutes a journal with a passphrase may be locked; 0: never by itself."""

LOCK_MINUTES_USUAL = 5


class Settings(QObject):
    """The typed face of one INI file. Whatever cannot be read is as if it had never been set.

    Signals:
        photos_changed (): photos are to be covered or no longer, or another folder is to be watched.
    """

    photos_changed = Signal()

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = QSettings(str(path), QSettings.Format.IniFormat, self)

    @property
    def theme(self) -> ThemeChoice:
        """Light, dark, or as the desktop."""
        value = str(self._file.value(_THEME, ThemeChoice.AUTO.value))
        return ThemeChoice(value) if value in set(ThemeChoice) else ThemeChoice.AUTO

    @theme.setter
    def theme(self, choice: ThemeChoice) -> None:
        self._file.setValue(_THEME, choice.value)

    @property
    def text_scale(self) -> float:
        """1.0, 1.25 or 1.5."""
        percent = str(self._file.value(_SCALE, "100"))
        return {f"{scale:.0%}".rstrip("%"): scale for scale in TEXT_SCALES}.get(percent, 1.0)

    @text_scale.setter
    def text_scale(self, scale: float) -> None:
        self._file.setValue(_SCALE, f"{scale:.0%}".rstrip("%"))

    @property
    def lock_minutes(self) -> int:
        """After how many idle minutes a journal with a passphrase is locked; 0: never by itself."""
        value = str(self._file.value(_LOCK_MINUTES, LOCK_MINUTES_USUAL))
        return {str(minutes): minutes for minutes in LOCK_MINUTES}.get(value, LOCK_MINUTES_USUAL)

    @lock_minutes.setter
    def lock_minutes(self, minutes: int) -> None:
        self._file.setValue(_LOCK_MINUTES, minutes)

    @property
    def geometry(self) -> QByteArray:
        """The window's place; empty when it was never kept."""
        value = self._file.value(_GEOMETRY)
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._file.setValue(_GEOMETRY, geometry)

    @property
    def covers_photos(self) -> bool:
        """Whether photos are kept covered on the screen until clicked."""
        return self._flag(_COVERED)

    @covers_photos.setter
    def covers_photos(self, is_on: bool) -> None:
        self._file.setValue(_COVERED, str(is_on).lower())
        self.photos_changed.emit()

    @property
    def guide_dismissed(self) -> bool:
        """Whether the guide to good photos was read and put away."""
        return self._flag(_GUIDE_DISMISSED)

    @guide_dismissed.setter
    def guide_dismissed(self, is_on: bool) -> None:
        self._file.setValue(_GUIDE_DISMISSED, str(is_on).lower())

    @property
    def told_places(self) -> frozenset[str]:
        """The places of journals, by their marks, of which was read what may happen there."""
        return frozenset(str(self._file.value(_TOLD_PLACES, "")).split())

    def note_told_place(self, mark: str) -> None:
        """Of this place it was read."""
        self._file.setValue(_TOLD_PLACES, " ".join(sorted({*self.told_places, mark})))

    @property
    def watched_folder(self) -> Path | None:
        """The folder in which new pictures are looked for; None when none is."""
        value = str(self._file.value(_WATCHED, ""))
        return Path(value) if value else None

    @property
    def watched_since(self) -> float:
        """What came into that folder after this moment is new; seconds since the epoch."""
        try:
            return float(str(self._file.value(_WATCHED_SINCE, "0")))
        except ValueError:
            return 0.0

    def watch(self, folder: Path | None, since: float) -> None:
        """Look for new pictures in a folder from now on, or (None) no longer."""
        self._file.setValue(_WATCHED, "" if folder is None else str(folder))
        self.seen_until(since)
        self.photos_changed.emit()

    def seen_until(self, moment: float) -> None:
        """What came into the folder up to then is known."""
        self._file.setValue(_WATCHED_SINCE, repr(moment))

    def _flag(self, key: str) -> bool:
        return str(self._file.value(key, "false")).lower() == "true"

    def save(self) -> None:
        """Write now."""
        self._file.sync()
