"""A few signs as chips with "none of them": each press answers the whole question. It keeps nothing itself."""

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from journal.domain.acknowledgement import MONTH_SIGNS, SKIN_SIGNS
from journal.ui.theme import Theme
from journal.ui.today.parts import words
from journal.ui.widgets.chip import Chip, ChipKind
from journal.ui.widgets.flow_layout import FlowLayout

NONE = "none"
_NAMES = {
    "open-skin": QT_TRANSLATE_NOOP("signs", "Open or inflamed skin"),
    "cold-sore": QT_TRANSLATE_NOOP("signs", "A cold sore, or tingling"),
    "tan": QT_TRANSLATE_NOOP("signs", "A tan or sunburn"),
    "dark-patches": QT_TRANSLATE_NOOP("signs", "Darker patches"),
    "lines": QT_TRANSLATE_NOOP("signs", "Lines of scars"),
    "bumps": QT_TRANSLATE_NOOP("signs", "Hard bumps"),
}


def sign_name(sign: str) -> str:
    """A sign of these questions in the patient's words."""
    return QCoreApplication.translate("signs", str(_NAMES[sign])) if sign in {*SKIN_SIGNS, *MONTH_SIGNS} else sign


class SignQuestion(QWidget):
    """One question and its signs.

    Signals:
        answered (frozenset): the signs that there are; all others asked are no.
    """

    answered = Signal(object)

    def __init__(self, text: str, signs: Sequence[str], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ticked: frozenset[str] = frozenset()
        self.chips = {sign: Chip(sign, sign_name(sign), theme) for sign in signs}
        self.none = Chip(NONE, self.tr("None of them"), theme, kind=ChipKind.SHORTCUT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(words(text, "text"))
        flow = FlowLayout()
        for chip in (*self.chips.values(), self.none):
            chip.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)  # may give way
            flow.addWidget(chip)
            chip.set_question(self.tr("{question} {sign}").format(question=text, sign=chip.text()))
        column.addLayout(flow)
        for chip in self.chips.values():
            chip.answered.connect(self._on_answered)
        self.none.answered.connect(self._on_none)
        self.none.chosen.connect(self._on_none)

    def show_answer(self, signs: frozenset[str] | None) -> None:
        """Show what was answered; None: not yet."""
        self._ticked = signs or frozenset()
        for sign, chip in self.chips.items():
            chip.set_answer(True if sign in self._ticked else None)
        self.none.set_answer(True if signs is not None and not signs else None)

    def _on_answered(self, sign: str) -> None:
        self.answered.emit(self._ticked ^ {sign})

    def _on_none(self) -> None:
        self.answered.emit(frozenset())
