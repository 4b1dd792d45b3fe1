"""A plan's file before it is taken up: what would change in plain lines, or every fault that it has. Nothing half."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from journal.domain.errors import PlanFaulty
from journal.domain.plan import Plan
from journal.domain.plan_diff import difference
from journal.domain.plan_notes import plan_notes
from journal.domain.record import Record
from journal.plan_diff_words import difference_lines
from journal.plan_words import plan_mark
from journal.session import JournalSession
from journal.ui.widgets.buttons import Button, LinkButton
from journal.ui.widgets.card import Card
from journal.ui.widgets.fitting import SCREEN_SHARE
from journal.ui.widgets.labels import Heading, Words, set_look
from journal.ui.widgets.scrolled import scroll_area

WIDTH, HEIGHT = 620, 560
"""At words of ``TEXT_SIZE`` pixels; higher with larger ones, as far as the screen goes."""
TEXT_SIZE = 16


class PlanDialog(QDialog):
    """Accepted when the plan was taken up. ``lines`` are the differences or the faults, one thing each; ``notes``
    are what the plan seems to say and does not.
    """

    def __init__(self, session: JournalSession, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._plan: Plan | None = None
        self.lines: tuple[str, ...] = ()
        self.notes: tuple[str, ...] = ()
        self.setWindowTitle("Recovery Journal")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        room = round(self.screen().availableGeometry().height() * SCREEN_SHARE)
        self.resize(WIDTH, min(round(HEIGHT * max(self.font().pixelSize() / TEXT_SIZE, 1.0)), room))
        self.use_button = Button(self.tr("Use this plan"), "primary")
        self.copy_link = LinkButton(self.tr("Copy as text"))
        self.close_button = Button(self.tr("Keep the present plan"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 20, 24, 20)
        self._column.setSpacing(12)
        try:
            self._plan = session.read_plan(path)
        except PlanFaulty as error:
            self._build_faults(error)
        else:
            self._build_difference(self._plan, session.record)
        self._column.addLayout(self._build_foot())
        self.use_button.clicked.connect(self._on_use)
        self.copy_link.clicked.connect(self._on_copy)
        self.close_button.clicked.connect(self.reject)

    def _build_difference(self, plan: Plan, record: Record) -> None:
        self.lines = difference_lines(difference(record.plan, plan))
        is_same = plan.toml == record.plan.toml
        self._column.addWidget(Heading(self.tr("Use this plan?"), "title"))
        self._column.addWidget(Words(plan_mark(plan)))
        if is_same:
            self._column.addWidget(Words(self.tr("It is the plan that applies already."), "second"))
        elif self.lines:
            self._column.addWidget(Words(self.tr("What would change:"), "subheading"))
            self._column.addWidget(self._list(), 1)
        else:
            self._column.addWidget(Words(self.tr("It asks and flags the same as the present plan."), "second"))
        if not is_same:
            text = self.tr("For whoever wrote the plan: {note}.")
            self.notes = tuple(text.format(note=note) for note in plan_notes(plan))
            for line in (*self.notes, self._reach(record)):
                self._column.addWidget(Words(line, "second"))
        self.use_button.setVisible(not is_same)
        self.copy_link.setVisible(bool(self.lines))
        if is_same or not self.lines:
            self._column.addStretch(1)

    def _build_faults(self, error: PlanFaulty) -> None:
        self.lines = error.faults
        self._column.addWidget(Heading(self.tr("This plan cannot be used"), "title"))
        count = len(self.lines)
        self._column.addWidget(
            Words(self.tr("It has %n fault(s). Nothing was changed: the present plan stays as it is.", "", count))
        )
        self._column.addWidget(self._list(), 1)
        self._column.addWidget(
            Words(
                self.tr("Send these lines to whoever wrote the plan; each says what is wrong and what is allowed."),
                "second",
            )
        )
        self.use_button.hide()
        self.close_button.setText(self.tr("Close"))
        set_look(self.close_button, "kind", "primary")

    def _list(self) -> QWidget:
        card = Card()
        card.body.setSpacing(8)
        for line in self.lines:
            words = Words(line)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            card.body.addWidget(words)
        card.body.addStretch(1)
        area = scroll_area(card)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setAccessibleName(self.tr("What would change") if self._plan is not None else self.tr("The faults"))
        area.setAccessibleDescription("\n".join(self.lines))
        return area

    def _build_foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.copy_link)
        row.addStretch(1)
        row.addWidget(self.close_button)
        row.addWidget(self.use_button)
        (self.use_button if self.use_button.isVisibleTo(self) else self.close_button).setDefault(True)
        return row

    def _reach(self, record: Record) -> str:
        """For which treatments it would hold."""
        count = len(record.treatments)
        if count == 0:
            return self.tr("It would hold from the first treatment on.")
        if count == 1:
            return self.tr("It would hold for the whole course of treatment 1 and for later ones. It can be undone.")
        return self.tr(
            "It would hold for the whole course of treatment {number} and for later ones. Earlier treatments keep the "
            "plan they had. It can be undone."
        ).format(number=count)

    def _on_use(self) -> None:
        if self._plan is not None and self._session.use_plan(self._plan):
            self.accept()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join((*self.lines, *self.notes)))
