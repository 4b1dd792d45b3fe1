"""The three questions and the name, edited in place. Each is told when its field is left; nothing is saved here."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from journal.domain.facts import QUESTIONS_MAX, Profile
from journal.ui.widgets.labels import Words

LONGEST = 300


class ProfileLine(QLineEdit):
    """One line of the profile; a record never overwrites what is being typed."""

    def __init__(self, name: str, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setMaxLength(LONGEST)

    def show_text(self, text: str) -> None:
        """Take a saved text, unless another one is being typed."""
        if self.hasFocus() and self.isModified():
            return
        if self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)


class QuestionsField(QWidget):
    """Up to three questions for the visit.

    Signals:
        edited (): a field was left with another text than before.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(Words(self.tr("My questions"), "subheading"))
        self.lines = tuple(self._make_line(number) for number in range(1, QUESTIONS_MAX + 1))
        for line in self.lines:
            layout.addWidget(line)

    def show_profile(self, profile: Profile) -> None:
        """Show the saved questions."""
        if any(line.hasFocus() and line.isModified() for line in self.lines):
            return
        padded = (*profile.questions, *("" for _ in self.lines))
        for line, text in zip(self.lines, padded, strict=False):
            line.show_text(text)

    def into(self, profile: Profile) -> Profile:
        """The profile with these questions."""
        return replace(profile, questions=tuple(text for line in self.lines if (text := line.text().strip())))

    def _make_line(self, number: int) -> ProfileLine:
        line = ProfileLine(
            self.tr("Question {number}").format(number=number), self.tr("What do you want to ask?"), self
        )
        line.editingFinished.connect(self._on_finished)
        return line

    def _on_finished(self) -> None:
        self.edited.emit()
