"""Random journals for properties of the rules: close treatments, long windows, gaps, late entries, every answer."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone

from hypothesis import strategies as st

from journal.domain.entry import HABITS, SYMPTOMS, Entry
from journal.domain.facts import Facts
from journal.domain.plan import Plan
from journal.domain.plan_book import PlanUse
from journal.domain.ratings import Baseline
from journal.domain.rules import RATING_KINDS
from tests.builders import default_plan, entry, facts, treatment

START = date(2026, 2, 20)
DAYS = 34
DAY = timedelta(days=1)
OFFSETS = (-11, 0, 5.5, 13)

ratings = st.none() | st.integers(0, 10)
baselines = st.builds(Baseline, redness=st.integers(0, 4), sensitivity=st.integers(0, 4))


@st.composite
def treatments(draw, most=3):
    """None to ``most`` treatments, close enough together for an earlier window to outlast a later one."""
    days = draw(st.lists(st.integers(0, 20), unique=True, max_size=most))
    offset = timezone(timedelta(hours=draw(st.sampled_from(OFFSETS))))
    return tuple(
        treatment(
            datetime.combine(START + DAY * day, datetime.min.time(), offset)
            .replace(hour=draw(st.sampled_from([0, 12, 23])))
            .isoformat(),
            depth_mm=draw(st.sampled_from([0.5, 1.5, 2.5, None])),
            rf=draw(st.booleans()),
        )
        for day in sorted(days)
    )


@st.composite
def entries(draw, day: date) -> Entry | None:
    """An entry with any of its parts, sometimes given days late; or none."""
    if draw(st.integers(0, 4)) == 0:
        return None
    symptoms = st.none() | st.just(frozenset()) | st.frozensets(st.sampled_from(SYMPTOMS), max_size=2)
    return entry(
        day,
        draw(ratings),
        draw(ratings),
        days_late=draw(st.sampled_from([0, 0, 0, 1, 5])),
        habits=draw(st.dictionaries(st.sampled_from(HABITS), st.booleans(), max_size=3)),
        symptoms=draw(symptoms),
    )


@st.composite
def busy_journals(draw) -> Facts:
    """A month of entries of every kind, from some days before the first treatment on."""
    days = [START + DAY * number for number in range(-3, DAYS) if draw(st.integers(0, 2))]
    found = [made for day in days if (made := draw(entries(day))) is not None]
    return facts(*found, treatments=draw(treatments()), baseline=draw(baselines))


@st.composite
def rated_days(draw, first: date, length: int) -> list[Entry]:
    """Ratings from a treatment's day on that fall, rise and leave gaps, as the rating rules look for them. Every other
    course is calm but for its redness: every day rated in time, not sore, no sign, so that redness alone decides.
    """
    falling = draw(st.integers(1, 7))
    rise = draw(st.integers(1, 12))
    wobble = st.sampled_from([-1, 0, 0, 1, 3])
    is_calm = draw(st.booleans())
    made = []
    for number in range(length):
        level = max(0, 7 - number * falling // 3) + (3 if rise <= number < rise + 5 else 0)
        if is_calm:
            redness = min(10, max(0, level + draw(wobble)))
            made.append(entry(first + DAY * number, redness, 0, symptoms=frozenset()))
            continue
        given = [
            None if draw(st.integers(0, 5)) == 0 else min(10, max(0, level + draw(wobble))) for _ in ("red", "sore")
        ]
        symptoms = draw(st.sampled_from([None, frozenset(), frozenset({"warmer"})]))
        made.append(
            entry(first + DAY * number, *given, days_late=draw(st.sampled_from([0, 0, 0, 5])), symptoms=symptoms)
        )
    return made


@st.composite
def rated_courses(draw) -> Facts:
    """One treatment and a month of such ratings."""
    at = datetime(START.year, START.month, START.day, 14, tzinfo=UTC)
    done = treatment(at.isoformat(), depth_mm=draw(st.sampled_from([0.5, 1.5, 2.5])))
    return facts(*draw(rated_days(START, DAYS)), treatments=(done,), baseline=draw(baselines))


@st.composite
def two_rated_courses(draw) -> Facts:
    """Two treatments, each with such ratings, and sometimes a plan of its own from the second on."""
    apart = draw(st.sampled_from([4, 10, 15]))
    first, second = (
        treatment(datetime.combine(START + DAY * days, time(14), UTC).isoformat(), rf=draw(st.booleans()), id=number)
        for number, days in ((1, 0), (2, apart))
    )
    made = [*draw(rated_days(first.day, apart)), *draw(rated_days(second.day, DAYS - apart))]
    uses = draw(st.just(()) | st.builds(lambda plan: (PlanUse(plan=plan, used_at=second.at, treatment_id=2),), plans()))
    return facts(*made, treatments=(first, second), baseline=draw(baselines), plan_uses=uses)


@st.composite
def plans(draw) -> Plan:
    """The shipped plan with other hours, days and thresholds, and with conditions on any rule."""
    made = []
    for rule in default_plan().rules:
        low, high = sorted(draw(st.tuples(st.integers(1, 6), st.integers(1, 6))))
        first, last = sorted(draw(st.tuples(st.integers(0, DAYS), st.integers(0, DAYS))))
        changes = {"rf": draw(st.sampled_from([None, None, None, True, False]))}
        changes["deeper_than"] = draw(st.sampled_from([None, None, 1.0]))
        if rule.kind in RATING_KINDS:
            changes |= {"rise": low, "clear_rise": high, "above": low, "clear_above": high}
            changes |= {"rating": draw(st.integers(1, 10)), "above_line": draw(st.sampled_from([0, 0.5, 3]))}
            changes |= {"least": draw(st.integers(0, 5))}
        if rule.to_day is not None and draw(st.booleans()):
            changes |= {"from_day": first, "to_day": last}
        if rule.hours is not None:
            changes |= {"hours": draw(st.sampled_from([1, 10, 24, 240]))}
        made.append(replace(rule, **changes))
    return replace(default_plan(), rules=tuple(made))


def any_journals():
    """Journals of every kind above, with the shipped plan or another one."""
    made = st.one_of(busy_journals(), rated_courses(), two_rated_courses())
    other = st.none() | plans()
    return st.builds(lambda journal, plan: journal if plan is None else replace(journal, plan=plan), made, other)
