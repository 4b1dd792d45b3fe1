"""Which photos go on paper, and what is written under them. Facts and words only; no pixels."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from journal import words
from journal.domain.photo import Photo, View
from journal.domain.record import Record
from journal.report.days import days_text, number_of
from journal.report.told import Period

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One photo on paper."""

    photo_id: int
    label: str


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
    chosen = None if view is None else _chosen(record, period, view)
    return () if chosen is None else _pictures(period, chosen)


def picture_pairs(record: Record, period: Period) -> tuple[PicturePair, ...]:
    """For each view: before beside worst, before beside latest; one photo alone stays alone."""
    pairs: list[PicturePair] = []
    for view in views_there(record, period):
        chosen = _chosen(record, period, view)
        if chosen is None:
            continue
        first, *others = _pictures(period, chosen)
        title = _pair_title(view, len(_candidates(record, period, view)), 1 + len(others))
        pairs += [PicturePair(title=title, left=first, right=other) for other in others] or [
            PicturePair(title=title, left=first, right=None)
        ]
    return tuple(pairs)


def _candidates(record: Record, period: Period, view: View) -> list[Photo]:
    """The period's photos of a view, with the latest one from before the treatment at the head."""
    within = [photo for photo in record.photos if photo.view is view and period.first <= photo.day <= period.last]
    start = min(period.treatment.day, period.first)
    before = [photo for photo in record.photos if photo.view is view and photo.day < start]
    return before[-1:] + within


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


def _pictures(period: Period, chosen: Chosen) -> tuple[Picture, ...]:
    labels: dict[int, list[str]] = {}
    photos = {chosen.first.id: chosen.first, **({chosen.worst.id: chosen.worst} if chosen.worst else {})}
    photos[chosen.latest.id] = chosen.latest
    is_before = chosen.first.day < period.treatment.day
    first_word = translate("report", "before") if is_before else translate("report", "first")
    labels.setdefault(chosen.first.id, []).append(first_word)
    if chosen.worst is not None:
        labels.setdefault(chosen.worst.id, []).append(translate("report", "worst"))
    if len(photos) > 1 or not is_before:
        labels.setdefault(chosen.latest.id, []).append(translate("report", "latest"))
    return tuple(_picture(period, photo, labels[photo_id]) for photo_id, photo in photos.items())


def _picture(period: Period, photo: Photo, names: list[str]) -> Picture:
    label = translate("report", "{names}, {day} ({date})").format(
        names=translate("report", " and ", "between names").join(names),
        day=days_text([number_of(period.treatment, photo.day)]),
        date=words.short_day(photo.day),
    )
    return Picture(photo_id=photo.id, label=label)


def _pair_title(view: View, there: int, shown: int) -> str:
    name = words.view_name(view)
    name = name[:1].upper() + name[1:]
    if there == shown:
        return name
    return translate("report", "{view}: {shown} of {there} photos").format(view=name, shown=shown, there=there)
