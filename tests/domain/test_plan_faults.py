"""Every fault of a plan file's syntax, head and values, with its line word for word."""

import pytest

from journal.domain.entry import SYMPTOMS
from journal.domain.plan import Kind
from journal.domain.plan_file import read_plan
from journal.domain.plan_keys import RULES_MAX, rule_checks
from tests.domain.plan_texts import HEAD, SOUND, faults_after

HEAD_ALLOWED = "name, version, author, date, phone, out_of_hours, last_day, rule"
KINDS_ALLOWED = ", ".join(Kind)
AVOID_ALLOWED = ", ".join(rule_checks((Kind.AVOID,)))
NO_SAUNA = 'rule "no-sauna", '
LINE = "one line of text in quotes"

FAULTS = {
    # the file
    "a number of too many figures": ("hours = 48", f"hours = {'9' * 5000}", "a number with too many figures"),
    "lists within lists": ("hours = 48", f"hours = {'[' * 2000}", "lists within lists, too deep to read"),
    # the head
    "no author": ('author = "A clinic"\n', "", "key 'author': is missing"),
    "a key that nobody knows": (
        "last_day",
        "lastday = 28\nlast_day",
        f"key 'lastday': is unknown, allowed: {HEAD_ALLOWED}; did you mean 'last_day'?",
    ),
    "a key with a line break": (
        "last_day",
        '"a\\nb" = 1\nlast_day',
        f"key 'a\\u000ab': is unknown, allowed: {HEAD_ALLOWED}",
    ),
    "no last day at all": (
        "last_day = 28",
        "last_day = 0",
        "key 'last_day': is 0, allowed: a whole number from 1 to 365",
    ),
    "a last day years later": (
        "last_day = 28",
        "last_day = 366",
        "key 'last_day': is 366, allowed: a whole number from 1 to 365",
    ),
    "a last day that is no number": (
        "last_day = 28",
        "last_day = true",
        "key 'last_day': is true, allowed: a whole number from 1 to 365",
    ),
    "a name of two lines": ('"Clinic"', '"Cli\\nnic"', f"key 'name': is \"Cli\\nnic\", allowed: {LINE}"),
    "a blank name": ('"Clinic"', '" "', f"key 'name': is \" \", allowed: {LINE}"),
    "a version that is a number": ('version = "7"', "version = 7", f"key 'version': is 7, allowed: {LINE}"),
    "a date without quotes": (
        '"2026-12-01"',
        "2026-12-01",
        "key 'date': is 2026-12-01, allowed: a day in quotes, such as \"2026-11-23\"",
    ),
    "a day that does not exist": (
        "2026-12-01",
        "2026-02-30",
        'key \'date\': is "2026-02-30", allowed: a day in quotes, such as "2026-11-23"',
    ),
    "a phone without figures": (
        '"030 1234"',
        '"on the leaflet"',
        'key \'phone\': is "on the leaflet", allowed: a phone number in quotes, or ""',
    ),
    "a phone that is a number": (
        'out_of_hours = ""',
        "out_of_hours = 112",
        "key 'out_of_hours': is 112, allowed: a phone number in quotes, or \"\"",
    ),
    "no rules": (SOUND.removeprefix(HEAD), "", "key 'rule': is missing, needed: one [[rule]] table or more"),
    "an empty list of rules": (
        SOUND.removeprefix(HEAD),
        "rule = []",
        "key 'rule': is [], allowed: one [[rule]] table or more",
    ),
    "one rule in single brackets": (
        SOUND.removeprefix(HEAD),
        '[rule]\nid = "a"',
        "key 'rule': is {id = \"a\"}, allowed: one [[rule]] table or more",
    ),
    "far too many rules": (
        SOUND.removeprefix(HEAD),
        '[[rule]]\nid = "a"\n' * (RULES_MAX + 1),
        f"key 'rule': stands {RULES_MAX + 1} times, allowed: up to {RULES_MAX}",
    ),
    # the values of one rule
    "hours in quotes": (
        "hours = 48",
        'hours = "48"',
        f"{NO_SAUNA}key 'hours': is \"48\", allowed: a whole number from 1 to 10000",
    ),
    "hours with a point": (
        "hours = 48",
        "hours = 48.0",
        f"{NO_SAUNA}key 'hours': is 48.0, allowed: a whole number from 1 to 10000, without a point: 48",
    ),
    "half hours": (
        "hours = 48",
        "hours = 24.5",
        f"{NO_SAUNA}key 'hours': is 24.5, allowed: a whole number from 1 to 10000",
    ),
    "no hours": (
        "hours = 48",
        "hours = 0",
        f"{NO_SAUNA}key 'hours': is 0, allowed: a whole number from 1 to 10000",
    ),
    "hours beyond all measure": (
        "hours = 48",
        f"hours = 0x{'f' * 9000}",
        f"{NO_SAUNA}key 'hours': is a very large number, allowed: a whole number from 1 to 10000",
    ),
    "an id of two words": (
        'id = "no-sauna"',
        'id = "No sauna"',
        (
            'rule "No sauna", key \'id\': is "No sauna", allowed: small letters, digits and hyphens in quotes,'
            " up to 40 characters"
        ),
    ),
    "an id that is a list": (
        'id = "no-sauna"',
        'id = ["a"]',
        "rule 1, key 'id': is [\"a\"], allowed: small letters, digits and hyphens in quotes, up to 40 characters",
    ),
    "a kind that is none": (
        'kind = "avoid"',
        'kind = "avoids"',
        f'{NO_SAUNA}key \'kind\': is "avoids", allowed: {KINDS_ALLOWED}; did you mean "avoid"?',
    ),
    "a kind that is a table": (
        'kind = "avoid"',
        "kind = {a = 1}",
        f"{NO_SAUNA}key 'kind': is {{a = 1}}, allowed: {KINDS_ALLOWED}",
    ),
    "no kind": ('kind = "avoid"\n', "", f"{NO_SAUNA}key 'kind': is missing"),
    "a tier that is none": (
        'tier = "caution"',
        'tier = "red"',
        f"{NO_SAUNA}key 'tier': is \"red\", allowed: info, caution, call, today, emergency",
    ),
    "a key of another kind": (
        "hours = 48",
        'hours = 48\nsigns = ["pus"]',
        f"{NO_SAUNA}key 'signs': is unknown, allowed: {AVOID_ALLOWED}",
    ),
    "a sentence of two lines": (
        '"No sauna."',
        '"""No sauna.\nNo steam."""',
        f"{NO_SAUNA}key 'text': is \"No sauna.\\nNo steam.\", allowed: {LINE}, or one a language: .en, .de",
    ),
    "a sentence without end": (
        '"Stay out."',
        f'"{"x" * 401}"',
        (
            f"{NO_SAUNA}key 'advice': is \"{'x' * 59}..., allowed: {LINE}, up to 400 characters,"
            " or one a language: .en, .de"
        ),
    ),
    "no sentence in any language": (
        'text = "No sauna."',
        "text = {}",
        f"{NO_SAUNA}key 'text': is {{}}, allowed: {LINE}, or one a language: .en, .de",
    ),
    "a language of three letters": (
        'text = "No sauna."',
        'text.deu = "Keine Sauna."',
        f"{NO_SAUNA}key 'text.deu': is unknown, allowed: a language's two-letter code, such as en or de",
    ),
    "a country for a language": (
        'text = "No sauna."',
        'text.gb = "No sauna."',
        f"{NO_SAUNA}key 'text.gb': is unknown, allowed: a language's two-letter code, such as en or de",
    ),
    "a language with nothing said": (
        'text = "No sauna."',
        'text.en = "No sauna."\ntext.de = ""',
        f"{NO_SAUNA}key 'text.de': is \"\", allowed: {LINE}",
    ),
    "a source in languages": (
        'source = "the clinic"',
        'source.en = "the clinic"',
        f"{NO_SAUNA}key 'source': is {{en = \"the clinic\"}}, allowed: {LINE}",
    ),
    "a habit with a capital": (
        'habit = "sauna"',
        'habit = "Sauna "',
        (
            f"{NO_SAUNA}key 'habit': is \"Sauna \", allowed: small letters, digits and hyphens in quotes,"
            " up to 40 characters"
        ),
    ),
    "off in quotes": (
        "hours = 48",
        'hours = 48\noff = "yes"',
        f"{NO_SAUNA}key 'off': is \"yes\", allowed: true or false, without quotes",
    ),
    "rf as a word": (
        "hours = 48",
        'hours = 48\nrf = "without"',
        f"{NO_SAUNA}key 'rf': is \"without\", allowed: true or false, without quotes",
    ),
    "a depth that no needle has": (
        "hours = 48",
        "hours = 48\ndeeper_than = 20",
        f"{NO_SAUNA}key 'deeper_than': is 20, allowed: a number from 0.1 to 6",
    ),
    "a depth that is no number": (
        "hours = 48",
        "hours = 48\ndepth_to = nan",
        f"{NO_SAUNA}key 'depth_to': is nan, allowed: a number from 0.1 to 6",
    ),
    "one synonym for a list": (
        "hours = 48",
        'hours = 48\nsynonyms = "steam"',
        (
            f"{NO_SAUNA}key 'synonyms': is \"steam\", allowed: a list of one or more words in quotes, each up to"
            " 40 characters"
        ),
    ),
    "a synonym twice": (
        "hours = 48",
        'hours = 48\nsynonyms = ["steam", "Steam"]',
        f'{NO_SAUNA}key \'synonyms\': is ["steam", "Steam"], allowed: each word once',
    ),
    "a sign that is none": (
        '["pus"]',
        '["pus", "feever"]',
        (
            'rule "infection", key \'signs\': is ["pus", "feever"], allowed: a list of one or more of'
            f' {", ".join(SYMPTOMS)}; did you mean "fever"?'
        ),
    ),
    "no signs": (
        '["pus"]',
        "[]",
        f"rule \"infection\", key 'signs': is [], allowed: a list of one or more of {', '.join(SYMPTOMS)}",
    ),
    "a sign twice": (
        '["pus"]',
        '["pus", "pus"]',
        'rule "infection", key \'signs\': is ["pus", "pus"], allowed: each word once',
    ),
    "a threshold off the scale": (
        'to_day = 14\n\n[[rule]]\nid = "infection"',
        'to_day = 14\nrise = 11\n\n[[rule]]\nid = "infection"',
        "rule \"rising\", key 'rise': is 11, allowed: a whole number from 1 to 10",
    ),
}


def test_the_plan_that_is_spoilt_here_is_sound():
    assert [rule.id for rule in read_plan(SOUND, "mine.toml").rules] == ["no-sauna", "sunscreen", "rising", "infection"]
    assert len(FAULTS) >= 25


@pytest.mark.parametrize("name", FAULTS)
def test_each_fault_is_one_line_that_says_where_what_and_what_is_allowed(name):
    old, new, said = FAULTS[name]

    assert faults_after(old, new) == (f"mine.toml: {said}",)


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("last_day = 28", "last_day =", "line 7, column 11"),
        ("[[rule]]", "[[rule", "line 9, column 7"),
        ("hours = 48", "hours = 48\nhours = 72", "line 18, column 11"),
        ("hours = 48", "hours = 48 hours", "line 17, column 12"),
        ("hours = 48", "hours = forty-eight", "line 17, column 9"),
        ('signs = ["pus"]\n', 'signs = """pus', "the end of the file"),
    ],
)
def test_what_is_not_toml_is_told_by_its_line(old, new, place):
    (fault,) = faults_after(old, new)

    assert fault.startswith(f"mine.toml: {place}: ")
    assert "(at " not in fault
