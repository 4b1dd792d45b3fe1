"""The rows of the suite: each with its function, how often in the long form and how often in the short one."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from tests.torture import clocks, crossings, flips, kills, lines, photos, recrypts, salvages, windows, writes
from tests.torture.world import Figure


@dataclass(frozen=True, slots=True)
class Row:
    """``run`` takes how often."""

    name: str
    run: Callable[[int], Figure]
    long: int
    short: int


def _injected(name: str, times: int) -> Figure:
    return writes.injected(name, None if times == EVERY else times)


EVERY = 1_000_000
"""Each call once, however many there are."""

ROWS = (
    Row("kills-plain", kills.plain, 300, 10),
    Row("kills-encrypted", kills.encrypted, 300, 10),
    *(Row(f"killed-{name.replace(' ', '-')}", partial(crossings.cross, name), 50, 3) for name in crossings.CROSSINGS),
    Row("kills-recrypt", recrypts.kills, 50, 4),
    *(
        Row(f"failing-{name.replace(',', '').replace(' ', '-')}", partial(_injected, name), EVERY, 2)
        for name in writes.WORKS
    ),
    Row("pages", writes.pages, 60, 12),
    Row("full", writes.full_file_system, 120, 8),
    Row("read-only", writes.read_only, 10, 2),
    Row("flips-plain", flips.plain, 1000, 40),
    Row("flips-encrypted", flips.encrypted, 1000, 40),
    Row("salvaged-plain", salvages.plain, 1000, 10),
    Row("salvaged-encrypted", salvages.encrypted, 1000, 6),
    Row("photos", photos.mutated, 20_000, 200),
    Row("grids", photos.absurd_heifs, 2000, 40),
    Row("plans", lines.plans, 5000, 80),
    Row("folders", lines.folders, 1000, 60),
    Row("lines", lines.command_lines, 5000, 150),
    Row("clocks", clocks.all_cases, 1, 1),
    Row("windows", windows.all_cases, 1, 1),
)
