"""What must hold between the keys of one rule and between rules, with each fault's line word for word."""

import pytest

from journal.domain.plan_file import read_plan
from tests.domain.plan_texts import ANOTHER_SAUNA, SOUND, SUNSCREEN_FORBIDDEN, faults_after, faults_of

NO_SAUNA = 'rule "no-sauna", '
SAUNA_CLASH = (
    'rule "no-steam", key \'habit\': rule "no-sauna" is about "sauna" on the same days and treatments,'
    " allowed: one rule, or conditions that never hold together"
)

FAULTS = {
    # between the keys of one rule
    "days the wrong way round": (
        "from_day = 2",
        "from_day = 15",
        "rule \"sunscreen\", key 'to_day': is 14, allowed: from_day (15) or later",
    ),
    "a rating rule after the plan's end": (
        "last_day = 28",
        "last_day = 2",
        "rule \"rising\", key 'from_day': is 3, allowed: last_day (2) or earlier: ratings are asked until then",
    ),
    "a worse tier without signs": (
        '["pus"]',
        '["pus"]\nworse_tier = "emergency"',
        "rule \"infection\", key 'worse_with': is missing, needed beside 'worse_tier'",
    ),
    "worse signs without a tier": (
        '["pus"]',
        '["pus"]\nworse_with = ["fever"]',
        "rule \"infection\", key 'worse_tier': is missing, needed beside 'worse_with'",
    ),
    "a worse tier that is not worse": (
        '["pus"]',
        '["pus"]\nworse_with = ["fever"]\nworse_tier = "call"',
        'rule "infection", key \'worse_tier\': is "call", allowed: higher than tier (today): emergency',
    ),
    "a clear rise below the rise": (
        "from_day = 3",
        "from_day = 3\nrise = 3\nclear_rise = 2",
        "rule \"rising\", key 'clear_rise': is 2, allowed: rise (3) or more",
    ),
    "a rise above the clear rise nobody gave": (
        "from_day = 3",
        "from_day = 3\nrise = 4",
        "rule \"rising\", key 'clear_rise': is 3 when it is not given, allowed: rise (4) or more",
    ),
    "depths that exclude each other": (
        "hours = 48",
        "hours = 48\ndeeper_than = 2.0\ndepth_to = 1.5",
        f"{NO_SAUNA}key 'depth_to': is 1.5, allowed: more than deeper_than (2.0)",
    ),
    "a shorter window when deeper": (
        "hours = 48",
        "hours = 48\nhours_if_deep = 24",
        f"{NO_SAUNA}key 'hours_if_deep': is 24, allowed: hours (48) or more",
    ),
    "a deep window always": (
        "hours = 48",
        "hours = 48\nhours_if_deep = 72\nrf = true",
        f"{NO_SAUNA}key 'hours_if_deep': always holds under this rule's conditions, allowed: 'hours' alone",
    ),
    "a deep window never": (
        "hours = 48",
        "hours = 48\nhours_if_deep = 72\nrf = false\ndepth_to = 1.0",
        f"{NO_SAUNA}key 'hours_if_deep': never holds under this rule's conditions, allowed: 'hours' alone",
    ),
    "a habit misspelt": (
        'habit = "sauna"',
        'habit = "saunas"',
        (
            f"{NO_SAUNA}key 'habit': is \"saunas\", allowed: a known habit, or a new one with its habit_name;"
            ' did you mean "sauna"?'
        ),
    ),
    "a sign for a habit": (
        'habit = "sauna"',
        'habit = "pus"',
        f"{NO_SAUNA}key 'habit': is \"pus\", allowed: a word that no sign and no part of an entry has",
    ),
    "a rating for a habit": (
        'habit = "sauna"',
        'habit = "redness"',
        f"{NO_SAUNA}key 'habit': is \"redness\", allowed: a word that no sign and no part of an entry has",
    ),
    # between rules
    "an id twice": (
        'id = "rising"',
        'id = "no-sauna"',
        f"{NO_SAUNA}key 'id': stands twice, allowed: one rule an id",
    ),
    "two windows for one habit": (SOUND, SOUND + ANOTHER_SAUNA, SAUNA_CLASH),
    "two windows that meet where the depth is not known": (
        SOUND,
        SOUND.replace("hours = 48", "hours = 48\nrf = false") + ANOTHER_SAUNA + "deeper_than = 2.0\n",
        SAUNA_CLASH,
    ),
    "two spans of one habit that share a day": (
        SOUND,
        SOUND
        + ANOTHER_SAUNA.replace('kind = "avoid"', 'kind = "do"').replace(
            'habit = "sauna"\nhours = 72', 'habit = "sunscreen"\nfrom_day = 14\nto_day = 20'
        ),
        (
            'rule "no-steam", key \'habit\': rule "sunscreen" is about "sunscreen" on the same days and treatments,'
            " allowed: one rule, or conditions that never hold together"
        ),
    ),
    "asked for and forbidden on one day": (
        SOUND,
        SOUND + SUNSCREEN_FORBIDDEN,
        ('rule "sunscreen", key \'from_day\': is 2, allowed: 3 or later: rule "no-sunscreen" forbids it for 72 hours'),
    ),
    "one habit by two names": (
        SOUND,
        SOUND.replace("hours = 48", 'hours = 48\nhabit_name = "Sauna"\nrf = true')
        + ANOTHER_SAUNA
        + 'habit_name = "Steam"\nrf = false\n',
        'rule "no-steam", key \'habit_name\': is "Steam", allowed: as in rule "no-sauna": "Sauna"',
    ),
    "nothing left on": (
        SOUND,
        SOUND.replace("source =", "off = true\nsource ="),
        "key 'rule': every rule is off, allowed: at least one that is not",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_each_fault_is_one_line_that_says_where_what_and_what_is_allowed(name):
    old, new, said = FAULTS[name]

    assert faults_after(old, new) == (f"mine.toml: {said}",)


@pytest.mark.parametrize(
    "text",
    [
        SOUND.replace("hours = 48", "hours = 48\nrf = false") + ANOTHER_SAUNA + "rf = true\n",
        SOUND.replace("hours = 48", "hours = 48\ndepth_to = 1.0") + ANOTHER_SAUNA + "deeper_than = 1.0\n",
        SOUND.replace("hours = 48", "hours = 48\noff = true") + ANOTHER_SAUNA,
        SOUND + SUNSCREEN_FORBIDDEN.replace("hours = 72", "hours = 71"),
        SOUND + SUNSCREEN_FORBIDDEN + "off = true\n",
        SOUND.replace('"sauna"', '"saunas"').replace("hours = 48", 'hours = 48\nhabit_name = "Saunas"'),
        SOUND.replace('"sauna"', '"trampoline"'),
        SOUND.replace("from_day = 3", "from_day = 3\nrise = 3"),
        SOUND.replace("last_day = 28", "last_day = 3"),
    ],
)
def test_what_only_looks_like_a_clash_is_taken(text):
    assert read_plan(text, "mine.toml").toml == text


def test_all_faults_are_said_at_once():
    text = SOUND.replace("last_day = 28", "last_day = 0").replace("hours = 48", "hours = 0\nhour = 48")
    text = text.replace("from_day = 2", "from_day = 15").replace('author = "A clinic"\n', "")

    assert [fault.split(", allowed")[0].removeprefix("mine.toml: ") for fault in faults_of(text)] == [
        "key 'author': is missing",
        "key 'last_day': is 0",
        "rule \"no-sauna\", key 'hour': is unknown",
        "rule \"no-sauna\", key 'hours': is 0",
        "rule \"sunscreen\", key 'to_day': is 14",
    ]
