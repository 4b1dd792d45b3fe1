"""A sound plan to spoil, and how to see what is said of it. No tests."""

import pytest

from journal.domain.errors import PlanFaulty
from journal.domain.plan_file import read_plan

HEAD = """\
name = "Clinic"
version = "7"
author = "A clinic"
date = "2026-12-01"
phone = "030 1234"
out_of_hours = ""
last_day = 28
"""

SOUND = (
    HEAD
    + """
[[rule]]
id = "no-sauna"
kind = "avoid"
tier = "caution"
text = "No sauna."
advice = "Stay out."
source = "the clinic"
habit = "sauna"
hours = 48

[[rule]]
id = "sunscreen"
kind = "do"
tier = "caution"
text.en = "Sunscreen."
text.de = "Sonnenschutz."
advice = "Put it on."
source = "the clinic"
habit = "sunscreen"
from_day = 2
to_day = 14

[[rule]]
id = "rising"
kind = "rising"
tier = "today"
text = "Rising."
advice = "Call."
source = "the clinic"
from_day = 3
to_day = 14

[[rule]]
id = "infection"
kind = "symptom"
tier = "today"
text = "Pus."
advice = "Call."
source = "the clinic"
signs = ["pus"]
"""
)

ANOTHER_SAUNA = """
[[rule]]
id = "no-steam"
kind = "avoid"
tier = "caution"
text = "No steam."
advice = "Stay out."
source = "the clinic"
habit = "sauna"
hours = 72
"""

SUNSCREEN_FORBIDDEN = ANOTHER_SAUNA.replace('"sauna"', '"sunscreen"').replace("no-steam", "no-sunscreen")


def faults_of(text):
    """What is said of a faulty plan."""
    with pytest.raises(PlanFaulty) as refused:
        read_plan(text, "mine.toml")
    assert all(len(fault.splitlines()) == 1 for fault in refused.value.faults)
    return refused.value.faults


def faults_after(old, new):
    """What is said of the sound plan after one change."""
    assert old in SOUND
    return faults_of(SOUND.replace(old, new, 1))
