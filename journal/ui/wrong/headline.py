"""The headline of what to do, and the sentence below it. No widgets; nothing here ever says "all clear"."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from journal.domain.explaining import nearest_gaps
from journal.domain.plan import Tier
from journal.domain.record import Record
from journal.finding_words import missing_sentences
from journal.ui.today.conclusion import nothing_says_to_call
from journal.ui.wrong.sense import WrongAnswer

_BY_TIER = {
    Tier.EMERGENCY: (
        QT_TRANSLATE_NOOP("wrong", "Call your local emergency number now."),
        QT_TRANSLATE_NOOP("wrong", "Do not wait for the clinic to answer."),
    ),
    Tier.TODAY: (
        QT_TRANSLATE_NOOP("wrong", "Call the clinic today."),
        QT_TRANSLATE_NOOP("wrong", "If it is closed, call the out-of-hours line."),
    ),
    Tier.CALL: (
        QT_TRANSLATE_NOOP("wrong", "Call the clinic this week."),
        QT_TRANSLATE_NOOP("wrong", "If it gets worse, tick it here again."),
    ),
}


def _say(text: object) -> str:
    return QCoreApplication.translate("wrong", str(text))


def headline(answer: WrongAnswer, record: Record, *, is_today: bool) -> tuple[str, str]:
    """What to do in one sentence, and what goes with it (which may be empty)."""
    if answer.tier in _BY_TIER:
        first, second = _BY_TIER[answer.tier]
        return _say(first), _say(second)
    if answer.was_called:
        return _say("You have called. Do what they said."), _say("If it gets worse, tick it here or call again.")
    if answer.asked:
        return _say("Answer the signs first."), _say("What to do appears here at once.")
    if answer.tier is Tier.CAUTION:
        return _say("Look again tomorrow and log it."), _say("If it gets worse, tick it here again.")
    if not answer.is_asked:
        return _say("Tick a sign and the answer appears here."), ""
    return _nothing_ticked(answer, record, is_today=is_today)


def _nothing_ticked(answer: WrongAnswer, record: Record, *, is_today: bool) -> tuple[str, str]:
    if not answer.day_sense.is_unknown:
        return nothing_says_to_call(is_today=is_today), ""
    gaps = nearest_gaps(record.facts, answer.day_sense.unknown, answer.day)
    missing = "\n".join(missing_sentences(gaps, record, answer.day))
    said = _say("Not every rule of your plan can be judged yet.\n{missing}").format(missing=missing)
    return _say("None of the signs is ticked."), said
