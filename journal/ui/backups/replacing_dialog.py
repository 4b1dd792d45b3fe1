"""What restoring a backup and taking an export in share: both sides counted, one put in place, and the way back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QGridLayout, QWidget

from journal.domain.backup import Comparison, Contents
from journal.domain.errors import JournalError
from journal.keeping import Prepared
from journal.ui.backups.mending import Mending, Replacing
from journal.ui.backups.phrases import contents_text, kept_text, last_entry_text
from journal.ui.backups.work_dialog import WorkDialog
from journal.ui.tasks import Work
from journal.ui.widgets.buttons import Button, LinkButton
from journal.ui.widgets.card import Card
from journal.ui.widgets.labels import Words


class ReplacingDialog(WorkDialog):
    """``was_replaced`` says afterwards whether the journal is another one now.

    Nothing changes before "Put it in place", and then all or nothing.
    """

    def __init__(self, title: str, coming: str, mending: Mending, width: int, parent: QWidget | None = None) -> None:
        super().__init__(title, width, parent)
        self._mending = mending
        self.was_replaced = False
        self.comparison = Comparing(coming)
        self.undo_button = LinkButton(self.tr("Undo"))
        self.place_button = Button(self.tr("Put it in place"), "primary")
        self.foot.addWidget(self.undo_button)
        self.undo_button.hide()
        self.comparison.hide()
        self.undo_button.clicked.connect(self.undo)

    def undo(self) -> None:
        """Bring back what was there before."""
        text = self.tr("Brought back. The journal now holds {contents}.")
        self._replace(partial(self._mending.keeping.undo, self._mending.now), text)
        self.undo_button.hide()

    def _compare(self, work: Work) -> None:
        """Show both sides; what was shown before is no longer what would be put in place."""
        self.comparison.hide()
        self.place_button.setEnabled(False)
        self._look(work, self._show_comparison)

    def _show_comparison(self, found: object) -> None:
        if not isinstance(found, Comparison):
            raise TypeError(found)
        self.said.hide()
        self.comparison.show_both(found)
        self.comparison.show()
        self.place_button.show()
        self.place_button.setEnabled(True)
        self._fit()

    def _prepare(self, work: Work, done: Callable[[object], None]) -> None:
        self.place_button.setEnabled(False)
        self._work(work, done, self.tr("Copying and checking …"))

    def _put(self, prepared: object, text: str) -> None:
        """Let what was prepared take the journal's place; ``text`` says what it now holds."""
        if not isinstance(prepared, Prepared):
            raise TypeError(prepared)
        self._replace(partial(prepared.take_place, self._mending.now), text)
        prepared.drop()

    def _replace(self, replacing: Replacing, text: str) -> None:
        try:
            done = self._mending.replace(replacing)
        except JournalError as error:
            self._on_failed(error)
            return
        if done is not None:
            self.was_replaced = True
            self.comparison.hide()
            self.place_button.hide()
            self.undo_button.setVisible(done.kept is not None)
            said = text.format(contents=contents_text(done.contents))
            self._say(f"{said}\n{kept_text(done.kept)}".strip())


class Comparing(Card):
    """Two files side by side: what is here now, what the other would bring."""

    def __init__(self, coming: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, surface="sunken")
        self._coming = coming
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(4)
        self.body.addLayout(self._grid)
        heads = ("", self.tr("Here now"), coming)
        for column, head in enumerate(heads):
            self._grid.addWidget(Words(head, "subheading"), 0, column)
        names = (self.tr("Days"), self.tr("Photos"), self.tr("Last entry"))
        self.cells = [[Words() for _ in names] for _ in range(2)]
        for row, name in enumerate(names, start=1):
            self._grid.addWidget(Words(name, "second"), row, 0)
            for column, cells in enumerate(self.cells, start=1):
                self._grid.addWidget(cells[row - 1], row, column)

    def show_both(self, found: Comparison) -> None:
        """Fill the cells."""
        self._fill(self.cells[0], found.present, self.tr("cannot be read") if found.is_unreadable else "0")
        self._fill(self.cells[1], found.coming, "0")
        here = self.tr("nothing that can be read")
        self.setAccessibleName(
            self.tr("Here now: {here}. {name}: {backup}.").format(
                name=self._coming,
                here=here if found.present is None else contents_text(found.present),
                backup=contents_text(found.coming),
            )
        )

    def _fill(self, cells: list[Words], contents: Contents | None, instead: str) -> None:
        values = (
            (instead, instead, last_entry_text(None))
            if contents is None
            else (f"{contents.days}", f"{contents.photos}", last_entry_text(contents))
        )
        for cell, value in zip(cells, values, strict=True):
            cell.setText(value)
