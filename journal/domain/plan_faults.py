"""All faults of a plan file: of each value, between the keys of one rule, and between rules. One line each.

A fault between keys is looked for only where the keys themselves are sound.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from journal.domain.entry import HABITS, SYMPTOMS, Part
from journal.domain.plan import SENTENCES, TIERS, Condition, Kind, Rule, Tier
from journal.domain.plan_keys import (
    EVERY,
    HEAD_CHECKS,
    HEAD_KEYS,
    LAST_DAY,
    RATING_KINDS,
    RULES_MAX,
    needed_keys,
    rule_checks,
)
from journal.domain.toml_checks import did_you_mean, one_line, shown, shown_key, table_faults, tables_fault, value_fault
from journal.domain.treatment import DEPTH_MAX_MM, MEDIUM_TO_MM

Table = Mapping[str, Any]

DAY_HOURS = 24
NOT_HABITS = frozenset((*SYMPTOMS, *Part))
"""Words that findings and the command line use for something else."""

LANGUAGES = (
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee"
    " el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is"
    " it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms"
    " mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk"
    " sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi"
    " yo za zh zu"
)
"""The two-letter codes of ISO 639-1, so that a country's code (``gb``, ``at``) is not taken for a language's."""

CONDITION_KEYS = ("rf", "deeper_than", "depth_to")
LEAST_AND_CLEAR = {Kind.RISING: ("rise", "clear_rise"), Kind.PERSISTING: ("above", "clear_above")}


def plan_faults(data: Table) -> list[str]:
    """Every fault of a file's tables; none when the plan is sound."""
    faults = table_faults(data, HEAD_CHECKS, [key.name for key in HEAD_KEYS], "")
    if "rule" not in data:
        return [*faults, "key 'rule': is missing, needed: one [[rule]] table or more"]
    if fault := tables_fault(data["rule"], "rule", RULES_MAX):
        return [*faults, fault]
    last_day = LAST_DAY if HEAD_CHECKS["last_day"](data.get("last_day")) else data["last_day"]
    sound: list[tuple[str, Table]] = []
    for number, table in enumerate(data["rule"], start=1):
        place = _place(table, number)
        found = _rule_faults(table, place) or list(_between_keys(table, place, last_day))
        faults += found
        if not found:
            sound.append((place, table))
    return [*faults, *_twice(data["rule"]), *_between_rules(sound), *_nothing_on(data["rule"])]


def _place(table: Table, number: int) -> str:
    rule_id = table.get("id")
    return f"rule {shown(rule_id)}, " if isinstance(rule_id, str) else f"rule {number}, "


def _rule_faults(table: Table, place: str) -> list[str]:
    """Unknown, missing and wrong values of one rule."""
    if rule_checks(EVERY)["kind"](table.get("kind")):
        return table_faults(table, rule_checks(EVERY), ("id", "kind"), place) + list(_language_faults(table, place))
    kind = Kind(table["kind"])
    faults = table_faults(table, rule_checks((kind,)), needed_keys(kind), place)
    return faults + list(_language_faults(table, place))


def _language_faults(table: Table, place: str) -> Iterator[str]:
    for key in SENTENCES:
        given = table.get(key)
        for code, text in given.items() if isinstance(given, dict) else ():
            named = shown_key(f"{key}.{code}")
            if code not in LANGUAGES.split():
                yield f"{place}key {named}: is unknown, allowed: a language's two-letter code, such as en or de"
            elif allowed := one_line(text):
                yield f"{place}key {named}: is {shown(text)}, allowed: {allowed}"


def _between_keys(table: Table, place: str, last_day: int) -> Iterator[str]:
    """What must hold between the keys of one rule whose values are sound."""
    yield from _day_faults(table, place, last_day)
    yield from _worse_faults(table, place)
    yield from _threshold_faults(table, place)
    yield from _condition_faults(table, place)
    yield from _habit_faults(table, place)


def _day_faults(table: Table, place: str, last_day: int) -> Iterator[str]:
    first, last = table.get("from_day"), table.get("to_day")
    if first is not None and last is not None and first > last:
        yield value_fault(place, "to_day", last, f"from_day ({first}) or later")
    if table["kind"] in RATING_KINDS and first is not None and first > last_day:
        yield value_fault(place, "from_day", first, f"last_day ({last_day}) or earlier: ratings are asked until then")


def _worse_faults(table: Table, place: str) -> Iterator[str]:
    given = [key for key in ("worse_with", "worse_tier") if key in table]
    if len(given) == 1:
        (missing,) = {"worse_with", "worse_tier"} - set(given)
        yield f"{place}key '{missing}': is missing, needed beside '{given[0]}'"
    elif given and TIERS[table["worse_tier"]] <= TIERS[table["tier"]]:
        higher = ", ".join(tier.word for tier in Tier if tier > TIERS[table["tier"]]) or "nothing is"
        yield value_fault(place, "worse_tier", table["worse_tier"], f"higher than tier ({table['tier']}): {higher}")


