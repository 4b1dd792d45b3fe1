"""Wall times of this place, and the nights on which the clocks change."""

import time
from datetime import datetime, timedelta

import pytest

from journal.clock import in_local_zone, offered_day
from journal.domain.errors import Refusal, ValueRefused


@pytest.fixture
def berlin(monkeypatch):
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_a_time_the_clocks_skip_is_refused(berlin):
    with pytest.raises(ValueRefused) as refused:
        in_local_zone(datetime(2026, 3, 29, 2, 30))

    assert refused.value.refusal is Refusal.TIME


@pytest.mark.parametrize(
    ("month", "day", "hour", "hours"), [(3, 29, 1, 1), (3, 29, 3, 2), (10, 25, 2, 2), (7, 1, 12, 2)]
)
def test_any_other_time_gets_the_offset_of_this_place(berlin, month, day, hour, hours):
    moment = datetime(2026, month, day, hour, 30)

    assert in_local_zone(moment).replace(tzinfo=None) == moment
    assert in_local_zone(moment).utcoffset() == timedelta(hours=hours)


@pytest.mark.parametrize(("at", "day"), [("00:00", 21), ("03:59", 21), ("04:00", 22), ("23:59", 22)])
def test_before_four_the_day_that_has_just_ended_is_offered(at, day):
    assert offered_day(datetime.fromisoformat(f"2026-11-22T{at}+00:00")).day == day
