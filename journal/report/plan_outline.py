"""What the plan sheet says: head, sections with their rows, what to sign. All words of the sheet, no layout."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from journal import words
from journal.domain.course import PERSISTING_FROM_DAY
from journal.domain.plan import Kind, Plan, Rule, Tier
from journal.plan_diff_words import duration
from journal.plan_words import plan_line, plan_mark
from journal.rule_words import rule_name
from journal.words import exact_number, full_day, listed, lower_first, upper_first

RATING_KINDS = (Kind.STRONG, Kind.UP, Kind.RISING, Kind.PERSISTING)


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRow:
    """One rule: what it is about, when it holds, its sentence with what to do."""

    what: str
    when: str
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetSection:
    """Rules under one heading, with the headings of the columns."""

    title: str
    columns: tuple[str, str, str]
    rows: tuple[SheetRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetOutline:
    """The whole sheet in words. A phone that the plan does not name is "": a line to write on."""

    title: str
    details: str
    phones: tuple[tuple[str, str], ...]
    sections: tuple[SheetSection, ...]
    closing: tuple[str, ...]
    sign: tuple[str, ...]
    foot: str


def plan_sheet_outline(plan: Plan) -> SheetOutline:
    """The sheet of a plan, to be read, corrected by hand and signed."""
    written = full_day(date.fromisoformat(plan.date))
    sections = (_avoid(plan), _do(plan), *_watch(plan), _notes(plan))
    return SheetOutline(
        title=_say("Care plan after microneedling"),
        details=_say("{plan} Written on {day}.").format(plan=plan_line(plan), day=written),
        phones=((_say("Clinic"), plan.phone), (_say("When it is closed"), plan.out_of_hours)),
        sections=tuple(section for section in sections if section.rows),
        closing=tuple(_closing(plan)),
        sign=(_say("Clinic"), _say("Date"), _say("Signature")),
        foot=plan_mark(plan),
    )


def _avoid(plan: Plan) -> SheetSection:
    return SheetSection(
        title=_say("What to leave out"),
        columns=(_say("What"), _say("How long"), _say("The rule, and what to do if it was done")),
        rows=tuple(_row(rule, upper_first(rule_name(rule)), _window(rule)) for rule in _of(plan, Kind.AVOID)),
    )


def _do(plan: Plan) -> SheetSection:
    return SheetSection(
        title=_say("What to do"),
        columns=(_say("What"), _say("When"), _say("The rule, and how")),
        rows=tuple(_row(rule, upper_first(rule_name(rule)), _days(rule)) for rule in _of(plan, Kind.DO)),
    )


def _watch(plan: Plan) -> Iterator[SheetSection]:
    """What to watch for, the gravest first; what must be ticked or rated for it stands in the first column."""
    for tier in sorted(Tier, reverse=True):
        rules = [rule for rule in _of(plan, Kind.SYMPTOM, *RATING_KINDS) if rule.tier is tier]
        yield SheetSection(
            title=_say("What to watch for · {tier}").format(tier=words.tier_word(tier)),
            columns=(_say("Looks for"), _say("When"), _say("The rule, and what to do")),
            rows=tuple(_row(rule, _looks_for(rule), _days(rule)) for rule in rules),
        )


def _notes(plan: Plan) -> SheetSection:
    return SheetSection(
        title=_say("Good to know"),
        columns=(_say("How long"), "", _say("The rule")),
        rows=tuple(_row(rule, _window(rule), "") for rule in _of(plan, Kind.NOTE)),
    )


def _row(rule: Rule, what: str, when: str) -> SheetRow:
    said = [text for text in (when, *_conditions(rule)) if text]
    return SheetRow(what=what, when="; ".join(said), told=f"{rule.text} {rule.advice}")


def _of(plan: Plan, *kinds: Kind) -> Iterator[Rule]:
    return (rule for rule in plan.rules if rule.kind in kinds)


def _window(rule: Rule) -> str:
    hours = duration(rule.hours or 0)
    if rule.hours_if_deep is None:
        return hours
    return _say("{hours}; {longer} after RF, deeper than 2 mm or depth not known").format(
        hours=hours, longer=duration(rule.hours_if_deep)
    )


def _days(rule: Rule) -> str:
    if rule.to_day is not None:
        return _say("day {first} to day {last}").format(first=rule.from_day or 0, last=rule.to_day)
    return _say("from day {first}").format(first=rule.from_day) if rule.from_day else _say("any day")


def _conditions(rule: Rule) -> Iterator[str]:
    if rule.rf is not None:
        yield _say("only after RF") if rule.rf else _say("only without RF")
    if rule.deeper_than is not None:
        depth = exact_number(rule.deeper_than)
        yield _say("only deeper than {depth} mm or depth not known").format(depth=depth)
    if rule.depth_to is not None:
        yield _say("only up to {depth} mm").format(depth=exact_number(rule.depth_to))


def _looks_for(rule: Rule) -> str:
    match rule.kind:
        case Kind.SYMPTOM:
            return _signs_text(rule)
        case Kind.STRONG:
            text = _say("A rating of {rating} or more; on days 1 and 2 more than {above} above the usual range")
            return text.format(rating=rule.rating, above=exact_number(rule.above_line))
        case Kind.UP:
            return _say("A rating up again by {rise} and above the usual range").format(rise=rule.rise)
        case Kind.RISING:
            text = _say(
                "Up again by {rise} at two check-ins, by {clear} at one of them; on both scales; or up and warmer"
            )
            return text.format(rise=rule.rise, clear=rule.clear_rise)
    text = _say(
        "Redness {above} above the baseline and above the usual range at two check-ins from day {day} on, {clear} at"
        " one of them, or at three; before day 14 only from {least}"
    )
    return text.format(day=PERSISTING_FROM_DAY, above=rule.above, clear=rule.clear_above, least=rule.least)


def _signs_text(rule: Rule) -> str:
    signs = upper_first(_listed_signs(rule.signs))
    if rule.worse_tier is None:
        return signs
    return _say("{signs}; with {worse}: {tier}").format(
        signs=signs, worse=_listed_signs(rule.worse_with), tier=words.tier_word(rule.worse_tier)
    )


def _listed_signs(signs: Iterable[str]) -> str:
    return "; ".join(lower_first(words.symptom_name(sign)) for sign in signs)


def _closing(plan: Plan) -> Iterator[str]:
    if plan.off_rules:
        names = listed(rule_name(rule) for rule in plan.off_rules)
        yield _say("Switched off in this plan: {rules}.").format(rules=names)
    yield _say("Day 0 is the day of the treatment. The plan ends on day {day}.").format(day=plan.last_day)
    yield _say("What the clinic says comes first: change by hand what should be otherwise, then sign.")


def _say(text: str) -> str:
    return QCoreApplication.translate("sheet", text)
