"""Absurd HEIF files made by hand: sizes, grids, places and references that no camera writes. One is sound."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO
from itertools import pairwise

import pillow_heif
from PIL import Image

HUGE = 0xFFFFFFFF
SIDE, LARGE = 64, 2000
"""Of one tile, in pixels."""
TILE, GRID = 1, 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Heif:
    """What a file says: the side of a tile and, if told otherwise, as what; the size and the grid (columns, rows) that
    are told; where the data lie; who refers to whom.

    ``references``: pairs of an item and the items it is made of. ``primary`` is what is shown.
    """

    side: int = SIDE
    size: tuple[int, int] = (SIDE, SIDE)
    told: int | None = None
    grid: tuple[int, int] = (1, 1)
    tiles: int = 1
    move: int = 0
    length: int | None = None
    extents: int = 1
    references: tuple[tuple[int, tuple[int, ...]], ...] = ((GRID, (TILE,)),)
    primary: int = GRID


def absurd() -> dict[str, bytes]:
    """The files, by what is absurd about them; the one called "sound" is not."""
    huge = (HUGE, HUGE)
    many = tuple(range(TILE, TILE + 100))
    files = {
        "sound": Heif(),
        "larger than its one tile": Heif(size=(30_000, 30_000)),
        "a size beyond all": Heif(size=huge),
        "as wide as can be, one line high": Heif(size=(HUGE, 1)),
        "no size": Heif(size=(0, 0)),
        "a grid of 256 by 256 of one tile": Heif(size=(256 * SIDE, 256 * SIDE), grid=(256, 256)),
        "a grid of 256 by 256, all the same tile": Heif(
            size=(9_900, 9_900), grid=(256, 256), references=((GRID, (TILE,) * 65_535),)
        ),
        "a grid of 100 by 100 within the limit": Heif(
            size=(100 * SIDE, 100 * SIDE), grid=(100, 100), references=((GRID, (TILE,) * 10_000),)
        ),
        "more tiles than places": Heif(tiles=100, references=((GRID, many),)),
        "more places than tiles": Heif(size=(640, 640), grid=(10, 10), tiles=3, references=((GRID, (1, 2, 3)),)),
        "made of itself": Heif(references=((GRID, (GRID,)),)),
        "two grids made of each other": Heif(references=((GRID, (GRID + 1,)), (GRID + 1, (GRID,)))),
        "made of what is not there": Heif(references=((GRID, (9_999,)),)),
        "made of nothing": Heif(references=()),
        "a primary that is not there": Heif(primary=9_999),
        "data beyond the end of the file": Heif(move=1_000_000),
        "data at the end of all files": Heif(move=HUGE - 10_000),
        "data longer than the file": Heif(length=HUGE),
        "no data": Heif(length=0),
        "ten thousand pieces of the same data": Heif(extents=10_000),
    }
    large = Heif(side=LARGE, grid=(31, 31), references=((GRID, (TILE,) * 961),))
    files |= {"a large tile a thousand times": large, "the same, told as small": replace(large, told=SIDE)}
    files |= {f"{depth} grids in a row": _in_a_row(depth) for depth in (3, 50)}
    return {name: heif(file) for name, file in files.items()}


def _in_a_row(depth: int) -> Heif:
    """Each grid is made of the next one ten times over, the last of the tile."""
    numbers = (*range(GRID, GRID + depth), TILE)
    pairs = pairwise(numbers)
    grid = (2, 5)
    return Heif(size=(128, 320), grid=grid, references=tuple((one, (other,) * 10) for one, other in pairs))


def heif(file: Heif) -> bytes:
    """The bytes."""
    setup, coded = _coded(file.side)
    head = _box(b"ftyp", b"heic", bytes(4), b"mif1heic")
    empty = _meta(file, setup, 0, len(coded))
    place = len(head) + len(empty) + 8
    return head + _meta(file, setup, place, len(coded)) + _box(b"mdat", coded)


@cache
def _coded(side: int) -> tuple[bytes, bytes]:
    """The decoder's set-up box and the data of one tile, as an encoder makes them."""
    stream = BytesIO()
    pillow_heif.from_pillow(Image.new("RGB", (side, side), "gray")).save(stream, format="HEIF")
    data = stream.getvalue()
    start = data.index(b"hvcC") - 4
    setup = data[start : start + int.from_bytes(data[start : start + 4], "big")]
    return setup, data[data.index(b"mdat") + 4 :]


def _meta(file: Heif, setup: bytes, place: int, length: int) -> bytes:
    tiles, grids = list(range(TILE, TILE + file.tiles)), sorted({GRID, *(one for one, _ in file.references)})
    columns, rows = file.grid
    description = struct.pack(">BBBBII", 0, 1, rows - 1, columns - 1, *file.size)
    parts = (
        _full(b"hdlr", bytes(4), b"pict", bytes(13)),
        _full(b"pitm", struct.pack(">H", file.primary)),
        _full(b"iinf", struct.pack(">H", len(tiles) + len(grids)), *_infos(tiles, b"hvc1"), *_infos(grids, b"grid")),
        _locations(file, tiles, grids, (place + file.move) & HUGE, length if file.length is None else file.length),
        _full(b"iref", *(_reference(one, others) for one, others in file.references)),
        _properties(file, setup, tiles, grids),
        _box(b"idat", description),
    )
    return _full(b"meta", *parts)


def _infos(items: list[int], kind: bytes) -> Iterator[bytes]:
    for item in items:
        yield _full(b"infe", struct.pack(">HH", item, 0), kind, b"\0", version=2)


def _locations(file: Heif, tiles: list[int], grids: list[int], place: int, length: int) -> bytes:
    """Places of four bytes; tiles lie in the file, the descriptions of grids beside the boxes."""
    head = struct.pack(">BBH", 0x44, 0, len(tiles) + len(grids))
    of_tiles = [
        struct.pack(">HHHH", item, 0, 0, file.extents) + struct.pack(">II", place, length) * file.extents
        for item in tiles
    ]
    of_grids = [struct.pack(">HHHHII", item, 1, 0, 1, 0, 12) for item in grids]
    return _full(b"iloc", head, *of_tiles, *of_grids, version=1)


def _reference(one: int, others: tuple[int, ...]) -> bytes:
    return _box(b"dimg", struct.pack(f">HH{len(others)}H", one, len(others), *others))


def _properties(file: Heif, setup: bytes, tiles: list[int], grids: list[int]) -> bytes:
    side = file.told or file.side
    sizes = [_full(b"ispe", struct.pack(">II", *size)) for size in ((side, side), file.size)]
    tied = [struct.pack(">HBBB", item, 2, 1, 0x83) for item in tiles]
    tied += [struct.pack(">HBB", item, 1, 2) for item in grids]
    ties = _full(b"ipma", struct.pack(">I", len(tied)), *tied)
    return _box(b"iprp", _box(b"ipco", *sizes, setup), ties)


def _box(kind: bytes, *parts: bytes) -> bytes:
    data = b"".join(parts)
    return struct.pack(">I", len(data) + 8) + kind + data


def _full(kind: bytes, *parts: bytes, version: int = 0) -> bytes:
    return _box(kind, bytes([version, 0, 0, 0]), *parts)
