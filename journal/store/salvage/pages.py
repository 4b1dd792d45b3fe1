"""Rows read from the pages of a file in the open, without the engine: for tables whose upper pages are gone.

Only leaves of tables are looked at, pages that are free are left out. What a record is worth, its checksum says.
Source of the format: https://sqlite.org/fileformat2.html.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

Value = int | float | str | bytes | None
Record = tuple[Value, ...]

HEADER_BYTES = 100
LEAF = 0x0D
PAGE_BYTES = 4096
RECORD_MAX = 500_000_000
_FIXED_LENGTHS = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)
_REAL = 7


@dataclass(frozen=True, slots=True)
class _File:
    file: BinaryIO
    size: int
    usable: int
    count: int

    def page(self, number: int) -> bytes:
        """A page by its number, from 1."""
        if not 1 <= number <= self.count:
            raise ValueError(number)
        self.file.seek((number - 1) * self.size)
        return self.file.read(self.size)


def records(path: Path) -> Iterator[tuple[int, Record]]:
    """Every record of every table's leaves that can be decoded, with its rowid. Raises ``OSError``."""
    with path.open("rb") as file:
        pages = _described(file, path.stat().st_size)
        free = _free_pages(pages)
        for number in range(1, pages.count + 1):
            if number not in free:
                yield from _of_page(pages, number)


def _described(file: BinaryIO, length: int) -> _File:
    header = file.read(HEADER_BYTES)
    size = int.from_bytes(header[16:18], "big") or PAGE_BYTES
    if size == 1 or size < 512 or size & (size - 1):
        size = 65536 if size == 1 else PAGE_BYTES
    reserved = header[20] if len(header) > 20 and header[20] < 100 else 0
    return _File(file, size, size - reserved, length // size)


def _free_pages(pages: _File) -> set[int]:
    free: set[int] = set()
    try:
        trunk = int.from_bytes(pages.page(1)[32:36], "big")
        while trunk and trunk not in free:
            free.add(trunk)
            page = pages.page(trunk)
            count = min(int.from_bytes(page[4:8], "big"), pages.usable // 4 - 2)
            free |= {int.from_bytes(page[8 + 4 * place : 12 + 4 * place], "big") for place in range(count)}
            trunk = int.from_bytes(page[:4], "big")
    except ValueError:
        return free
    return free


def _of_page(pages: _File, number: int) -> Iterator[tuple[int, Record]]:
    page = pages.page(number)
    start = HEADER_BYTES if number == 1 else 0
    if page[start] != LEAF:
        return
    for cell in range(min(int.from_bytes(page[start + 3 : start + 5], "big"), pages.size // 4)):
        place = start + 8 + 2 * cell
        try:
            yield _cell(pages, page, int.from_bytes(page[place : place + 2], "big"))
        except (ValueError, IndexError, UnicodeDecodeError):
            continue


def _cell(pages: _File, page: bytes, place: int) -> tuple[int, Record]:
    length, place = _varint(page, place)
    rowid, place = _varint(page, place)
    if rowid >= 1 << 63:
        rowid -= 1 << 64
    return rowid, _decoded(_payload(pages, page, place, length))


def _payload(pages: _File, page: bytes, place: int, length: int) -> bytes:
    if length > min(RECORD_MAX, pages.size * pages.count):
        raise ValueError(length)
    local, most = length, pages.usable - 35
    if length > most:
        least = (pages.usable - 12) * 32 // 255 - 23
        local = least + (length - least) % (pages.usable - 4)
        local = local if local <= most else least
    parts = [page[place : place + local]]
    left = length - local
    following = int.from_bytes(page[place + local : place + local + 4], "big") if left else 0
    while left > 0:
        more = pages.page(following)
        parts.append(more[4 : min(pages.usable, 4 + left)])
        left -= len(parts[-1])
        following = int.from_bytes(more[:4], "big")
    return b"".join(parts)


def _decoded(payload: bytes) -> Record:
    end, place = _varint(payload, 0)
    values: list[Value] = []
    body = end
    while place < end:
        kind, place = _varint(payload, place)
        length = _length(kind)
        if body + length > len(payload):
            raise ValueError(kind)
        values.append(_value(kind, payload[body : body + length]))
        body += length
    return tuple(values)


def _length(kind: int) -> int:
    if kind < len(_FIXED_LENGTHS):
        return _FIXED_LENGTHS[kind]
    if kind < 12:
        raise ValueError(kind)
    return (kind - 12) // 2


def _value(kind: int, data: bytes) -> Value:
    if kind == 0:
        return None
    if kind >= 12:
        return data.decode("utf-8") if kind % 2 else data
    if kind == _REAL:
        import struct  # late: few tables hold fractions

        return float(struct.unpack(">d", data)[0])
    return kind - 8 if kind in (8, 9) else int.from_bytes(data, "big", signed=True)


def _varint(data: bytes, place: int) -> tuple[int, int]:
    """A number of up to nine bytes and the place behind it. Raises ``IndexError``."""
    value = 0
    for step in range(8):
        byte = data[place + step]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + step + 1
    return value << 8 | data[place + 8], place + 9
