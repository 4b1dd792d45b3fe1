"""The clock set back, the zone changed, the nights of daylight saving, the leap day: days stay days, in their order."""

import json
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from journal.cli.border import run
from tests.torture.world import Figure, fork, held, room, waited

ZONES = ("UTC", "Europe/Berlin", "America/New_York", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu")


class Person:
    """Somebody at a machine whose clock and zone are whatever they are."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "my.journal"

    def does(self, now: str, zone: str, *arguments: str) -> Any:
        """One command; what it printed, as JSON when it is that."""
        said = self.path.with_name("said")
        child = fork(lambda: _run(zone, said, ["--journal", str(self.path), "--now", now, *arguments]), said)
        status, text = waited(child), said.read_text(encoding="utf-8")
        assert status == 0, f"{now} {zone} {arguments}: {text}"
        return json.loads(text) if "--json" in arguments else text

    def days(self, now: str, zone: str, *arguments: str) -> list[dict[str, Any]]:
        """``days --json``: every civil day once, in its order."""
        days = self.does(now, zone, "days", "--json", *arguments)
        dates = [day["date"] for day in days]
        assert dates == sorted(set(dates)), dates
        return days


def _run(zone: str, said: Path, arguments: list[str]) -> int:
    """The child: a machine in that zone; what it says goes into the file."""
    os.environ["TZ"] = zone
    time.tzset()
    handle = os.open(said, os.O_WRONLY | os.O_APPEND)
    os.dup2(handle, 1)
    os.dup2(handle, 2)
    return run(arguments)


def ratings(days: list[dict[str, Any]]) -> dict[str, int]:
    """Redness by day, days without left out."""
    return {day["date"]: day["redness"] for day in days if day["redness"] is not None}


def clock_set_back(person: Person) -> None:
    """By eight months between two evenings, and right again."""
    person.does("2026-11-20T20:00", "UTC", "treatment", "add", "--at", "2026-11-20T14:00", "--depth", "1.5")
    person.does("2026-11-20T20:00", "UTC", "log", "--redness", "6")
    person.does("2026-03-01T20:00", "UTC", "log", "--redness", "1")
    person.does("2026-11-21T20:00", "UTC", "log", "--redness", "5")
    days = person.days("2026-11-21T21:00", "UTC", "--from", "2026-03-01")
    assert ratings(days) == {"2026-03-01": 1, "2026-11-20": 6, "2026-11-21": 5}
    assert {day["date"]: day["day"] for day in days[-2:]} == {"2026-11-20": 0, "2026-11-21": 1}
    assert ratings(person.days("2026-03-01T21:00", "UTC", "--from", "2026-03-01", "--to", "2026-11-21")) == ratings(
        days
    )


def zone_changed(person: Person) -> None:
    """A journal written in one zone says the same in every other."""
    person.does("2026-11-20T20:00", "Europe/Berlin", "treatment", "add", "--at", "2026-11-20T14:00", "--depth", "1.5")
    for number, zone in enumerate(ZONES):
        person.does(f"2026-11-{21 + number}T20:00", zone, "log", "--redness", str(number), "--did", "sauna")
    said = [person.days("2026-11-30T20:00", zone) for zone in ZONES]
    assert ratings(said[0]) == {f"2026-11-{21 + number}": number for number in range(len(ZONES))}
    assert all(days == said[0] for days in said)


def _night(person: Person, change: str, first: str, hours: tuple[str, ...]) -> None:
    zone = "Europe/Berlin"
    person.does(f"{first}T23:00", zone, "treatment", "add", "--at", f"{first}T14:00", "--depth", "1.5")
    for number, hour in enumerate(hours):
        person.does(f"{change}T{hour}", zone, "log", "--redness", str(number), "--did", "sauna", "--date", change)
    days = person.days(f"{change}T23:00", zone)
    assert [day["date"] for day in days] == [first, change]
    assert ratings(days) == {change: len(hours) - 1}
    assert [day["day"] for day in days] == [0, 1]


def night_of_25_hours(person: Person) -> None:
    """An entry in each of the two hours from two to three, and 48 hours are 48 hours."""
    hours = ("00:30", "02:30+02:00", "02:30+01:00", "03:30")
    _night(person, "2026-10-25", "2026-10-24", hours)
    flags = {flag["rule"] for flag in person.days("2026-10-25T23:00", "Europe/Berlin")[1]["flags"]}
    assert "no-sauna" in flags


def night_of_23_hours(person: Person) -> None:
    """An entry before and one after the hour that there is not; a time within it is not taken."""
    _night(person, "2027-03-28", "2027-03-27", ("01:30", "03:30"))
    try:
        person.does("2027-03-28T02:30", "Europe/Berlin", "log", "--redness", "9")
    except AssertionError as refused:
        assert "is not a date or time" in str(refused)
    assert ratings(person.days("2027-03-28T23:00", "Europe/Berlin")) == {"2027-03-28": 1}


def leap_day(person: Person) -> None:
    """The 29th of February is a day between two others, and day numbers count it."""
    person.does("2028-02-28T20:00", "UTC", "treatment", "add", "--at", "2028-02-28T14:00", "--depth", "1.5")
    for number, day in enumerate(("2028-02-28", "2028-02-29", "2028-03-01")):
        person.does(f"{day}T20:00", "UTC", "log", "--redness", str(number))
    days = person.days("2028-03-01T21:00", "UTC")
    assert [(day["date"], day["day"], day["redness"]) for day in days] == [
        ("2028-02-28", 0, 0),
        ("2028-02-29", 1, 1),
        ("2028-03-01", 2, 2),
    ]


CASES: dict[str, Callable[[Person], None]] = {
    "clock set back": clock_set_back,
    "zone changed": zone_changed,
    "night of 25 hours": night_of_25_hours,
    "night of 23 hours": night_of_23_hours,
    "leap day": leap_day,
}


def all_cases(_times: int) -> Figure:
    """Each once; they are the same every time."""
    failures = []
    for name, case in CASES.items():
        with room("clock") as folder:
            person = Person(folder)
            try:
                case(person)
                held(person.path)
            except Exception as error:
                failures.append(f"{name}: {type(error).__name__} {error}"[:700])
    held_line = "days stay days, nothing reorders: " + ", ".join(CASES)
    return Figure(row="clocks", times=len(CASES), held=held_line, failures=tuple(failures))
