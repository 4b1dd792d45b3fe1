"""What journals hold since version 2: plans taken up, what was acknowledged, what is planned, how photos lie."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from journal import changes
from journal.changes import Call
from journal.domain.acknowledgement import AcknowledgementKind
from journal.domain.alignment import Alignment
from journal.domain.entry import Answers
from journal.domain.photo import DaySource, Quality, View
from journal.domain.plan_book import PlanUse
from journal.domain.plan_file import read_plan
from journal.domain.record import Record, build_record
from journal.store.key import Key
from tests.store.journals import FIRST, NOW, filled, opened, prepared

CLINIC_PLAN = """\
name = "Clinic"
version = "3"
author = "Clinic"
date = "2026-11-01"
phone = "0123"
out_of_hours = ""
last_day = 21

[[rule]]
id = "no-sauna"
kind = "avoid"
tier = "caution"
text = "No sauna for 3 days, says the clinic: ä."
advice = "Stay cool."
source = "clinic"
habit = "sauna"
hours = 72

[[rule]]
id = "infection"
kind = "symptom"
tier = "today"
text = "Pus."
advice = "Call."
source = "clinic"
signs = ["pus"]
"""


def filled_with_all(path: Path, key: Key | None = None) -> Record:
    """A journal with something of everything that this version keeps."""
    filled(path, key=key)
    with opened(path, key) as (store, before):
        record = before

        def make(change: changes.Change) -> None:
            nonlocal record
            record, _ = changes.perform(store, record, change, NOW)

        profile = replace(record.profile, planned_treatments=4, next_appointment=date(2026, 12, 18))
        make(changes.set_profile(record, profile))
        latest = record.treatments[-1]
        older = PlanUse(plan=read_plan(CLINIC_PLAN.replace('"3"', '"2"'), "clinic.toml"), used_at=NOW)
        newer = PlanUse(
            plan=read_plan(CLINIC_PLAN, "clinic.toml"), used_at=NOW, treatment_id=latest.id, from_at=latest.at
        )
        make(changes.Change(what=changes.What.PLAN, plan_uses=((None, older), (None, newer))))
        make(changes.log(record, FIRST, Answers(symptoms=frozenset({"pus"})), NOW))
        said = 'wait and "look": ä'
        make(changes.called(record, Call(rule="infection", day=FIRST, at=NOW - timedelta(hours=1), said=said), NOW))
        make(changes.put_aside(record, "no-sauna", FIRST, NOW))
        make(changes.take_up(record, "no-sauna", FIRST))
        make(changes.answered(record, AcknowledgementKind.BEFORE, FIRST, frozenset({"tan"}), NOW))
        make(changes.ended(record, record.treatments[-1], NOW))
        measured = Quality(brightness=0.5, clipped=0.01, dark=0.02, sharpness=123.25)
        more = prepared(b"a third", camera="Maker Model", quality=measured)
        kept = changes.keep_photo(store, more, FIRST, View.LEFT, NOW, day_source=DaySource.NAME)
        record = changes.adopted(record, changes.photo_added(kept))
        make(changes.flip_photo(record, kept.id))
        make(changes.align_photo(record, kept.id, Alignment(to=1, scale=1.25, turn=-7.5, dx=0.125, dy=-0.25)))
        return build_record(record.facts)
