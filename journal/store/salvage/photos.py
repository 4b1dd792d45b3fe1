"""The pictures of a damaged journal: each copy by its checksum, the original by its SHA-256; what is left makes up."""

from collections.abc import Callable, Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from journal.domain.backup import Fault, FaultKind
from journal.domain.photo import Copy, Photo, PreparedPhoto, View
from journal.store import opening, rows
from journal.store.journal_store import JournalStore
from journal.store.salvage.source import DamagedFile, Shape

if TYPE_CHECKING:
    from sqlite3 import Connection

    from journal.store.key import Key
    from journal.store.rows import Stamp

Remake = Callable[[bytes], PreparedPhoto | None]
"""A photo made of a picture's bytes; None when they are no whole picture."""
LIST = Shape(name=rows.PICTURE, columns=("photo_id", "copy"), has_row_key=False, index="sqlite_autoindex_picture_1")
_INSERT = f"INSERT OR REPLACE INTO {rows.PICTURE} (photo_id, copy, data, checksum) VALUES (?, ?, ?, ?)"


def photos_taken(connection: "Connection", shape: Shape, damaged: DamagedFile, remake: Remake) -> list[Fault]:
    """The pictures of every photo that has a row in the new journal; rows without any picture go. What is lost."""
    wanted = dict(connection.execute(f"SELECT id, sha256 FROM {rows.PHOTO.name}").fetchall())
    places = _places(damaged)
    missing: set[tuple[int, str]] = set()
    for photo_id, original in wanted.items():
        for copy in Copy:
            data = _by_engine(damaged, places.get((photo_id, copy)))
            if data is None or not _is_whole(copy, *data, original):
                missing.add((photo_id, copy))
            else:
                connection.execute(_INSERT, (photo_id, copy, data[1], data[0]))
    if missing:
        for photo_id, name, loose, checksum in _loose(damaged):
            if (photo_id, name) in missing and _is_whole(name, checksum, loose, wanted[photo_id]):
                connection.execute(_INSERT, (photo_id, name, loose, checksum))
                missing.discard((photo_id, name))
    return [
        fault
        for photo_id in sorted({photo_id for photo_id, _ in missing})
        for fault in _made_up(connection, shape, photo_id, remake)
    ]


def _places(damaged: DamagedFile) -> dict[tuple[object, object], int]:
    found = damaged.table(LIST)
    return {(row[0], row[1]): rowid for rowid, row in found.rows.items()}


def _by_engine(damaged: DamagedFile, rowid: int | None) -> tuple[int, bytes] | None:
    if rowid is None:
        return None
    row = damaged.value(f"SELECT checksum, data FROM {rows.PICTURE} WHERE rowid = ?", (rowid,))
    if row is None or not isinstance(row[0], int) or not isinstance(row[1], bytes):
        return None
    return row[0], row[1]


def _loose(damaged: DamagedFile) -> Iterator[tuple[int, str, bytes, int]]:
    for record in damaged.streamed():
        match record:
            case (int(photo_id), str(copy), bytes(data), int(checksum)):
                yield photo_id, copy, data, checksum


def _is_whole(copy: str, checksum: int, data: bytes, name: str) -> bool:
    if copy == Copy.ORIGINAL:
        return sha256(data).hexdigest() == name
    return rows.picture_checksum(data) == checksum


def _made_up(connection: "Connection", shape: Shape, photo_id: int, remake: Remake) -> Iterator[Fault]:
    """A photo with pictures missing: its small copies are made anew, or a small copy takes the original's place."""
    there = dict(
        connection.execute(f"SELECT copy, data FROM {rows.PICTURE} WHERE photo_id = ?", (photo_id,)).fetchall()
    )
    for copy in Copy:
        made = remake(bytes(there[copy])) if copy in there else None
        if made is None:
            continue
        if copy is Copy.ORIGINAL:
            _put(connection, photo_id, made)
            return
        if _is_new(connection, made):
            _put(connection, photo_id, made)
            _change_facts(connection, shape, photo_id, made)
            yield Fault(where=f"photo {photo_id}", kind=FaultKind.SMALLER)
            return
    connection.execute(f"DELETE FROM {rows.PICTURE} WHERE photo_id = ?", (photo_id,))
    connection.execute(f"DELETE FROM {rows.PHOTO.name} WHERE id = ?", (photo_id,))
    yield Fault(where=f"photo {photo_id}", kind=FaultKind.UNREADABLE)


def _is_new(connection: "Connection", made: PreparedPhoto) -> bool:
    found = connection.execute(f"SELECT 1 FROM {rows.PHOTO.name} WHERE sha256 = ?", (made.sha256,))
    return found.fetchone() is None


def _put(connection: "Connection", photo_id: int, made: PreparedPhoto) -> None:
    for copy, data in (
        (Copy.ORIGINAL, made.original),
        (Copy.DISPLAY, made.display),
        (Copy.THUMBNAIL, made.thumbnail),
    ):
        connection.execute(_INSERT, (photo_id, copy, data, rows.picture_checksum(data)))


def _change_facts(connection: "Connection", shape: Shape, photo_id: int, made: PreparedPhoto) -> None:
    """What the row says of the picture becomes what is there now; its day and view stay."""
    changed = {
        "width": made.width,
        "height": made.height,
        "sha256": made.sha256,
        "bytes": len(made.original),
        "media_type": made.media_type,
    }
    select = f"SELECT {', '.join(shape.columns)} FROM {shape.name} WHERE id = ?"
    row = dict(zip(shape.columns, connection.execute(select, (photo_id,)).fetchone(), strict=True)) | changed
    row["checksum"] = rows.checksum([row[shape.columns[place]] for place in shape.summed])
    updates = ", ".join(f"{name} = ?" for name in row)
    connection.execute(f"UPDATE {shape.name} SET {updates} WHERE id = ?", (*row.values(), photo_id))


def orphans_taken(part: Path, key: "Key | None", damaged: DamagedFile, stamp: "Stamp", remake: Remake) -> list[Fault]:
    """Originals whose row is lost: taken in anew, on the day that the camera wrote, else on the stamp's."""
    store = JournalStore(part, opening.open_existing(part, key), key=key)
    with closing(store):
        known = {photo_id for (photo_id,) in store.connection.execute(f"SELECT id FROM {rows.PHOTO.name}")}
        places = _places(damaged)
        lost = []
        for photo_id, copy in sorted(places, key=repr):
            if copy == Copy.ORIGINAL and photo_id not in known:
                data = _by_engine(damaged, places[photo_id, copy])
                made = remake(data[1]) if data and rows.picture_checksum(data[1]) == data[0] else None
                is_taken = made is not None and _taken_in(store, made, stamp)
                kind = FaultKind.FACTS if is_taken else FaultKind.UNREADABLE
                lost.append(Fault(where=f"photo {photo_id}", kind=kind))
    return lost


def _taken_in(store: JournalStore, made: PreparedPhoto, stamp: "Stamp") -> bool:
    photo = Photo(
        day=(made.captured_at or stamp.at).date(),
        view=View.FRONT,
        width=made.width,
        height=made.height,
        captured_at=made.captured_at,
        sha256=made.sha256,
        bytes=len(made.original),
        media_type=made.media_type,
        added_at=stamp.at,
        name=made.name,
    )
    return store.add_photo(photo, made, stamp) is not None
