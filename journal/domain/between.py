"""The time between treatments and after the plan: the eve of a treatment, the end of the daily log, the months after.

The plan's last day ends the daily questions. After it come one question a month and photos 4 and 12 weeks after the
treatment; then nothing is asked until the next treatment (product, "the default care plan").
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto

from journal.domain.acknowledgement import Acknowledgement, AcknowledgementKind
from journal.domain.folding import ending_of
from journal.domain.record import Record
from journal.domain.treatment import Treatment

FOUR_WEEKS = timedelta(days=28)
MONTHS_ASKED = 2
PHOTO_WEEKS = (4, 12)
PHOTO_DAYS_EARLY = 2
PHOTO_DAYS_LATE = 14
"""A photo taken that near counts as that week's, and so long it is asked for."""
APPOINTMENT_DAYS_LATE = 7
"""So long after its date a treatment that was not added is asked about."""


class Occasion(Enum):
    """Where a day stands to the next treatment's date."""

    EVE = auto()
    DAY = auto()
    PAST = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class AfterPlan:
    """What is asked when the plan's last day has passed.

    ``month_due``: since when this month's question waits for an answer; ``answer``: what was answered to it;
    ``next_question``: when the next one comes; ``photo_week``: the week whose photo is asked for now.
    """

    treatment: Treatment
    plan_end: date
    is_ended: bool
    month_due: date | None
    answer: Acknowledgement | None
    next_question: date | None
    photo_week: int | None

    @property
    def is_over(self) -> bool:
        """Nothing more is asked until the next treatment."""
        return self.month_due is None and self.next_question is None and self.photo_week is None


def plan_end(record: Record, treatment: Treatment) -> date:
    """The plan's last day after a treatment."""
    return treatment.day + timedelta(days=record.plan_of(treatment).last_day)


def is_after_plan(record: Record, day: date) -> bool:
    """Whether the plan's last day after the latest treatment has passed."""
    treatment = record.treatment_on(day)
    return treatment is not None and day > plan_end(record, treatment)


def after_plan(record: Record, day: date) -> AfterPlan | None:
    """What is asked on a day after the plan's last; None on any other day."""
    treatment = record.treatment_on(day)
    if treatment is None or not is_after_plan(record, day):
        return None
    end = plan_end(record, treatment)
    dues = [end + FOUR_WEEKS * month for month in range(1, MONTHS_ASKED + 1)]
    passed = [due for due in dues if due <= day]
    due = passed[-1] if passed and day < passed[-1] + FOUR_WEEKS else None
    answer = None if due is None else _month_answer(record, due, day)
    return AfterPlan(
        treatment=treatment,
        plan_end=end,
        is_ended=ending_of(record, treatment.id) is not None,
        month_due=due if answer is None else None,
        answer=answer,
        next_question=next((later for later in dues if later > day), None),
        photo_week=_photo_week(record, treatment, day),
    )


def next_treatment(record: Record, today: date) -> tuple[date, Occasion] | None:
    """The date of the next treatment and where today stands to it: from its eve on, until it is added or long past."""
    planned = record.profile.next_appointment
    if planned is None or (record.treatments and planned <= record.treatments[-1].day):
        return None
    days = (today - planned).days
    if days == -1:
        return planned, Occasion.EVE
    if days == 0:
        return planned, Occasion.DAY
    return (planned, Occasion.PAST) if 0 < days <= APPOINTMENT_DAYS_LATE else None


def is_baseline_confirmed(record: Record) -> bool:
    """Whether the baseline was given or confirmed since the latest treatment."""
    given_at = record.baseline.given_at
    return given_at is not None and (not record.treatments or given_at > record.treatments[-1].at)


def _month_answer(record: Record, due: date, day: date) -> Acknowledgement | None:
    answers = (
        one for one in record.facts.acknowledgements if one.kind is AcknowledgementKind.MONTH and due <= one.day <= day
    )
    return max(answers, key=lambda one: (one.day, one.id), default=None)


def _photo_week(record: Record, treatment: Treatment, day: date) -> int | None:
    for week in PHOTO_WEEKS:
        due = treatment.day + timedelta(weeks=week)
        if due <= day < due + timedelta(days=PHOTO_DAYS_LATE):
            first = due - timedelta(days=PHOTO_DAYS_EARLY)
            taken = any(record.photos_on(first + timedelta(days=back)) for back in range((day - first).days + 1))
            return None if taken else week
    return None
