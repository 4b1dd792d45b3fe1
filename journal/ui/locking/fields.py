"""The field for a passphrase. What is typed is never shown unless asked, and never kept."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from journal.ui.widgets.labels import Words

LONGEST = 1024


class SecretField(QWidget):
    """A named line whose text can be looked at for as long as it is asked for."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = QLineEdit()
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setMaxLength(LONGEST)
        self.edit.setAccessibleName(name)
        self.edit.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self.show_box = QCheckBox(self.tr("Show what I type"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Words(name, "subheading"))
        column.addWidget(self.edit)
        column.addWidget(self.show_box)
        self.setFocusProxy(self.edit)
        self.show_box.toggled.connect(self._on_shown)

    def text(self) -> str:
        """What was typed."""
        return self.edit.text()

    def clear(self) -> None:
        """Forget it, with what undo could bring back."""
        self.edit.clear()
        self.show_box.setChecked(False)

    def select_all(self) -> None:
        """So that typing on replaces it."""
        self.edit.selectAll()

    def _on_shown(self, is_shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password
        self.edit.setEchoMode(mode)
