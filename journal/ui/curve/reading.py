"""What one day of the curves says in words. Sentences only; the widgets that show them are elsewhere."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from journal import words
from journal.domain.day_sense import unknown_warnings
from journal.domain.findings import Finding
from journal.domain.record import Record
from journal.drawing.chart_data import ChartDay, CourseChart
from journal.drawing.chart_text import treatment_label
from journal.ui.curve.flag_words import flag_title


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One day: its name, one text per scale, the flags that are marked; without any, what that means."""

    day: date
    title: str
    scales: tuple[str, ...]
    findings: tuple[Finding, ...]
    unflagged: str

    @property
    def sentence(self) -> str:
        """All of it in one line, for a screen reader."""
        flags = tuple(flag_title(finding) for finding in self.findings)
        return " · ".join(text for text in (self.title, *self.scales, *flags, self.unflagged) if text)


def read_day(record: Record, charts: tuple[CourseChart, ...], index: int) -> Reading | None:
    """The reading of a day index; None outside the period."""
    days = [chart.day_at(index) for chart in charts]
    if not days or days[0] is None:
        return None
    day = days[0].day
    findings = tuple(sorted(record.marks(day), key=lambda finding: -finding.tier))
    return Reading(
        day=day,
        title=day_title(days[0]),
        scales=tuple(
            scale_text(chart, chart_day) for chart, chart_day in zip(charts, days, strict=True) if chart_day is not None
        ),
        findings=findings,
        unflagged="" if findings or index > charts[0].today_index else unflagged_text(record, day),
    )


def unflagged_text(record: Record, day: date) -> str:
    """What can be said of a day without a flag: never that it is clear while a warning rule cannot be judged."""
    if unknown_warnings(record, day):
        return QCoreApplication.translate("CurvePage", "Nothing flagged, but not every rule can be judged")
    return QCoreApplication.translate("CurvePage", "Nothing flagged")


def day_title(day: ChartDay) -> str:
    """Such as "Day 6, Thursday 26 November"."""
    if day.number is None:
        return words.long_day(day.day)
    return QCoreApplication.translate("CurvePage", "Day {number}, {day}").format(
        number=day.number, day=words.long_day(day.day)
    )


def scale_text(chart: CourseChart, day: ChartDay) -> str:
    """Such as "Redness 6, above the usual range (up to 2.4)"."""
    parts = [_rating_text(chart, day), *_extras(chart, day)]
    return ", ".join(part for part in parts if part)


def _rating_text(chart: CourseChart, day: ChartDay) -> str:
    name = words.scale_name(chart.scale, chart.look)
    if day.point is None:
        if day.index > chart.today_index:
            return QCoreApplication.translate("CurvePage", "{scale}: still to come").format(scale=name)
        return QCoreApplication.translate("CurvePage", "{scale}: no entry").format(scale=name)
    if day.is_above is None or day.range_end is None:
        return QCoreApplication.translate("CurvePage", "{scale} {value}").format(scale=name, value=day.point.value)
    if day.is_above:
        text = QCoreApplication.translate("CurvePage", "{scale} {value}, above the usual range (up to {end})")
    else:
        text = QCoreApplication.translate("CurvePage", "{scale} {value}, in or below the usual range (up to {end})")
    return text.format(scale=name, value=day.point.value, end=words.number(day.range_end))


def _extras(chart: CourseChart, day: ChartDay) -> list[str]:
    extras = []
    if day.point is not None and day.point.is_hollow and day.point.recorded is not None:
        extras.append(words.recorded_word(day.point.recorded))
    if day.is_edited:
        extras.append(QCoreApplication.translate("CurvePage", "edited"))
    for comparison in chart.comparisons:
        value = next((point.value for point in comparison.points if point.index == day.index), None)
        if value is not None:
            extras.append(
                QCoreApplication.translate("CurvePage", "{value} after {treatment}").format(
                    treatment=treatment_label(comparison.treatment), value=value
                )
            )
    return extras
