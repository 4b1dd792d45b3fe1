"""What the signs of a day come to on the page for when something is wrong. No widgets, no sentences."""

from dataclasses import dataclass
from datetime import date

from journal.domain.asked import signs_asked
from journal.domain.day_sense import DaySense, day_sense
from journal.domain.entry import WARNING_SIGNS
from journal.domain.findings import Finding
from journal.domain.plan import Kind, Plan, Tier
from journal.domain.record import Record
from journal.domain.shown_flags import ShownFlag, shown_flags

TIERS = (Tier.EMERGENCY, Tier.TODAY, Tier.CALL, Tier.CAUTION)


@dataclass(frozen=True, slots=True, kw_only=True)
class WrongAnswer:
    """What is to be done: ``tier`` is the highest that asks for something now, None when nothing does.

    ``calls``: what asks for a call, also of days before, those called about last. ``cautions``: to be looked at again.
    ``asked``: flags whose signs are to be answered first. ``day_sense`` has what is not known.
    """

    day: date
    tier: Tier | None
    calls: tuple[ShownFlag, ...]
    cautions: tuple[Finding, ...]
    asked: tuple[Finding, ...]
    is_asked: bool
    day_sense: DaySense

    @property
    def to_call_about(self) -> tuple[Finding, ...]:
        """The findings that one call may be about."""
        return tuple(flag.finding for flag in self.calls if flag.says_call)

    @property
    def was_called(self) -> bool:
        """Whether everything that asks for a call was called about."""
        return bool(self.calls) and not self.to_call_about


def wrong_answer(record: Record, day: date, now_day: date) -> WrongAnswer:
    """The answer for a day; ``now_day`` is the civil day, until which something is open."""
    shown = shown_flags(record, day, max(day, now_day))
    entry = record.entry(day)
    cautions = tuple(finding for finding in record.flags(day) if _is_caution(finding))
    tiers = [flag.finding.tier for flag in shown.flags if flag.says_call]
    tiers += [Tier.CAUTION] if cautions else []
    return WrongAnswer(
        day=day,
        tier=max(tiers, default=None),
        calls=tuple(flag for flag in shown.flags if flag.says_call or flag.is_folded),
        cautions=cautions,
        asked=signs_asked(record, day),
        is_asked=entry is not None and entry.symptoms_asked,
        day_sense=day_sense(record, day),
    )


def _is_caution(finding: Finding) -> bool:
    """To be looked at again tomorrow: a sign that asks no call, or a rating that asks the signs."""
    is_one = finding.rule.kind is Kind.SYMPTOM or bool(finding.rule.asks)
    return is_one and finding.is_met and finding.tier == Tier.CAUTION


def signs_by_tier(plan: Plan) -> dict[Tier, tuple[str, ...]]:
    """The warning signs by the highest tier that one alone can meet in this plan."""
    tiers = dict.fromkeys(WARNING_SIGNS, Tier.CAUTION)
    for rule in plan.rules:
        if rule.kind is Kind.SYMPTOM:
            for sign in rule.signs:
                tiers[sign] = max(tiers.get(sign, Tier.CAUTION), rule.tier)
    return {tier: tuple(sign for sign in WARNING_SIGNS if tiers[sign] == tier) for tier in TIERS}


def asked_first(findings: tuple[Finding, ...]) -> tuple[str, ...]:
    """The signs that are asked before the others; a rule that asks them all puts none before the others."""
    some = (finding.rule.asks for finding in findings if not set(finding.rule.asks) >= set(WARNING_SIGNS))
    asked = {sign for asks in some for sign in asks}
    return tuple(sign for sign in WARNING_SIGNS if sign in asked)
