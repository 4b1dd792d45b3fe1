"""Every word that the visit summary prints, from a ``Record``. Pure: nothing is painted, read or measured here.

The page and its annex draw an ``Outline`` and add nothing to it but page numbers and "+n in the annex".
"""

from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

from journal import words
from journal.domain.entry import Recorded
from journal.domain.errors import Refusal, ValueRefused
from journal.domain.photo import View
from journal.domain.ratings import HIGHEST, LOWEST, IrritationLook, Scale
from journal.domain.record import Record
from journal.domain.settling import earlier_treatment
from journal.domain.treatment import Treatment
from journal.drawing.chart_data import CourseChart, course_chart, default_last_day
from journal.drawing.chart_text import own_label
from journal.drawing.lane_data import LaneData, course_lane
from journal.report.calls import call_lines, full_calls
from journal.report.course_sentence import Course, Shape, course_of, rated_days, sentence
from journal.report.day_rows import DayRow, FullFlag, day_rows, full_flags
from journal.report.days import default_period, number_of
from journal.report.own_reference import own_sentence
from journal.report.pictures import Picture, PicturePair, best_view, page_pictures, picture_pairs
from journal.report.told import Column, OpenNow, Period, ToldLine, done_early, flagged, open_now, signs
from journal.words import lower_first

