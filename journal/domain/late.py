"""Values worked out when they are first asked for, and then kept: ten years of them need not wait for the first screen.

Seen from outside they are immutable: the same question always gets the same answer.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Generic, TypeVar, overload

from journal.domain.photo import Photo

Key = TypeVar("Key")
Source = TypeVar("Source")
Value = TypeVar("Value")


class LateMapping(Mapping[Key, Value], Generic[Key, Source, Value]):
    """A mapping whose values are made from their sources one by one. Does not notice changes to ``sources``."""

    def __init__(
        self, sources: Mapping[Key, Source], make: Callable[[Source], Value], made: Mapping[Key, Value] | None = None
    ) -> None:
        self._sources = dict(sources)
        self._make = make
        self._made = dict(made or {})

    def __getitem__(self, key: Key) -> Value:
        if key not in self._made:
            self._made[key] = self._make(self._sources[key])
        return self._made[key]

    def __iter__(self) -> Iterator[Key]:
        yield from self._sources
        yield from (key for key in self._made if key not in self._sources)

    def __len__(self) -> int:
        return len(self._sources.keys() | self._made.keys())

    def __contains__(self, key: object) -> bool:
        return key in self._made or key in self._sources

    def changed(self, key: Key, value: Value | None) -> "LateMapping[Key, Source, Value]":
        """The same with one value replaced or (None) taken away; the others stay unmade."""
        sources = {other: source for other, source in self._sources.items() if other != key}
        made = {other: known for other, known in self._made.items() if other != key}
        return LateMapping(sources, self._make, made if value is None else {**made, key: value})


def changed(values: Mapping[Key, Value], key: Key, value: Value | None) -> Mapping[Key, Value]:
    """Any mapping with one value replaced or (None) taken away."""
    if isinstance(values, LateMapping):
        return values.changed(key, value)
    others = {other: known for other, known in values.items() if other != key}
    return others if value is None else {**others, key: value}


class PhotoBook(Sequence[Photo]):
    """All photos by day, view and id. Read whole when all are asked for; a single day can be read by itself."""

    def __init__(
        self, read: Callable[[], Iterable[Photo]], read_day: Callable[[date], Iterable[Photo]] | None = None
    ) -> None:
        self._read = read
        self._read_day = read_day
        self._all: tuple[Photo, ...] | None = None
        self._days: dict[date, tuple[Photo, ...]] = {}

    @property
    def is_read(self) -> bool:
        """Whether all are there; what is read from now on may be newer than a day that was read by itself."""
        return self._all is not None or self._read_day is None

    @property
    def all(self) -> tuple[Photo, ...]:
        """Every photo, in order."""
        if self._all is None:
            self._all = _in_order(self._read())
        return self._all

    def on(self, day: date) -> tuple[Photo, ...]:
        """The photos of one day, by view and id."""
        if day not in self._days:
            self._days[day] = self._found(day)
        return self._days[day]

    def _found(self, day: date) -> tuple[Photo, ...]:
        if self._all is None and self._read_day is not None:
            return _in_order(self._read_day(day))
        first = bisect_right(self.all, day, key=lambda photo: photo.day)
        found = []
        while first and self.all[first - 1].day == day:
            first -= 1
            found.append(self.all[first])
        return tuple(reversed(found))

    @overload
    def __getitem__(self, index: int) -> Photo: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Photo, ...]: ...
    def __getitem__(self, index: int | slice) -> Photo | tuple[Photo, ...]:
        return self.all[index]

    def __len__(self) -> int:
        return len(self.all)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self.all == tuple(other)

    def __hash__(self) -> int:
        return hash(self.all)


def photo_book(photos: Iterable[Photo]) -> PhotoBook:
    """The book of photos that are at hand."""
    return photos if isinstance(photos, PhotoBook) else PhotoBook(tuple(photos).__iter__)


def _in_order(photos: Iterable[Photo]) -> tuple[Photo, ...]:
    return tuple(sorted(photos, key=lambda photo: (photo.day, photo.view, photo.id)))
