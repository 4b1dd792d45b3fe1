"""How a day worked out by hand is written down: what every rule must say on it. The days are in tables by theme.

A day's log is written ``redness/sensitivity`` with ``-`` for a rating not given, then words: a sign that is ticked,
``habit:yes`` or ``habit:no``, ``recalled``, ``unasked`` (symptoms not asked), ``silent`` (no habit answered). Without
such words every habit was answered as advised and no sign was ticked. Rules that a row does not name are not met.

High line, medium depth and baseline 0, redness: day 1 6.5, 2 5, 3 3.5, 4 2.5, 5 2, 6 1.5, 7 1, 8 0.83, 10 0.5, 14 0;
sensitivity: day 1 5, 2 4, 3 3.5, 4 3, 5 2.5, 6 2, 7 1.5.
"""

from dataclasses import dataclass, field

A24 = "no-make-up no-alcohol "
A48 = "no-exercise no-hot-shower no-sauna no-shaving "
A72 = "no-swimming "
A168 = "no-harsh-products no-picking no-waxing "
A336 = "no-direct-sun no-tanning-bed no-other-treatment "
ALL_AVOID = A24 + A48 + A72 + A168 + A336

FORCE = {
    0: ALL_AVOID + "painkillers moisturiser",
    1: ALL_AVOID + "painkillers moisturiser",
    2: A48 + A72 + A168 + A336 + "painkillers sunscreen moisturiser",
    3: A72 + A168 + A336 + "sunscreen moisturiser",
    4: A168 + A336 + "sunscreen moisturiser",
    5: A168 + A336 + "sunscreen moisturiser",
    6: A168 + A336 + "sunscreen moisturiser",
    7: A168 + A336 + "sunscreen",
    **dict.fromkeys(range(8, 15), A336 + "sunscreen"),
    **dict.fromkeys(range(15, 60), ""),
}
"""What is in force on day n after a treatment of 1.5 mm at 14:00."""

ANY_DAY_SIGNS = "infection fever herpes blisters burn numbness allergy vision bumps "
SIGNS_FROM_1 = ANY_DAY_SIGNS + "severe-pain "
SIGNS_FROM_2 = SIGNS_FROM_1 + "warmer bleeding "
SIGNS_FROM_7 = SIGNS_FROM_2 + "dark-patches "

AT_14 = (("2026-11-20T14:00+00:00", 1.5, False),)
AT_MIDNIGHT = (("2026-11-20T00:00+00:00", 1.5, False),)
CLOCKS_FORWARD = (("2026-03-28T23:30+01:00", 1.5, False),)
"""In much of Europe the clocks went forward in the night to 29 March: 23:30 of this offset is 00:30 on the clock."""
TEN_DAYS_APART = (("2026-11-20T14:00+00:00", 1.5, False), ("2026-11-30T14:00+00:00", 1.5, False))


@dataclass(frozen=True, kw_only=True)
class Row:
    """One day of the table. ``day`` counts from the first treatment; ``tiers`` names those worth looking at."""

    name: str
    day: int
    logs: dict
    met: str = ""
    unknown: str = ""
    force: str | None = None
    treatments: tuple = AT_14
    baseline: tuple = (0, 0)
    tiers: dict = field(default_factory=dict)

    def __str__(self):
        return self.name


def course(*ratings, **more):
    """Logs of day 0, 1, 2 ...; None for a missing day."""
    logs = {number: log for number, log in enumerate(ratings) if log is not None}
    return {**logs, **{int(key[1:]): log for key, log in more.items()}}


FALLING = ("6/4", "4/2", "3/1")
SLOW = ("7/2", "6/1", "5/1", "4/1", "4/1", "4/1")
QUIET = "0/0"
