"""What commands print: JSON, tables, flags as lines. Standard output is UTF-8 everywhere."""

import json
import re
import sys
from collections.abc import Iterable, Sequence

from journal.domain.backup import Contents
from journal.domain.findings import Finding
from journal.domain.treatment import Treatment

DECIMALS = 6
BREAKS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def say(line: str = "") -> None:
    """One line on standard output; into nothing when there is none."""
    if sys.stdout is not None:
        sys.stdout.write(line + "\n")


def say_whole(text: str) -> None:
    """A text as it is, byte for byte, with nothing before or after it."""
    if sys.stdout is not None:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8"))


def complain(line: str) -> None:
    """One plain line on standard error, whatever is in it."""
    if sys.stderr is not None:
        sys.stderr.write(one_line(line) + "\n")


def one_line(text: str) -> str:
    """The text with line breaks and control characters as spaces, everything else as it is."""
    return BREAKS.sub(" ", text)


def say_json(value: object) -> None:
    """A value as JSON."""
    say(json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False))


def rounded(value: float) -> float:
    """A computed value without its last digits of noise."""
    return round(value, DECIMALS)


def say_table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Columns under their heads, left aligned."""
    cells = [heads, *rows]
    widths = [max(len(row[column]) for row in cells) for column in range(len(heads))]
    for row in cells:
        say("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def flag_line(finding: Finding) -> str:
    """A flag as one line: its tier, or "in force", its text and its rule."""
    word = finding.tier.word if finding.is_met else "in force"
    return f"{word}: {one_line(finding.rule.text)} [{finding.rule.id}]"


def contents_line(found: Contents) -> str:
    """What a journal holds, counted."""
    last = "" if found.last_day is None else f", last entry {found.last_day.isoformat()}"
    return f"{plural(found.days, 'day')}, {plural(found.photos, 'photo')}{last}"


def plural(count: int, word: str) -> str:
    """A counted English word."""
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def treatment_line(treatment: Treatment) -> str:
    """A treatment as one line."""
    when = f"{treatment.day.isoformat()} {treatment.slot or treatment.at.strftime('%H:%M')}"
    depth = "depth unknown" if treatment.depth_mm is None else f"{treatment.depth_mm:g} mm"
    parts = [when, depth, *(["RF"] if treatment.rf else []), *treatment.areas]
    parts += [f"with {name}" for name in treatment.add_ons]
    parts += [text for text in (treatment.provider, treatment.note) if text]
    return one_line(f"Treatment {treatment.number}: " + ", ".join(parts))
