"""What is stored is what is loaded, for every entry, treatment, photo, baseline and profile there can be."""

import tempfile
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from types import MappingProxyType

from hypothesis import given, settings
from hypothesis import strategies as st

from journal import changes
from journal.changes import Change, What
from journal.domain.entry import HABITS, SYMPTOMS, Entry
from journal.domain.facts import Profile
from journal.domain.photo import Copy, Photo, View
from journal.domain.ratings import Baseline, IrritationLook
from journal.domain.treatment import Slot, Treatment
from tests.store.journals import NOW, content, opened, prepared, reread

OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=OFFSETS)
TEXTS = st.text(st.characters(codec="utf-8"), max_size=40)
RATINGS = st.none() | st.integers(0, 10)
HABIT_NAMES = st.sampled_from(HABITS) | TEXTS
ENTRIES = st.builds(
    Entry,
    day=st.dates(date(1990, 1, 1), date(2100, 1, 1)),
    entered_at=MOMENTS,
    redness=RATINGS,
    sensitivity=RATINGS,
    habits=st.dictionaries(HABIT_NAMES, st.booleans(), max_size=5).map(MappingProxyType),
    symptoms=st.frozensets(st.sampled_from(SYMPTOMS), max_size=5),
    symptoms_asked=st.booleans(),
    note=TEXTS,
    redness_at=st.none() | MOMENTS,
    sensitivity_at=st.none() | MOMENTS,
    edited=st.just(value=True),
)
TREATMENTS = st.builds(
    Treatment,
    at=MOMENTS,
    slot=st.none() | st.sampled_from(Slot),
    depth_mm=st.none() | st.floats(0.1, 6),
    rf=st.booleans(),
    areas=st.lists(TEXTS, max_size=3).map(tuple),
    add_ons=st.lists(TEXTS, max_size=3).map(tuple),
    provider=TEXTS,
    note=TEXTS,
)
PROFILES = st.builds(
    Profile,
    irritation_look=st.sampled_from(IrritationLook),
    clinic_phone=TEXTS,
    out_of_hours_phone=TEXTS,
    name=TEXTS,
    questions=st.lists(TEXTS, max_size=3).map(tuple),
    welcomed=st.booleans(),
    planned_treatments=st.none() | st.integers(1, 99),
    next_appointment=st.none() | st.dates(date(1990, 1, 1), date(2100, 1, 1)),
)
BASELINES = st.builds(Baseline, redness=st.integers(0, 10), sensitivity=st.integers(0, 10), given_at=MOMENTS)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(ENTRIES, max_size=4, unique_by=lambda entry: entry.day),
    st.lists(TREATMENTS, max_size=3, unique_by=lambda treatment: treatment.at),
    BASELINES,
    PROFILES,
)
def test_what_is_stored_is_what_is_loaded(
    entries: list[Entry], treatments: list[Treatment], baseline: Baseline, profile: Profile
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "my.journal"
        with opened(path) as (store, record):
            change = Change(
                what=What.ENTRY,
                entries=tuple((None, entry) for entry in entries),
                treatments=tuple((None, treatment) for treatment in treatments),
                baseline=(record.baseline, baseline),
                profile=(record.profile, profile),
            )
            made, _ = changes.perform(store, record, change, NOW)
            assert store.check() == ()
        loaded = reread(path)

    assert content(loaded) == content(made)
    assert loaded.facts.entries == {entry.day: entry for entry in entries}
    assert [one.at.utcoffset() for one in loaded.treatments] == [
        one.at.utcoffset() for one in sorted(treatments, key=lambda treatment: treatment.at)
    ]


@settings(max_examples=20, deadline=None)
@given(
    st.binary(min_size=1, max_size=10_000),
    st.none() | st.datetimes() | MOMENTS,
    st.sampled_from(View),
    st.text(max_size=30),
)
def test_a_photo_is_kept_byte_for_byte(picture: bytes, captured_at: datetime | None, view: View, name: str) -> None:
    with tempfile.TemporaryDirectory() as folder, opened(Path(folder) / "my.journal") as (store, record):
        source = prepared(picture, captured_at=captured_at, name=name)
        kept = changes.keep_photo(store, source, date(2026, 11, 20), view, NOW)

        assert [store.photo_bytes(kept.id, copy) for copy in Copy] == [
            picture,
            source.display,
            source.thumbnail,
        ]
        assert content(reread(store.path)) == content(changes.adopted(record, changes.photo_added(kept)))


def test_the_facts_of_a_photo_are_what_was_found_in_it(tmp_path: Path) -> None:
    with opened(tmp_path / "my.journal") as (store, _):
        source = prepared()
        kept = changes.keep_photo(store, source, date(2026, 11, 20), View.LEFT, NOW)

    assert kept == Photo(
        id=1,
        day=date(2026, 11, 20),
        view=View.LEFT,
        width=1200,
        height=1600,
        captured_at=datetime(2026, 11, 21, 19, 5),
        sha256=source.sha256,
        bytes=len(source.original),
        media_type="image/heic",
        added_at=datetime(2026, 11, 23, 20, 15, 30, 123456, tzinfo=UTC),
        name="IMG_1.HEIC",
    )
