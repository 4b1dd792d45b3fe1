"""The three questions and the name, edited in place. Each is told when its field is left; nothing is saved here."""

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from journal.domain.facts import QUESTIONS_MAX, Profile
from journal.ui.widgets.labels import Words

LONGEST = 300
MOST_LINES = 4
"""As high as a field grows; what is longer is scrolled."""


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


class QuestionEdit(QPlainTextEdit):
    """One question, seen whole: it wraps and the field grows with it. It stays one paragraph; Enter is done.

    Signals:
        editing_finished (): the field was left, or Enter was pressed.
    """

    editing_finished = Signal()

    def __init__(self, name: str, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(2)  # as in a field of one line
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._on_text_changed)

    @property
    def text(self) -> str:
        """What is written, in one paragraph without spaces around it."""
        return " ".join(self.toPlainText().split())[:LONGEST]

    @property
    def is_typed(self) -> bool:
        """Whether it is being changed by hand."""
        return self.hasFocus() and self.document().isModified()

    def show_text(self, text: str) -> None:
        """Take a saved text, unless another one is being typed."""
        if not self.is_typed and self.text != text:
            self.setPlainText(text)

    def settle(self) -> None:
        """What is written is saved."""
        self.document().setModified(False)

    def sizeHint(self) -> QSize:
        """As high as its lines at the present width."""
        lines = max(1, min(MOST_LINES, round(self.document().size().height())))
        frame = self.height() - self.viewport().height()
        edge = 2 * round(self.document().documentMargin())
        return QSize(super().sizeHint().width(), lines * self.fontMetrics().lineSpacing() + frame + edge)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.editing_finished.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.editing_finished.emit()

    def _on_text_changed(self) -> None:
        text = self.toPlainText()
        if len(text) > LONGEST or "\n" in text:
            cursor = self.textCursor()
            place = cursor.position()
            self.blockSignals(True)  # noqa: FBT003  Qt's signature
            cursor.select(cursor.SelectionType.Document)
            cursor.insertText(text.replace("\n", " ")[:LONGEST])
            cursor.setPosition(min(place, LONGEST))
            self.setTextCursor(cursor)
            self.blockSignals(False)  # noqa: FBT003  Qt's signature
        self._fit()

    def _fit(self) -> None:
        many = self.document().size().height() > MOST_LINES
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if many else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        self.updateGeometry()


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
        if any(line.is_typed for line in self.lines):
            return
        padded = (*profile.questions, *("" for _ in self.lines))
        for line, text in zip(self.lines, padded, strict=False):
            line.show_text(text)

    def into(self, profile: Profile) -> Profile:
        """The profile with these questions."""
        return replace(profile, questions=tuple(line.text for line in self.lines if line.text))

    def settle(self) -> None:
        """What is written is saved."""
        for line in self.lines:
            line.settle()

    def _make_line(self, number: int) -> QuestionEdit:
        line = QuestionEdit(
            self.tr("Question {number}").format(number=number), self.tr("What do you want to ask?"), self
        )
        line.editing_finished.connect(self.edited)
        return line
