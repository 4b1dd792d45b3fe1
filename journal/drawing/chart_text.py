"""What a chart says in words: one sentence, and its table. QtCore only; the same data as the picture."""

from PySide6.QtCore import QCoreApplication

from journal import words
from journal.domain.ratings import band_of
from journal.drawing.chart_data import ChartDay, CourseChart


def treatment_label(number: int) -> str:
    """The name "treatment 2", for a line laid over another."""
    return QCoreApplication.translate("chart", "treatment {number}").format(number=number)


def own_label(number: int) -> str:
    """The name of the person's own earlier line: "you, treatment 1"."""
    return QCoreApplication.translate("chart", "you, treatment {number}").format(number=number)


def chart_sentence(chart: CourseChart) -> str:
    """The course in one or two plain sentences: how much is logged, from where to where, how often above the range."""
    name = words.scale_name(chart.scale, chart.look)
    points = chart.points
    if not points:
        return QCoreApplication.translate("chart", "{scale}: nothing logged in this period yet.").format(scale=name)
    highest = max(points, key=lambda point: (point.value, -point.index))
    latest = points[-1]
    sentences = [
        QCoreApplication.translate(
            "chart",
            "{scale}, 0 to 10, higher is worse: highest {highest} on day {highest_day}, latest {latest} on day "
            "{latest_day}.",
        ).format(
            scale=name,
            highest=highest.value,
            highest_day=chart.number_of(highest.index),
            latest=latest.value,
            latest_day=chart.number_of(latest.index),
        ),
        _above_sentence(chart),
    ]
    if chart.gaps:
        sentences.append(
            QCoreApplication.translate("chart", "No entry on {days}.").format(days=_day_list(chart, chart.gaps))
        )
    return " ".join(sentences)


def _above_sentence(chart: CourseChart) -> str:
    above = tuple(day.index for day in chart.days if day.is_above)
    if not above:
        return QCoreApplication.translate("chart", "No rating is above the usual range.")
    return QCoreApplication.translate("chart", "Above the usual range on {days}.").format(days=_day_list(chart, above))


def _day_list(chart: CourseChart, indices: tuple[int, ...]) -> str:
    """Such as "day 3" or "days 3, 5 to 7": neighbours are joined."""
    runs: list[list[int]] = []
    for index in indices:
        if runs and index == runs[-1][-1] + 1 and chart.number_of(index) == chart.number_of(index - 1) + 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    parts = [_run(chart.number_of(run[0]), chart.number_of(run[-1])) for run in runs]
    text = (
        QCoreApplication.translate("chart", "day {days}")
        if len(indices) == 1
        else QCoreApplication.translate("chart", "days {days}")
    )
    return text.format(days=", ".join(parts))


def _run(first: int, last: int) -> str:
    if first == last:
        return str(first)
    return QCoreApplication.translate("chart", "{first} to {last}").format(first=first, last=last)


def chart_columns() -> tuple[str, ...]:
    """The headings of ``chart_rows``."""
    return (
        QCoreApplication.translate("chart", "Day"),
        QCoreApplication.translate("chart", "Date"),
        QCoreApplication.translate("chart", "Rating"),
        QCoreApplication.translate("chart", "In words"),
        QCoreApplication.translate("chart", "Usual range"),
        QCoreApplication.translate("chart", "Compared"),
        QCoreApplication.translate("chart", "Recorded"),
    )


def chart_rows(chart: CourseChart) -> list[tuple[str, ...]]:
    """One row a day, missing days included; the same facts as the picture, columns as ``chart_columns``."""
    return [_row(day) for day in chart.days]


def _row(day: ChartDay) -> tuple[str, ...]:
    point = day.point
    return (
        "" if day.number is None else str(day.number),
        words.full_day(day.day),
        "" if point is None else str(point.value),
        words.band_word(band_of(point.value)) if point is not None else "",
        range_text(day),
        compared_text(day),
        recorded_text(day),
    )


def range_text(day: ChartDay) -> str:
    """Such as "0 to 2.4", the usual range of a day; empty before the first treatment."""
    if day.expected is None or day.range_end is None:
        return ""
    return QCoreApplication.translate("chart", "{low} to {high}").format(
        low=words.number(day.expected.low), high=words.number(day.range_end)
    )


def compared_text(day: ChartDay) -> str:
    """Above, or in or below the usual range; empty without a rating."""
    if day.is_above is None:
        return ""
    return (
        QCoreApplication.translate("chart", "above the usual range")
        if day.is_above
        else QCoreApplication.translate("chart", "in or below the usual range")
    )


def recorded_text(day: ChartDay) -> str:
    """When the rating was given, whether it was edited, or that there is no entry."""
    if day.point is None:
        parts = [QCoreApplication.translate("chart", "no entry")] if day.is_gap else []
    else:
        parts = [] if day.point.recorded is None else [words.recorded_word(day.point.recorded)]
    if day.is_edited:
        parts.append(QCoreApplication.translate("chart", "edited"))
    return ", ".join(parts)
