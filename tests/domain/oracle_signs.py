"""Days worked out by hand: warning signs, asked and not asked."""

from tests.domain.oracle_row import ANY_DAY_SIGNS, FALLING, FORCE, SIGNS_FROM_7, TEN_DAYS_APART, Row, course

SIGNS = (
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
    Row(
        name="symptoms not asked on day 7",
        day=7,
        logs={7: "0/0 unasked"},
        unknown=SIGNS_FROM_7,
    ),
    Row(
        name="what was filled in later counts for signs and habits",
        day=4,
        logs=course(*FALLING, "2/1", "2/1 recalled pus harsh-product:yes"),
        met="infection no-harsh-products",
        unknown="strong look-again rising",
        tiers={"infection": "today"},
    ),
    Row(
        name="an eye affected without pus is no skin infection",
        day=4,
        logs=course(*FALLING, "2/1", "2/1 eye"),
        met="vision",
        tiers={"vision": "emergency", "infection": "today"},
    ),
    Row(
        name="ten days apart: on day 1 of the second warmth, bleeding and dark patches are not judged",
        day=11,
        logs={10: "6/4", 11: "5/3 warmer bleeding dark-patches"},
        treatments=TEN_DAYS_APART,
        force=FORCE[1],
    ),
    Row(
        name="fever before the first treatment; what waits for a day number does not count",
        day=-1,
        logs={-1: "9/2 fever dark-patches severe-pain warmer sauna:yes"},
        met="fever",
        force="",
    ),
)
