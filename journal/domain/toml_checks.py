"""Checks of what a person wrote into a TOML file. Every fault is one line: place, what is there, what is allowed.

What a plan or a curve consists of is their own readers' matter.
"""

import re
import tomllib
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from journal.domain.errors import PlanFaulty

Check = Callable[[object], str]
"""Gives what would be allowed when the value is not, and nothing when it is."""

LONGEST_SHOWN = 60
LARGEST_SHOWN = 10**18
FIRST_PRINTABLE = " "
WORD = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def parsed(text: str, name: str) -> dict[str, Any]:
    """The tables of a file's text. Raises ``PlanFaulty`` when it is not TOML."""
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise PlanFaulty((f"{name}: lists within lists, too deep to read",)) from error
    except tomllib.TOMLDecodeError as error:
        raise PlanFaulty((f"{name}: {error}",)) from error
    except ValueError as error:
        raise PlanFaulty((f"{name}: a number with too many figures",)) from error


def table_faults(
    table: Mapping[str, Any], checks: Mapping[str, Check], needed: Collection[str], place: str
) -> list[str]:
    """Keys that nobody knows, keys that are missing, values that are not allowed; ``place`` stands before each."""
    faults = [
        f"{place}key {shown(key)}: is unknown, allowed: {', '.join(checks)}" for key in table if key not in checks
    ]
    faults += [f"{place}key '{key}': is missing" for key in needed if key not in table]
    for key, check in checks.items():
        if key in table and (allowed := check(table[key])):
            faults.append(f"{place}key '{key}': is {shown(table[key])}, allowed: {allowed}")
    return faults


def tables_fault(value: object, key: str) -> str:
    """Nothing for a list of at least one table, else the fault."""
    if isinstance(value, list) and value and all(isinstance(table, dict) for table in value):
        return ""
    return f"key '{key}': is {shown(value)}, allowed: one [[{key}]] table or more"


def one_line(value: object) -> str:
    """One line of text, not blank."""
    return "" if isinstance(value, str) and value.strip() and _is_one_line(value) else "one line of text in quotes"


def one_line_or_nothing(value: object) -> str:
    """One line of text, which may be empty."""
    return "" if isinstance(value, str) and _is_one_line(value) else 'one line of text in quotes, or ""'


def word(value: object) -> str:
    """A name as the command line takes it."""
    is_word = isinstance(value, str) and WORD.fullmatch(value) is not None
    return "" if is_word else "small letters, digits and hyphens in quotes"


def whole_number(low: int, high: int) -> Check:
    """A whole number from low to high."""

    def check(value: object) -> str:
        is_allowed = isinstance(value, int) and not isinstance(value, bool) and low <= value <= high
        return "" if is_allowed else f"a whole number from {low} to {high}"

    return check


def number(low: float, high: float) -> Check:
    """A number from low to high."""

    def check(value: object) -> str:
        is_allowed = isinstance(value, int | float) and not isinstance(value, bool) and low <= value <= high
        return "" if is_allowed else f"a number from {low:g} to {high:g}"

    return check


def one_of(words: Iterable[str]) -> Check:
    """One of some words."""
    known = tuple(str(word) for word in words)

    def check(value: object) -> str:
        return "" if isinstance(value, str) and value in known else ", ".join(known)

    return check


def some_of(words: Collection[str]) -> Check:
    """A list of at least one of some words."""

    def check(value: object) -> str:
        is_list = isinstance(value, list) and value and all(isinstance(item, str) and item in words for item in value)
        return "" if is_list else f"a list of one or more of {', '.join(words)}"

    return check


def shown(value: object) -> str:
    """A value as a fault names it: on one line and not too long."""
    if isinstance(value, int) and abs(value) > LARGEST_SHOWN:
        return "a very large number"
    try:
        whole = repr(value)
    except (ValueError, RecursionError):
        return "something very large"
    return whole if len(whole) <= LONGEST_SHOWN else f"{whole[:LONGEST_SHOWN]}..."


def _is_one_line(value: str) -> bool:
    return len(value.splitlines()) <= 1 and all(character >= FIRST_PRINTABLE for character in value)
