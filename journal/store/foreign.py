"""What a journal's schema may be made of. A file from elsewhere can carry code that runs when it is read: refused.

A journal has the tables and indexes that this program makes, and nothing that is reckoned: no views, triggers, virtual
tables, generated columns, checks, collations, partial or other indexes. So a statement of its schema holds nothing but
the words below. Source: https://sqlite.org/security.html.
"""

import re
from typing import TYPE_CHECKING

from journal.domain.errors import JournalUnavailable, Trouble
from journal.store import rows

if TYPE_CHECKING:
    from sqlite3 import Connection

MIGRATIONS_TABLE = "_sqlite_migrations"
STATEMENT_MAX = 4000
TABLES = frozenset({*(table.name for table in rows.SMALL_TABLES), rows.PICTURE, rows.TALLY.name, MIGRATIONS_TABLE})
INDEXES = {
    "idx__sqlite_migrations_migration_set_name": MIGRATIONS_TABLE,
    "idx_entry_version_day": rows.ENTRY_VERSION.name,
    "idx_photo_sha256": rows.PHOTO.name,
    "idx_photo_day": rows.PHOTO.name,
}
_COLUMNS = frozenset(
    {
        *(column for table in (*rows.SMALL_TABLES, rows.TALLY) for column in table.columns),
        *("checksum", "photo_id", "copy", "data"),
        *("migration_set", "applied_at"),
    }
)
_ORDERS = frozenset(
    {"create", "table", "unique", "index", "on", "primary", "key", "not", "null", "references", "default"}
)
_TYPES = frozenset({"strict", "text", "integer", "real", "blob"})
_DEFAULTS = frozenset({"''", "'given'", "0"})
_WORDS = TABLES | INDEXES.keys() | _COLUMNS | _ORDERS | _TYPES | _DEFAULTS | frozenset("(),")
_PIECES = re.compile(r"\s+|\"(\w+)\"|\[(\w+)\]|`(\w+)`|(\w+|'\w*'|.)", re.DOTALL)


def refuse_foreign_schema(connection: "Connection", *, besides: str = "") -> None:
    """Raises ``JournalUnavailable`` (``NOT_A_JOURNAL``) when a file holds more than a journal has.

    ``besides``: a statement that may be there too, to the letter.
    """
    for kind, name, table, sql in connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema"):
        if besides and sql == besides:
            continue
        if not _is_ours(kind, name, table, sql):
            raise JournalUnavailable(Trouble.NOT_A_JOURNAL, str(name))


def _is_ours(kind: object, name: object, table: object, sql: object) -> bool:
    if kind == "index" and sql is None:  # what the engine makes by itself for a key
        return table in TABLES and name == f"sqlite_autoindex_{table}_1"
    if not isinstance(sql, str) or len(sql) > STATEMENT_MAX or not _pieces(sql) <= _WORDS:
        return False
    if kind == "index":
        return INDEXES.get(str(name)) == table
    return kind == "table" and name in TABLES and (name == MIGRATIONS_TABLE or "strict" in _pieces(sql))


def _pieces(sql: str) -> set[str]:
    """The words and signs of a statement, names without their quotes, in small letters."""
    found = {"".join(filter(None, match.groups())).lower() for match in _PIECES.finditer(sql)}
    return found - {""}
