"""How long a passphrase would hold. A small measure of our own, told in words; nothing is looked up anywhere.

It cannot know that something is a name or a birthday, so it never says that a passphrase is safe: at best that it is
hard to guess for somebody who does not know the person. It counts what a guesser has to go through: what reads like a
word counts as one word, everything else by its characters, those that repeat or follow each other on the keyboard or in
the alphabet left out.
"""

import math
import re
from enum import StrEnum

WORD_BITS = 12.0
"""One of four thousand words: what a guesser tries first, with capitals and with digits for letters."""

FAIR_BITS = 40.0
"""About a year's work for one fast computer: SQLCipher lets each guess cost 256,000 rounds."""

STRONG_BITS = 55.0

_ROWS = ("abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "qwertzuiop", "asdfghjkl", "zxcvbnm", "yxcvbnm", "01234567890")
_CLASSES = ((r"[a-z]", 26), (r"[A-Z]", 26), (r"[0-9]", 10), (r"[^a-zA-Z0-9]", 33))
_LETTERS_FOR = str.maketrans("013457@$", "oieastas")
_RUN = re.compile(r"[^\W\d_]{3,}")
_HARD_TO_SAY = re.compile(r"[^aeiouyäöüéèà]{5,}|[aeiouyäöüéèà]{4,}")
_REPEATED = re.compile(r"(.)\1+", re.DOTALL)
"""A character held down adds nothing, nor may it make a word unreadable and so worth more."""
_VOWEL = re.compile(r"[aeiouyäöüéèà]")


class Strength(StrEnum):
    """In words; the window says what each means."""

    NONE = "none"
    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"


class KeyStage(StrEnum):
    """What is being done while a journal comes under another key; the window says each in words."""

    COPYING = "copying"
    CHECKING = "checking"
    PHOTOS = "photos"


def strength(passphrase: str) -> Strength:
    """How hard it is to guess for somebody who has the file and a fast computer."""
    if not passphrase.strip():
        return Strength.NONE
    once = _REPEATED.sub(r"\1", passphrase)
    bits = min(_character_bits(once), _bits_by_words(once))
    if bits >= STRONG_BITS:
        return Strength.STRONG
    return Strength.FAIR if bits >= FAIR_BITS else Strength.WEAK


def _character_bits(text: str) -> float:
    counted = 1 + sum(not _is_expected(*pair) for pair in zip(text.lower(), text.lower()[1:], strict=False))
    return min(counted, 2 * len(set(text.lower()))) * math.log2(_alphabet(text))


def _bits_by_words(text: str) -> float:
    """Each different word once, and what is left by its characters."""
    plain = re.sub(r"(?<=[a-zA-Z])[013457@$](?=[a-zA-Z])", lambda found: found[0].translate(_LETTERS_FOR), text).lower()
    words = {run for run in _RUN.findall(plain) if _reads_like_a_word(run)}
    rest = re.sub(r"\s+", "", _RUN.sub(lambda found: "" if found[0] in words else found[0], plain))
    return len(words) * WORD_BITS + (_character_bits(rest) if rest else 0.0)


def _reads_like_a_word(run: str) -> bool:
    return bool(_VOWEL.search(run)) and not _HARD_TO_SAY.search(run)


def _alphabet(text: str) -> int:
    return sum(size for pattern, size in _CLASSES if re.search(pattern, text))


def _is_expected(first: str, second: str) -> bool:
    """Repeated, or next to it in the alphabet or on the keyboard."""
    pair = first + second
    return first == second or any(pair in row or pair[::-1] in row for row in _ROWS)
