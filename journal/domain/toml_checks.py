"""Checks of what a person wrote into a TOML file. Every fault is one line: place, what is there, what is allowed.

Values are shown as TOML writes them. What a plan or a curve consists of is their own readers' matter.
"""

import json
import re
import tomllib
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date, datetime, time
from difflib import get_close_matches
from typing import Any

from journal.domain.errors import PlanFaulty

Check = Callable[[object], str]
"""Gives what would be allowed when the value is not, and nothing when it is."""

LONGEST_SHOWN = 60
LARGEST_SHOWN = 10**18
TABLES_MAX = 1000
LONGEST_WORD = 40
LONGEST_LINE = 400
FIRST_PRINTABLE = " "
WORD = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
SYNTAX_PLACE = re.compile(
    r"(?P<what>.*) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)", re.DOTALL
)


def parsed(text: str, name: str) -> dict[str, Any]:
    """The tables of a file's text. Raises ``PlanFaulty`` when it is not TOML; the fault says the line."""
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise PlanFaulty((f"{name}: lists within lists, too deep to read",)) from error
    except tomllib.TOMLDecodeError as error:
        raise PlanFaulty((f"{name}: {_syntax_fault(str(error))}",)) from error
    except ValueError as error:
        raise PlanFaulty((f"{name}: a number with too many figures",)) from error


def table_faults(
    table: Mapping[str, Any], checks: Mapping[str, Check], needed: Collection[str], place: str
) -> list[str]:
    """Keys that nobody knows, keys that are missing, values that are not allowed; ``place`` stands before each."""
    faults = [
        f"{place}key {shown_key(key)}: is unknown, allowed: {', '.join(checks)}{did_you_mean(key, checks, shown_key)}"
        for key in table
        if key not in checks
    ]
    faults += [f"{place}key '{key}': is missing" for key in needed if key not in table]
    for key, check in checks.items():
        if key in table and (allowed := check(table[key])):
            faults.append(value_fault(place, key, table[key], allowed))
    return faults


def value_fault(place: str, key: str, value: object, allowed: str) -> str:
    """The line for a value that is not allowed."""
    return f"{place}key '{key}': is {shown(value)}, allowed: {allowed}"


def tables_fault(value: object, key: str, most: int = TABLES_MAX) -> str:
    """Nothing for a list of one to ``most`` tables, else the fault."""
    if isinstance(value, list) and value and all(isinstance(table, dict) for table in value):
        return "" if len(value) <= most else f"key '{key}': stands {len(value)} times, allowed: up to {most}"
    return f"key '{key}': is {shown(value)}, allowed: one [[{key}]] table or more"


def did_you_mean(word: object, words: Iterable[str], quote: Callable[[str], str] | None = None) -> str:
    """The nearest of some words as the end of a fault; nothing when none is near."""
    near = get_close_matches(word.lower(), list(words), 1) if isinstance(word, str) else []
    return f"; did you mean {(quote or shown)(near[0])}?" if near else ""


def one_line(value: object) -> str:
    """One line of text, not blank."""
    if not isinstance(value, str) or not value.strip() or not _is_one_line(value):
        return "one line of text in quotes"
    return "" if len(value) <= LONGEST_LINE else f"one line of text in quotes, up to {LONGEST_LINE} characters"


def name_line(value: object) -> str:
    """One short line, such as a name or a version."""
    return one_line(value) or ("" if len(str(value)) <= 2 * LONGEST_WORD else "one line of up to 80 characters")


def phone_or_nothing(value: object) -> str:
    """A phone number as a person writes it, or nothing."""
    is_line = isinstance(value, str) and _is_one_line(value) and len(value) <= 2 * LONGEST_WORD
    is_phone = is_line and (value == "" or any(letter.isdigit() for letter in str(value)))
    return "" if is_phone else 'a phone number in quotes, or ""'


def iso_day(value: object) -> str:
    """A day as ``"2026-11-23"``."""
    try:
        if isinstance(value, str) and ISO_DAY.fullmatch(value) and date.fromisoformat(value):
            return ""
    except ValueError:
        pass
    return 'a day in quotes, such as "2026-11-23"'


def word(value: object) -> str:
    """A name as the command line takes it."""
    is_word = isinstance(value, str) and len(value) <= LONGEST_WORD and WORD.fullmatch(value) is not None
    return "" if is_word else f"small letters, digits and hyphens in quotes, up to {LONGEST_WORD} characters"


def words(value: object) -> str:
    """A list of everyday words, each once."""
    is_list = isinstance(value, list) and value and not any(one_line(item) for item in value)
    if not is_list or any(len(item) > LONGEST_WORD for item in _listed(value)):
        return f"a list of one or more words in quotes, each up to {LONGEST_WORD} characters"
    return _each_once([item.casefold() for item in _listed(value)])


def truth(value: object) -> str:
    """Yes or no."""
    return "" if isinstance(value, bool) else "true or false, without quotes"


def whole_number(low: int, high: int) -> Check:
    """A whole number from low to high."""

    def check(value: object) -> str:
        is_allowed = isinstance(value, int) and not isinstance(value, bool) and low <= value <= high
        is_pointed = isinstance(value, float) and value.is_integer() and low <= value <= high
        point = f", without a point: {value:.0f}" if is_pointed else ""
        return "" if is_allowed else f"a whole number from {low} to {high}{point}"

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
        is_known = isinstance(value, str) and value in known
        return "" if is_known else f"{', '.join(known)}{did_you_mean(value, known)}"

    return check


def some_of(words: Collection[str]) -> Check:
    """A list of at least one of some words, each once."""

    def check(value: object) -> str:
        unknown = [item for item in _listed(value) if not isinstance(item, str) or item not in words]
        if isinstance(value, list) and value and not unknown:
            return _each_once(value)
        allowed = f"a list of one or more of {', '.join(words)}"
        return allowed + "".join(did_you_mean(item, words) for item in unknown[:1])

    return check


def shown(value: object) -> str:
    """A value as a fault names it: as TOML writes it, on one line and not too long."""
    if isinstance(value, int) and abs(value) > LARGEST_SHOWN:
        return "a very large number"
    try:
        whole = _as_toml(value)
    except (ValueError, RecursionError):
        return "something very large"
    return whole if len(whole) <= LONGEST_SHOWN else f"{whole[:LONGEST_SHOWN]}..."


def shown_key(key: str) -> str:
    """A key as a fault names it."""
    whole = _printable(key)
    return f"'{whole if len(whole) <= LONGEST_SHOWN else whole[:LONGEST_SHOWN] + '...'}'"


def _as_toml(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return _printable(json.dumps(value, ensure_ascii=False))
        case list():
            return f"[{', '.join(_as_toml(item) for item in value)}]"
        case dict():
            return f"{{{', '.join(f'{_printable(key)} = {_as_toml(item)}' for key, item in value.items())}}}"
        case date() | time() | datetime():
            return value.isoformat()
        case _:
            return repr(value)


def _printable(text: str) -> str:
    return "".join(letter if letter.isprintable() else f"\\u{ord(letter):04x}" for letter in text)


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _each_once(items: list[str]) -> str:
    return "" if len(set(items)) == len(items) else "each word once"


def _is_one_line(value: str) -> bool:
    return len(value.splitlines()) <= 1 and all(character >= FIRST_PRINTABLE for character in value)


def _syntax_fault(error: str) -> str:
    found = SYNTAX_PLACE.fullmatch(error)
    if found is None:
        return _printable(error)
    place = f"line {found['line']}, column {found['column']}" if found["line"] else "the end of the file"
    return f"{place}: {_printable(found['what'])}"
