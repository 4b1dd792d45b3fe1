"""What the window remembers between starts: look, text size, geometry. Nothing medical: that is in the journal."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QSettings

from journal.ui.theme import TEXT_SCALES, ThemeChoice

_THEME = "look/theme"
_SCALE = "look/text_size"
_GEOMETRY = "window/geometry"


class Settings(QObject):
    """The typed face of one INI file. Whatever cannot be read is as if it had never been set."""

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
    def geometry(self) -> QByteArray:
        """The window's place; empty when it was never kept."""
        value = self._file.value(_GEOMETRY)
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._file.setValue(_GEOMETRY, geometry)

    def save(self) -> None:
        """Write now."""
        self._file.sync()
