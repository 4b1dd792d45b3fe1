"""Changes to what the journal knows of the person: the ordinary evening, phones, questions, what comes next."""

from dataclasses import replace
from datetime import datetime

from journal.changes.change import Change, What
from journal.changes.checks import clean
from journal.domain.errors import Refusal, ValueRefused
from journal.domain.facts import QUESTIONS_MAX, TREATMENTS_PLANNED_MAX, Profile
from journal.domain.ratings import Baseline, checked_rating
from journal.domain.record import Record


def set_baseline(record: Record, redness: int, sensitivity: int, now: datetime) -> Change:
    """Give the baseline. The same ratings given again are a confirmation, with its own time."""
    after = Baseline(redness=checked_rating(redness), sensitivity=checked_rating(sensitivity), given_at=now)
    return Change(what=What.BASELINE, baseline=(record.baseline, after))


def set_profile(record: Record, profile: Profile) -> Change:
    """Set phones, name, questions, look, what is planned. Raises ``ValueRefused``: four questions, no such count."""
    questions = tuple(text for text in map(clean, profile.questions) if text.strip())
    if len(questions) > QUESTIONS_MAX:
        raise ValueRefused(Refusal.QUESTION_COUNT, len(questions))
    planned = profile.planned_treatments
    if planned is not None and not 1 <= planned <= TREATMENTS_PLANNED_MAX:
        raise ValueRefused(Refusal.TREATMENT_COUNT, planned)
    after = replace(
        profile,
        clinic_phone=clean(profile.clinic_phone),
        out_of_hours_phone=clean(profile.out_of_hours_phone),
        name=clean(profile.name),
        questions=questions,
    )
    return Change(what=What.PROFILE, profile=(record.profile, after))
