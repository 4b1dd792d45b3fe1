"""The welcome: one page, asked once, before the first check-in. Everything on it can be changed later."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from journal.domain.errors import ValueRefused
from journal.domain.ratings import IrritationLook
from journal.domain.record import Record
from journal.domain.treatment import Treatment
from journal.error_words import error_text
from journal.session import JournalSession
from journal.ui.fields import BaselineField, LookField, PhonesField
from journal.ui.locking.shared import SharedField
from journal.ui.theme import Theme
from journal.ui.treatments.depth import DepthField
from journal.ui.treatments.when import WhenField
from journal.ui.widgets.buttons import Button, LinkButton
from journal.ui.widgets.card import Card
from journal.ui.widgets.flow_layout import FlowLayout
from journal.ui.widgets.labels import FaultLine, Heading, Words
from journal.ui.widgets.scrolled import scrolled

WIDTH = 760
SCROLL_BAR = 12


class WelcomePage(QWidget):
    """Asks for the treatment, an ordinary evening, how irritation looks, and whom to call.

    Signals:
        finished (): everything was saved, or left for later.
        wrong_requested (): something is wrong, now.
    """

    finished = Signal()
    wrong_requested = Signal()

    def __init__(self, session: JournalSession, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self.when = WhenField()
        self.needle = DepthField()
        self.look = LookField()
        self.look_fault = FaultLine()
        self.baseline = BaselineField()
        self.phones = PhonesField()
        self.shared = SharedField(session)
        self.start = Button(self.tr("Start my journal"), "primary")
        self.later = LinkButton(self.tr("Answer this later"))
        self.wrong = Button(self.tr("Something is wrong"), "danger")
        self.wrong.setToolTip(self.tr("Something is wrong (F1)"))
        self.fault = FaultLine()
        self.when.ask(session.today())
        self.needle.show_depth(None, rf=False, is_answered=False)
        self._build()
        self._connect()

    def show_record(self, record: Record) -> None:
        """The welcome asks; it shows nothing of a record."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.when.date.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        content = QWidget()
        content.setMaximumWidth(round(WIDTH * self._theme.text_scale))
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(Heading(self.tr("Welcome"), "title"))
        column.addWidget(
            Words(
                self.tr(
                    "From now on an evening takes twenty seconds. So that the journal can tell you what is usual on "
                    "each day, it needs to know a few things once. All of it stays in one file on this computer."
                ),
                "second",
            )
        )
        for card in self._cards():
            column.addWidget(card)
        column.addStretch(1)
        self._area = scrolled(self, content, margin=28)
        whole = self.layout()
        if whole is not None:
            whole.setSpacing(0)
            whole.addWidget(self._build_foot())

    def _cards(self) -> tuple[Card, ...]:
        return (
            _card(
                self.tr("Your latest treatment"), self.when, _named(self.tr("How deep were the needles?"), self.needle)
            ),
            _card(self.tr("How does irritation look on your skin?"), self.look, self.look_fault),
            _card(
                self.tr("An ordinary evening"),
                Words(
                    self.tr(
                        "Think of an evening in the month before your first treatment: your skin as it usually is, "
                        "at rest, not just after washing or sport."
                    ),
                    "second",
                ),
                self.baseline,
            ),
            _card(
                self.tr("Whom to call"),
                Words(
                    self.tr(
                        "The numbers are on your leaflet. They are shown when something is wrong. Nobody receives "
                        "what you write here; you may leave them empty."
                    ),
                    "second",
                ),
                self.phones,
            ),
            _card(self.tr("Does anyone else use this computer account?"), self.shared),
        )

    def _build_foot(self) -> QFrame:
        """The ways on stand below what scrolls: they are always in sight."""
        ways_on = QWidget()
        flow = FlowLayout(ways_on, gap=16, line_gap=8)
        flow.addWidget(self.start)
        flow.addWidget(self.later)
        buttons = QHBoxLayout()
        buttons.setSpacing(16)
        buttons.addWidget(ways_on, 1)
        buttons.addWidget(self.wrong, 0, Qt.AlignmentFlag.AlignTop)
        content = QWidget()
        content.setMaximumWidth(round(WIDTH * self._theme.text_scale))
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.fault)
        column.addLayout(buttons)
        foot = QFrame()
        foot.setProperty("surface", "foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(28, 12, 28 + SCROLL_BAR, 12)
        row.addStretch(1)
        row.addWidget(content, 1000)
        row.addStretch(1)
        return foot

    def _connect(self) -> None:
        self.start.clicked.connect(self._save)
        self.later.clicked.connect(self._leave_for_later)
        self.wrong.clicked.connect(self.wrong_requested)
        self.look.chosen.connect(self._on_look)

    def _on_look(self) -> None:
        self.look_fault.tell("")
        self.baseline.show_look(self.look.look or IrritationLook.PINK_RED)

    def _save(self) -> None:
        """Check everything, then save treatment, ordinary evening, and the rest; all or the first that fails."""
        treatment = self._treatment()
        ratings = self.baseline.ratings()
        if self.look.look is None:
            self.look_fault.tell(self.tr("Choose one; it chooses the words of your check-in."))
        if treatment is None or ratings is None or self.look.look is None:
            self.fault.tell(self.tr("Something is still missing: see the lines in red above."))
            self._show_first_fault()
            return
        self.fault.tell("")
        record = self._session.record
        is_saved = bool(record.treatments) or self._session.add_treatment(treatment)
        if is_saved and self._session.set_baseline(*ratings) and self._save_profile():
            self.finished.emit()

    def _treatment(self) -> Treatment | None:
        chosen = self.when.chosen()
        if not self.needle.is_valid() or chosen is None:
            return None
        at, slot = chosen
        treatment = Treatment(at=at, slot=slot, depth_mm=self.needle.depth_mm, rf=self.needle.rf.isChecked())
        refusal: ValueRefused | None = self._session.refusal_of(treatment)
        if refusal is not None and not self._session.record.treatments:
            self.when.tell(error_text(refusal))
            return None
        return treatment

    def _save_profile(self) -> bool:
        known = self._session.record.profile
        profile = replace(
            known,
            irritation_look=self.look.look or IrritationLook.PINK_RED,
            clinic_phone=self.phones.clinic.text().strip() or known.clinic_phone,
            out_of_hours_phone=self.phones.out_of_hours.text().strip() or known.out_of_hours_phone,
            welcomed=True,
        )
        return self._session.set_profile(profile)

    def _leave_for_later(self) -> None:
        profile = replace(self._session.record.profile, welcomed=True)
        if self._session.set_profile(profile):
            self.finished.emit()

    def _show_first_fault(self) -> None:
        for fault in (self.when.fault, self.needle.fault, self.look_fault, self.baseline.fault):
            if fault.text():
                self._area.ensureWidgetVisible(fault, 0, 120)
                return


def _card(heading: str, *parts: QWidget) -> Card:
    card = Card()
    card.body.addWidget(Heading(heading))
    for part in parts:
        card.body.addWidget(part)
    return card


def _named(name: str, field: QWidget) -> QWidget:
    group = QWidget()
    column = QVBoxLayout(group)
    column.setContentsMargins(0, 4, 0, 0)
    column.setSpacing(6)
    column.addWidget(Words(name, "subheading"))
    column.addWidget(field)
    return group
