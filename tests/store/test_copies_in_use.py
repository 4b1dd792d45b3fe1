"""Files whose names look like copies, but that are somebody's own, in use, or still being made: they stay."""

import os
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from journal import passphrase
from journal.domain.bin import Marks
from journal.domain.errors import JournalUnavailable, Trouble
from journal.holding import Hold, Holder, held
from journal.keeping import keeping_of
from journal.store import database, traces
from journal.store.backups import daily, erasing, kept, place
from journal.store.journal_store import JournalStore
from journal.store.traces import Kind
from tests.store.journals import NOW, content, filled, opened, reread

LATER = NOW + timedelta(days=1)
MARKS = Marks(photos=frozenset({"of none"}))
BEING_MADE = (
    (".my.journal.before-the-visit.part", "my.journal.before-the-visit"),
    (".my.journal.salvaged.pages", "my.journal.salvaged"),
    ("..my.journal.salvaged.layout.fresh", "my.journal.salvaged"),
    (".my.journal.before-2.restore", "my.journal.before-2"),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "my.journal"
    filled(path)
    return path


def back_up(path: Path, key=None, moment=NOW) -> Path:
    with opened(path, key) as (store, _):
        made = daily.back_up(store.connection, path, moment, key)
    assert made is not None
    return made.path


def test_a_journal_of_its_own_that_is_called_new_stays_when_another_is_opened(path: Path) -> None:
    own = path.with_name("my.journal.new")
    filled(own)
    expected = content(reread(own))
    reread(path)
    assert content(reread(own)) == expected
    passphrase.set_passphrase(path, "a passphrase")
    assert content(reread(own)) == expected
    assert own in passphrase.copies_in_the_open(path)


def test_what_a_killed_change_of_the_passphrase_left_goes_at_the_next_start(path: Path) -> None:
    part = database.part_of(path)
    shutil.copyfile(path, part)
    assert [each.kind for each in traces.named(path) if each.path == part] == [Kind.REMAINS]
    reread(path)
    assert not part.exists()


@pytest.mark.parametrize(("name", "made_for"), BEING_MADE)
def test_what_is_still_being_made_is_left_alone(path: Path, name: str, made_for: str) -> None:
    part = path.with_name(name)
    shutil.copyfile(path, part)
    whole = part.read_bytes()
    key = passphrase.set_passphrase(path, "a passphrase")
    with held(path.with_name(made_for)):
        erasing.take_out(path, MARKS, key)
        assert passphrase.remove_copies(path, [part]) == (part,)
        assert passphrase.encrypt_copies(path, [part], key) == (part,)
        assert part.read_bytes() == whole
    assert passphrase.remove_copies(path, [part]) == ()
    assert not part.exists()


@pytest.mark.parametrize("name", ["my.journal.salvaged", "my.journal.before-the-visit", "my.journal.before-2"])
def test_a_copy_that_a_window_has_open_is_neither_removed_nor_replaced(path: Path, name: str) -> None:
    copy = path.with_name(name)
    shutil.copyfile(path, copy)
    key = passphrase.set_passphrase(path, "a passphrase")
    window = Hold(copy, Holder.WINDOW)
    assert window.take()
    assert passphrase.remove_copies(path, [copy]) == (copy,)
    assert passphrase.encrypt_copies(path, [copy], key) == (copy,)
    assert content(reread(copy))
    window.release()
    assert passphrase.remove_copies(path, [copy]) == ()
    assert not copy.exists()


def test_a_kept_file_that_a_window_has_open_is_not_removed(path: Path) -> None:
    aside = path.with_name("my.journal.before-the-visit")
    shutil.copyfile(path, aside)
    window = Hold(aside, Holder.WINDOW)
    assert window.take()
    with pytest.raises(JournalUnavailable) as error:
        keeping_of(path).remove_kept(aside)
    assert (error.value.trouble, aside.exists()) == (Trouble.HELD, True)
    window.release()
    keeping_of(path).remove_kept(aside)
    assert not aside.exists()


def test_a_journal_of_its_own_under_the_name_of_an_update_is_not_thinned_out(path: Path) -> None:
    own, copy = path.with_name("my.journal.before-2"), path.with_name("my.journal.before-4")
    for each in (own, copy):
        shutil.copyfile(path, each)
        os.utime(each, (NOW.timestamp() - 90 * 86_400,) * 2)
    back_up(path)
    assert (own.exists(), copy.exists()) == (True, False)


def test_a_backup_made_since_a_list_was_shown_is_not_removed_by_the_name_of_another(path: Path) -> None:
    back_up(path)
    key = passphrase.set_passphrase(path, "a passphrase")
    shown = passphrase.copies_in_the_open(path)
    made = back_up(path, key, LATER)  # sets the photos in the open aside, and begins others under their name
    photos = place.backup_folder(path) / "photos"
    assert photos in shown
    assert passphrase.remove_copies(path, shown) == ()
    assert [each.name for each in passphrase.copies_in_the_open(path)] == ["photos.other-key-1"]
    restored = path.with_name("restored.journal")
    keeping_of(restored, key).prepare(made).take_place(LATER)
    with opened(restored, key) as (store, record):
        assert store.check() == ()
        assert record.photos


def test_no_copy_is_removed_while_a_backup_is_made(path: Path) -> None:
    back_up(path)
    passphrase.set_passphrase(path, "a passphrase")
    copies = passphrase.copies_in_the_open(path)
    with erasing.kept_from_backups(path), pytest.raises(JournalUnavailable) as error:
        passphrase.remove_copies(path, copies)
    assert error.value.trouble is Trouble.LOCKED
    assert passphrase.copies_in_the_open(path) == copies


def test_a_backup_where_they_lay_before_another_folder_was_chosen_counts_too(path: Path, tmp_path: Path) -> None:
    back_up(path)
    (tmp_path / "disk").mkdir()
    place.choose(path, tmp_path / "disk")
    with held(place.own_folder(path) / "backup"), pytest.raises(JournalUnavailable) as error:
        passphrase.remove_copies(path, [])
    assert error.value.trouble is Trouble.LOCKED


def test_a_name_that_is_no_moment_is_passed_over(path: Path) -> None:
    made = back_up(path)
    shutil.copyfile(made, made.with_name("2026-99-99-999999.day"))
    assert [each.path for each in daily.backups_of(path)] == [made]
    assert back_up(path, moment=LATER).is_file()


def test_a_claim_on_a_copy_is_no_copy(path: Path) -> None:
    aside = path.with_name("my.journal.before-the-visit")
    shutil.copyfile(path, aside)
    with held(aside):
        assert [each.path for each in kept.kept_beside(path)] == [aside]
    JournalStore.open(aside, create=False).close()
