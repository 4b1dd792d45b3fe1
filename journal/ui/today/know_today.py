"""What to know today: the flags, each with its advice and its why, and one honest sentence on what the day means."""

from datetime import date

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from journal.domain.day_sense import DaySense, day_sense
from journal.domain.findings import Finding
from journal.domain.ratings import Scale
from journal.domain.record import Record
from journal.ui.theme import Theme
from journal.ui.today.callout import Callout
from journal.ui.today.parts import Card, beside, empty, link, words
from journal.ui.today.questions import is_after_plan
from journal.words import listed, scale_name, weekday


class InForceLine(QWidget):
    """A rule that is only in force: its text, and the way to its why."""

    why_requested = Signal(object)

    def __init__(self, finding: Finding) -> None:
        super().__init__()
        self._finding = finding
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(words(finding.rule.text, "second"), 1)
        why = link(self.tr("Why?"))
        why.setAccessibleName(self.tr("Why? {rule}").format(rule=finding.rule.text))
        why.clicked.connect(self._on_why_clicked)
        row.addWidget(why)

    def _on_why_clicked(self) -> None:
        self.why_requested.emit(self._finding)


class KnowToday(Card):
    """Met flags first, the highest on top; never "all clear"."""

    why_requested = Signal(object)
    signs_requested = Signal(object)
    day_explained = Signal(object)
    """Every rule of the day is to be seen."""
    settings_requested = Signal()
    wrong_requested = Signal()
    grew = Signal()
    """The rules in force were opened."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: object = None
        self._sentences: tuple[str, ...] = ()
        self._phones: tuple[str, ...] = ()
        self._has_phone = False
        self._sense: DaySense | None = None
        self._is_open = False
        self._heading = words("", "subheading")
        self._list = QWidget()
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.body.addWidget(self._heading)
        self.body.addWidget(self._list)
        self.body.addStretch(1)

    @property
    def sentences(self) -> tuple[str, ...]:
        """The lines below the flags, as they stand on the screen."""
        return self._sentences

    @property
    def says_call(self) -> bool:
        """Whether something met says to call."""
        return self._sense is not None and self._sense.says_call

    def show_day(self, record: Record, day: date, *, is_today: bool) -> None:
        """Draw a day; nothing is rebuilt while it says the same."""
        sense = day_sense(record, day)
        entry = record.entry(day)
        asks = entry is None or not entry.symptoms_asked
        lines = conclusion(record, day, sense, is_today=is_today)
        shown = (day, sense, asks, lines, self._is_open)
        self._sense = sense
        if shown == self._shown:
            return
        if not isinstance(self._shown, tuple) or self._shown[0] != day:
            self._is_open = False
        self._shown = (*shown[:4], self._is_open)
        self._heading.setText(self.tr("What to know today") if is_today else self.tr("What to know of that day"))
        self._sentences = lines
        self._phones = tuple(_phones(record)) if sense.says_call else ()
        self._has_phone = bool(_phones(record))
        self._rebuild(sense, asks=asks)

    def _rebuild(self, sense: DaySense, *, asks: bool) -> None:
        empty(self._list)
        for finding in (*sense.met, *sense.notes):
            callout = Callout(finding, self._theme, asks_signs=asks and finding.is_met)
            callout.why_requested.connect(self.why_requested)
            callout.signs_requested.connect(self.signs_requested)
            self._add(callout)
        for sentence in self._sentences:
            self._add(words(sentence, "subheading" if sentence in self._phones else "second"))
        if self._is_open:
            for finding in sense.in_force:
                line = InForceLine(finding)
                line.why_requested.connect(self.why_requested)
                self._add(line)
        self._add_links(self._links(sense))

    def _links(self, sense: DaySense) -> list[QPushButton]:
        links = []
        if sense.says_call:
            wrong = link(self.tr("What to do now"))
            wrong.clicked.connect(self.wrong_requested)
            links.append(wrong)
        if sense.says_call and not self._has_phone:
            settings = link(self.tr("Add the number"))
            settings.clicked.connect(self.settings_requested)
            links.append(settings)
        if sense.in_force and not self._is_open:
            opener = link(self.tr("%n rule(s) in force", "", len(sense.in_force)))
            opener.clicked.connect(self._on_opened)
            links.append(opener)
        every = link(self.tr("Every rule"))
        every.setAccessibleName(self.tr("Every rule of the day and why it is met or not"))
        every.clicked.connect(self._on_every_clicked)
        return [*links, every]

    def _add_links(self, links: list[QPushButton]) -> None:
        holder = QWidget()
        holder.setLayout(beside(*links))
        self._add(holder)

    def _on_every_clicked(self) -> None:
        if isinstance(self._shown, tuple):
            self.day_explained.emit(self._shown[0])

    def _add(self, widget: QWidget) -> None:
        layout = self._list.layout()
        if layout is not None:
            layout.addWidget(widget)

    def _on_opened(self) -> None:
        self._is_open = True
        if self._sense is not None and isinstance(self._shown, tuple):
            self._shown = (*self._shown[:4], True)
            self._rebuild(self._sense, asks=bool(self._shown[2]))
            self.grew.emit()


def conclusion(record: Record, day: date, sense: DaySense, *, is_today: bool) -> tuple[str, ...]:
    """The sentences that end the list. Nobody watches, and nothing is ever all clear."""
    lines: list[str] = []
    if sense.says_call:
        lines += _whom_to_call(record)
    elif is_after_plan(record, day):
        lines.append(_say("The plan has ended; its rating rules no longer look at this day."))
    elif not sense.is_clear:
        lines += _not_known(record, sense, is_today=is_today)
    elif is_today:
        lines.append(_say("Nothing in your plan says to call today."))
    else:
        lines.append(_say("Nothing in your plan said to call that day."))
    lines.append(_say("Nobody else receives this journal."))
    if record.treatments and record.baseline.given_at is None:
        lines.append(_say("No baseline was given: it counts as 0."))
    return tuple(lines)


def _not_known(record: Record, sense: DaySense, *, is_today: bool) -> list[str]:
    lines = []
    if sense.open_scales:
        named = listed(_scale_names(record, sense.open_scales))
        lines.append(_say("Not rated yet: {scales}.").format(scales=named))
    if sense.late_scales:
        named = listed(_scale_names(record, sense.late_scales))
        lines.append(_say("Filled in later: the rating rules leave {scales} out.").format(scales=named))
    if sense.signs_not_asked:
        asked = _say("Warning signs not asked yet today.") if is_today else _say("Warning signs not asked that day.")
        lines.append(asked)
    if sense.gap_days:
        days = listed(weekday(gap) for gap in sense.gap_days)
        lines.append(_say("No rating in time for {days}: whether it rises cannot be told.").format(days=days))
    return lines


def _scale_names(record: Record, scales: tuple[Scale, ...]) -> list[str]:
    look = record.profile.irritation_look
    return [scale_name(scale, look).lower() for scale in scales]


def _whom_to_call(record: Record) -> list[str]:
    return _phones(record) or [_say("No clinic's number is kept here yet.")]


def _phones(record: Record) -> list[str]:
    clinic = record.profile.clinic_phone or record.plan.phone
    closed = record.profile.out_of_hours_phone or record.plan.out_of_hours
    lines = []
    if clinic:
        lines.append(_say("Your clinic: {phone}").format(phone=clinic))
    if closed:
        lines.append(_say("When it is closed: {phone}").format(phone=closed))
    return lines


def _say(text: str) -> str:
    return QCoreApplication.translate("today", text)
