"""The tables of the shipped plan and curve as JSON, which the start reads instead of their TOML.

``python -m tests.shipped_tables`` renews both after a change of either TOML file.
"""

from pathlib import Path

from journal.domain.sound_tables import kept_tables
from journal.domain.toml_checks import parsed

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
SHIPPED = (RESOURCES / "plans" / "default.toml", RESOURCES / "curves" / "default.toml")


def tables_of(toml: Path) -> str:
    """The JSON that belongs beside a shipped file."""
    text = toml.read_text(encoding="utf-8")
    return kept_tables(text, parsed(text, toml.name))


def renew() -> None:
    for toml in SHIPPED:
        toml.with_suffix(".json").write_text(tables_of(toml), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    renew()
