"""What to know today: the flags, each with what can be done about it, and one honest sentence on what the day means."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from journal.domain.day_sense import day_sense
from journal.domain.findings import Finding
from journal.domain.record import Record
from journal.domain.shown_flags import ShownFlag, ShownFlags, shown_flags
from journal.session import JournalSession
from journal.ui.theme import Theme
from journal.ui.today.callout import Callout
from journal.ui.today.conclusion import conclusion
from journal.ui.today.flag_words import FlagWords, flag_words
from journal.ui.today.know_lines import AsideLine, AskedLine, InForceLine, QuietLine
from journal.ui.today.parts import Card, beside, link, words
from journal.ui.today.pieces import Pieces

if TYPE_CHECKING:
    from journal.changes import Call
    from journal.ui.calls.folded import Folded
    from journal.ui.calls.form import CallDraft, CalledForm


class KnowToday(Card):
    """Met flags first, the highest on top; never "all clear"."""

    why_requested = Signal(object)
    signs_requested = Signal(object)
    """A ``Finding`` whose signs are to be answered."""
    day_explained = Signal(object)
    """Every rule of the day is to be seen."""
    wrong_requested = Signal()
    grew = Signal()
    """Something on the card was opened or closed."""

    def __init__(self, session: JournalSession, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._record = session.record
        self._day = session.offered_day()
        self._shown: object = None
        self._sentences: tuple[str, ...] = ()
        self._flags = ShownFlags(flags=())
        self._in_force: tuple[Finding, ...] = ()
        self._opened: set[str] = set()
        self._asks_signs = False
        self._callouts: list[Callout] = []
        self._heading = words("", "subheading")
        self._list = Pieces(gap=8)
        self.body.addWidget(self._heading)
        self.body.addWidget(self._list)
        self.body.addStretch(1)

    @property
    def sentences(self) -> tuple[str, ...]:
        """The lines below the flags, as they stand on the screen."""
        return self._sentences

    @property
    def says_call(self) -> bool:
        """Whether something met says to call and nobody has."""
        return self._flags.says_call

    @property
    def callouts(self) -> tuple[Callout, ...]:
        """The flags that stand open, from the top."""
        return tuple(self._callouts)

    def show_day(self, record: Record, day: date, now: datetime, *, is_today: bool) -> None:
        """Draw a day; nothing is rebuilt while it says the same."""
        sense, flags = day_sense(record, day), shown_flags(record, day, now.date() if is_today else None)
        entry = record.entry(day)
        asks = entry is None or not entry.symptoms_asked
        lines = conclusion(record, day, sense, flags, is_today=is_today)
        shown = (day, flags, sense.in_force, asks, lines, record.profile, now.date())
        self._flags, self._in_force, self._record = flags, sense.in_force, record
        if shown == self._shown:
            return
        if day != self._day:
            self._opened.clear()
        drafts = self._drafts() if day == self._day else {}
        self._day, self._shown, self._asks_signs, self._sentences = day, shown, asks, lines
        self._heading.setText(self.tr("What to know today") if is_today else self.tr("What to know of that day"))
        self._rebuild(drafts)

    def _rebuild(self, drafts: "dict[str, CallDraft]") -> None:
        flags = self._flags.flags
        self._callouts = []
        self._list.begin()
        for finding in self._flags.asked[:1]:
            self._line(AskedLine, finding)
        for flag in flags:
            if flag.says_call:
                self._callout(flag, drafts.get(flag.finding.rule.id))
        self._add_folded(flags)
        for flag in flags:
            if not (flag.says_call or flag.is_folded):
                self._callout(flag)
        for sentence in self._sentences:
            self._list.put(("words", sentence), partial(words, sentence, "second"))
        for finding in self._in_force if "force" in self._opened else ():
            self._line(InForceLine, finding)
        for finding in self._flags.aside if "aside" in self._opened else ():
            self._line(AsideLine, finding)
        numbers = (self._flags.says_call, len(self._in_force), len(self._flags.aside), frozenset(self._opened))
        self._list.put(("links", numbers), self._make_links)
        self._list.end()

    def _callout(self, flag: ShownFlag, draft: "CallDraft | None" = None) -> None:
        """One that still says the same stays, unless a form stands in it: what that may be about can be other now."""
        asks = self._asks_signs and flag.finding.is_met and flag.finding.day == self._day
        said = flag_words(flag, self._record, self._day, self._session.now(), asks_signs=asks)
        is_first = flag.finding in self._flags.to_call_about[:1]
        key = ("callout", flag, said, asks, self._record.profile if is_first else None, draft)
        callout = self._list.put(key, partial(self._make_callout, flag.finding, said, asks=asks))
        if is_first and not callout.has_more:
            self._put_phones(callout)
        self._callouts.append(callout)
        if draft is not None:
            self._open_form(callout, draft)

    def _make_callout(self, finding: Finding, said: FlagWords, *, asks: bool) -> Callout:
        callout = Callout(finding, said, self._theme, asks_signs=asks)
        callout.why_requested.connect(self.why_requested)
        callout.signs_requested.connect(self.signs_requested)
        callout.call_requested.connect(self._on_call_requested)
        callout.aside_requested.connect(self._on_aside_requested)
        return callout

    def _put_phones(self, callout: Callout) -> None:
        from journal.ui.calls.phones import PhoneLines  # late: on most evenings nothing says to call

        phones = PhoneLines(self._session, self._theme)
        callout.put_in(phones)
        phones.show_for(self._record, callout.finding.tier)

    def _add_folded(self, flags: Sequence[ShownFlag]) -> None:
        if not any(flag.is_folded for flag in flags):
            return
        from journal.ui.calls.folded import Folded, by_call  # late: as above

        called = [Folded(finding=flag.finding, call=flag.call) for flag in flags if flag.call is not None]
        for group in by_call(called):
            self._list.put(("folded", group, self._session.today()), partial(self._make_folded, group))

    def _make_folded(self, group: "Sequence[Folded]") -> QWidget:
        from journal.ui.calls.folded import FoldedCall  # late: as above

        folded = FoldedCall(group, self._session.now(), self._theme)
        folded.why_requested.connect(self.why_requested)
        folded.take_back_requested.connect(self._on_take_back_requested)
        folded.opened.connect(self.grew)
        return folded

    def _line(self, kind: type[QuietLine], finding: Finding) -> None:
        self._list.put((kind, finding), partial(self._make_line, kind, finding))

    def _make_line(self, kind: type[QuietLine], finding: Finding) -> QuietLine:
        line = kind(finding)
        line.why_requested.connect(self.why_requested)
        if isinstance(line, AsideLine):
            line.back_requested.connect(self._on_take_up_requested)
        return line

    def _make_links(self) -> QWidget:
        holder = QWidget()
        holder.setLayout(beside(*self._links()))
        return holder

    def _links(self) -> list[QPushButton]:
        links = []
        if self._flags.says_call:
            wrong = link(self.tr("What to do now"))
            wrong.clicked.connect(self.wrong_requested)
            links.append(wrong)
        if self._in_force and "force" not in self._opened:
            opener = link(self.tr("%n rule(s) in force", "", len(self._in_force)))
            opener.clicked.connect(self._on_force_opened)
            links.append(opener)
        if self._flags.aside and "aside" not in self._opened:
            opener = link(self.tr("%n put aside", "", len(self._flags.aside)))
            opener.clicked.connect(self._on_aside_opened)
            links.append(opener)
        every = link(self.tr("Every rule"))
        every.setAccessibleName(self.tr("Every rule of the day and why it is met or not"))
        every.clicked.connect(self._on_every_clicked)
        return [*links, every]

    def _drafts(self) -> "dict[str, CallDraft]":
        """What stands in forms that are open, by rule."""
        return {one.finding.rule.id: one.form.draft for one in self._callouts if one.form is not None}

    def _open_form(self, callout: Callout, draft: "CallDraft | None" = None) -> "CalledForm":
        findings = self._flags.to_call_about
        form = callout.open_form(findings, self._session.now(), draft)
        form.given.connect(self._on_called)
        form.cancelled.connect(self._on_form_cancelled)
        self.grew.emit()
        return form

    def _on_call_requested(self, finding: Finding) -> None:
        for callout in self._callouts:
            if callout.finding == finding:
                self._open_form(callout).said.setFocus()

    def _on_form_cancelled(self) -> None:
        for callout in self._callouts:
            if callout.form is self.sender():
                callout.close_form()
        self.grew.emit()

    def _on_called(self, calls: "Sequence[Call]") -> None:
        self._session.called(*calls)

    def _on_take_back_requested(self, acknowledgement_id: int) -> None:
        self._session.take_back(acknowledgement_id)

    def _on_aside_requested(self, finding: Finding) -> None:
        self._session.put_aside(finding.rule.id, finding.day)

    def _on_take_up_requested(self, finding: Finding) -> None:
        self._session.take_up(finding.rule.id, finding.day)

    def _on_every_clicked(self) -> None:
        self.day_explained.emit(self._day)

    def _on_force_opened(self) -> None:
        self._open("force")

    def _on_aside_opened(self) -> None:
        self._open("aside")

    def _open(self, part: str) -> None:
        self._opened.add(part)
        self._rebuild(self._drafts())
        self.grew.emit()
