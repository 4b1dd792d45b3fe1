"""How the window looks: palette, fonts, icons and the style sheet. No widget is made here and none is known by name.

The colours are our own on Qt's Fusion style, so that the window is the same on every desktop.
"""

from enum import StrEnum
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from journal.drawing.palette import DARK, LIGHT, Palette
from journal.resources import resource
from journal.ui.icons import make_icon

BASE_PX = 16
STEPS = {"small": 14, "text": 16, "heading": 20, "title": 28}
TEXT_SCALES = (1.0, 1.25, 1.5)
SPACES = (4, 6, 8, 10, 12, 16, 20, 24)
BOLD_STEPS = ("heading", "title")


class ThemeChoice(StrEnum):
    """What the person chose; auto follows the desktop."""

    LIGHT = "light"
    DARK = "dark"
    AUTO = "auto"


class Theme(QObject):
    """The look that holds now.

    Signals:
        changed (): palette or text size are others; custom painting is due again.
    """

    changed = Signal()

    def __init__(
        self, choice: ThemeChoice = ThemeChoice.AUTO, text_scale: float = 1.0, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._choice = choice
        self._scale = text_scale
        self._desktop_px = _desktop_px()
        self._app: QApplication | None = None
        self._fonts: dict[str, QFont] = {}
        self._icons: dict[tuple[str, str, str, float], QIcon] = {}
        self._palette = self._chosen_palette()

    @property
    def choice(self) -> ThemeChoice:
        """Light, dark or as the desktop."""
        return self._choice

    @property
    def palette(self) -> Palette:
        """The colours."""
        return self._palette

    @property
    def text_scale(self) -> float:
        """1.0, 1.25 or 1.5."""
        return self._scale

    @property
    def base_px(self) -> int:
        """The height of plain text in pixels: 16 or the desktop's if larger, times the scale."""
        return round(max(BASE_PX, self._desktop_px) * self._scale)

    def px(self, step: str) -> int:
        """The size of a step in pixels."""
        return round(STEPS[step] * self.base_px / BASE_PX)

    def font(self, step: str) -> QFont:
        """The font of a step (small, text, heading, title), with figures of one width."""
        if step not in self._fonts:
            font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
            font.setPixelSize(self.px(step))
            font.setFeature(QFont.Tag("tnum"), 1)
            if step in BOLD_STEPS:
                font.setWeight(QFont.Weight.DemiBold)
            self._fonts[step] = font
        return QFont(self._fonts[step])

    def color(self, token: str) -> QColor:
        """A token of the palette as a colour."""
        return QColor(str(getattr(self._palette, token)))

    def icon(self, name: str, color: str = "second_ink", chosen: str = "", gap: float = 0.0) -> QIcon:
        """A drawing of ours in one of the palette's colours (in another when its button is checked)."""
        key = (name, color, chosen, gap)
        if key not in self._icons:
            checked = self.color(chosen) if chosen else None
            self._icons[key] = make_icon(name, self.color(color), checked, self.color("hairline"), gap=gap)
        return self._icons[key]

    def choose(self, choice: ThemeChoice | None = None, text_scale: float | None = None) -> None:
        """Take another look or text size at once."""
        before = (self._palette, self._scale)
        self._choice = choice or self._choice
        self._scale = text_scale or self._scale
        self._palette = self._chosen_palette()
        if before != (self._palette, self._scale):
            self._renew()

    def apply(self, app: QApplication) -> None:
        """Dress the application, now and whenever the look changes. Its style is Fusion from its making on."""
        sheet = self.style_sheet()
        is_dressed = app.styleSheet() == sheet and app.font() == self.font("text")
        if self._app is None:
            self._app = app
            app.styleHints().colorSchemeChanged.connect(self._on_desktop_changed)
        if not is_dressed:
            app.setPalette(self.qt_palette())
            app.setFont(self.font("text"))
            app.setStyleSheet(sheet)

    def style_sheet(self) -> str:
        """The style sheet with every token filled in."""
        sheet = Template(resource("style.qss").read_text(encoding="utf-8"))
        tokens = {name: getattr(self._palette, name) for name in Palette.__dataclass_fields__}
        sizes = {step: f"{self.px(step)}px" for step in STEPS}
        fixed = resource("icons", "fixed").as_posix()
        look = "dark" if self._palette.is_dark else "light"
        return sheet.substitute(tokens, **sizes, **self._spaces(), icons=fixed, look=look)

    def _spaces(self) -> dict[str, str]:
        """Paddings that grow with the text; ``less`` is one pixel less, where a focus ring is one pixel more."""
        scale = self.base_px / BASE_PX
        spaces = {f"s{size}": f"{round(size * scale)}px" for size in SPACES}
        less = {f"s{size}less": f"{round(size * scale) - 1}px" for size in SPACES}
        return spaces | less | {"chip": f"{round(15 * scale)}px", "radio": f"{round(8 * scale)}px"}

    def qt_palette(self) -> QPalette:
        """The colours as Qt's own roles, for whatever the style sheet does not reach."""
        palette = QPalette()
        for role, token in _ROLES.items():
            palette.setColor(role, self.color(token))
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.color("second_ink"))
        return palette

    def _chosen_palette(self) -> Palette:
        if self._choice is ThemeChoice.AUTO:
            hints = QGuiApplication.styleHints()
            return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT
        return DARK if self._choice is ThemeChoice.DARK else LIGHT

    def _renew(self) -> None:
        self._icons.clear()
        self._fonts.clear()
        if self._app is not None:
            self.apply(self._app)
        self.changed.emit()

    def _on_desktop_changed(self) -> None:
        if self._choice is ThemeChoice.AUTO and self._chosen_palette() != self._palette:
            self._palette = self._chosen_palette()
            self._renew()


_ROLES = {
    QPalette.ColorRole.Window: "ground",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "call",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.PlaceholderText: "second_ink",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "hairline",
    QPalette.ColorRole.Mid: "hairline",
    QPalette.ColorRole.Dark: "second_ink",
}


def _desktop_px() -> int:
    """The height of the desktop's own text in pixels; the application's may be of a look that was put on before."""
    return QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)).pixelSize()
