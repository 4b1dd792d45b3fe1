"""One bit or one page changed anywhere in the file: opened rightly, or refused; never wrong in silence."""

import random
from collections import Counter
from contextlib import closing
from pathlib import Path

from journal import changes
from journal.domain.entry import Answers
from journal.domain.errors import JournalError
from journal.domain.photo import Copy, View
from journal.store.key import Key
from tests.store.journals import FIRST, NOW, TODAY, content, opened, prepared
from tests.store.newer import filled_with_all
from tests.torture.damage import EMPTY, PAGE, SMALL_PAGES
from tests.torture.world import KEY, Figure, fork, limit, room, seeded, waited

MEMORY = 1_000_000_000
SECONDS = 5.0
RIGHT, REFUSED, PICTURE = 11, 12, 13
"""What a child found: all as it was; refused; opened, and the one picture that is damaged refused."""
SILENT, CHANGED = 20, 21
"""Something differs and nobody says so; a refused file was written to."""
WORDS = {
    RIGHT: "opened rightly",
    REFUSED: "refused",
    PICTURE: "opened and the damaged picture refused",
}


def make(path: Path, key: Key | None) -> bytes:
    """A journal with something of everything, more entries, and photos of some pages; how it was one change before."""
    numbers = seeded("flips")
    filled_with_all(path, key)
    with opened(path, key) as (store, empty):
        record = empty
        for day in range(1, 15):
            answers = Answers(redness=day % 11, sensitivity=1, note=numbers.randbytes(60).hex())
            change = changes.log(record, FIRST.replace(day=day), answers, NOW)
            record, _ = changes.perform(store, record, change, NOW)
        for size in (3_000, 20_000, 50_000):
            changes.keep_photo(store, prepared(numbers.randbytes(size)), TODAY, View.FRONT, NOW)
    before = path.read_bytes()
    with opened(path, key) as (store, record):
        answers = Answers(redness=9, note="the last one")
        changes.perform(store, record, changes.log(record, FIRST.replace(day=15), answers, NOW), NOW)
    return before


def pictures_of(path: Path, key: Key | None) -> tuple[tuple[object, ...], dict[tuple[int, Copy], bytes]]:
    """All that a journal says, and its pictures."""
    with opened(path, key) as (store, record):
        pictures = {(photo.id, copy): store.photo_bytes(photo.id, copy) for photo in record.photos for copy in Copy}
        return content(record), pictures


def damage(data: bytes, before: bytes, numbers: random.Random) -> tuple[str, bytes]:
    """The file with one bit or one page changed, and how. ``before``: the same file, one change earlier."""
    pages = len(data) // PAGE
    kinds = ("bit", "bit", "bit", "zero page", "random page", "another page", "empty page", "page of before")
    kind = numbers.choice(kinds)
    if kind == "bit":
        place = numbers.randrange(len(data))
        changed = bytes([data[place] ^ 1 << numbers.randrange(8)])
        return f"bit of byte {place}", data[:place] + changed + data[place + 1 :]
    page, other = numbers.randrange(pages), numbers.randrange(pages)
    if kind == "page of before":
        changed_pages = [at for at in range(len(before) // PAGE) if _page(before, at) != _page(data, at)]
        page = other = numbers.choice(changed_pages)
    elif kind == "empty page":
        page = numbers.randrange(min(pages, SMALL_PAGES))
    new = {
        "zero page": bytes(PAGE),
        "random page": numbers.randbytes(PAGE),
        "empty page": EMPTY,
        "another page": _page(data, other),
        "page of before": _page(before, other),
    }[kind]
    return f"{kind} {page}", data[: page * PAGE] + new + data[(page + 1) * PAGE :]


def _page(data: bytes, number: int) -> bytes:
    return data[number * PAGE : (number + 1) * PAGE]


def look(path: Path, key: Key | None, expected: tuple[tuple[object, ...], dict[tuple[int, Copy], bytes]]) -> int:
    """The child: opens the file as the window does, reads all of it, and says how that went."""
    limit(memory=MEMORY, seconds=SECONDS)
    before = path.read_bytes()
    try:
        store, record = changes.open_journal(path, create=False, key=key)
    except JournalError:
        return REFUSED if path.read_bytes() == before else CHANGED
    with closing(store):
        found, pictures = content(record), {}
        try:
            for photo in record.photos:
                for copy in Copy:
                    pictures[photo.id, copy] = store.photo_bytes(photo.id, copy)
        except JournalError:
            return PICTURE if found == expected[0] else SILENT
    return RIGHT if (found, pictures) == expected else SILENT


def flips(times: int, key: Key | None = None) -> Figure:
    """``times`` changed files, each opened by a child of its own."""
    name = "encrypted" if key else "plain"
    numbers = seeded("flips", name)
    failures: list[str] = []
    came: Counter[int] = Counter()
    with room("flips") as folder:
        whole, work = folder / "whole.journal", folder / "work"
        before = make(whole, key)
        expected = pictures_of(whole, key)
        data = whole.read_bytes()
        for turn in range(times):
            what, changed = damage(data, before, numbers)
            work.mkdir(exist_ok=True)
            for left in work.iterdir():
                left.unlink()
            path = work / "my.journal"
            path.write_bytes(changed)
            status = waited(fork(lambda path=path: look(path, key, expected), folder / "complaints"))
            came[status] += 1
            if status not in WORDS:
                said = (folder / "complaints").read_text(encoding="utf-8", errors="replace")[-500:]
                failures.append(f"{turn}, {what}: status {status} {said}")
    held = ", ".join(f"{came[status]} {words}" for status, words in WORDS.items())
    return Figure(row=f"one bit or one page changed, {name}", times=times, held=held, failures=tuple(failures))


def plain(times: int) -> Figure:
    """Without a passphrase."""
    return flips(times)


def encrypted(times: int) -> Figure:
    """With one."""
    return flips(times, KEY)
