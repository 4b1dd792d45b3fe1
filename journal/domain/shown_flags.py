"""Which flags stand open on a day's page, which a call folds, which were put aside. It changes no finding."""

from dataclasses import dataclass
from datetime import date

from journal.domain.acknowledgement import Acknowledgement
from journal.domain.asked import check_in_asked
from journal.domain.findings import Finding
from journal.domain.folding import folding_call, is_put_aside
from journal.domain.open_calls import OpenCall, SinceCall, open_calls, since_call
from journal.domain.plan import Kind, Tier
from journal.domain.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFlag:
    """A flag as it is shown: folded by a ``call``, or open with what got worse ``since`` one."""

    finding: Finding
    call: Acknowledgement | None = None
    since: SinceCall | None = None

    @property
    def is_folded(self) -> bool:
        """Whether it is one quiet line."""
        return self.call is not None

    @property
    def says_call(self) -> bool:
        """Whether it asks for a call that was not made, or not since it got worse."""
        return not self.is_folded and _asks_for_a_call(self.finding)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFlags:
    """The flags of a day's page.

    ``flags``: what says to call first (also of other days, while it is open), then what was called about, then the rest
    and the notes. ``aside`` was put aside. ``asked``: flags of the day before that ask for this check-in.
    """

    flags: tuple[ShownFlag, ...]
    aside: tuple[Finding, ...] = ()
    asked: tuple[Finding, ...] = ()

    @property
    def says_call(self) -> bool:
        """Whether something asks for a call that was not made."""
        return any(flag.says_call for flag in self.flags)

    @property
    def was_called(self) -> bool:
        """Whether a call that was made folds something."""
        return any(flag.is_folded for flag in self.flags)

    @property
    def to_call_about(self) -> tuple[Finding, ...]:
        """The findings that one call may be about."""
        return tuple(flag.finding for flag in self.flags if flag.says_call)


def shown_flags(record: Record, day: date, now_day: date | None = None) -> ShownFlags:
    """The flags of a day's page. With ``now_day``, the civil day of a check-in that is due, what other days have left
    open counts too, and what they ask for.
    """
    shown = [finding for finding in record.flags(day) if finding.is_met or finding.rule.kind is Kind.NOTE]
    quiet = [finding for finding in shown if not _asks_for_a_call(finding)]
    aside = tuple(finding for finding in quiet if is_put_aside(record, finding))
    rest = (ShownFlag(finding=finding) for finding in quiet if finding not in aside)
    return ShownFlags(
        flags=(*_calls(record, day, now_day), *rest),
        aside=aside,
        asked=() if now_day is None else check_in_asked(record, day),
    )


def _calls(record: Record, day: date, now_day: date | None) -> list[ShownFlag]:
    """What asks for a call, on the day or still open on ``now_day``: first what nobody has called about."""
    found = {} if now_day is None else {one.finding.rule.id: one for one in open_calls(record, now_day)}
    for finding in record.flags(day):
        if _asks_for_a_call(finding) and finding.rule.id not in found:
            found[finding.rule.id] = OpenCall(finding=finding, call=folding_call(record, finding))
    flags = [_shown(record, one, now_day) for one in found.values()]
    return sorted(flags, key=lambda flag: (flag.is_folded, -flag.finding.tier))


def _shown(record: Record, one: OpenCall, now_day: date | None) -> ShownFlag:
    since = None if one.is_folded else since_call(record, one.finding, now_day)
    return ShownFlag(finding=one.finding, call=one.call, since=since)


def _asks_for_a_call(finding: Finding) -> bool:
    return finding.is_met and finding.tier >= Tier.CALL
