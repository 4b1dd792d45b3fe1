"""What the person chose for the summary: treatment, period, paper, sections. Values only."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QLocale

from journal.domain.photo import View
from journal.domain.record import Record
from journal.domain.treatment import Treatment
from journal.report.days import default_period
from journal.report.outline import Options, Outline, outline
from journal.report.sheet import Paper


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """Everything that can be chosen on the page. ``treatment_id`` None: the latest; days None: the default period."""

    treatment_id: int | None = None
    first: date | None = None
    last: date | None = None
    paper: Paper = Paper.A4
    photos: bool = True
    annex: bool = True
    name: bool = False
    mono: bool = False
    view: View | None = None


def paper_of(locale: QLocale) -> Paper:
    """The paper of the country."""
    is_imperial = locale.measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
    return Paper.LETTER if is_imperial else Paper.A4


def treatment_of(record: Record, choices: Choices) -> Treatment:
    """The chosen treatment; the latest when it is gone."""
    for treatment in record.treatments:
        if treatment.id == choices.treatment_id:
            return treatment
    return record.treatments[-1]


def period_of(record: Record, treatment: Treatment, choices: Choices, today: date) -> tuple[date, date]:
    """The chosen period or the default one; turned round when it ends before it begins."""
    first, last = default_period(record, treatment, today)
    start, end = choices.first or first, choices.last or last
    return (start, end) if start <= end else (end, start)


def outline_of(record: Record, choices: Choices, today: date) -> Outline:
    """The summary as chosen. The record has at least one treatment."""
    treatment = treatment_of(record, choices)
    first, last = period_of(record, treatment, choices, today)
    options = Options(photos=choices.photos, annex=choices.annex, name=choices.name, view=choices.view)
    return outline(record, treatment, first, last, today, options)
