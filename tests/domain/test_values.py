"""Values are what Python's own dataclasses are: each rule is held against a class made by either."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain import values

MADE_BY = (dataclasses.dataclass, values.dataclass)


def pair_class(dataclass) -> type:
    @dataclass(frozen=True, slots=True)
    class Pair:
        """Two in order."""

        first: int
        second: str = "none"

    return Pair


def named_class(dataclass) -> type:
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Named:
        """By name alone, one made anew, one never told."""

        text: str
        parts: list[int] = dataclasses.field(default_factory=list)
        key: bytes = dataclasses.field(default=b"", repr=False)

    return Named


@given(
    st.lists(st.one_of(st.integers(), st.text(max_size=2)), max_size=3),
    st.sets(st.sampled_from(["first", "second", "third"])),
)
def test_both_take_and_refuse_the_same(placed, names) -> None:
    named = dict.fromkeys(names, 7)
    told = []
    for dataclass in MADE_BY:
        try:
            made = pair_class(dataclass)(*placed, **named)
        except TypeError:
            told.append("refused")
        else:
            told.append((repr(made).rpartition(".")[2], made.first, made.second))

    assert told[0] == told[1]


@given(*[st.tuples(st.integers(0, 1), st.sampled_from("ab"))] * 2)
def test_values_are_equal_when_all_their_fields_are(one, other) -> None:
    pair = pair_class(values.dataclass)

    assert (pair(*one) == pair(*other)) == (one == other)
    assert (hash(pair(*one)) == hash(pair(*other))) or one != other
    assert pair(*one) != one


def test_values_of_two_classes_are_never_equal() -> None:
    assert pair_class(values.dataclass)(1) != pair_class(values.dataclass)(1)


@pytest.mark.parametrize("dataclass", MADE_BY)
def test_a_default_is_made_anew_for_each(dataclass) -> None:
    named = named_class(dataclass)
    one, other = named(text="a"), named(text="a")
    one.parts.append(3)

    assert other.parts == []
    assert named(text="a", parts=[1]).parts == [1]


@pytest.mark.parametrize("dataclass", MADE_BY)
def test_what_is_not_to_be_told_is_not_told(dataclass) -> None:
    told = repr(named_class(dataclass)(text="a", key=b"secret"))

    assert told.endswith("Named(text='a', parts=[])")


@pytest.mark.parametrize("dataclass", MADE_BY)
def test_what_has_no_order_is_taken_by_name_alone(dataclass) -> None:
    with pytest.raises(TypeError):
        named_class(dataclass)("a")


@pytest.mark.parametrize("dataclass", MADE_BY)
def test_nothing_is_set_or_deleted_afterwards(dataclass) -> None:
    pair = pair_class(dataclass)(1)

    with pytest.raises(dataclasses.FrozenInstanceError):
        pair.first = 2
    with pytest.raises(dataclasses.FrozenInstanceError):
        del pair.first
    assert pair.first == 1
    assert not hasattr(pair, "__dict__")


@pytest.mark.parametrize("dataclass", MADE_BY)
def test_pythons_own_functions_know_them(dataclass) -> None:
    named = named_class(dataclass)
    changed = dataclasses.replace(named(text="a", parts=[1]), text="b")

    assert (changed.text, changed.parts) == ("b", [1])
    assert [one.name for one in dataclasses.fields(named)] == ["text", "parts", "key"]
    assert pair_class(dataclass).__match_args__ == ("first", "second")
