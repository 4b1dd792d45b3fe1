"""The window and the command line write to one journal at once: each changes only what it was asked to."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from journal import changes
from journal.changes import Change
from journal.clock import GivenClock
from journal.domain.alignment import Alignment
from journal.domain.entry import Answers
from journal.domain.photo import Photo, View
from journal.domain.photo_frames import by_id
from journal.session import JournalSession
from tests.store.journals import NOW, TODAY, content, opened, prepared, reread

LAID = Alignment(to=3, scale=1.1, turn=4.0, dx=0.1, dy=-0.1)


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path) -> Iterator[JournalSession]:
    with opened(tmp_path / "my.journal") as (store, record):
        session = JournalSession(store, record, GivenClock(NOW))
        for picture in (b"one", b"two", b"three"):
            keep(session, picture)
        session.read_again_if_changed()
        yield session


def keep(session: JournalSession, picture: bytes) -> None:
    session.adopt_photo(session.keep_photo(prepared(picture), TODAY, View.FRONT))


def meanwhile(session: JournalSession, change: str, *given: object) -> Change:
    """The same change as the command line makes it, in another connection."""
    with opened(session.path) as (store, record):
        _, made = changes.perform(store, record, getattr(changes, change)(record, *given), NOW)
    return made


def in_file(session: JournalSession, photo_id: int) -> Photo | None:
    return next((photo for photo in reread(session.path).photos if photo.id == photo_id), None)


def test_a_flip_by_another_stays_when_the_photo_is_moved_here(window: JournalSession) -> None:
    meanwhile(window, "flip_photo", 1)
    assert window.change_photo(1, TODAY - timedelta(days=1), View.LEFT)
    kept = in_file(window, 1)
    assert kept is not None
    assert kept.mirrored
    assert kept.view is View.LEFT
    assert kept in window.record.photos


def test_undo_takes_back_what_was_done_here_alone(window: JournalSession) -> None:
    assert window.change_photo(1, TODAY, View.LEFT)
    meanwhile(window, "align_photo", 1, LAID)
    assert window.undo()
    kept = in_file(window, 1)
    assert kept is not None
    assert kept.view is View.FRONT
    assert kept.alignment == LAID


def test_a_photo_another_removed_is_not_brought_back_by_moving_or_flipping_it(window: JournalSession) -> None:
    meanwhile(window, "remove_photo", 1)
    assert not window.flip_photo(1)
    assert not window.change_photo(1, TODAY, View.LEFT)
    assert in_file(window, 1) is None


def test_what_another_wrote_while_photos_came_in_is_read(window: JournalSession) -> None:
    meanwhile(window, "flip_photo", 1)
    keep(window, b"four")
    window.read_again_if_changed()
    assert content(window.record) == content(reread(window.path))
    assert [photo.mirrored for photo in window.record.photos] == [True, False, False, False]


def test_photos_that_came_in_can_be_undone_after_the_window_was_looked_at_again(window: JournalSession) -> None:
    window.read_again_if_changed()
    assert window.undo_text
    assert window.undo()
    assert in_file(window, 3) is None


def test_a_log_by_another_is_read_though_the_photos_are_the_same(window: JournalSession) -> None:
    meanwhile(window, "log", TODAY, Answers(redness=4), NOW)
    window.read_again_if_changed()
    assert window.record.facts.entries[TODAY].redness == 4
    assert not window.undo_text


STEPS = ("keep", "align", "align", "free", "flip", "move", "remove", "undo", "undo", "redo")


@pytest.mark.parametrize("seed", range(6))
def test_photo_changes_undone_and_redone_in_any_order_are_exact(window: JournalSession, seed: int) -> None:
    chance = random.Random(seed)
    past, ahead = [], []
    while window.undo():  # what the fixture kept
        pass
    for number in range(40):
        before = content(window.record)
        step = chance.choice(STEPS) if window.record.photos else "keep"
        if step == "undo":
            expected = past.pop() if past else None
            assert window.undo() is (expected is not None)
            ahead += [before] if expected else []
        elif step == "redo":
            expected = ahead.pop() if ahead else None
            assert window.redo() is (expected is not None)
            past += [before] if expected else []
        else:
            expected = None
            one_step(window, step, chance, number)
            if content(window.record) != before:
                past, ahead = [*past, before], []
        assert content(window.record) == content(reread(window.path))
        assert expected is None or content(window.record) == expected
        assert_no_ring(window.record.photos)


def one_step(window: JournalSession, step: str, chance: random.Random, number: int) -> None:
    ids = [photo.id for photo in window.record.photos]
    if step == "keep":
        keep(window, b"new %d" % number)
    elif step == "align":
        window.align_photo(chance.choice(ids), replace(LAID, to=chance.choice(ids), turn=chance.uniform(-15, 15)))
    elif step == "free":
        window.align_photo(chance.choice(ids), None)
    elif step == "flip":
        window.flip_photo(chance.choice(ids))
    elif step == "move":
        window.change_photo(chance.choice(ids), TODAY - timedelta(days=chance.randrange(4)), chance.choice(list(View)))
    else:
        window.remove_photo(chance.choice(ids))


def assert_no_ring(photos: Sequence[Photo]) -> None:
    known = by_id(photos)
    for photo in photos:
        seen = {photo.id}
        at = photo
        while at.alignment is not None and at.alignment.to in known:
            at = known[at.alignment.to]
            assert at.id not in seen
            seen.add(at.id)
