"""Out and in again: everything is the same, and what cannot be believed is refused whole."""

import csv
import json
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from journal import changes
from journal.domain.entry import Answers
from journal.domain.errors import JournalError, JournalUnavailable, TransferFault, TransferRefused, Trouble
from journal.store import rows
from journal.store.journal_store import JournalStore
from journal.store.transfer import export_journal, import_journal
from tests.store.journals import NOW, TODAY, content, filled, opened, reread


def everything(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table as it lies in the file."""
    store = JournalStore.open(path, create=False)
    try:
        names = [*(table.name for table in rows.SMALL_TABLES), rows.PICTURE]
        return {name: sorted(store.connection.execute(f"SELECT * FROM {name}"), key=repr) for name in names}
    finally:
        store.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    filled(tmp_path / "my.journal")
    return tmp_path / "my.journal"


@pytest.fixture
def folder(path: Path) -> Path:
    folder = path.with_name("out")
    export(path, folder)
    return folder


def export(path: Path, folder: Path) -> None:
    with opened(path) as (store, _):
        export_journal(store, folder)


def take_in(path: Path, folder: Path, *, replace: bool = False) -> None:
    with opened(path) as (store, _):
        import_journal(store, folder, replace=replace)


def test_out_and_in_again_changes_nothing(path: Path, folder: Path, tmp_path: Path) -> None:
    new = tmp_path / "new.journal"
    take_in(new, folder)

    assert everything(new) == everything(path)
    assert content(reread(new)) == content(reread(path))
    again = tmp_path / "again"
    export(new, again)
    files = sorted(one.relative_to(folder) for one in folder.rglob("*") if one.is_file())
    assert [(again / one).read_bytes() for one in files] == [(folder / one).read_bytes() for one in files]


def test_photos_leave_byte_for_byte_those_in_the_bin_too(folder: Path) -> None:
    assert (folder / "photos" / "1-original.heic").read_bytes() == b"a picture"
    assert (folder / "photos" / "2-original.jpg").read_bytes() == b"another"


def test_everything_that_was_ever_said_leaves(folder: Path) -> None:
    tables = json.loads((folder / "journal.json").read_text(encoding="utf-8"))["tables"]

    assert [one["redness"] for one in tables["entry_version"]] == [6, 3]
    assert [one["removed_at"] is None for one in tables["treatment"]] == [True, True, False]
    assert tables["entry"][0]["habits"] == {"exercise": True, "sauna": False}
    assert {one["clock"] for one in tables["entry"]} == {"own", "given"}


def test_people_can_read_the_entries_and_treatments(folder: Path) -> None:
    with (folder / "entries.csv").open(encoding="utf-8", newline="") as file:
        entries = list(csv.DictReader(file))
    with (folder / "treatments.csv").open(encoding="utf-8", newline="") as file:
        treatments = list(csv.DictReader(file))

    assert entries[0]["date"] == "2026-11-20"
    assert (entries[0]["redness"], entries[0]["done"], entries[0]["not_done"]) == ("4", "exercise", "sauna")
    assert (entries[0]["symptoms"], entries[0]["note"]) == ("peeling pus", 'says "ä", 日本')
    assert [one["number"] for one in treatments] == ["1", "2"]
    assert treatments[1]["note"] == "ok\n=1+1"


def test_only_the_owner_may_read_what_leaves(folder: Path) -> None:
    modes = {stat.S_IMODE(one.stat().st_mode) for one in folder.rglob("*") if one.is_file()}

    assert modes == {0o600}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_new_journal_leaves_too_and_makes_no_file(tmp_path: Path) -> None:
    export(tmp_path / "none.journal", tmp_path / "out")

    assert not (tmp_path / "none.journal").exists()
    take_in(tmp_path / "new.journal", tmp_path / "out")
    assert reread(tmp_path / "new.journal").is_empty


def test_a_folder_with_something_in_it_is_left_alone(path: Path, folder: Path) -> None:
    before = (folder / "journal.json").stat().st_mtime_ns
    with pytest.raises(JournalUnavailable) as caught:
        export(path, folder)

    assert caught.value.trouble is Trouble.NOT_EMPTY
    assert (folder / "journal.json").stat().st_mtime_ns == before
    assert sorted(one.name for one in path.parent.iterdir()) == ["my.journal", "out"]


def test_an_empty_folder_is_taken(path: Path) -> None:
    empty = path.with_name("empty")
    empty.mkdir()
    export(path, empty)

    assert (empty / "journal.json").is_file()


def test_a_journal_with_anything_in_it_is_replaced_only_when_asked(folder: Path, path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.journal"
    with opened(other) as (store, record):
        changes.perform(store, record, changes.log(record, TODAY, Answers(redness=9), NOW), NOW)
    before = everything(other)
    with pytest.raises(JournalUnavailable) as caught:
        take_in(other, folder)

    assert caught.value.trouble is Trouble.NOT_EMPTY
    assert everything(other) == before
    take_in(other, folder, replace=True)
    assert everything(other) == everything(path)


def first(table: str, **values: object) -> Callable[[dict[str, Any]], None]:
    def spoil(data: dict[str, Any]) -> None:
        data["tables"][table][0].update(values)

    return spoil


SPOILED: dict[str, Callable[[dict[str, Any]], None]] = {
    "another format": lambda data: data.update(format="other"),
    "a newer version": lambda data: data.update(version=3),
    "no tables": lambda data: data.update(tables=[]),
    "a table missing": lambda data: data["tables"].pop("treatment"),
    "a table that is no list": lambda data: data["tables"].update(entry={}),
    "a row that is no row": lambda data: data["tables"].update(entry=[3]),
    "a column missing": lambda data: data["tables"]["entry"][0].pop("note"),
    "a column too many": first("entry", mood="good"),
    "a day twice": lambda data: data["tables"]["entry"].append(data["tables"]["entry"][0]),
    "a rating of 11": first("entry", redness=11),
    "a rating that is no number": first("entry", redness="4"),
    "a rating that is true": first("entry", redness=True),
    "a fraction": first("entry", redness=4.0),
    "a day that is none": first("entry", day="2026-02-30"),
    "a day in another form": first("entry", day="20261120"),
    "a time without offset": first("entry", entered_at="2026-11-23T20:15:30"),
    "a habit that is no answer": first("entry", habits={"exercise": 1}),
    "half a character": first("entry", note="\ud800"),
    "a number beyond all": first("photo", width=10**30),
    "a clock that is none": first("entry", clock="stopped"),
    "a depth that is none": first("treatment", depth_mm=60.0),
    "a slot that is none": first("treatment", slot="night"),
    "a view that is none": first("photo", view="back"),
    "another hash": first("photo", sha256="0" * 64),
    "a hash that is a path": first("photo", sha256="../" * 21 + "x"),
    "another size": first("photo", bytes=1),
    "an id below one": first("photo", id=0),
    "another photo's id": first("photo", id=7),
    "a hash twice": lambda data: data["tables"]["photo"].append({**data["tables"]["photo"][0], "id": 9}),
    "a faulty plan": lambda data: data["tables"]["plan"].append(
        {"id": 1, "toml": "name = 1", "used_at": NOW.isoformat(), "clock": "own", "removed_at": None}
    ),
    "a second profile": lambda data: data["tables"]["profile"].append({**data["tables"]["profile"][0], "id": 2}),
    "no hashes": lambda data: data.update(pictures={}),
}


@pytest.mark.parametrize("spoil", SPOILED.values(), ids=SPOILED.keys())
def test_what_cannot_be_believed_is_refused_whole(
    spoil: Callable[[dict[str, Any]], None], folder: Path, path: Path, tmp_path: Path
) -> None:
    source = folder / "journal.json"
    data = json.loads(source.read_text(encoding="utf-8"))
    spoil(data)
    source.write_text(json.dumps(data), encoding="utf-8")
    before = everything(path)

    for target in (path, tmp_path / "new.journal"):
        with pytest.raises(TransferRefused):
            take_in(target, folder, replace=True)
    assert everything(path) == before
    assert not (tmp_path / "new.journal").exists()


@pytest.mark.parametrize(
    "text", [b"", b"{", b"[]", b"\xff\xfe", b"[" * 100_000, b'{"format": NaN}', b"1" * 10_000], ids=repr
)
def test_what_is_no_export_is_refused(text: bytes, folder: Path, path: Path) -> None:
    (folder / "journal.json").write_bytes(text)
    with pytest.raises(TransferRefused) as caught:
        take_in(path, folder, replace=True)

    assert caught.value.fault is TransferFault.NOT_AN_EXPORT


def test_a_folder_that_is_not_there_is_refused(path: Path) -> None:
    with pytest.raises(TransferRefused):
        take_in(path, path.with_name("nowhere"), replace=True)


@pytest.mark.parametrize("name", ["1-original.heic", "1-display.jpg", "2-thumbnail.jpg"])
@pytest.mark.parametrize("how", ["gone", "changed", "linked", "folder"])
def test_a_picture_that_is_not_the_one_that_left_is_refused(name: str, how: str, folder: Path, path: Path) -> None:
    picture = folder / "photos" / name
    elsewhere = path.with_name("elsewhere")
    picture.rename(elsewhere)
    if how == "changed":
        picture.write_bytes(elsewhere.read_bytes() + b"x")
    elif how == "linked":
        picture.symlink_to(elsewhere)
    elif how == "folder":
        picture.mkdir()
    before = everything(path)
    with pytest.raises(TransferRefused) as caught:
        take_in(path, folder, replace=True)

    assert (caught.value.fault, caught.value.place) == (TransferFault.PICTURE, name)
    assert everything(path) == before


def test_photos_never_come_from_a_linked_folder(folder: Path, path: Path) -> None:
    (folder / "photos").rename(path.with_name("elsewhere"))
    (folder / "photos").symlink_to(path.with_name("elsewhere"))

    with pytest.raises(JournalError):
        take_in(path, folder, replace=True)