HASH_FIGURES = 8
FEW_DAYS = 3
TELLING = (Shape.ROSE_SETTLED, Shape.ROSE_ABOVE, Shape.ABOVE, Shape.ONE_ABOVE)

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the person chose to have printed. ``view`` None: front if there is one, else the view with most photos."""

    photos: bool = True
    annex: bool = True
    name: bool = False
    view: View | None = None


def _headings() -> tuple[str, ...]:
    return (
        translate("report", "Day"),
        translate("report", "Date"),
        translate("report", "Red."),
        translate("report", "Sens."),
        translate("report", "Recorded"),
        translate("report", "Told: done, signs, note"),
        translate("report", "Flags"),
    )


def _legend() -> tuple[str, ...]:
    return (
        translate("report", "usual range: a guide"),
        translate("report", "typical"),
        translate("report", "on time"),
        translate("report", "filled in later"),
        translate("report", "edited"),
        translate("report", "no entry"),
    )


def _calls_title() -> str:
    return translate("report", "Calls made")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """The summary in words and data, in the order of the page."""

    title: str
    details: str
    name: str
    sentence: str
    more_sentence: str
    own_sentence: str
    open_now: OpenNow
    coverage: tuple[str, ...]
    questions_title: str
    questions: tuple[str, ...]
    redness: CourseChart
    sensitivity: CourseChart
    redness_title: str
    sensitivity_title: str
    lane: LaneData
    told: tuple[Column, ...]
    pictures: tuple[Picture, ...]
    no_picture: str
    legend: tuple[str, ...] = field(default_factory=_legend)
    earlier_line: str
    foot_boxes: tuple[str, ...]
    foot_lines: tuple[str, ...]
    foot_notes: str
    not_a_diagnosis: str
    annex_title: str
    day_headings: tuple[str, ...] = field(default_factory=_headings)
    day_rows: tuple[DayRow, ...]
    calls_title: str = field(default_factory=_calls_title)
    calls: tuple[FullFlag, ...]
    flags_title: str
    flags: tuple[FullFlag, ...]
    pairs_title: str
    pairs: tuple[PicturePair, ...]
    has_annex: bool

    @property
    def photo_ids(self) -> tuple[int, ...]:
        """Every photo that is printed, once each."""
        shown = [picture.photo_id for picture in self.pictures]
        for pair in self.pairs:
            shown += [picture.photo_id for picture in (pair.left, pair.right) if picture is not None]
        return tuple(dict.fromkeys(shown))


def outline(
    record: Record, treatment: Treatment, first: date, last: date, today: date, options: Options | None = None
) -> Outline:
    """The summary of one treatment and period, both ends in. Raises ``ValueRefused``: ``first`` after ``last``."""
    options = options or Options()
    period = _checked_period(treatment, first, last)
    courses = {scale: course_of(rated_days(record, treatment, scale, first, last)) for scale in Scale}
    chart_last = _chart_last(record, period, today)
    look = record.profile.irritation_look
    view = options.view or best_view(record, period)
    return Outline(
        title=_title(record, period, today),
        details=_details(record, treatment),
        name=" ".join(record.profile.name.split()) if options.name else "",
        sentence=sentence(courses[Scale.REDNESS], number_of(treatment, today)),
        more_sentence=_more(courses, number_of(treatment, today), look),
        own_sentence=own_sentence(record, treatment, min(last, today)),
        open_now=open_now(record, period, today),
        coverage=_coverage(record, period, today),
        questions_title=translate("report", "My questions"),
        questions=tuple(text for question in record.profile.questions if (text := " ".join(question.split()))),
        redness=_chart(record, period, Scale.REDNESS, chart_last, today),
        sensitivity=_chart(record, period, Scale.SENSITIVITY, chart_last, today),
        redness_title=_redness_title(look),
        sensitivity_title=words.scale_name(Scale.SENSITIVITY),
        lane=course_lane(record, treatment, first_day=first, last_day=chart_last),
        told=_columns(record, period, today),
        pictures=page_pictures(record, period, view) if options.photos else (),
        no_picture=translate("report", "this photo cannot be read"),
        earlier_line=_earlier_line(record, treatment),
        foot_boxes=(translate("report", "seen"), translate("report", "next ok")),
        foot_lines=(translate("report", "depth"), translate("report", "initials")),
        foot_notes=_foot_notes(record, treatment),
        not_a_diagnosis=translate("report", "reported by the patient, not a diagnosis"),
        annex_title=translate("report", "Day by day"),
        day_rows=day_rows(record, period, today) if options.annex else (),
        calls=full_calls(record, period) if options.annex else (),
        flags_title=translate("report", "Flags in full"),
        flags=full_flags(record, period, today) if options.annex else (),
        pairs_title=translate("report", "Photos"),
        pairs=picture_pairs(record, period) if options.annex and options.photos else (),
        has_annex=options.annex,
    )


def _columns(record: Record, period: Period, today: date) -> tuple[Column, ...]:
    calls = call_lines(record, period)
    return flagged(record, period, today), signs(record, period), done_early(record, period, calls)


def _checked_period(treatment: Treatment, first: date, last: date) -> Period:
    if first > last:
        raise ValueRefused(Refusal.PERIOD, (first, last))
    return Period(treatment=treatment, first=first, last=last)


def _redness_title(look: IrritationLook) -> str:
    return translate("report", "{scale}, {lowest} to {highest}, higher = worse").format(
        scale=words.scale_name(Scale.REDNESS, look), lowest=LOWEST, highest=HIGHEST
    )


def more_text(count: int, *, has_annex: bool) -> str:
    """The last line of a column that holds more than fits."""
    if has_annex:
        return translate("report", "+%n in the annex", None, count)
    return translate("report", "+%n more in the journal", None, count)


def days_counted(line: ToldLine) -> str:
    """The days of a line where there is little room: many are only counted."""
    count = line.count
    return translate("report", "%n day(s)", None, count) if count > FEW_DAYS else line.days


def page_text(page: int, pages: int) -> str:
    """The page number: "Page 1 of 2"."""
    return translate("report", "Page {page} of {pages}").format(page=page, pages=pages)


def _title(record: Record, period: Period, today: date) -> str:
    treatment = period.treatment
    eve = record.course_end(treatment)
    if eve is not None and eve < today:
        return translate("report", "Microneedling, treatment {number}").format(number=treatment.number)
    return translate("report", "Microneedling, treatment {number}, day {day}").format(
        number=treatment.number, day=number_of(treatment, today)
    )


def _details(record: Record, treatment: Treatment) -> str:
    slots = {
        "morning": translate("report", "morning"),
        "midday": translate("report", "midday"),
        "afternoon": translate("report", "afternoon"),
    }
    time = slots[treatment.slot] if treatment.slot else words.time_of_day(treatment.at)
    depth = translate("report", "depth not recorded")
    if treatment.depth_mm is not None:
        depth = translate("report", "{depth} mm").format(depth=QLocale().toString(float(treatment.depth_mm), "g", 3))
    parts = [
        translate("report", "{date}, {time}").format(date=words.full_day(treatment.day), time=time),
        depth,
        translate("report", "RF") if treatment.rf else translate("report", "no RF"),
        *treatment.add_ons,
        translate("report", ", ", "between areas").join(treatment.areas),
        _baseline(record),
    ]
    return " · ".join(part for part in parts if part)


def _baseline(record: Record) -> str:
    if record.baseline.given_at is None:
        return translate("report", "baseline not given, taken as 0")
    return translate("report", "baseline redness {redness}, sensitivity {sensitivity}").format(
        redness=record.baseline.redness, sensitivity=record.baseline.sensitivity
    )


def _more(courses: dict[Scale, Course], today_number: int, look: IrritationLook) -> str:
    """Sensitivity gets a sentence of its own only when it tells more than redness does."""
    redness, sensitivity = courses[Scale.REDNESS], courses[Scale.SENSITIVITY]
    if sensitivity.shape in TELLING or (redness.shape is Shape.NOTHING and sensitivity.shape is not Shape.NOTHING):
        return translate("report", "{scale}: {sentence}").format(
            scale=words.scale_name(Scale.SENSITIVITY), sentence=lower_first(sentence(sensitivity, today_number))
        )
    if look is not IrritationLook.PINK_RED:
        return translate("report", "Redness can be harder to see on this skin; soreness was rated too.")
    return ""


def _coverage(record: Record, period: Period, today: date) -> tuple[str, ...]:
    lines = [
        translate("report", "{first} to {last}: {counts}.").format(
            first=words.short_day(period.first), last=words.short_day(period.last), counts=_counts(record, period)
        )
    ]
    whole = default_period(record, period.treatment, today)
    if whole != (period.first, period.last):
        of_whole = Period(treatment=period.treatment, first=whole[0], last=whole[1])
        lines.append(
            translate("report", "For the whole default period: {counts}.").format(counts=_logged(record, of_whole))
        )
    return tuple(lines)


def _logged(record: Record, period: Period) -> str:
    days = list(period.days())
    logged = sum(1 for day in days if (entry := record.entry(day)) is not None and entry.has_rating)
    count = len(days)
    return translate("report", "{logged} of %n day(s) logged", None, count).format(logged=logged)


def _counts(record: Record, period: Period) -> str:
    kinds = [entry.recorded for day in period.days() if (entry := record.entry(day)) is not None]
    edited = sum(record.is_edited(day) for day in period.days())
    counted = [
        (kinds.count(Recorded.ON_TIME), translate("report", "{count} on time")),
        (kinds.count(Recorded.LATE), translate("report", "{count} late")),
        (kinds.count(Recorded.RECALLED), translate("report", "{count} filled in later")),
        (edited, translate("report", "{count} edited")),
    ]
    parts = [_logged(record, period)]
    parts += [text.format(count=count) for count, text in counted if count]
    return translate("report", ", ", "between counts").join(parts)


def _chart_last(record: Record, period: Period, today: date) -> date:
    is_default = (period.first, period.last) == default_period(record, period.treatment, today)
    return max(period.last, default_last_day(record, period.treatment)) if is_default else period.last


def _chart(record: Record, period: Period, scale: Scale, last: date, today: date) -> CourseChart:
    earlier = earlier_treatment(record, period.treatment)
    compare = () if earlier is None else (earlier,)
    return course_chart(
        record, period.treatment, scale, first_day=period.first, last_day=last, compare=compare, today=today
    )


def _foot_notes(record: Record, treatment: Treatment) -> str:
    plan = record.plan_of(treatment)
    return translate("report", "plan: {plan} {version}, {hash} · curve: {curve} {curve_version}").format(
        plan=plan.name,
        version=plan.version,
        hash=plan.sha256[:HASH_FIGURES],
        curve=record.curve.name,
        curve_version=record.curve.version,
    )


def _earlier_line(record: Record, treatment: Treatment) -> str:
    earlier = earlier_treatment(record, treatment)
    return "" if earlier is None else own_label(earlier.number)
