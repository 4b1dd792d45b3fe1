"""What the check-in asks on a day: which habits, for which part of the day, which symptoms, which days were missed.

Worked out from the record alone; no widgets and no sentences live here.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum, auto

from journal.domain.between import is_after_plan
from journal.domain.entry import DARK_PATCHES_FROM_DAY, EXPECTED_SYMPTOMS, Entry
from journal.domain.plan import Kind, Rule
from journal.domain.record import DAY, Record

PHOTO_DAYS = (0, 1, 3, 7, 14, 28)
MISSED_DAYS_BACK = 3
NEAR_DAYS = 2
FURTHEST_DAYS = 10_000 // 24 + NEAR_DAYS
"""How far from a treatment a window of any plan could touch a day: it has at most 10,000 hours."""


class Moment(Enum):
    """The part of the day that a habit is asked for."""

    BEFORE = auto()
    SINCE_TREATMENT = auto()
    WHOLE_DAY = auto()
    CARE = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class HabitGroup:
    """Habits asked for one part of the day. ``until`` is set for ``BEFORE``: when the windows end."""

    moment: Moment
    habits: tuple[str, ...]
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """An avoid rule's time after one treatment, half open."""

    start: datetime
    end: datetime

    def touches(self, day: date) -> bool:
        """Whether any of it lies in the civil day, in the treatment's own offset."""
        midnight = datetime.combine(day, time(), self.start.tzinfo)
        return self.start < midnight + DAY and self.end > midnight


def habit_groups(record: Record, day: date) -> tuple[HabitGroup, ...]:
    """The habits of rules in force that day by the part of the day they are asked for, then the care."""
    groups: dict[tuple[Moment, datetime | None], list[str]] = {}
    windows = _windows(record, day)
    for habit in record.habits:
        if habit in windows:
            groups.setdefault(_moment(windows[habit], day), []).append(habit)
    ordered = sorted(groups.items(), key=_by_moment)
    asked = [
        HabitGroup(moment=moment, until=until, habits=tuple(habits)) for (moment, until), habits in ordered if habits
    ]
    care = tuple(dict.fromkeys(rule.habit for rule in _care_rules(record, day) if rule.habit))
    if care:
        asked.append(HabitGroup(moment=Moment.CARE, habits=care))
    return tuple(asked)


def other_habits(record: Record, day: date) -> tuple[str, ...]:
    """The habits that no rule asks for on the day."""
    asked = {habit for group in habit_groups(record, day) for habit in group.habits}
    return tuple(habit for habit in record.habits if habit not in asked)


def expected_symptoms(record: Record, day: date, entry: Entry | None) -> tuple[str, ...]:
    """The expected symptoms asked on the day; darker patches from day 7, or when they are ticked."""
    number = record.day_number(day)
    ticked = entry.symptoms if entry is not None else frozenset()
    return tuple(
        symptom
        for symptom in EXPECTED_SYMPTOMS
        if symptom != "dark-patches" or symptom in ticked or (number is not None and number >= DARK_PATCHES_FROM_DAY)
    )


def missed_days(record: Record, today: date) -> tuple[date, ...]:
    """Of the last three days, those within the course and its plan that have no entry; the oldest first."""
    days = (today - DAY * back for back in range(MISSED_DAYS_BACK, 0, -1))
    return tuple(day for day in days if _is_in_course(record, day) and record.entry(day) is None)


def next_photo_day(number: int) -> int | None:
    """The next day after ``number`` on which photos are asked."""
    return next((day for day in PHOTO_DAYS if day > number), None)


def _by_moment(group: tuple[tuple[Moment, datetime | None], list[str]]) -> tuple[int, str]:
    (moment, until), _ = group
    return moment.value, until.isoformat() if until is not None else ""


def _is_in_course(record: Record, day: date) -> bool:
    return record.day_number(day) is not None and not is_after_plan(record, day)


def _care_rules(record: Record, day: date) -> list[Rule]:
    number = record.day_number(day)
    if number is None:
        return []
    treatment = record.treatment_on(day)
    rules = (rule for rule in record.plan_on(day).rules if rule.kind is Kind.DO and rule.applies_to(treatment))
    return [rule for rule in rules if _counts(rule, number)]


def _counts(rule: Rule, number: int) -> bool:
    after_start = rule.from_day is None or number >= rule.from_day
    return after_start and (rule.to_day is None or number <= rule.to_day)


def _windows(record: Record, day: date) -> dict[str, Window]:
    """The windows of each habit that touch the day, as one from the first start to the last end."""
    found: dict[str, Window] = {}
    for treatment in record.treatments:
        if not -NEAR_DAYS <= (day - treatment.day).days <= FURTHEST_DAYS:
            continue  # ten years have many treatments, a day is near to few
        for rule in record.plan_of(treatment).rules:
            if rule.kind is not Kind.AVOID or rule.habit is None or not rule.applies_to(treatment):
                continue
            window = Window(start=treatment.at, end=treatment.at + timedelta(hours=rule.window_hours(treatment)))
            if window.touches(day):
                known = found.get(rule.habit, window)
                found[rule.habit] = Window(start=min(known.start, window.start), end=max(known.end, window.end))
    return found


def _moment(window: Window, day: date) -> tuple[Moment, datetime | None]:
    midnight = datetime.combine(day, time(), window.start.tzinfo)
    if window.start > midnight:
        return Moment.SINCE_TREATMENT, None
    if window.end < midnight + DAY:
        return Moment.BEFORE, window.end
    return Moment.WHOLE_DAY, None
