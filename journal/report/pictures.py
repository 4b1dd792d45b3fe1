"""Which photos go on paper, and what is written under them. Facts and words only; no pixels."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from journal import words
from journal.domain.photo import Photo, View, latest_before
from journal.domain.photo_frames import by_id
from journal.domain.photo_marks import last_of_view, photo_marks
from journal.domain.photo_pairs import SameDay, same_days
from journal.domain.record import Record
from journal.report.days import days_text, number_of
from journal.report.photo_print import Print, prints
from journal.report.told import Period

SAME_DAYS_MAX = 2
"""Pairs of two treatments for one view: the worst day's and the latest; more would make every photo coarser."""

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One photo on paper: what it is, and in ``note`` what to mind when looking at it, often nothing."""

    print: Print
    label: str
    note: str = ""

    @property
    def photo_id(self) -> int:
        """The photo."""
        return self.print.photo_id


@dataclass(frozen=True, slots=True, kw_only=True)
class PicturePair:
    """Two photos of one view side by side; a single one has no right neighbour."""

    title: str
    left: Picture
    right: Picture | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """The telling photos of one view: before the treatment (else the first), the worst day's, the latest."""

    first: Photo
    worst: Photo | None
    latest: Photo

    @property
    def photos(self) -> tuple[Photo, ...]:
        """Each of them once, in that order."""
        shown = (self.first, *([self.worst] if self.worst else ()), self.latest)
        return tuple({photo.id: photo for photo in shown}.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class _OfView:
    """All that is printed of one view, on page one and in the annex."""

    record: Record
    period: Period
    chosen: Chosen
    same_days: tuple[SameDay, ...]
    prints: Mapping[int, Print]

    def picture(self, photo: Photo, label: str) -> Picture:
        """The photo with its label and what to mind."""
        return Picture(print=self.prints[photo.id], label=label, note=self._note(photo))

    def _note(self, photo: Photo) -> str:
        is_laid = self.prints[photo.id].is_laid
        some_are = any(one.is_laid for one in self.prints.values())
        parts = [translate("report", "flipped")] if photo.mirrored else []
        parts += [translate("report", "not aligned")] if some_are and not is_laid else []
        marks = photo_marks(photo, last_of_view(self.record.photos, photo))
        parts += [words.photo_mark_name(mark.kind) for mark in marks]
        return translate("report", ", ", "between marks of a photo").join(parts)


def views_there(record: Record, period: Period) -> tuple[View, ...]:
    """The views that have a photo for this page, in their usual order."""
    return tuple(view for view in View if _candidates(record, period, view))


def best_view(record: Record, period: Period) -> View | None:
    """Front if there is one in the period, else the view with the most photos."""
    counts = Counter(photo.view for photo in record.photos if period.first <= photo.day <= period.last)
    if counts:
        return View.FRONT if counts[View.FRONT] else max(View, key=lambda view: counts[view])
    return next(iter(views_there(record, period)), None)


def page_pictures(record: Record, period: Period, view: View | None) -> tuple[Picture, ...]:
    """Up to three of one view: before, worst, latest, each photo once."""
    printed = None if view is None else _of_view(record, period, view)
    return () if printed is None else _course_pictures(printed)


def picture_pairs(record: Record, period: Period) -> tuple[PicturePair, ...]:
    """For each view: the same day of two treatments; then before beside worst, before beside latest.

    One photo alone stays alone.
    """
    pairs: list[PicturePair] = []
    for view in views_there(record, period):
        printed = _of_view(record, period, view)
        if printed is not None:
            pairs += _same_day_pairs(printed)
            pairs += _course_pairs(printed, view)
    return tuple(pairs)


def _of_view(record: Record, period: Period, view: View) -> _OfView | None:
    chosen = _chosen(record, period, view)
    if chosen is None:
        return None
    pairs = _telling_same_days(record, period, chosen, view)
    shown = [*chosen.photos, *(photo for pair in pairs for photo in (pair.earlier, pair.later))]
    unique = list({photo.id: photo for photo in shown}.values())
    return _OfView(
        record=record, period=period, chosen=chosen, same_days=pairs, prints=prints(by_id(record.photos), unique)
    )


def _telling_same_days(record: Record, period: Period, chosen: Chosen, view: View) -> tuple[SameDay, ...]:
    """The worst day's and the latest pair, else the latest ones that there are, by day."""
    within = [photo for photo in _candidates(record, period, view) if photo.day >= period.treatment.day]
    pairs = same_days(record, within)
    worst = [pair for pair in pairs if chosen.worst is not None and pair.later.id == chosen.worst.id]
    rest = [pair for pair in reversed(pairs) if pair not in worst]
    return tuple(sorted((worst + rest)[:SAME_DAYS_MAX], key=lambda pair: (pair.later.day, pair.later.id)))


def _candidates(record: Record, period: Period, view: View) -> list[Photo]:
    """The period's photos of a view, with the latest one from before the treatment at the head."""
    within = [photo for photo in record.photos if photo.view is view and period.first <= photo.day <= period.last]
    before = latest_before(record.photos, view, min(period.treatment.day, period.first))
    return [*([before] if before else []), *within]


def _chosen(record: Record, period: Period, view: View) -> Chosen | None:
    photos = _candidates(record, period, view)
    if not photos:
        return None
    after = [photo for photo in photos if photo.day >= period.treatment.day]
    return Chosen(first=photos[0], worst=_worst(record, after), latest=photos[-1])


def _worst(record: Record, photos: Sequence[Photo]) -> Photo | None:
    """The photo of the reddest day; of two as red, the later one: it took longer to settle."""
    rated = [(redness, photo) for photo in photos if (redness := _redness(record, photo.day)) is not None]
    return max(rated, key=lambda pair: (pair[0], pair[1].day))[1] if rated else None


def _redness(record: Record, day: date) -> int | None:
    entry = record.entry(day)
    return None if entry is None else entry.redness


def _course_pairs(printed: _OfView, view: View) -> Iterable[PicturePair]:
    first, *others = _course_pictures(printed)
    there = len(_candidates(printed.record, printed.period, view))
    title = _course_title(view, there, 1 + len(others))
    return [PicturePair(title=title, left=first, right=other) for other in others] or [
        PicturePair(title=title, left=first, right=None)
    ]


def _course_pictures(printed: _OfView) -> tuple[Picture, ...]:
    chosen, period = printed.chosen, printed.period
    labels: dict[int, list[str]] = {}
    is_before = chosen.first.day < period.treatment.day
    first_word = translate("report", "before") if is_before else translate("report", "first")
    labels.setdefault(chosen.first.id, []).append(first_word)
    if chosen.worst is not None:
        labels.setdefault(chosen.worst.id, []).append(translate("report", "worst"))
    if len(chosen.photos) > 1 or not is_before:
        labels.setdefault(chosen.latest.id, []).append(translate("report", "latest"))
    return tuple(printed.picture(photo, _course_label(period, photo, labels[photo.id])) for photo in chosen.photos)


def _course_label(period: Period, photo: Photo, names: list[str]) -> str:
    return translate("report", "{names}, {day} ({date})").format(
        names=translate("report", " and ", "between names").join(names),
        day=days_text([number_of(period.treatment, photo.day)]),
        date=words.short_day(photo.day),
    )


def _same_day_pairs(printed: _OfView) -> Iterable[PicturePair]:
    for pair in printed.same_days:
        yield PicturePair(
            title=_same_day_title(printed.record, pair),
            left=printed.picture(pair.earlier, _treatment_label(printed.record, pair.earlier)),
            right=printed.picture(pair.later, _treatment_label(printed.record, pair.later)),
        )


def _same_day_title(record: Record, pair: SameDay) -> str:
    if record.day_number(pair.earlier.day) == record.day_number(pair.later.day):
        title = translate("report", "{view}: the same day of two treatments")
    else:
        title = translate("report", "{view}: nearly the same day of two treatments")
    return title.format(view=_view_name(pair.later.view))


def _treatment_label(record: Record, photo: Photo) -> str:
    treatment = record.treatment_on(photo.day)
    if treatment is None:
        return words.short_day(photo.day)
    return translate("report", "treatment {number}, {day} ({date})").format(
        number=treatment.number,
        day=days_text([number_of(treatment, photo.day)]),
        date=words.short_day(photo.day),
    )


def _course_title(view: View, there: int, shown: int) -> str:
    name = _view_name(view)
    if there == shown:
        return name
    return translate("report", "{view}: {shown} of {there} photos").format(view=name, shown=shown, there=there)


def _view_name(view: View) -> str:
    name = words.view_name(view)
    return name[:1].upper() + name[1:]
