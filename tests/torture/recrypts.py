"""Killed while the copies of a journal are put under its key: each is the old or the new, and the next run finishes."""

import os
from functools import partial
from pathlib import Path
from shutil import copytree, rmtree

from journal import passphrase
from journal.store import database, traces
from journal.store.backups import daily, photo_store
from journal.store.backups.recrypting import OLD, recrypt_all
from journal.store.backups.restoring import restore
from journal.store.key import Key
from journal.store.rekeying import rekey
from journal.store.traces import Kind
from tests.store.journals import NOW, opened
from tests.torture.damage import small_journal
from tests.torture.world import KEY, OTHER_KEY, Figure, fork, held, killed_after, room, seeded, timed

JOURNAL = "my.journal"


def world(folder: Path, key: Key | None) -> None:
    """A journal under a new key, with a day's backup and a file kept aside under ``key`` (None: in the open)."""
    folder.mkdir()
    small_journal(folder, days=6, photos=3)
    path = (folder / "whole.journal").rename(folder / JOURNAL)
    if key is not None:
        rekey(path, None, key)
    with opened(path, key) as (store, _):
        daily.back_up(store.connection, path, NOW, key)
    path.with_name(f"{JOURNAL}.before-restore-2026-11-20-101010").write_bytes(path.read_bytes())
    rekey(path, key, KEY)


def copies(folder: Path, key: Key | None) -> tuple[Path, ...]:
    """What is still to be put under the journal's key."""
    path = folder / JOURNAL
    return passphrase.copies_in_the_open(path) if key is None else passphrase.copies_under(path, key)


def run(folder: Path, key: Key | None) -> int:
    """What is killed."""
    return len(recrypt_all(folder / JOURNAL, copies(folder, key), key, KEY))


def judge(folder: Path, key: Key | None, truth: tuple[object, ...]) -> None:
    """Whatever was killed: each copy opens and holds everything; after one more run no file of the old is left."""
    whole = traces.beside(folder / JOURNAL, {Kind.RESTORE})
    assert len(whole) == 1, "a copy is neither the old nor the new"
    assert held(whole[0], None if database.is_in_the_open(whole[0]) else _key_of(whole[0], key)) == truth
    left = recrypt_all(folder / JOURNAL, copies(folder, key), key, KEY)
    assert left == (), left
    assert copies(folder, key) == ()
    assert not list(folder.rglob(f".*.{OLD}")), "the old file is still there"
    (log,) = list((folder / f"{JOURNAL}.backups").glob("*.day"))
    restore(folder / "again.journal", log, NOW, KEY)
    assert held(folder / "again.journal", KEY) == truth
    assert held(whole[0], KEY) == truth
    assert photo_store.all_names(log.parent) == [photo_store.NAME]


def _key_of(path: Path, key: Key | None) -> Key | None:
    return KEY if path.read_bytes()[:16] == KEY.salt else key


def kills(times: int) -> Figure:
    """``times`` kills, half of copies in the open and half of copies under an old key."""
    numbers, failures, early = seeded("recrypt"), [], 0
    with room("recrypt") as place:
        for name, key in (("open", None), ("old", OTHER_KEY)):
            world(place / name, key)
            truth = held(place / name / JOURNAL, KEY)
            longest = _whole_run(place, name, key)
            for turn in range(times // 2 if key is None else times - times // 2):
                folder = place / f"{name}-{turn}"
                copytree(place / name, folder)
                child = fork(partial(run, folder, key), place / "complaints")
                early += killed_after(child, numbers.uniform(0, longest))
                try:
                    judge(folder, key, truth)
                except Exception as error:
                    failures.append(f"{name} {turn}: {type(error).__name__} {error}")
                rmtree(folder)
    return Figure(
        row="kill -9 while copies of a journal are put under its key",
        times=times,
        held=f"each copy the old or the new, the rest done by the next run ({early} kills before the end)",
        failures=tuple(failures),
    )


def _whole_run(place: Path, name: str, key: Key | None) -> float:
    """How long it takes when nobody kills it."""
    folder = place / f"{name}-whole"
    copytree(place / name, folder)
    seconds = timed(lambda: os.waitpid(fork(partial(run, folder, key), place / "complaints"), 0))
    rmtree(folder)
    return seconds
