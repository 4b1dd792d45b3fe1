"""The recovery key as a person writes it down and types it: fourteen groups of five characters, each checked.

Thirteen groups hold the 256 bits, the fourteenth a check of the whole. The fifth character of each group checks the
other four and the group's place: one character mistyped, two neighbours exchanged, or two groups exchanged are told,
with the number of the group. The alphabet is Crockford's (no I, L, O, U), in which O is read as 0, I and L as 1:
https://www.crockford.com/base32.html.
"""

import re
from hashlib import sha256

from journal.domain.errors import RecoveryCodeRefused

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
KEY_BYTES = 32
GROUP_COUNT = 14
GROUP_LENGTH = 5

_BITS = 5
_DATA_LENGTH = GROUP_LENGTH - 1
_KEY_CHARACTERS = (GROUP_COUNT - 1) * _DATA_LENGTH
_PADDING = _KEY_CHARACTERS * _BITS - KEY_BYTES * 8
_CHECK_BITS = _DATA_LENGTH * _BITS
_FIELD_OVERFLOW = 0b100000
_FIELD_POLYNOMIAL = 0b100101
"""x^5 + x^2 + 1: with it each weight below is another power of x, so that no two of them agree."""
_READ_AS = str.maketrans("OIL", "011")


def recovery_groups(raw: bytes) -> tuple[str, ...]:
    """The groups of a 256-bit key, each five characters, in the order in which they are typed."""
    data = (int.from_bytes(raw, "big") << _PADDING) << _CHECK_BITS | _check_of(raw)
    count = GROUP_COUNT * _DATA_LENGTH
    values = [data >> _BITS * (count - 1 - index) & 31 for index in range(count)]
    return tuple(_group(number, values[number * 4 : number * 4 + 4]) for number in range(GROUP_COUNT))


def key_from_recovery(text: str) -> bytes:
    """The key that was typed, whatever stands between its characters. Raises ``RecoveryCodeRefused``."""
    groups = _groups(text)
    if len(groups) != GROUP_COUNT:
        raise RecoveryCodeRefused(found=len(groups))
    mistyped = tuple(number for number, group in enumerate(groups, 1) if not _is_right(number - 1, group))
    if mistyped:
        raise RecoveryCodeRefused(groups=mistyped)
    data = 0
    for group in groups:
        for character in group[:_DATA_LENGTH]:
            data = data << _BITS | ALPHABET.index(character)
    whole, check = data >> _CHECK_BITS, data & (1 << _CHECK_BITS) - 1
    raw = (whole >> _PADDING).to_bytes(KEY_BYTES, "big")
    if check != _check_of(raw) or whole & (1 << _PADDING) - 1:
        raise RecoveryCodeRefused
    return raw


def _groups(text: str) -> list[str]:
    """As they were typed apart; typed in one go, every five characters."""
    parts = re.split(r"[^0-9A-Z]+", text.strip().upper().translate(_READ_AS))
    groups = [part for part in parts if part]
    if len(groups) == GROUP_COUNT:
        return groups
    run = "".join(groups)
    return [run[start : start + GROUP_LENGTH] for start in range(0, len(run), GROUP_LENGTH)]


def _is_right(number: int, group: str) -> bool:
    if len(group) != GROUP_LENGTH or not set(group) <= set(ALPHABET):
        return False
    return group == _group(number, [ALPHABET.index(character) for character in group[:_DATA_LENGTH]])


def _group(number: int, values: list[int]) -> str:
    check = number
    for value in values:
        check = _doubled(check ^ value)
    return "".join(ALPHABET[value] for value in (*values, check))


def _doubled(value: int) -> int:
    """Times x in the field of 32 elements."""
    value <<= 1
    return value ^ _FIELD_POLYNOMIAL if value & _FIELD_OVERFLOW else value


def _check_of(raw: bytes) -> int:
    """Twenty bits over the whole key: two errors in one group may agree with that group's check, not with this too."""
    return int.from_bytes(sha256(raw).digest()[:4], "big") >> 32 - _CHECK_BITS
