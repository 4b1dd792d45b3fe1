"""The difference of two care plans in plain lines, one thing a line: "Make-up: 24 h becomes 48 h". QtCore only."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from journal import words
from journal.domain.plan import Kind, Rule, Tier
from journal.domain.plan_diff import Change, PlanDifference, RuleChange
from journal.rule_words import rule_name
from journal.words import listed, lower_first, upper_first

DAY_HOURS = 24
LONGEST_IN_HOURS = 72
SIGN_KEYS = ("signs", "asks")

_INSTEAD = {
    "hours": QT_TRANSLATE_NOOP("plan", "{rule}: {old} becomes {new}"),
    "hours_if_deep": QT_TRANSLATE_NOOP(
        "plan", "{rule}, after RF, deeper than 2 mm or when the depth is not known: {old} becomes {new}"
    ),
    "tier": QT_TRANSLATE_NOOP("plan", "{rule}: “{old}” becomes “{new}”"),
    "habit": QT_TRANSLATE_NOOP("plan", "{rule}: it is about {new} instead of {old}"),
    "from_day": QT_TRANSLATE_NOOP("plan", "{rule}: looked at from {new} instead of {old}"),
    "to_day": QT_TRANSLATE_NOOP("plan", "{rule}: looked at until {new} instead of {old}"),
    "rating": QT_TRANSLATE_NOOP("plan", "{rule}: from a rating of {new} instead of {old}"),
    "above_line": QT_TRANSLATE_NOOP("plan", "{rule}: on days 1 and 2 from more than {new} above the range, not {old}"),
    "rise": QT_TRANSLATE_NOOP("plan", "{rule}: a rise of {new} counts instead of {old}"),
    "clear_rise": QT_TRANSLATE_NOOP("plan", "{rule}: one of its rises must be {new} instead of {old}"),
    "above": QT_TRANSLATE_NOOP("plan", "{rule}: redness of {new} above your baseline counts instead of {old}"),
    "clear_above": QT_TRANSLATE_NOOP("plan", "{rule}: one check-in must be {new} above your baseline instead of {old}"),
    "least": QT_TRANSLATE_NOOP("plan", "{rule}: before day 14 redness counts from {new} instead of {old}"),
}

_DAYS_TO_DO = {
    "from_day": QT_TRANSLATE_NOOP("plan", "{rule}: every day from {new} instead of {old}"),
    "to_day": QT_TRANSLATE_NOOP("plan", "{rule}: every day until {new} instead of {old}"),
}

_SENTENCES = {
    "text": QT_TRANSLATE_NOOP("plan", "{rule}: it says now: {new}"),
    "advice": QT_TRANSLATE_NOOP("plan", "{rule}: what to do becomes: {new}"),
}
_TOGETHER = {
    "source": QT_TRANSLATE_NOOP("plan", "Another source: {rules}"),
    "habit_name": QT_TRANSLATE_NOOP("plan", "Called by the plan's own words: {rules}"),
    "synonyms": QT_TRANSLATE_NOOP("plan", "Found by other everyday words: {rules}"),
    "id": QT_TRANSLATE_NOOP("plan", "Named otherwise in the file: {rules}"),
}
"""What changes nothing that is asked or flagged: one line for all rules."""

_CONDITIONS: Mapping[tuple[str, object], object] = {
    ("rf", True): QT_TRANSLATE_NOOP("plan", "{rule}: only after treatments with RF"),
    ("rf", False): QT_TRANSLATE_NOOP("plan", "{rule}: only after treatments without RF"),
    ("rf", None): QT_TRANSLATE_NOOP("plan", "{rule}: after treatments with RF and without"),
    ("deeper_than", None): QT_TRANSLATE_NOOP("plan", "{rule}: no longer only after deeper treatments"),
    ("depth_to", None): QT_TRANSLATE_NOOP("plan", "{rule}: no longer only after shallower treatments"),
}
_DEPTHS = {
    "deeper_than": QT_TRANSLATE_NOOP("plan", "{rule}: only deeper than {depth} mm, or when the depth is not known"),
    "depth_to": QT_TRANSLATE_NOOP("plan", "{rule}: only up to {depth} mm"),
}
_HEAD = {
    "author": QT_TRANSLATE_NOOP("plan", "By {new} instead of {old}"),
    "date": QT_TRANSLATE_NOOP("plan", "Written on {new} instead of {old}"),
    "last_day": QT_TRANSLATE_NOOP("plan", "The plan ends on day {new} instead of day {old}"),
}
_PHONES = {
    "phone": (
        QT_TRANSLATE_NOOP("plan", "The clinic's phone: {new}"),
        QT_TRANSLATE_NOOP("plan", "The clinic's phone: {new} instead of {old}"),
        QT_TRANSLATE_NOOP("plan", "The clinic's phone is not named any more, it was {old}"),
    ),
    "out_of_hours": (
        QT_TRANSLATE_NOOP("plan", "The out-of-hours line: {new}"),
        QT_TRANSLATE_NOOP("plan", "The out-of-hours line: {new} instead of {old}"),
        QT_TRANSLATE_NOOP("plan", "The out-of-hours line is not named any more, it was {old}"),
    ),
}


def difference_lines(difference: PlanDifference) -> tuple[str, ...]:
    """Every difference in words; nothing for plans that are alike.

    First what is asked and flagged otherwise, what is new and taken out, then the head, last what only reads otherwise.
    """
    return (
        *(line for change in difference.changed for line in _changed_lines(change)),
        *(line for rule in difference.added for line in _added_lines(rule)),
        *_removed_lines(difference),
        *([_say("The rules stand in another order")] if difference.is_reordered else ()),
        *_head_lines(difference.head),
        *_wording_lines(difference.changed),
    )


def duration(hours: int) -> str:
    """Hours up to three days, then days where they are whole: "72 h", "7 days", "100 h"."""
    days, rest = divmod(hours, DAY_HOURS)
    if hours > LONGEST_IN_HOURS and not rest:
        return QCoreApplication.translate("plan", "%n day(s)", None, days)
    return _say("{hours} h").format(hours=hours)


def _changed_lines(change: RuleChange) -> Iterator[str]:
    rule = _title(change.old)
    keys = {one.key for one in change.changes}
    for one in change.changes:
        if one.key in SIGN_KEYS:
            yield from _sign_lines(rule, one)
        elif one.key in ("rf", *_DEPTHS):
            yield _condition_line(rule, one.key, one.new)
        elif one.key == "hours_if_deep":
            yield from _deep_lines(rule, change, is_alone="hours" not in keys)
        elif one.key in _INSTEAD:
            yield _instead_line(rule, one, change.new.kind)
    if keys & {"worse_with", "worse_tier"}:
        yield _worse_line(rule, change.new)


def _instead_line(rule: str, one: Change, kind: Kind) -> str:
    form = _FORMS.get(one.key, _plain)
    sentences = {**_INSTEAD, **_DAYS_TO_DO} if kind is Kind.DO else _INSTEAD
    return _say(sentences[one.key]).format(rule=rule, old=form(one.old), new=form(one.new))


def _deep_lines(rule: str, change: RuleChange, *, is_alone: bool) -> Iterator[str]:
    """The longer window, which is the usual one where none is given."""
    old, new = (of.hours_if_deep or of.hours for of in (change.old, change.new))
    if old != new or is_alone:
        yield _say(_INSTEAD["hours_if_deep"]).format(rule=rule, old=_hours(old), new=_hours(new))


def _wording_lines(changes: Iterable[RuleChange]) -> Iterator[str]:
    together: dict[str, list[str]] = {}
    for change in changes:
        for one in change.changes:
            if one.key in _SENTENCES:
                yield _say(_SENTENCES[one.key]).format(rule=_title(change.old), new=one.new)
            elif one.key in _TOGETHER:
                together.setdefault(one.key, []).append(rule_name(change.old))
    for key, sentence in _TOGETHER.items():
        if key in together:
            yield _say(sentence).format(rules=listed(together[key]))


def _sign_lines(rule: str, one: Change) -> Iterator[str]:
    old, new = _texts(one.old), _texts(one.new)
    added, removed = [sign for sign in new if sign not in old], [sign for sign in old if sign not in new]
    if added:
        also = _say("{rule}: asks about {signs}, too") if one.key == "asks" else _say("{rule}: also for {signs}")
        yield also.format(rule=rule, signs=_signs(added))
    if removed:
        less = (
            _say("{rule}: no longer asks about {signs}") if one.key == "asks" else _say("{rule}: no longer for {signs}")
        )
        yield less.format(rule=rule, signs=_signs(removed))
    if not added and not removed:
        yield _say("{rule}: the same signs in another order").format(rule=rule)


def _worse_line(rule: str, new: Rule) -> str:
    if new.worse_tier is None:
        return _say("{rule}: no sign makes it graver any more").format(rule=rule)
    signs, tier = _signs(new.worse_with), words.tier_word(new.worse_tier)
    return _say("{rule}: “{tier}” with {signs}").format(rule=rule, tier=tier, signs=signs)


def _condition_line(rule: str, key: str, value: object) -> str:
    sentence = _CONDITIONS.get((key, value)) or _DEPTHS[key]
    return _say(sentence).format(rule=rule, depth=_plain(value))


def _added_lines(rule: Rule) -> Iterator[str]:
    values = {"rule": rule_name(rule), "from_day": rule.from_day, "to_day": rule.to_day}
    if rule.kind is Kind.AVOID:
        sentence = _say("New: no {rule}, {hours}")
        if rule.hours_if_deep is not None:
            sentence = _say("New: no {rule}, {hours}; {deep} after RF, deeper than 2 mm or when the depth is not known")
        hours = rule.hours or 0
        yield sentence.format(**values, hours=duration(hours), deep=duration(rule.hours_if_deep or hours))
    elif rule.kind is Kind.DO:
        yield _say("New: {rule}, every day from day {from_day} to day {to_day}").format(**values)
    else:
        yield _say("New: {text} ({tier})").format(text=rule.text, tier=words.tier_word(rule.tier))
    for key in ("rf", *_DEPTHS):
        if (value := getattr(rule, key)) is not None:
            yield _condition_line(_title(rule), key, value)


def _removed_lines(difference: PlanDifference) -> Iterator[str]:
    """Signs that another rule answers no less gravely now are told in one line, those that fare worse one by one."""
    lowered = {change.key for change in difference.lowered}
    elsewhere = [rule for rule in difference.removed if rule.signs and lowered.isdisjoint(rule.signs)]
    for rule in difference.removed:
        if rule not in elsewhere:
            sentence = _say("Taken out: no {rule}") if rule.kind is Kind.AVOID else _say("Taken out: {rule}")
            yield sentence.format(rule=rule_name(rule))
    for change in difference.lowered:
        sign = words.symptom_name(change.key)
        if isinstance(change.new, Tier):
            yield _say(_INSTEAD["tier"]).format(rule=sign, old=_tier(change.old), new=_tier(change.new))
        else:
            yield _say("{sign}: no rule answers this sign any more").format(sign=sign)
    if elsewhere:
        yield _say("Answered by other rules now: {rules}").format(rules=listed(rule_name(rule) for rule in elsewhere))


def _head_lines(changes: tuple[Change, ...]) -> Iterator[str]:
    found = {change.key: change for change in changes}
    if name := found.get("name"):
        yield _say("The plan is called {new} instead of {old}").format(new=name.new, old=name.old)
    if version := found.get("version"):
        yield _say("Version {new} instead of {old}").format(new=version.new, old=version.old)
    for key, sentence in _HEAD.items():
        if change := found.get(key):
            form = _day if key == "date" else _plain
            yield _say(sentence).format(new=form(change.new), old=form(change.old))
    for key, (given, changed, gone) in _PHONES.items():
        if change := found.get(key):
            sentence = given if not change.old else changed if change.new else gone
            yield _say(sentence).format(new=change.new, old=change.old)


def _title(rule: Rule) -> str:
    return upper_first(rule_name(rule))


def _texts(value: object) -> tuple[str, ...]:
    return tuple(str(item) for item in value) if isinstance(value, tuple) else ()


def _signs(signs: Iterable[str]) -> str:
    return listed(lower_first(words.symptom_name(sign)) for sign in signs)


def _plain(value: object) -> str:
    return words.exact_number(value) if isinstance(value, int | float) else str(value)


def _hours(value: object) -> str:
    return duration(value if isinstance(value, int) else 0)


def _day_number(value: object) -> str:
    return _say("the first day") if value is None else _say("day {day}").format(day=value)


def _day(value: object) -> str:
    return words.full_day(date.fromisoformat(str(value)))


def _tier(value: object) -> str:
    return words.tier_word(value) if isinstance(value, Tier) else ""


def _habit(value: object) -> str:
    return lower_first(words.habit_name(str(value)))


def _say(text: object) -> str:
    # QT_TRANSLATE_NOOP gives its text back typed as an object.
    return QCoreApplication.translate("plan", str(text))


_FORMS: Mapping[str, Callable[[object], str]] = {
    "hours": _hours,
    "hours_if_deep": _hours,
    "from_day": _day_number,
    "to_day": _day_number,
    "tier": _tier,
    "habit": _habit,
}
