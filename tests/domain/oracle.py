"""A second, naive reading of the default plan: slow and plain, sharing no code with the first.

A journal here is a dictionary of days. Nothing is prepared or reused between rules; every rule is asked from nothing.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

MET, NOT, UNKNOWN = "met", "not met", "unknown"

HOURS = [0, 6, 12, 24, 48, 72, 96, 120, 168, 240, 336]
HIGH = {
    ("redness", "shallow"): [6, 5.5, 5, 4, 3, 2, 1.5, 1, 0.5, 0, 0],
    ("redness", "medium"): [8, 8, 7.5, 6.5, 5, 3.5, 2.5, 2, 1, 0.5, 0],
    ("redness", "deep"): [9, 9, 8.5, 8, 6.5, 5, 4, 3, 2, 1, 0.5],
    ("sensitivity", "shallow"): [5, 5, 4, 3.5, 2.5, 2, 1.5, 1, 0.5, 0, 0],
    ("sensitivity", "medium"): [7, 7, 6, 5, 4, 3.5, 3, 2.5, 1.5, 0.5, 0],
    ("sensitivity", "deep"): [8, 8, 7.5, 7, 6, 5, 4.5, 4, 2.5, 1, 0.5],
}

AVOID = {
    "no-make-up": ("make-up", 24, 48),
    "no-exercise": ("exercise", 48, 48),
    "no-hot-shower": ("hot-shower", 48, 48),
    "no-sauna": ("sauna", 48, 48),
    "no-harsh-products": ("harsh-product", 168, 168),
    "no-direct-sun": ("direct-sun", 336, 336),
    "no-tanning-bed": ("tanning-bed", 336, 336),
    "no-alcohol": ("alcohol", 24, 24),
    "no-shaving": ("shaving", 48, 48),
    "no-swimming": ("swimming", 72, 72),
    "no-picking": ("picking", 168, 168),
    "no-waxing": ("waxing", 168, 168),
    "no-other-treatment": ("other-treatment", 336, 336),
}
DO = {"sunscreen": ("sunscreen", 2, 14, "caution"), "moisturiser": ("moisturiser", 0, 6, "info")}
SIGNS = {
    "infection": (("pus", "spreading"), None, "today"),
    "fever": (("fever", "unwell"), None, "today"),
    "herpes": (("cold-sore",), None, "today"),
    "blisters": (("blisters",), None, "today"),
    "burn": (("burn",), None, "today"),
    "numbness": (("numbness",), None, "today"),
    "severe-pain": (("severe-pain",), 1, "today"),
    "allergy": (("face-swelling", "breathing"), None, "emergency"),
    "vision": (("vision", "eye"), None, "emergency"),
    "warmer": (("warmer",), 2, "caution"),
    "bleeding": (("bleeding",), 2, "call"),
    "bumps": (("bumps",), None, "call"),
    "dark-patches": (("dark-patches",), 7, "call"),
}
RATING_TIERS = {"strong": "caution", "look-again": "caution", "rising": "today", "still-red": "call"}
ALL_RULES = [*AVOID, *DO, *RATING_TIERS, *SIGNS, "painkillers"]


@dataclass(frozen=True)
class Session:
    at: datetime
    depth: float | None = 1.5
    rf: bool = False

    @property
    def day(self) -> date:
        return self.at.date()

    @property
    def depth_class(self) -> str:
        if self.rf:
            return "deep"
        if self.depth is None:
            return "medium"
        return "shallow" if self.depth <= 1.0 else "medium" if self.depth <= 2.0 else "deep"

    @property
    def long_make_up(self) -> bool:
        return self.rf or self.depth is None or self.depth > 2.0


@dataclass(frozen=True)
class Log:
    redness: int | None = None
    sensitivity: int | None = None
    habits: dict = field(default_factory=dict)
    signs: frozenset | None = None
    recalled: bool = False


@dataclass(frozen=True)
class Course:
    sessions: tuple
    logs: dict
    baseline: dict

    def session(self, day):
        found = None
        for session in sorted(self.sessions, key=lambda s: s.at):
            if session.day <= day:
                found = session
        return found

    def rating(self, scale, day):
        log = self.logs.get(day)
        return None if log is None or log.recalled else getattr(log, scale)

    def high_line(self, scale, session, n):
        hours = 24 * n if n else 6
        points = HIGH[scale, session.depth_class]
        b = self.baseline[scale]
        if hours >= 336:
            value = points[-1]
        else:
            k = max(i for i in range(len(HOURS)) if HOURS[i] <= hours)
            value = points[k] + (points[k + 1] - points[k]) * (hours - HOURS[k]) / (HOURS[k + 1] - HOURS[k])
        return b + value * (10 - b) / 10


def both(*parts):
    return NOT if NOT in parts else UNKNOWN if UNKNOWN in parts else MET


def either(*parts):
    return MET if MET in parts else UNKNOWN if UNKNOWN in parts else NOT


def touched(session, hours, day):
    start = session.at
    end = session.at + timedelta(hours=hours)
    midnight = datetime.combine(day, datetime.min.time(), session.at.tzinfo)
    return start < midnight + timedelta(days=1) and end > midnight


def avoid_in_force(course, rule, day):
    _, hours, long_hours = AVOID[rule]
    return any(touched(s, long_hours if s.long_make_up else hours, day) for s in course.sessions if s.day <= day)


class Reader:
    """One course after one session, read by day number."""

    def __init__(self, course, session):
        self.course = course
        self.session = session

    def r(self, scale, n):
        return self.course.rating(scale, self.session.day + timedelta(days=n))

    def h(self, scale, n):
        return self.course.high_line(scale, self.session, n)

    def up(self, scale, n, d):
        now = self.r(scale, n)
        if now is None:
            return UNKNOWN
        if now < self.course.baseline[scale] + d or now <= self.h(scale, n):
            return NOT
        earlier = [self.r(scale, k) for k in range(1, n)]
        if any(value is not None and value <= now - d for value in earlier):
            return MET
        return UNKNOWN if None in earlier else NOT

    def previous(self, scale, n):
        for m in range(n - 1, -1, -1):
            if n - m > (3 if n <= 14 else 8):
                return None
            if self.r(scale, m) is not None:
                return m
        return None

    def gap(self, scale, m, n):
        return any(self.r(scale, k) is None for k in range(m + 1, n))

    def pair(self, scale, n):
        m = self.previous(scale, n)

        def earlier(d):
            if m is None:
                return UNKNOWN
            state = self.up(scale, m, d) if m >= 2 else NOT
            return UNKNOWN if state == NOT and self.gap(scale, m, n) else state

        return both(self.up(scale, n, 2), earlier(2), either(self.up(scale, n, 3), earlier(3)))

    def high(self, n, d):
        now = self.r("redness", n)
        if now is None:
            return UNKNOWN
        holds = now >= self.course.baseline["redness"] + d and now > self.h("redness", n) and (n >= 14 or now >= 3)
        return MET if holds else NOT

    def still_red(self, n):
        m = self.previous("redness", n)
        k = None if m is None else self.previous("redness", m)

        def earlier(check_in, d):
            if check_in is None:
                return UNKNOWN
            state = self.high(check_in, d) if check_in >= 6 else NOT
            return UNKNOWN if state == NOT and self.gap("redness", check_in, n) else state

        two = both(self.high(n, 2), earlier(m, 2), either(self.high(n, 3), earlier(m, 3)))
        three = both(self.high(n, 2), earlier(m, 2), earlier(k, 2))
        return either(two, three)

    def strong(self, n):
        if not 0 <= n <= 28:
            return NOT
        parts = []
        for scale in ("redness", "sensitivity"):
            value = self.r(scale, n)
            if value is None:
                parts.append(UNKNOWN)
            else:
                parts.append(MET if value >= 8 or (n in (1, 2) and value > self.h(scale, n) + 2) else NOT)
        return either(*parts)


def judge(course, rule, day):
    """(state, in force, tier) of one rule on one day."""
    log = course.logs.get(day, Log())
    session = course.session(day)
    n = None if session is None else (day - session.day).days
    if rule in SIGNS:
        signs, from_day, tier = SIGNS[rule]
        if from_day is not None and (n is None or n < from_day):
            return NOT, False, tier
        if log.signs is None:
            return UNKNOWN, False, tier
        met = bool(log.signs & set(signs))
        if rule == "infection" and met and log.signs & {"fever", "unwell", "eye"}:
            tier = "emergency"
        return (MET if met else NOT), False, tier
    if session is None:
        return NOT, False, {"moisturiser": "info", "painkillers": "info", **RATING_TIERS}.get(rule, "caution")
    if rule == "painkillers":
        return NOT, any(touched(s, 48, day) for s in course.sessions if s.day <= day), "info"
    if rule in AVOID:
        force = avoid_in_force(course, rule, day)
        answer = log.habits.get(AVOID[rule][0])
        return (NOT if not force else {True: MET, False: NOT, None: UNKNOWN}[answer]), force, "caution"
    if rule in DO:
        habit, first, last, tier = DO[rule]
        force = first <= n <= last
        answer = log.habits.get(habit)
        return (NOT if not force else {True: NOT, False: MET, None: UNKNOWN}[answer]), force, tier
    reader = Reader(course, session)
    tier = RATING_TIERS[rule]
    if rule == "strong":
        return reader.strong(n), False, tier
    if rule == "still-red":
        return (reader.still_red(n) if 7 <= n <= 28 else NOT), False, tier
    if not 3 <= n <= 14:
        return NOT, False, tier
    up_red, up_sore = reader.up("redness", n, 2), reader.up("sensitivity", n, 2)
    if rule == "look-again":
        return either(up_red, up_sore), False, tier
    warmer = UNKNOWN if log.signs is None else MET if "warmer" in log.signs else NOT
    rising = either(
        reader.pair("redness", n),
        reader.pair("sensitivity", n),
        both(up_red, up_sore),
        both(either(up_red, up_sore), warmer),
    )
    return rising, False, tier
