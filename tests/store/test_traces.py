"""One of each kind of file beside a journal and among its backups, and what each that looks for such files finds."""

import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from journal import changes, passphrase
from journal.domain.bin import Marks
from journal.holding import Hold, Holder
from journal.keeping import keeping_of
from journal.store import damaged_key, leavings, traces
from journal.store.backups import daily, erasing, files, kept, restoring
from journal.store.key import salt_of
from journal.store.salvage import first_page
from journal.store.traces import Kind
from tests.store.journals import NOW, filled, opened
from tests.store.test_key import KEY

UPDATE = "my.journal.before-2"
RESTORE = "my.journal.before-restore-2026-11-20-101010"
OTHER = "my.journal.before-the-visit"
COPY_OF_COPY = f"{RESTORE}.before-3"
EMPTIED = "my.journal.emptied-2026-11-19-101010"
SALVAGED = "my.journal.salvaged-2"
NEW = "my.journal.new"
WHOLE = {UPDATE, RESTORE, OTHER, COPY_OF_COPY}
LEFT_BESIDE = {
    ".my.journal.rekey",
    "..my.journal.restore.rekey",
    f"{UPDATE}.part",
    f".{UPDATE}.old",
    f".{RESTORE}.recrypt",
    ".my.journal.restore",
    ".my.journal.restore.before-3",
    ".my.journal.import",
    ".my.journal.salvaged-2.part",
    "..my.journal.layout.fresh",
}
BACKUPS = "my.journal.backups"
EARLIER = f"{BACKUPS}.earlier-2026-11-18-101010"
DAY = f"{BACKUPS}/2026-11-23-201530.day"
OLD_DAY = f"{EARLIER}/2026-11-17-101010-before.day"
DAYS = {DAY, OLD_DAY}
PHOTOS = {f"{BACKUPS}/photos", f"{BACKUPS}/photos.other-key-1", f"{EARLIER}/photos"}
LEFT_IN_BACKUPS = {f"{BACKUPS}/.2026-11-22-101010.day.part", f"{BACKUPS}/.photos.old", f"{EARLIER}/.photos.recrypt"}
LOGS = {"my.journal-wal", f"{UPDATE}-wal", f"{EMPTIED}-wal", f"{DAY}-journal"}
NOT_OURS = {
    "my.journal.txt",
    "my.journal-held",
    f"{OTHER}-held",
    "my.journal.salvaged-two",
    "my.journal.backups.zip",
    "other.journal.before-2",
    ".other.journal.restore",
    ".my.journal.old.restore-mine",
    f"{BACKUPS}/other.db",
    f"{BACKUPS}/checked",
    f"{BACKUPS}/2026-11-23.day",
    f"{BACKUPS}/.other.part",
}
PHOTO = sha256(b"a picture").hexdigest()
COPIES = WHOLE | {SALVAGED, NEW} | DAYS | PHOTOS | LEFT_BESIDE | LEFT_IN_BACKUPS


def laid(path: Path, key=None) -> Path:
    """A journal with everything beside it that ever lies there; each a real file under the key."""
    filled(path, key=key)
    with opened(path, key) as (store, _):
        made = daily.back_up(store.connection, path, NOW, key)
    assert made is not None
    folder = path.parent
    (folder / EARLIER).mkdir()
    samples = (
        (path, WHOLE | {SALVAGED, NEW} | LEFT_BESIDE),
        (made.path, {OLD_DAY} | LEFT_IN_BACKUPS),
        (made.path.with_name("photos"), PHOTOS - {f"{BACKUPS}/photos"}),
    )
    for sample, names in samples:
        for name in names:
            shutil.copyfile(sample, folder / name)
    (folder / EMPTIED).touch()
    for name in (LOGS - {"my.journal-wal", f"{UPDATE}-wal"}) | NOT_OURS:
        (folder / name).write_bytes(b"something")
    for name in ("my.journal-wal", f"{UPDATE}-wal"):
        (folder / name).touch()
    assert made.path == folder / DAY
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return laid(tmp_path / "my.journal")


@pytest.fixture
def encrypted(tmp_path: Path) -> Path:
    return laid(tmp_path / "my.journal", KEY)


def names(path: Path, found) -> set[str]:
    return {str(each.relative_to(path.parent)) for each in found}


KINDS = {
    Kind.UPDATE: {UPDATE},
    Kind.RESTORE: {RESTORE},
    Kind.OTHER: {OTHER, COPY_OF_COPY},
    Kind.EMPTIED: {EMPTIED},
    Kind.SALVAGED: {SALVAGED, NEW},
    Kind.DAY: DAYS,
    Kind.PHOTOS: PHOTOS,
    Kind.LOG: LOGS,
    Kind.REMAINS: LEFT_BESIDE | LEFT_IN_BACKUPS,
}


@pytest.mark.parametrize("kind", list(Kind))
def test_each_file_is_of_one_kind_by_its_name(path: Path, kind: Kind) -> None:
    (path.parent / "my.journal-wal").touch()
    found = (*traces.beside(path, {kind}), *leavings.in_backups(path, {kind}))
    assert names(path, found) == KINDS[kind]


def in_list(path: Path) -> list[Path]:
    return [each.path for each in kept.kept_beside(path)]


def to_undo(path: Path) -> list[Path]:
    return restoring.kept_files(path)


def of_the_layout(path: Path) -> list[Path]:
    return [each._path for each in first_page._layouts(path) if isinstance(each, first_page._Older)]


def restorable(path: Path) -> list[Path]:
    return [each.path for each in daily.backups_of(path)]


