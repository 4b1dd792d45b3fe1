"""The quiet lines about where a journal lies: synced, network, a drive that can go; and its other versions."""

import hashlib

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from journal.domain.place import Place, PlaceKind
from journal.place_words import place_more, place_text, versions_more, versions_text
from journal.ui.settings import Settings
from journal.ui.theme import Theme
from journal.ui.widgets.buttons import IconButton, LinkButton
from journal.ui.widgets.labels import Words


class PlaceStrip(QFrame):
    """One sentence, and on "More" what may happen; read once, it is not shown again (``mark``)."""

    def __init__(
        self, text: str, more: str, theme: Theme, settings: Settings, mark: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("surface", "strip")
        self.setAccessibleName(text)
        self._settings = settings
        self._mark = mark
        self.text = text
        self.more = Words(more, "small")
        self.more.hide()
        self.more_button = LinkButton(self.tr("More"))
        self.more_button.setAccessibleName(self.tr("More about this"))
        self.close_button = IconButton("close", self.tr("Hide this line"), theme)
        self._build(text)
        self.more_button.clicked.connect(self._on_more)
        self.close_button.clicked.connect(self._on_close)

    def _build(self, text: str) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Words(text), 1)
        row.addWidget(self.more_button)
        row.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 8, 16, 8)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.more)

    def _on_more(self) -> None:
        self.more.setVisible(self.more.isHidden())
        self.more_button.setText(self.tr("More") if self.more.isHidden() else self.tr("Less"))

    def _on_close(self) -> None:
        if self._mark:
            self._settings.note_told_place(self._mark)
        self.hide()


def strips_of(place: Place, folder: str, theme: Theme, settings: Settings) -> list[PlaceStrip]:
    """What there is to say of a place, the most important first; nothing that was read and put away."""
    strips = []
    if place.other_versions:
        strips.append(PlaceStrip(versions_text(place), versions_more(), theme, settings))
    mark = _mark(place, folder)
    if place.kind is not PlaceKind.HOME and mark not in settings.told_places:
        strips.append(PlaceStrip(place_text(place), place_more(place), theme, settings, mark))
    return strips


def _mark(place: Place, folder: str) -> str:
    """Names a place in the settings without giving it away."""
    return hashlib.sha256(f"{place.kind} {place.service} {folder}".encode(errors="surrogateescape")).hexdigest()[:16]
