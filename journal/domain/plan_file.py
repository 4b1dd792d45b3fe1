"""Reads a care plan (TOML) into a ``Plan``. Strict: all faults at once, one line each; never half loaded."""

from journal.domain.errors import PlanFaulty
from journal.domain.plan import Plan
from journal.domain.plan_faults import plan_faults
from journal.domain.sound_tables import FALLBACK, plan_of
from journal.domain.toml_checks import parsed


def read_plan(text: str, name: str, language: str = FALLBACK) -> Plan:
    """The plan of a file's text; ``name`` stands before each fault. Raises ``PlanFaulty``.

    A sentence given in several languages is taken in ``language`` (``"de"``; of ``"de_AT"`` the first two letters),
    else in English, else in the first one given.
    """
    data = parsed(text, name)
    if faults := plan_faults(data):
        raise PlanFaulty(tuple(f"{name}: {fault}" for fault in faults))
    return plan_of(data, text, language)
