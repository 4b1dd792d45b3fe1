"""What a few typed letters or a word mean, for "Can I ...?": the avoid and do rules of a plan, best first. No words.

Accents, case, hyphens and the ends of English words ("swimming", "pools") make no difference.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from enum import IntEnum

from journal.domain.plan import Kind, Plan, Rule

ASKED_KINDS = (Kind.AVOID, Kind.DO)
FILLER = "a an any can could do for go have i in is it may my of on or put should take the to use wear with"
"""Words of a question that name nothing: "Can I go to the gym?"."""
ENDINGS = ("ing", "s")
SHORTEST_STEM = 3


class Fit(IntEnum):
    """How well a word fits what was typed; lower is better."""

    WHOLE = 0
    WORDS = 1
    START = 2
    START_OF_WORD = 3


def answers(plan: Plan, query: str) -> tuple[Rule, ...]:
    """The avoid and do rules that the words mean, best first, then in the plan's order; none for nothing typed.

    A whole word or phrase fits best, then one whose words are all there, then one that begins so, then one with a word
    that begins so. Words that name nothing ("can I go to the") are left out.
    """
    asked = [word for word in _words(query) if word not in FILLER.split()] or _words(query)
    if not asked:
        return ()
    found = [
        (fit, place, rule)
        for place, rule in enumerate(plan.rules)
        if rule.kind in ASKED_KINDS and (fit := _best(rule, asked)) is not None
    ]
    return tuple(rule for _, _, rule in sorted(found, key=lambda item: item[:2]))


def _best(rule: Rule, asked: list[str]) -> Fit | None:
    fits = [fit for term in _terms(rule) if (fit := _fit(_words(term), asked)) is not None]
    return min(fits, default=None)


def _terms(rule: Rule) -> Iterator[str]:
    """What the rule is known by."""
    yield from (rule.habit or "", rule.habit_name, *rule.synonyms)


def _fit(term: list[str], asked: list[str]) -> Fit | None:
    if not term:
        return None
    if _stems(term) == _stems(asked):
        return Fit.WHOLE
    if set(_stems(term)) <= set(_stems(asked)):
        return Fit.WORDS
    typed = " ".join(asked)
    if " ".join(term).startswith(typed):
        return Fit.START
    begins = all(any(word.startswith(part) for word in term) for part in asked)
    return Fit.START_OF_WORD if begins else None


def _stems(words: Iterable[str]) -> list[str]:
    return [_stem(word) for word in words]


def _stem(word: str) -> str:
    """The word without an English ending, a doubled letter before it written once: "swimming", "swims": "swim"."""
    for ending in ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= SHORTEST_STEM:
            return stem[:-1] if ending == "ing" and stem[-1] == stem[-2] and len(stem) > SHORTEST_STEM else stem
    return word


def _words(text: str) -> list[str]:
    """The words in small letters without accents; anything but letters and figures parts them."""
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    return "".join(letter if letter.isalnum() else " " for letter in plain.casefold()).split()
