"""Days worked out by hand from the plan's text: what every rule must say on each of them.

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

ROWS = (
    # what was done, and when
    Row(name="evening of the treatment, all as advised", day=0, logs=course("6/4")),
    Row(
        name="evening of the treatment, nothing logged",
        day=0,
        logs={},
        unknown=ALL_AVOID + "moisturiser strong " + ANY_DAY_SIGNS,
    ),
    Row(name="sport on day 1", day=1, logs=course("6/4", "5/3 exercise:yes"), met="no-exercise"),
    Row(name="make-up on day 1, window ends at 14:00", day=1, logs=course("6/4", "5/3 make-up:yes"), met="no-make-up"),
    Row(name="make-up on day 2 is allowed", day=2, logs=course("6/4", "5/3", "4/2 make-up:yes")),
    Row(
        name="make-up on day 2, depth not known",
        day=2,
        logs=course("6/4", "5/3", "4/2 make-up:yes"),
        treatments=(("2026-11-20T14:00+00:00", None, False),),
        met="no-make-up",
        force=FORCE[2] + " no-make-up",
    ),
    Row(
        name="make-up on day 2 after RF",
        day=2,
        logs=course("6/4", "5/3", "4/2 make-up:yes"),
        treatments=(("2026-11-20T14:00+00:00", 1.5, True),),
        met="no-make-up",
        force=FORCE[2] + " no-make-up",
    ),
    Row(
        name="make-up on day 2 after exactly 2 mm",
        day=2,
        logs=course("6/4", "5/3", "4/2 make-up:yes"),
        treatments=(("2026-11-20T14:00+00:00", 2.0, False),),
    ),
    Row(
        name="make-up on day 2 after more than 2 mm",
        day=2,
        logs=course("6/4", "5/3", "4/2 make-up:yes"),
        treatments=(("2026-11-20T14:00+00:00", 2.1, False),),
        met="no-make-up",
        force=FORCE[2] + " no-make-up",
    ),
    Row(name="swimming on day 3", day=3, logs=course(*FALLING, "2/1 swimming:yes"), met="no-swimming"),
    Row(name="swimming on day 4", day=4, logs=course(*FALLING, "2/1", "2/1 swimming:yes")),
    Row(name="harsh product on day 7", day=7, logs={7: "0/0 harsh-product:yes"}, met="no-harsh-products"),
    Row(name="harsh product on day 8", day=8, logs={8: "0/0 harsh-product:yes"}),
    Row(
        name="sun and no sunscreen on day 14",
        day=14,
        logs={14: "0/0 direct-sun:yes sunscreen:no"},
        met="no-direct-sun sunscreen",
    ),
    Row(name="sun and no sunscreen on day 15", day=15, logs={15: "0/0 direct-sun:yes sunscreen:no"}),
    Row(name="no sunscreen on day 1", day=1, logs=course("6/4", "5/3 sunscreen:no")),
    Row(name="no sunscreen on day 2", day=2, logs=course("6/4", "5/3", "4/2 sunscreen:no"), met="sunscreen"),
    Row(name="no moisturiser on day 6", day=6, logs={6: "0/0 moisturiser:no"}, met="moisturiser"),
    Row(name="no moisturiser on day 7", day=7, logs={7: "0/0 moisturiser:no"}),
    Row(
        name="habits not answered on day 8",
        day=8,
        logs={8: "0/0 silent"},
        unknown=A336 + "sunscreen",
    ),
    Row(
        name="treated at midnight: day 1 is outside the first 24 hours",
        day=1,
        logs=course("6/4", "5/3 make-up:yes exercise:yes"),
        treatments=(("2026-11-20T00:00+00:00", 1.5, False),),
        met="no-exercise",
        force=A48 + A72 + A168 + A336 + "painkillers moisturiser",
    ),
    Row(
        name="24 hours over the night the clocks go back",
        day=1,
        logs=course("6/4", "5/3 make-up:yes"),
        treatments=(("2026-10-24T23:30+02:00", 1.5, False),),
        met="no-make-up",
        force=FORCE[1],
    ),
    Row(
        name="day 2 after the night the clocks go back",
        day=2,
        logs=course("6/4", "5/3", "4/2 make-up:yes"),
        treatments=(("2026-10-24T23:30+02:00", 1.5, False),),
        force=FORCE[2],
    ),
    Row(
        name="an earlier treatment's longer window stays",
        day=2,
        logs={0: "6/4", 1: "6/4", 2: "5/3 make-up:yes alcohol:yes sunscreen:no"},
        treatments=(("2026-11-20T23:00+00:00", 1.5, True), ("2026-11-21T00:00+00:00", 1.0, False)),
        met="no-make-up",
        force="no-make-up " + A48 + A72 + A168 + A336 + "painkillers moisturiser",
    ),
    Row(
        name="ten days apart: sunscreen waits for day 2 of the new treatment",
        day=11,
        logs={10: "6/4", 11: "5/3 sunscreen:no direct-sun:yes"},
        treatments=(("2026-11-20T14:00+00:00", 1.5, False), ("2026-11-30T14:00+00:00", 1.5, False)),
        met="no-direct-sun",
        force=FORCE[1],
    ),
    # ratings that rise
    Row(name="up once on day 3", day=3, logs=course(*FALLING, "5/2"), met="look-again"),
    Row(name="up by two on days 3 and 4", day=4, logs=course(*FALLING, "5/2", "5/2"), met="look-again"),
    Row(name="up by two, then by three", day=4, logs=course(*FALLING, "5/2", "6/2"), met="look-again rising"),
    Row(
        name="up on day 4, day 3 missing",
        day=4,
        logs=course(*FALLING, None, "5/2"),
        met="look-again",
        unknown="rising",
    ),
    Row(
        name="up and clearly warmer",
        day=4,
        logs=course(*FALLING, None, "5/2 warmer"),
        met="look-again rising warmer",
    ),
    Row(name="both scales up on day 3", day=3, logs=course(*FALLING, "6/5"), met="look-again rising"),
    Row(
        name="up on day 3, signs not asked",
        day=3,
        logs=course(*FALLING, "5/2 unasked"),
        met="look-again",
        unknown="rising " + SIGNS_FROM_2,
    ),
    Row(
        name="day 3 filled in later",
        day=3,
        logs=course(*FALLING, "5/2 recalled"),
        unknown="look-again rising strong",
    ),
    Row(
        name="day 2 filled in later hides the lowest value",
        day=3,
        logs=course("6/4", "4/2", "3/1 recalled", "5/2"),
        unknown="look-again rising",
    ),
    Row(
        name="only redness given on day 5",
        day=5,
        logs=course("6/4", "4/2", "3/1", "2/1", "2/1", "3/-"),
        unknown="strong look-again",
    ),
    Row(
        name="previous check-in on day 1, day 2 missing",
        day=3,
        logs=course("6/4", "3/2", None, "5/2"),
        met="look-again",
        unknown="rising",
    ),
    Row(name="up on day 2 is not judged", day=2, logs=course("6/4", "2/1", "6/1")),
    Row(name="up on day 14", day=14, logs=dict.fromkeys(range(14), QUIET) | {14: "2/0"}, met="look-again"),
    Row(name="up on day 15 is not judged", day=15, logs=dict.fromkeys(range(15), QUIET) | {15: "2/0"}),
    # strong reactions
    Row(
        name="eight on day 5",
        day=5,
        logs=course("6/4", "4/2", "3/1", "2/1", "2/1", "8/1"),
        met="strong look-again",
    ),
    Row(name="exactly two above the line on day 2", day=2, logs=course("6/4", "5/3", "7/2")),
    Row(
        name="sensitivity more than two above the line on day 2", day=2, logs=course("6/4", "5/3", "4/7"), met="strong"
    ),
    Row(
        name="seven on day 1 of a shallow treatment",
        day=1,
        logs=course("4/3", "7/3"),
        treatments=(("2026-11-20T14:00+00:00", 1.0, False),),
        met="strong",
    ),
    Row(name="eight on day 28", day=28, logs={28: "0/8"}, met="strong"),
    Row(name="eight on day 29", day=29, logs={29: "0/8"}),
    # redness that stays
    Row(name="three on days 6 and 7", day=7, logs=course(*SLOW, "3/1", "3/1"), met="still-red"),
    Row(name="two on day 7 is below three", day=7, logs=course(*SLOW, "3/1", "2/1")),
    Row(name="three on day 6 is not judged yet", day=6, logs=course(*SLOW, "3/1")),
    Row(
        name="day 7 missing, three on days 6 and 8",
        day=8,
        logs=course(*SLOW, "3/1", None, "3/1"),
        met="still-red",
        unknown="look-again rising",
    ),
    Row(
        name="three days between check-ins still count",
        day=9,
        logs=course(*SLOW, "3/1", None, None, "3/1"),
        met="still-red",
        unknown="look-again rising",
    ),
    Row(
        name="four days between check-ins are too many",
        day=10,
        logs=course(*SLOW, "3/1", None, None, None, "3/1"),
        unknown="still-red look-again rising",
    ),
    Row(
        name="check-in before day 6 with a gap after it",
        day=7,
        logs=course(*SLOW, None, "3/1"),
        unknown="still-red look-again rising",
    ),
    Row(
        name="baseline 3: five and six",
        day=7,
        logs=course("7/1", "7/1", "7/1", "6/1", "6/1", "5/1", "5/1", "6/1"),
        baseline=(3, 0),
        met="still-red",
    ),
    Row(
        name="baseline 4: two above it twice is not enough",
        day=7,
        logs=course("8/0", "7/0", "7/0", "7/0", "7/0", "6/0", "6/0", "6/0"),
        baseline=(4, 0),
    ),
    Row(
        name="baseline 4: two above it at three check-ins",
        day=8,
        logs=course("8/0", "7/0", "7/0", "7/0", "7/0", "6/0", "6/0", "6/0", "6/0"),
        baseline=(4, 0),
        met="still-red",
    ),
    Row(name="two on days 14 and 15", day=15, logs=dict.fromkeys(range(16), "2/0")),
    Row(name="two on days 14, 15 and 16", day=16, logs=dict.fromkeys(range(17), "2/0"), met="still-red"),
    Row(name="eight days between check-ins after day 14", day=23, logs={15: "3/0", 23: "3/0"}, met="still-red"),
    Row(name="nine days between check-ins after day 14", day=24, logs={15: "3/0", 24: "3/0"}, unknown="still-red"),
    Row(name="three on day 28", day=28, logs={27: "3/0", 28: "3/0"}, met="still-red"),
    Row(name="three on day 29", day=29, logs={28: "3/0", 29: "3/0"}),
    # signs
    Row(name="pus", day=4, logs=course(*FALLING, "2/1", "2/1 pus"), met="infection", tiers={"infection": "today"}),
    Row(
        name="pus and fever",
        day=4,
        logs=course(*FALLING, "2/1", "2/1 pus fever"),
        met="infection fever",
        tiers={"infection": "emergency"},
    ),
    Row(
        name="spreading near the eye",
        day=4,
        logs=course(*FALLING, "2/1", "2/1 spreading eye"),
        met="infection vision",
        tiers={"infection": "emergency", "vision": "emergency"},
    ),
    Row(name="cold sore before the first treatment", day=-1, logs={-1: "-/- cold-sore"}, met="herpes", force=""),
    Row(name="before the first treatment, not asked", day=-1, logs={}, unknown=ANY_DAY_SIGNS, force=""),
    Row(name="severe pain on day 0", day=0, logs=course("6/4 severe-pain")),
    Row(name="severe pain on day 1", day=1, logs=course("6/4", "5/3 severe-pain"), met="severe-pain"),
    Row(name="warmer and bleeding on day 1", day=1, logs=course("6/4", "5/3 warmer bleeding")),
    Row(
        name="warmer and bleeding on day 2",
        day=2,
        logs=course("6/4", "5/3", "4/2 warmer bleeding"),
        met="warmer bleeding",
    ),
    Row(name="darker patches on day 6", day=6, logs={6: "0/0 dark-patches"}),
    Row(name="darker patches on day 7", day=7, logs={7: "0/0 dark-patches"}, met="dark-patches"),
    Row(
        name="trouble breathing on day 40",
        day=40,
        logs={40: "-/- breathing bumps"},
        met="allergy bumps",
        tiers={"allergy": "emergency"},
    ),
    Row(name="day 40 not logged", day=40, logs={}, unknown=SIGNS_FROM_7),
)
