"""Help with the program itself: its keys, where the journal lies, which version this is."""

from pathlib import Path

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QWidget

from journal import __version__
from journal.ui.widgets.buttons import LinkButton
from journal.ui.widgets.card import Card
from journal.ui.widgets.labels import Heading, Words, breakable


class HelpCard(Card):
    """What a person may want to know when the program, and not the skin, is the trouble."""

    def __init__(self, journal: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self.body.addWidget(Heading(self.tr("Help with the program")))
        self.body.addLayout(self._build_keys())
        self.body.addWidget(Words(self.tr("Your journal is one file on this computer:"), "second"))
        where = Words(breakable(str(journal)), "small")
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(where)
        copy = LinkButton(self.tr("Copy the place of the file"))
        copy.setAccessibleName(self.tr("Copy the place of the file"))
        copy.clicked.connect(self._on_copy)
        self.body.addWidget(copy, 0, Qt.AlignmentFlag.AlignLeft)
        version = self.tr("Recovery Journal {version}, Qt {qt}").format(version=__version__, qt=qVersion())
        self.body.addWidget(Words(version, "small"))

    def _build_keys(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        for row, (keys, does) in enumerate(self._keys()):
            grid.addWidget(Words(keys, "subheading", wrap=False), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Words(does, "second"), row, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _keys(self) -> tuple[tuple[str, str], ...]:
        return (
            ("F1", self.tr("this page")),
            ("Ctrl+1 … 6", self.tr("the pages, from Today to Visit")),
            ("0 … 9", self.tr("a rating; 10 is 1, then 0")),
            ("N", self.tr("none of the warning signs")),
            ("Ctrl+Z", self.tr("undo; Ctrl+Shift+Z does it again")),
            ("Ctrl+,", self.tr("settings")),
            ("Ctrl+L", self.tr("lock, with a passphrase")),
        )

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(str(self._journal))
