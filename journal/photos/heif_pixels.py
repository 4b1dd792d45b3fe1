"""How many pixels a HEIF file has its decoder make, by its boxes: a small one can name a large tile a thousand times.

What cannot be read here is left to the decoder, which refuses it. No Pillow. Source: ISO/IEC 14496-12 and 23008-12.
"""

import struct
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

DEEP = 8
"""Grids of grids: more than any camera writes; deeper ones count as more than can be made."""
BEYOND = 1 << 62
VERSIONED = 4


@dataclass(slots=True)
class _Items:
    """The pictures of a file by their numbers: the size each tells, and those that it is made of."""

    sizes: dict[int, int] = field(default_factory=dict)
    parts: dict[int, list[int]] = field(default_factory=dict)
    known: dict[int, int] = field(default_factory=dict)

    def made_for(self, item: int, deep: int = 0) -> int:
        """Pixels that are decoded for one item: its own, or those of its parts as often as they are named."""
        if deep > DEEP:
            return BEYOND
        if item not in self.known:
            self.known[item] = BEYOND  # for those that are made of themselves
            parts = Counter(self.parts.get(item, ()))
            made = sum(times * self.made_for(part, deep + 1) for part, times in parts.items())
            self.known[item] = made if parts else self.sizes.get(item, 0)
        return self.known[item]


def decoded_pixels(data: bytes) -> int:
    """The most that any picture of the file takes; 0 where its boxes cannot be read."""
    items = _Items()
    try:
        for kind, start, stop in _boxes(data, 0, len(data)):
            if kind == b"meta":
                _read_meta(items, data, start + VERSIONED, stop)
    except (struct.error, IndexError):
        return 0
    return max((items.made_for(item) for item in {*items.sizes, *items.parts}), default=0)


def _boxes(data: bytes, place: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """Kind, begin and end of what each box holds."""
    while place + 8 <= end:
        size, kind = struct.unpack_from(">I4s", data, place)
        start = place + 8
        if size == 1:
            (size,) = struct.unpack_from(">Q", data, start)
            start += 8
        stop = end if size == 0 else min(end, place + size)
        if stop < start:
            return
        yield kind, start, stop
        place = stop


def _read_meta(items: _Items, data: bytes, start: int, stop: int) -> None:
    for kind, first, last in _boxes(data, start, stop):
        if kind == b"iref":
            _read_references(items, data, first, last)
        elif kind == b"iprp":
            _read_sizes(items, data, first, last)


def _read_references(items: _Items, data: bytes, start: int, stop: int) -> None:
    code, wide = ("I", 4) if data[start] else ("H", 2)
    for kind, first, _ in _boxes(data, start + VERSIONED, stop):
        if kind == b"dimg":
            item, count = struct.unpack_from(f">{code}H", data, first)
            items.parts.setdefault(item, []).extend(struct.unpack_from(f">{count}{code}", data, first + wide + 2))


def _read_sizes(items: _Items, data: bytes, start: int, stop: int) -> None:
    sizes: list[int] = []
    for kind, first, last in _boxes(data, start, stop):
        if kind == b"ipco":
            sizes = [_size(data, place) if name == b"ispe" else 0 for name, place, _ in _boxes(data, first, last)]
        elif kind == b"ipma":
            for item, number in _ties(data, first):
                if 0 < number <= len(sizes):
                    items.sizes[item] = max(items.sizes.get(item, 0), sizes[number - 1])


def _size(data: bytes, place: int) -> int:
    width, height = struct.unpack_from(">II", data, place + VERSIONED)
    return int(width) * int(height)


def _ties(data: bytes, place: int) -> Iterator[tuple[int, int]]:
    """Each item with the number of each of its properties, from 1."""
    item_code, wide = ("I", 4) if data[place] else ("H", 2)
    code, bits = ("H", 0x7FFF) if data[place + 3] & 1 else ("B", 0x7F)
    (count,) = struct.unpack_from(">I", data, place + 4)
    place += 8
    for _ in range(count):
        (item,) = struct.unpack_from(f">{item_code}", data, place)
        numbers = struct.unpack_from(f">{data[place + wide]}{code}", data, place + wide + 1)
        place += wide + 1 + struct.calcsize(f">{len(numbers)}{code}")
        for number in numbers:
            yield item, number & bits