def _threshold_faults(table: Table, place: str) -> Iterator[str]:
    least, clear = LEAST_AND_CLEAR.get(table["kind"], ("", ""))
    if not least or not {least, clear} & table.keys():
        return
    low = table.get(least, Rule.__dataclass_fields__[least].default)
    high = table.get(clear, Rule.__dataclass_fields__[clear].default)
    if high < low:
        unsaid = "" if clear in table else " when it is not given"
        yield f"{place}key '{clear}': is {high}{unsaid}, allowed: {least} ({low}) or more"


def _condition_faults(table: Table, place: str) -> Iterator[str]:
    deeper, up_to = table.get("deeper_than"), table.get("depth_to")
    if deeper is not None and up_to is not None and deeper >= up_to:
        yield value_fault(place, "depth_to", up_to, f"more than deeper_than ({deeper})")
    if "hours_if_deep" not in table:
        return
    if table["hours_if_deep"] < table["hours"]:
        yield value_fault(place, "hours_if_deep", table["hours_if_deep"], f"hours ({table['hours']}) or more")
    if table.get("rf") is True or (deeper is not None and deeper >= MEDIUM_TO_MM):
        yield f"{place}key 'hours_if_deep': always holds under this rule's conditions, allowed: 'hours' alone"
    elif table.get("rf") is False and up_to is not None and up_to <= MEDIUM_TO_MM:
        yield f"{place}key 'hours_if_deep': never holds under this rule's conditions, allowed: 'hours' alone"


def _habit_faults(table: Table, place: str) -> Iterator[str]:
    habit = table.get("habit")
    if habit is None or habit in HABITS:
        return
    if habit in NOT_HABITS:
        yield value_fault(place, "habit", habit, "a word that no sign and no part of an entry has")
    elif "habit_name" not in table and (near := did_you_mean(habit, HABITS)):
        yield value_fault(place, "habit", habit, f"a known habit, or a new one with its habit_name{near}")


def _twice(tables: Sequence[Table]) -> Iterator[str]:
    seen: set[str] = set()
    for number, table in enumerate(tables, start=1):
        rule_id = table.get("id")
        if isinstance(rule_id, str) and rule_id in seen:
            yield f"{_place(table, number)}key 'id': stands twice, allowed: one rule an id"
        seen.add(str(rule_id))


def _nothing_on(tables: Sequence[Table]) -> Iterator[str]:
    if all(table.get("off") is True for table in tables):
        yield "key 'rule': every rule is off, allowed: at least one that is not"


def _between_rules(sound: Sequence[tuple[str, Table]]) -> Iterator[str]:
    """Rules of one habit that cannot both hold."""
    of_habits = [(place, table) for place, table in sound if "habit" in table]
    for (first_place, first), (place, second) in combinations(of_habits, 2):
        if first["habit"] != second["habit"]:
            continue
        names = [table["habit_name"] for table in (first, second) if "habit_name" in table]
        if len(names) > 1 and names[0] != names[1]:
            allowed = f"as in rule {shown(first['id'])}: {shown(names[0])}"
            yield value_fault(place, "habit_name", names[1], allowed)
        if first.get("off") or second.get("off") or not _meet(first, second):
            continue
        if first["kind"] != second["kind"]:
            yield from _contradictions(first_place, first, second)
            yield from _contradictions(place, second, first)
        elif _share_days(first, second):
            yield (
                f"{place}key 'habit': rule {shown(first['id'])} is about {shown(second['habit'])} on the same days and"
                " treatments, allowed: one rule, or conditions that never hold together"
            )


def _meet(first: Table, second: Table) -> bool:
    """Whether some treatment fits the conditions of both rules."""
    conditions = [Condition(**{key: table.get(key) for key in CONDITION_KEYS}) for table in (first, second)]
    edges = {condition.depth_to for condition in conditions}  # the deepest that fits one of them, None: not known
    return any(
        all(condition.fits(rf=rf, depth_mm=depth) for condition in conditions)
        for rf in (True, False)
        for depth in (None, DEPTH_MAX_MM, *edges)
    )


def _share_days(first: Table, second: Table) -> bool:
    """Windows of hours all begin with the treatment; days are counted."""
    if first["kind"] == Kind.AVOID:
        return True
    return bool(first["from_day"] <= second["to_day"] and second["from_day"] <= first["to_day"])


def _contradictions(place: str, do: Table, avoid: Table) -> Iterator[str]:
    """A do rule that asks for its habit on a whole day on which an avoid rule forbids it."""
    if do["kind"] == Kind.DO and DAY_HOURS * (do["from_day"] + 1) <= avoid["hours"]:
        first_free = avoid["hours"] // DAY_HOURS
        allowed = f"{first_free} or later: rule {shown(avoid['id'])} forbids it for {avoid['hours']} hours"
        yield value_fault(place, "from_day", do["from_day"], allowed)
