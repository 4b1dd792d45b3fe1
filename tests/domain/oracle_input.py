"""Turns the table's words into journals: one for the naive reading, one for the engine."""

from datetime import UTC, date, datetime, time, timedelta
from types import MappingProxyType

from journal.domain.entry import HABITS, Entry, recorded_at
from journal.domain.facts import Facts
from journal.domain.ratings import Baseline
from journal.domain.record import Record, build_record
from journal.domain.treatment import Treatment
from tests.builders import default_curve, default_plan
from tests.domain import oracle

DO_HABITS = ("sunscreen", "moisturiser")
AS_ADVISED = {habit: habit in DO_HABITS for habit in HABITS}
ON_TIME = timedelta(hours=20)
MUCH_LATER = timedelta(days=5)


def parsed_log(text: str) -> oracle.Log:
    """``"5/- pus make-up:yes"`` as a log."""
    ratings, *words = text.split()
    redness, sensitivity = (None if part == "-" else int(part) for part in ratings.split("/"))
    habits = {} if "silent" in words else dict(AS_ADVISED)
    habits |= {word.split(":")[0]: word.endswith(":yes") for word in words if ":" in word}
    plain = {word for word in words if ":" not in word} - {"silent", "unasked", "recalled"}
    return oracle.Log(
        redness=redness,
        sensitivity=sensitivity,
        habits=habits,
        signs=None if "unasked" in words else frozenset(plain),
        recalled="recalled" in words,
    )


def parsed_moment(text: str) -> datetime:
    """``"2026-11-20T14:00+00:00"``, or a slot, which stands for its end: ``"2026-11-20 morning"``."""
    day, _, slot = text.partition(" ")
    hours = {"morning": 12, "midday": 14, "afternoon": 18}
    return datetime.fromisoformat(f"{day}T{hours[slot]}:00+00:00" if slot else text)


def table_course(row) -> tuple[oracle.Course, date]:
    """A row as a course, and the day it asks about."""
    sessions = tuple(oracle.Session(parsed_moment(at), depth, rf) for at, depth, rf in row.treatments)
    start = sessions[0].day
    logs = {start + timedelta(days=number): parsed_log(text) for number, text in row.logs.items()}
    baseline = {"redness": row.baseline[0], "sensitivity": row.baseline[1]}
    return oracle.Course(sessions, logs, baseline), start + timedelta(days=row.day)


def engine_record(course: oracle.Course) -> Record:
    """The same journal as the engine reads it."""
    return build_record(
        Facts(
            plan=default_plan(),
            curve=default_curve(),
            baseline=Baseline(**course.baseline, given_at=datetime(2026, 1, 1, tzinfo=UTC)),
            treatments=tuple(
                Treatment(at=session.at, depth_mm=session.depth, rf=session.rf, id=index)
                for index, session in enumerate(course.sessions, start=1)
            ),
            entries={day: _entry(day, log) for day, log in course.logs.items()},
        )
    )


def _entry(day: date, log: oracle.Log) -> Entry:
    at = datetime.combine(day, time(), UTC) + (MUCH_LATER if log.recalled else ON_TIME)
    entry = Entry(
        day=day,
        entered_at=at,
        redness=log.redness,
        sensitivity=log.sensitivity,
        habits=MappingProxyType(dict(log.habits)),
        symptoms=log.signs or frozenset(),
        symptoms_asked=log.signs is not None,
        redness_at=None if log.redness is None else at,
        sensitivity_at=None if log.sensitivity is None else at,
    )
    assert recorded_at(day, at) == ("recalled" if log.recalled else "on time")
    return entry
