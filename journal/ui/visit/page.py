"""The Visit page: the summary as it will print, its choices and questions beside it, print and PDF.

The preview is painted by the painter that prints. The page asks the session for every change and the report for paper.
"""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from journal.domain.errors import JournalError
from journal.domain.facts import Profile
from journal.domain.record import Record
from journal.error_words import error_text
from journal.report.summary import Summary
from journal.session import JournalSession
from journal.ui.theme import Theme
from journal.ui.visit.choices import outline_of
from journal.ui.visit.output import ask_path, print_summary, save
from journal.ui.visit.panel import ChoicesField
from journal.ui.visit.preview import Preview
from journal.ui.visit.questions import ProfileLine, QuestionsField
from journal.ui.widgets.buttons import Button, IconButton
from journal.ui.widgets.card import Card
from journal.ui.widgets.flow_layout import turn
from journal.ui.widgets.labels import FaultLine, Heading, Words
from journal.ui.widgets.rows import narrow_words

CONTENT_WIDTH = 1100
PANEL_WIDTH = 340
LEAST_PREVIEW = 280
"""With less beside the choices nothing can be read on the page: it then stands below them."""
MARGIN = 28
TEXT_WIDTH = 640


class VisitPage(QWidget):
    """The visit summary: preview, choices, questions, print and PDF.

    Signals:
        page_requested (str): another page is the next step ("treatments").
    """

    page_requested = Signal(str)

    def __init__(self, session: JournalSession, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._record: Record | None = None
        self._summary: Summary | None = None
        self._build()
        self._connect()

    @property
    def summary(self) -> Summary | None:
        """What is previewed; None without a treatment."""
        return self._summary

    def show_record(self, record: Record) -> None:
        """Draw a record; choices, the page shown and half-typed text stay."""
        self._record = record
        self._questions.show_profile(record.profile)
        self._name.show_text(record.profile.name)
        self._stack.setCurrentWidget(self._content if record.treatments else self._empty)
        if record.treatments:
            self._refresh()
        else:
            self._summary = None

    def save_to(self, path: Path) -> bool:
        """Write the PDF; a fault is told on the page and everything stays as it was."""
        if self._summary is None:
            return False
        try:
            save(self._summary, self._session, path)
        except JournalError as error:
            self._told.hide()
            self._fault.tell(error_text(error))
            return False
        self._fault.tell("")
        self._told.setText(self.tr("Saved as {name}.").format(name=path.name))
        self._told.show()
        return True

    def _refresh(self) -> None:
        if self._record is None or not self._record.treatments:
            return
        self._choices.show_record(self._record, self._session.today())
        choices = self._choices.choices
        content = outline_of(self._record, choices, self._session.today())
        self._summary = Summary(
            content,
            self._session.photo_bytes,
            paper=choices.paper,
            mono=choices.mono,
            earlier=self._summary,
        )
        self._preview.show_summary(self._summary)
        self._name.setVisible(choices.name)

    def _build(self) -> None:
        self._content = QWidget()
        self._empty = self._build_empty()
        self._preview = Preview(self._theme)
        self._row = row = QHBoxLayout(self._content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(20)
        row.addWidget(self._build_panel(), 0)
        row.addWidget(self._preview, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._content)
        self._stack.addWidget(self._empty)
        middle = QWidget()
        middle.setMaximumWidth(CONTENT_WIDTH)
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(Heading(self.tr("Visit summary"), "title"))
        layout.addWidget(self._stack, 1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(MARGIN, 20, MARGIN, 16)
        outer.addWidget(middle)

    def _build_panel(self) -> QWidget:
        inner = QWidget()
        self._questions = QuestionsField()
        self._choices = ChoicesField()
        self._name = ProfileLine(self.tr("Name on the page"), self.tr("Your name, as it should be printed"))
        self._name.hide()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        for widget in (self._questions, self._choices, self._name):
            column.addWidget(widget)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        self._panel = panel = QWidget()
        layout = QVBoxLayout(panel)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(area, 1)
        layout.addLayout(self._build_ways_out())
        return panel

    def _build_ways_out(self) -> QVBoxLayout:
        self._save_button = IconButton(
            "save", self.tr("Save as PDF"), self._theme, text=self.tr("Save as PDF"), kind="primary", color="on_accent"
        )
        self._print_button = IconButton(
            "print", self.tr("Print"), self._theme, text=self.tr("Print ..."), kind="plain", color="ink"
        )
        self._fault = FaultLine()
        self._told = Words("", "second")
        self._told.hide()
        buttons = QHBoxLayout()
        buttons.addWidget(self._save_button, 1)
        buttons.addWidget(self._print_button)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addLayout(buttons)
        column.addWidget(self._fault)
        column.addWidget(self._told)
        return column

    def _build_empty(self) -> QWidget:
        card = Card()
        card.body.addWidget(Heading(self.tr("One page for your follow-up visit")))
        told = Words(
            self.tr(
                "Here will be the page that you hand over: the course in one sentence, your curves, "
                "what was flagged, your questions and three photos. It begins with a treatment."
            )
        )
        card.body.setContentsMargins(32, 32, 32, 32)
        card.body.setSpacing(16)
        card.body.addLayout(narrow_words(told, TEXT_WIDTH))
        self._step = Button(self.tr("Add a treatment"), "primary")
        card.body.addWidget(self._step, 0, Qt.AlignmentFlag.AlignLeft)
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card)
        layout.addStretch(1)
        return holder

    def _connect(self) -> None:
        self._choices.changed.connect(self._refresh)
        self._questions.edited.connect(self._keep_profile)
        self._name.editingFinished.connect(self._keep_profile)
        self._save_button.clicked.connect(self._save)
        self._print_button.clicked.connect(self._print)
        self._step.clicked.connect(self._ask_for_treatment)
        self._theme.changed.connect(self._on_theme_changed)

    def _keep_profile(self) -> None:
        profile = self._edited_profile()
        if profile == self._session.record.profile:
            return
        if self._session.set_profile(profile):
            self._questions.settle()
            self._name.setModified(False)
            self.show_record(self._session.record)

    def _edited_profile(self) -> Profile:
        profile = self._questions.into(self._session.record.profile)
        return replace(profile, name=self._name.text().strip()) if self._choices.choices.name else profile

    def _save(self) -> None:
        self._keep_profile()
        path = ask_path(self)
        if path is not None:
            self.save_to(path)

    def _print(self) -> None:
        self._keep_profile()
        if self._summary is None:
            return
        try:
            print_summary(self._summary, self)
        except JournalError as error:
            self._fault.tell(error_text(error))

    def _ask_for_treatment(self) -> None:
        self.page_requested.emit("treatments")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Choices beside the page, or above it in a narrow window."""
        wanted = round(PANEL_WIDTH * self._theme.text_scale)
        is_narrow = self.width() < wanted + LEAST_PREVIEW + 2 * MARGIN
        turn(self._row, is_beside=not is_narrow)
        self._row.setStretch(0, int(is_narrow))
        self._panel.setMinimumWidth(0 if is_narrow else wanted)
        self._panel.setMaximumWidth(CONTENT_WIDTH if is_narrow else wanted)

    def _on_theme_changed(self) -> None:
        self._arrange()