def to_empty(path: Path) -> list[Path]:
    hold, unread = erasing.holding(path, Marks(photos=frozenset({PHOTO})))
    return [*hold, *unread]


ASKERS: dict[str, tuple[Callable[[Path], list[Path]], set[str]]] = {
    "the list of what was kept": (in_list, WHOLE | {EMPTIED}),
    "the way back of a restore": (to_undo, {RESTORE}),
    "the layouts of a first page": (of_the_layout, WHOLE),
    "the list of backups": (restorable, DAYS),
    "the emptying of the bin": (to_empty, COPIES | {EMPTIED}),
}


@pytest.mark.parametrize("asker", ASKERS)
def test_each_that_looks_for_copies_finds_those_that_it_is_about(path: Path, asker: str) -> None:
    look, expected = ASKERS[asker]
    found = look(path)
    assert len(found) == len(set(found))
    assert names(path, found) == expected


def test_a_link_to_the_journal_leads_to_the_same(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "elsewhere" / "link.journal"
    link.parent.mkdir()
    link.symlink_to(path)
    for look, expected in ASKERS.values():
        assert names(path, look(link)) == expected


def test_every_copy_in_the_open_is_named_once_the_journal_is_encrypted(path: Path) -> None:
    passphrase.set_passphrase(path, "a passphrase")
    assert names(path, passphrase.copies_in_the_open(path)) == COPIES - {".my.journal.rekey"}


def test_every_copy_under_a_key_is_known_by_it(encrypted: Path) -> None:
    assert names(encrypted, passphrase.copies_under(encrypted, KEY)) == COPIES


def test_a_key_is_sought_in_what_opens_by_itself(encrypted: Path) -> None:
    found = list(damaged_key._encrypted_copies(encrypted))
    assert names(encrypted, found) == WHOLE | DAYS
    assert names(encrypted, found[:2]) == DAYS
    assert {salt_of(each) for each in found} == {KEY.salt}


@pytest.mark.parametrize("name", sorted([UPDATE, RESTORE, OTHER, "my.journal-wal", DAY]))
def test_one_of_these_alone_tells_that_a_journal_was_here(tmp_path: Path, name: str) -> None:
    target = tmp_path / name
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(b"something")
    assert leavings.are_beside(tmp_path / "my.journal")


NO_TRACES = {EMPTIED, SALVAGED, NEW, OLD_DAY, f"{UPDATE}-wal", *LEFT_BESIDE, *NOT_OURS} - {f"{BACKUPS}/checked"}


@pytest.mark.parametrize("name", sorted(NO_TRACES))
def test_one_of_these_alone_does_not(tmp_path: Path, name: str) -> None:
    target = tmp_path / name
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(b"something")
    assert not leavings.are_beside(tmp_path / "my.journal")


def test_the_space_is_that_of_all_of_them(path: Path) -> None:
    everything = COPIES | LOGS - {"my.journal-wal"}
    expected = sum((path.parent / name).stat().st_size for name in everything)
    assert keeping_of(path).space()[0] == expected


def test_what_is_removed_takes_its_logs_and_its_own_older_copies_along(path: Path) -> None:
    before = names(path, path.parent.rglob("*"))
    files.remove_with_logs(path.parent / RESTORE)
    files.remove_with_logs(path.parent / UPDATE)
    gone = {RESTORE, COPY_OF_COPY, UPDATE, f"{UPDATE}-wal"}
    assert names(path, path.parent.rglob("*")) == before - gone


def test_a_second_name_of_the_journal_is_no_copy(path: Path) -> None:
    path.with_name("my.journal.before-restore-2026-11-21-101010").hardlink_to(path)
    assert names(path, traces.beside(path, traces.WHOLE)) == WHOLE


def test_what_the_log_of_an_emptied_journal_shows_is_named_and_only_removed(path: Path) -> None:
    with opened(path) as (store, record):
        changes.perform(store, record, changes.set_baseline(record, 3, 3, NOW), NOW)
        log = path.with_name("my.journal-wal").read_bytes()
    passphrase.set_passphrase(path, "a passphrase")
    emptied = path.with_name(EMPTIED)
    emptied.with_name(f"{EMPTIED}-wal").write_bytes(log)
    assert emptied in passphrase.copies_in_the_open(path)
    assert passphrase.encrypt_copies(path, [emptied], KEY) == (emptied,)
    assert emptied.with_name(f"{EMPTIED}-wal").read_bytes() == log
    assert passphrase.remove_copies(path, [emptied]) == ()
    assert EMPTIED not in {each.name[: len(EMPTIED)] for each in path.parent.iterdir()}


def test_the_log_of_an_encrypted_journal_shows_nothing(encrypted: Path) -> None:
    with opened(encrypted, KEY) as (store, record):
        changes.perform(store, record, changes.set_baseline(record, 3, 3, NOW), NOW)
        log = encrypted.with_name("my.journal-wal").read_bytes()
    assert len(log) > 4096
    encrypted.with_name(f"{EMPTIED}-wal").write_bytes(log)
    assert passphrase.copies_in_the_open(encrypted) == ()


def test_a_salvaged_journal_that_a_window_has_open_is_not_replaced(path: Path) -> None:
    key = passphrase.set_passphrase(path, "a passphrase")
    salvaged = path.with_name(SALVAGED)
    window = Hold(salvaged, Holder.WINDOW)
    assert window.take()
    assert passphrase.encrypt_copies(path, [salvaged], key) == (salvaged,)
    window.release()
    assert passphrase.encrypt_copies(path, [salvaged], key) == ()
    assert salt_of(salvaged) == key.salt
