"""The keys of a plan file in one table: what each holds, what is allowed, which kinds of rule need or may have it.

CONTRIBUTING and the head of the shipped plan say the same; a test compares them. What must hold between keys and
between rules is in ``plan_faults``.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from journal.domain.entry import SYMPTOMS
from journal.domain.plan import TIERS, Kind
from journal.domain.ratings import HIGHEST
from journal.domain.toml_checks import (
    Check,
    iso_day,
    name_line,
    number,
    one_line,
    one_of,
    phone_or_nothing,
    some_of,
    truth,
    whole_number,
    word,
    words,
)
from journal.domain.treatment import DEPTH_MAX_MM, DEPTH_MIN_MM

LONGEST_HOURS = 10_000
LAST_DAY = 365
RULES_MAX = 200
EVERY = tuple(Kind)
HABIT_KINDS = (Kind.AVOID, Kind.DO)
RATING_KINDS = (Kind.STRONG, Kind.UP, Kind.RISING, Kind.PERSISTING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One key: ``what`` it holds in one line, the check of its value, the kinds that need it and that may have it."""

    name: str
    what: str
    check: Check
    needed: tuple[Kind, ...] = ()
    optional: tuple[Kind, ...] = ()


def sentence(value: object) -> str:
    """One line, or a table with one line a language; the languages are looked at one by one elsewhere."""
    if isinstance(value, dict) and value:
        return ""
    allowed = one_line(value)
    return allowed and f"{allowed}, or one a language: .en, .de"


_hours = whole_number(1, LONGEST_HOURS)
_day = whole_number(0, LAST_DAY)
_change = whole_number(1, HIGHEST)
_depth = number(DEPTH_MIN_MM, DEPTH_MAX_MM)

HEAD_KEYS: tuple[Key, ...] = (
    Key(name="name", what="what the plan is called", check=name_line),
    Key(name="version", what='in quotes, such as "2"', check=name_line),
    Key(name="author", what="the clinic or person who answers for it", check=name_line),
    Key(name="date", what='when it was written, such as "2026-11-23"', check=iso_day),
    Key(name="phone", what='the clinic\'s number, or ""', check=phone_or_nothing),
    Key(name="out_of_hours", what='the number when the clinic is closed, or ""', check=phone_or_nothing),
    Key(name="last_day", what="the day after the treatment on which the plan ends", check=whole_number(1, LAST_DAY)),
)

RULE_KEYS: tuple[Key, ...] = (
    Key(name="id", what="its own name: small letters, digits, hyphens", check=word, needed=EVERY),
    Key(name="kind", what=", ".join(Kind), check=one_of(Kind), needed=EVERY),
    Key(name="tier", what="info, caution, call, today or emergency", check=one_of(TIERS), needed=EVERY),
    Key(name="text", what="the rule in one sentence", check=sentence, needed=EVERY),
    Key(name="advice", what="what to do when it is met", check=sentence, needed=EVERY),
    Key(name="source", what="where it comes from", check=one_line, needed=EVERY),
    Key(name="off", what="true: kept in the file, not judged", check=truth, optional=EVERY),
    Key(name="rf", what="true or false: only after treatments with or without RF", check=truth, optional=EVERY),
    Key(name="deeper_than", what="only after deeper ones, in mm; not known counts too", check=_depth, optional=EVERY),
    Key(name="depth_to", what="only up to that depth, in mm, when it is known", check=_depth, optional=EVERY),
    Key(name="habit", what="what is asked every day; a new one becomes known", check=word, needed=HABIT_KINDS),
    Key(name="habit_name", what="the words for the habit", check=sentence, optional=HABIT_KINDS),
    Key(name="synonyms", what='everyday words for it, for "Can I ...?"', check=words, optional=HABIT_KINDS),
    Key(name="hours", what="how long, from the treatment's time", check=_hours, needed=(Kind.AVOID, Kind.NOTE)),
    Key(
        name="hours_if_deep",
        what="instead, after RF, deeper than 2 mm or depth not known",
        check=_hours,
        optional=(Kind.AVOID,),
    ),
    Key(
        name="from_day",
        what="the first day; day 0 is the treatment's",
        check=_day,
        needed=(Kind.DO, *RATING_KINDS),
        optional=(Kind.SYMPTOM,),
    ),
    Key(name="to_day", what="the last day, included", check=_day, needed=(Kind.DO, *RATING_KINDS)),
    Key(name="signs", what="any of these signs meets it", check=some_of(SYMPTOMS), needed=(Kind.SYMPTOM,)),
    Key(
        name="worse_with",
        what="with any of these too, worse_tier holds",
        check=some_of(SYMPTOMS),
        optional=(Kind.SYMPTOM,),
    ),
    Key(name="worse_tier", what="a tier above its own", check=one_of(TIERS), optional=(Kind.SYMPTOM,)),
    Key(name="asks", what="signs to ask at once", check=some_of(SYMPTOMS), optional=(Kind.STRONG, Kind.UP)),
    Key(
        name="rating",
        what="that rating or more; 8 when not given",
        check=whole_number(1, HIGHEST),
        optional=(Kind.STRONG,),
    ),
    Key(
        name="above_line",
        what="more than that above the high line on day 1 or 2; 2 when not given",
        check=number(0, HIGHEST),
        optional=(Kind.STRONG,),
    ),
    Key(
        name="rise",
        what="so much above the baseline and above an earlier day; 2 when not given",
        check=_change,
        optional=(Kind.UP, Kind.RISING),
    ),
    Key(
        name="clear_rise",
        what="so much at one of the two check-ins; 3 when not given",
        check=_change,
        optional=(Kind.RISING,),
    ),
    Key(name="above", what="so much above the baseline; 2 when not given", check=_change, optional=(Kind.PERSISTING,)),
    Key(
        name="clear_above",
        what="so much at one of two check-ins; 3 when not given",
        check=_change,
        optional=(Kind.PERSISTING,),
    ),
    Key(
        name="least",
        what="redness before day 14 counts from here; 3 when not given",
        check=whole_number(0, HIGHEST),
        optional=(Kind.PERSISTING,),
    ),
)

KINDS: Mapping[Kind, str] = {
    Kind.AVOID: "a habit to leave out for some hours",
    Kind.DO: "a habit to keep up on some days",
    Kind.STRONG: "a very high rating",
    Kind.UP: "a rating that has gone up again",
    Kind.RISING: "up at two check-ins, on both scales, or up and warmer",
    Kind.PERSISTING: "redness that stays",
    Kind.SYMPTOM: "a sign that is ticked",
    Kind.NOTE: "good to know for some hours; never met",
}
"""What each kind of rule looks for."""

HEAD_CHECKS: Mapping[str, Check] = {key.name: key.check for key in HEAD_KEYS} | {"rule": lambda _: ""}


def needed_keys(kind: Kind) -> tuple[str, ...]:
    """The keys that a rule of that kind needs."""
    return tuple(key.name for key in RULE_KEYS if kind in key.needed)


def rule_checks(kinds: Collection[Kind]) -> Mapping[str, Check]:
    """The keys that rules of these kinds need or may have, with their checks."""
    return {key.name: key.check for key in RULE_KEYS if not {*kinds}.isdisjoint((*key.needed, *key.optional))}
