"""One bit or page changed anywhere: opened rightly, or refused and salvaged with every loss named."""

import random
from pathlib import Path

import pytest

from journal.domain.backup import FaultKind
from journal.domain.photo import Copy
from journal.error_words import fault_text
from journal.keeping import salvage_journal
from journal.store.key import Key
from tests.store.journals import NOW, opened
from tests.store.test_key import KEY
from tests.torture.damage import Outcome, Whole, flipped_bits, outcomes, picture, small_journal, spoiled_pages

BITS, PAGES = 100, 40
SHARE_ENCRYPTED = 4
"""An encrypted file is read anew after each page that fails: a part of the places, in short."""


@pytest.fixture(scope="module", params=[None, KEY], ids=["plain", "encrypted"])
def whole(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Whole:
    key: Key | None = request.param
    return small_journal(tmp_path_factory.mktemp("whole"), key)


def test_a_changed_bit_is_never_silently_wrong(whole: Whole, tmp_path: Path) -> None:
    count = BITS // (SHARE_ENCRYPTED if whole.key else 1)
    found = outcomes(tmp_path, whole, flipped_bits(whole, random.Random(3), count))

    assert found.total() == count
    assert whole.key is not None or found[Outcome.REFUSED] == 0


def test_a_spoiled_page_is_never_silently_wrong(whole: Whole, tmp_path: Path) -> None:
    count = PAGES // (SHARE_ENCRYPTED if whole.key else 1)
    found = outcomes(tmp_path, whole, spoiled_pages(whole, random.Random(4), count))

    assert found.total() == count
    assert found[Outcome.SALVAGED] > 0


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    small_journal(tmp_path, days=2, photos=2)
    return tmp_path / "whole.journal"


def salvaged(journal: Path) -> tuple[Path, list[tuple[str, FaultKind]]]:
    new = journal.with_name("new.journal")
    found = salvage_journal(journal, new, NOW)
    assert all(fault_text(fault) for fault in found.lost)
    return new, [(fault.where, fault.kind) for fault in found.lost]


def run(journal: Path, *statements: str) -> None:
    with opened(journal) as (store, _):
        for statement in statements:
            store.connection.execute(statement)


@pytest.mark.parametrize("copy", ["display", "thumbnail"])
def test_a_small_copy_is_made_anew(journal: Path, copy: str) -> None:
    run(journal, f"UPDATE picture SET data = x'00' WHERE photo_id = 3 AND copy = '{copy}'")
    new, lost = salvaged(journal)

    assert lost == []
    with opened(new) as (store, _):
        assert store.photo_bytes(3, Copy.ORIGINAL) == picture(0)


def test_a_lost_original_leaves_its_smaller_copy_on_its_day(journal: Path) -> None:
    run(journal, "UPDATE picture SET data = x'00' WHERE photo_id = 3 AND copy = 'original'")
    with opened(journal) as (_, record):
        day = next(photo.day for photo in record.photos if photo.id == 3)
    new, lost = salvaged(journal)

    assert lost == [("photo 3", FaultKind.SMALLER)]
    with opened(new) as (_, record):
        assert next(photo.day for photo in record.photos if photo.id == 3) == day


def test_a_photo_without_any_copy_is_named(journal: Path) -> None:
    run(journal, "UPDATE picture SET data = x'00' WHERE photo_id = 3")
    _, lost = salvaged(journal)

    assert lost == [("photo 3", FaultKind.UNREADABLE)]


def test_a_photo_whose_row_is_lost_is_taken_in_anew(journal: Path) -> None:
    run(journal, "UPDATE photo SET day = '2026-11-01' WHERE id = 3")
    new, lost = salvaged(journal)

    assert ("photo 3", FaultKind.FACTS) in lost
    with opened(new) as (store, record):
        assert any(store.photo_bytes(photo.id, Copy.ORIGINAL) == picture(0) for photo in record.photos)
