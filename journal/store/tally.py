"""How many rows each small table has and what their checksums add up to, kept in the file itself.

A row's checksum tells that the row is what was written; that one is missing, or older than the last one written, it
cannot tell. So every change of a row changes the tally in the same transaction, and what is read whole is held against
it. In the file it is one row, of JSON: for each table its rows and the sum of their checksums.
"""

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple, cast

from journal.domain.errors import JournalUnavailable, Trouble
from journal.store import database, rows
from journal.store.rows import Row, Table, Value

if TYPE_CHECKING:
    from sqlite3 import Connection

SINCE = 3
"""The first schema that keeps it."""
ID = 1
TEXT_MAX = 2_000
"""Bytes, several times what is ever written: a file from elsewhere may hold any text, and every opening reads it."""
_NAMES = {table.name for table in rows.SMALL_TABLES}
SELECT = f"{rows.TALLY.select_one} AND octet_length(counts) <= {TEXT_MAX}"


class Count(NamedTuple):
    """What one table comes to."""

    rows: int
    checksums: int
    """Their sum."""


def is_kept(connection: "Connection") -> bool:
    """Whether the file is of a schema that has a tally."""
    return database.number(connection, "user_version") >= SINCE


def noted(connection: "Connection") -> Mapping[str, Count]:
    """What the file says of its tables. Raises ``JournalUnavailable`` (``DAMAGED``) when it does not say it soundly."""
    return noted_in(connection.execute(SELECT, (ID,)).fetchone())


def noted_in(stored: tuple[object, ...] | None) -> Mapping[str, Count]:
    """What a stored row says, with its checksum. Raises as ``noted`` does."""
    try:
        _, text = rows.checked(cast("tuple[Value, ...]", stored or ()))
        said = {} if len(str(text)) > TEXT_MAX else json.loads(str(text))
        counts = {str(name): Count(*map(rows.whole, count)) for name, count in said.items()}
    except (ValueError, TypeError, IndexError, AttributeError, RecursionError) as error:
        raise JournalUnavailable(Trouble.DAMAGED, rows.TALLY.name) from error
    if counts.keys() != _NAMES:
        raise JournalUnavailable(Trouble.DAMAGED, rows.TALLY.name)
    return counts


def reckoned(connection: "Connection", table: Table) -> Count:
    """What the rows of a table come to, as they lie there."""
    sql = f"SELECT count(*), coalesce(sum(checksum), 0) FROM {table.name} NOT INDEXED"
    return Count(*connection.execute(sql).fetchone())


def counted(checksums: Iterable[int]) -> Count:
    """What rows with these checksums come to."""
    found = [*checksums]
    return Count(len(found), sum(found))


def refuse_other(connection: "Connection", table: Table, found: Count) -> None:
    """Raises ``JournalUnavailable`` (``DAMAGED``) when a table's rows are not those that were written."""
    if is_kept(connection) and noted(connection)[table.name] != found:
        raise JournalUnavailable(Trouble.DAMAGED, table.name)


def refuse_fewer(connection: "Connection", table: Table, index: str) -> None:
    """Raises ``JournalUnavailable`` (``DAMAGED``) when an index does not name as many rows as were written."""
    (named,) = connection.execute(f"SELECT count(*) FROM {table.name} INDEXED BY {index}").fetchone()
    if is_kept(connection) and noted(connection)[table.name].rows != named:
        raise JournalUnavailable(Trouble.DAMAGED, table.name)


def put(connection: "Connection", table: Table, row: Row) -> None:
    """Insert a row or write it over the one of the same key, inside a transaction. Raises as ``noted`` does."""
    checksum = rows.checksum(row)
    old = _checksums(connection, table, (row[0],))
    connection.execute(table.put, (*row, checksum))
    _shift(connection, table, 1 - len(old), checksum - sum(old))


def delete(connection: "Connection", table: Table, gone: Iterable[str | int]) -> None:
    """Delete the rows of these keys, inside a transaction. Raises as ``noted`` does."""
    keys = tuple(gone)
    old = _checksums(connection, table, keys)
    connection.executemany(f"DELETE FROM {table.name} WHERE {table.key} = ?", [(key,) for key in keys])
    _shift(connection, table, -len(old), -sum(old))


def note(connection: "Connection") -> None:
    """Reckon every table anew, inside the transaction that has just filled them all."""
    _write(connection, {table.name: reckoned(connection, table) for table in rows.SMALL_TABLES})


def _checksums(connection: "Connection", table: Table, keys: Iterable[Value]) -> list[int]:
    sql = f"SELECT checksum FROM {table.name} WHERE {table.key} = ?"
    found = (connection.execute(sql, (key,)).fetchone() for key in keys)
    return [row[0] for row in found if row is not None]


def _shift(connection: "Connection", table: Table, more: int, checksums: int) -> None:
    if is_kept(connection):
        counts = dict(noted(connection))
        old = counts[table.name]
        counts[table.name] = Count(old.rows + more, old.checksums + checksums)
        _write(connection, counts)


def _write(connection: "Connection", counts: Mapping[str, Count]) -> None:
    row = (ID, rows.json_text(counts))
    connection.execute(rows.TALLY.put, (*row, rows.checksum(row)))
