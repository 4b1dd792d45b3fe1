"""The table of a plan file's keys as CONTRIBUTING and the head of the shipped plan have it.

``python -m tests.plan_tables`` renews both, and the tables kept of the plan, after a change of
``journal/domain/plan_keys.py``.
"""

from pathlib import Path
from textwrap import wrap

from journal.domain.entry import HABITS, SYMPTOMS
from journal.domain.plan import Kind
from journal.domain.plan_keys import EVERY, HEAD_KEYS, KINDS, RULE_KEYS, Key
from tests import shipped_tables

ROOT = Path(__file__).resolve().parent.parent
PLAN = ROOT / "resources" / "plans" / "default.toml"
CONTRIBUTING = ROOT / "CONTRIBUTING.md"
HEAD_FROM, HEAD_TO = "# The head of the file:\n", "\nname = "
TABLE_FROM, TABLE_TO = "| Key | Kinds (*: may have) | Holds |\n", "\n\n"


def names(kind: Kind, *, needed: bool) -> str:
    """The keys of a kind that not every rule has."""
    found = [key for key in RULE_KEYS if not is_common(key) and kind in (key.needed if needed else key.optional)]
    return ", ".join(key.name for key in found)


def is_common(key: Key) -> bool:
    return EVERY in (key.needed, key.optional)


def kinds_of(key: Key) -> str:
    if is_common(key):
        return "every" if key.needed else "every*"
    return ", ".join([*key.needed, *(f"{kind}*" for kind in key.optional)])


def plan_head() -> str:
    """The comment before the first key of the shipped plan, from where the keys are listed."""
    lines = [f"#   {key.name:<14}{key.what}" for key in HEAD_KEYS]
    lines += ["#", "# The kinds of rule, with the keys that each needs and, in brackets, may have:"]
    for kind, what in KINDS.items():
        optional = names(kind, needed=False)
        keys = " ".join(part for part in (names(kind, needed=True), f"({optional})" if optional else "") if part)
        lines += [f"#   {kind:<12}{what}", f"#   {'':<12}{keys}"]
    common = [", ".join(key.name for key in RULE_KEYS if part(key) == EVERY) for part in (needs, may_have)]
    lines += ["#", f"# Every rule needs {common[0]}", f"# and may have {common[1]}.", "#", "# What the keys hold:"]
    lines += [f"#   {key.name:<15}{key.what}" for key in RULE_KEYS]
    lines += ["#", "# The signs that are asked:", *wrapped_words(SYMPTOMS)]
    lines += ["#", "# The habits that are known without a plan:", *wrapped_words(HABITS)]
    return HEAD_FROM + "\n".join(lines) + "\n"


def wrapped_words(words: tuple[str, ...]) -> list[str]:
    return [f"#   {line}" for line in wrap(", ".join(words), 110, break_on_hyphens=False)]


def needs(key: Key) -> tuple[Kind, ...]:
    return key.needed


def may_have(key: Key) -> tuple[Kind, ...]:
    return key.optional


def contributing_table() -> str:
    """The markdown table of all keys."""
    rows = [f"| `{key.name}` | head | {key.what} |" for key in HEAD_KEYS]
    rows += [f"| `{key.name}` | {kinds_of(key)} | {key.what} |" for key in RULE_KEYS]
    return TABLE_FROM + "|---|---|---|\n" + "\n".join(rows)


def between(text: str, start: str, end: str) -> str:
    """What stands in a file from ``start``, included, to ``end``."""
    first = text.index(start)
    return text[first : text.index(end, first)]


def renew() -> None:
    for path, start, end, made in (
        (PLAN, HEAD_FROM, HEAD_TO, plan_head()),
        (CONTRIBUTING, TABLE_FROM, TABLE_TO, contributing_table()),
    ):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(between(text, start, end), made), encoding="utf-8")
    shipped_tables.renew()


if __name__ == "__main__":
    renew()
