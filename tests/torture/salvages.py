"""Damaged files salvaged: every row and photo that can be read, and every loss by its name (see ``damage``)."""

from pathlib import Path

from journal.store.key import Key
from tests.torture.batches import tried, words
from tests.torture.damage import flipped_bits, judged, small_journal, spoiled_pages
from tests.torture.world import KEY, Figure, room, seeded


def salvaged(name: str, key: Key | None, times: int) -> Figure:
    """So many damaged files, half of them by one bit, half by one page."""
    with room("salvage") as base:
        whole = small_journal(base, key)
        numbers = seeded("salvage", name)
        half = times // 2
        files = [*flipped_bits(whole, numbers, half), *spoiled_pages(whole, numbers, times - half)]

        def trial(number: int) -> str:
            with room("trial") as folder:
                return str(judged(Path(folder), whole, files[number])).replace("_", " ")

        came, failures, peak = tried(trial, times)
    row = f"damaged files salvaged, {name}"
    return Figure(row=row, times=times, held=words(came, peak), failures=tuple(failures))


def plain(times: int) -> Figure:
    """Without a passphrase."""
    return salvaged("plain", None, times)


def encrypted(times: int) -> Figure:
    """With one."""
    return salvaged("encrypted", KEY, times)
