"""Random journals for properties of the rules: close treatments, long windows, gaps, late entries, every answer."""

from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import strategies as st

from journal.domain.entry import HABITS, SYMPTOMS, Entry
from journal.domain.facts import Facts
from journal.domain.ratings import Baseline
from tests.builders import entry, facts, treatment

START = date(2026, 2, 20)
DAYS = 34
DAY = timedelta(days=1)
OFFSETS = (-11, 0, 5.5, 13)

ratings = st.none() | st.integers(0, 10)
baselines = st.builds(Baseline, redness=st.integers(0, 3), sensitivity=st.integers(0, 3))


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
def rated_courses(draw) -> Facts:
    """One treatment and a month of ratings that fall, rise and leave gaps, as the rating rules look for them."""
    falling = draw(st.integers(1, 7))
    rise = draw(st.integers(1, 12))
    wobble = st.sampled_from([-1, 0, 0, 1, 3])
    made = []
    for number in range(DAYS):
        level = max(0, 7 - number * falling // 3) + (3 if rise <= number < rise + 5 else 0)
        given = [
            None if draw(st.integers(0, 5)) == 0 else min(10, max(0, level + draw(wobble))) for _ in ("red", "sore")
        ]
        symptoms = draw(st.sampled_from([None, frozenset(), frozenset({"warmer"})]))
        made.append(
            entry(START + DAY * number, *given, days_late=draw(st.sampled_from([0, 0, 0, 5])), symptoms=symptoms)
        )
    at = datetime(START.year, START.month, START.day, 14, tzinfo=UTC)
    done = treatment(at.isoformat(), depth_mm=draw(st.sampled_from([0.5, 1.5, 2.5])))
    return facts(*made, treatments=(done,), baseline=draw(baselines))
