"""How far a change of the key is: one bar, and in words what is being done."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from journal.domain.passphrase import KeyStage
from journal.ui.widgets.labels import Words

BEGINS_AT = {KeyStage.COPYING: 0, KeyStage.CHECKING: 40, KeyStage.PHOTOS: 60}
"""Of a hundred, as measured on 292 MB: 1.5 s, 0.7 s and 1.5 s."""
ENDS_AT = {KeyStage.COPYING: 40, KeyStage.CHECKING: 60, KeyStage.PHOTOS: 100}


class KeyProgress(QWidget):
    """Hidden until something is under way."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = Words("", "second")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.text)
        column.addWidget(self.bar)
        self.hide()

    def begin(self, text: str, total: int = 100) -> None:
        """Show the bar, empty."""
        self.text.setText(text)
        self.bar.setRange(0, total)
        self.bar.setValue(0)
        self.show()

    def show_stage(self, progress: object) -> None:
        """``progress``: a stage and how much of it is done, 0 to 1."""
        match progress:
            case (KeyStage() as stage, float() as part):
                begin, end = BEGINS_AT[stage], ENDS_AT[stage]
                self.text.setText(_stage_text(stage))
                self.bar.setValue(round(begin + (end - begin) * part))


def _stage_text(stage: KeyStage) -> str:
    translate = QCoreApplication.translate
    return {
        KeyStage.COPYING: translate(
            "passphrase", "Copying the journal. What is there now stays until the copy is checked."
        ),
        KeyStage.CHECKING: translate("passphrase", "Checking the copy."),
        KeyStage.PHOTOS: translate("passphrase", "Checking every photo in the copy."),
    }[stage]
