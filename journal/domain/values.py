"""Values: frozen dataclasses whose methods are shared instead of compiled class by class. No value lives here.

Python's ``dataclass`` writes six methods for each class as source text and has it compiled: half a millisecond a class,
a tenth of the window's start. What the first page is drawn from is made with the ``dataclass`` of this module. The two
say and refuse the same, so that either may stand for the other; ``field``, ``fields`` and ``replace`` are Python's own.
Left out: ``__post_init__``, and pickling.
"""

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, fields
from dataclasses import dataclass as python_dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Literal, NoReturn

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(*, frozen: Literal[True], slots: Literal[True], kw_only: bool = False) -> Callable[[type], type]:
        """As Python's of the same name."""
        del frozen, slots  # every value is; they are asked for so that the class says it

        def made(cls: type) -> type:
            value = python_dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)(cls)
            value.__init__ = _filling(value)
            value.__eq__, value.__hash__ = _comparing(value)
            value.__repr__ = _telling(value)
            value.__setattr__, value.__delattr__ = _refuse_to_set, _refuse_to_delete
            return value

        return made


def _filling(value: type) -> Callable[..., None]:
    """Its ``__init__``: each field as given, else as it is by default."""
    every: tuple[Field[Any], ...] = fields(value)
    known = {one.name for one in every}
    in_order = tuple(one.name for one in every if not one.kw_only)
    defaults = {one.name: one.default for one in every if one.default is not MISSING}
    factories = [(one.name, one.default_factory) for one in every if one.default_factory is not MISSING]
    places = [(one.name, getattr(value, one.name).__set__) for one in every]
    """The slots themselves take what the class refuses, and quicker than ``object.__setattr__`` finds them."""

    def fill(self: object, /, *placed: object, **named: object) -> None:
        if placed:
            named |= _by_name(self, in_order, placed, named)
        values = defaults | named
        for name, make in factories:
            if name not in named:
                values[name] = make()
        if values.keys() != known:
            raise TypeError(f"{type(self).__qualname__}() needs {sorted(known)}, was given {sorted(named)}")
        for name, put in places:
            put(self, values[name])

    return fill


def _by_name(
    self: object, in_order: tuple[str, ...], placed: tuple[object, ...], named: dict[str, object]
) -> dict[str, object]:
    if len(placed) > len(in_order) or not named.keys().isdisjoint(in_order[: len(placed)]):
        raise TypeError(f"{type(self).__qualname__}() takes {in_order} in this order, each once")
    return dict(zip(in_order, placed, strict=False))


def _comparing(value: type) -> tuple[Callable[[object, object], bool], Callable[[object], int]]:
    """Its ``__eq__`` and ``__hash__``: values of one class are equal when all their fields are."""
    names = [one.name for one in fields(value) if one.compare]
    contents = attrgetter(*names, names[0])  # the first once more: of one name alone it would give no tuple

    def is_equal(self: object, other: object) -> bool:
        return contents(self) == contents(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: object) -> int:
        return hash(contents(self))

    return is_equal, hashed


def _telling(value: type) -> Callable[[object], str]:
    names = [one.name for one in fields(value) if one.repr]

    def told(self: object) -> str:
        contents = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{type(self).__qualname__}({contents})"

    return told


def _refuse_to_set(_self: object, name: str, _content: object) -> NoReturn:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_self: object, name: str) -> NoReturn:
    raise FrozenInstanceError(f"cannot delete field {name!r}")
