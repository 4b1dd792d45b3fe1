"""The journal of one treatment with nine photos (three views; before, worst, latest), for the visit summary."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from journal import changes
from journal.domain.entry import Answers
from journal.domain.photo import View
from journal.domain.treatment import Treatment
from journal.photos.intake import prepare
from journal.report.summary import write_summary
from tests.benchmarks.ten_years import jpeg, photo_like

TREATED = date(2026, 11, 1)
DAYS = 21
PHOTO_DAYS = (-1, 1, 20)
SIZE = (2400, 3200)


def nine_photo_summary(folder: Path) -> tuple[Callable[[], None], Path, int]:
    """A call that writes the summary, the path it writes to, and how many photos the journal holds."""
    store, record = changes.open_journal(folder / "visit.journal", create=True)
    at = datetime.combine(TREATED, time(14), UTC)
    record, _ = changes.perform(store, record, changes.add_treatment(record, Treatment(at=at, depth_mm=1.5), at), at)
    for number in range(DAYS):
        day = TREATED + timedelta(days=number)
        evening = datetime.combine(day, time(20), UTC)
        answers = Answers(redness=max(1, 7 - number), sensitivity=max(0, 4 - number), symptoms=frozenset())
        record, _ = changes.perform(store, record, changes.log(record, day, answers, evening), evening)
    for index, (number, view) in enumerate((n, v) for n in PHOTO_DAYS for v in (View.FRONT, View.LEFT, View.RIGHT)):
        day = TREATED + timedelta(days=number)
        prepared = prepare(jpeg(photo_like(*SIZE, seed=index)), f"{index}.jpg")
        photo = changes.keep_photo(
            store, prepared, day, view, datetime.combine(TREATED + timedelta(days=DAYS), time(20), UTC)
        )
        record = changes.adopted(record, changes.photo_added(photo))
    path, today = folder / "visit.pdf", TREATED + timedelta(days=DAYS - 1)

    def write() -> None:
        write_summary(record, store.photo_bytes, path, today=today)

    return write, path, len(record.photos)
