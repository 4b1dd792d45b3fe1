"""Prints a table of every speed goal: measured, limit, ratio, kept or missed. The first run builds its journal."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from PIL import Image

from tests.benchmarks.measure import (
    ROOT,
    Row,
    in_turn,
    median,
    percentile,
    seconds_to_first_line,
    timed,
    virtual_screen,
)
from tests.benchmarks.ten_years import NOW, empty_journal, jpeg, photo_like, ten_year_journal

STARTS = 9
REPEATS = 5
START_RATIO = 2.0
NEAR = 0.15


def start_rows(full: Path, empty: Path) -> list[Row]:
    """Start-up on a real window, in turn: an empty window, the ten-year journal, the empty journal."""
    with virtual_screen() as environment, tempfile.TemporaryDirectory() as home:
        quiet = {**environment, "HOME": home, "XDG_CONFIG_HOME": home, "XDG_RUNTIME_DIR": home}
        opener = [sys.executable, "-m", "tests.benchmarks.journal_window", "--now", NOW.isoformat(), "--journal"]

        def start(*command: str) -> Callable[[], float]:
            return lambda: seconds_to_first_line(list(command), quiet)

        bare, ten, none = in_turn(
            STARTS,
            start(sys.executable, "-m", "tests.benchmarks.empty_window"),
            start(*opener, str(full)),
            start(*opener, str(empty)),
        )
    apart = abs(median(ten) - median(none)) / median(ten)
    detail = f"empty window {median(bare) * 1000:.0f} ms, ten years {median(ten) * 1000:.0f} ms"
    return [
        Row(
            what="start to the painted Today page",
            measured=median(ten) / median(bare),
            limit=START_RATIO,
            unit="x",
            detail=detail,
        ),
        Row(
            what="the same with an empty journal, apart",
            measured=apart * 100,
            limit=NEAR * 100,
            unit="%",
            detail=f"empty journal {median(none) * 1000:.0f} ms",
        ),
    ]


def window_rows(full: Path) -> list[Row]:
    """Taps and the gallery, each in a process of its own on a real window."""
    with virtual_screen() as environment:
        taps = json.loads(_child(environment, "taps", full))
        gallery = json.loads(_child(environment, "gallery", full))
    return [
        Row(
            what="check-in tap, saved and shown, 95 in 100",
            measured=percentile(taps, 0.95) * 1000,
            limit=50,
            unit="ms",
            detail=f"median {median(taps) * 1000:.1f} ms, worst {max(taps) * 1000:.1f} ms",
        ),
        Row(what="gallery of 10,000 photos, first screen", measured=gallery["seconds"], limit=0.5, unit="s"),
        Row(what="memory of that process", measured=gallery["megabytes"], limit=250, unit="MB"),
    ]


def _child(environment: dict[str, str], what: str, journal: Path) -> str:
    command = [sys.executable, "-m", "tests.benchmarks.in_window", what, str(journal)]
    return subprocess.run(command, env=environment, cwd=ROOT, check=True, capture_output=True, text=True).stdout


def rules_row(full: Path) -> Row:
    """All rules over all ten years, from the facts."""
    from journal import changes
    from journal.domain.rules import all_flags

    store, record = changes.open_journal(full, create=False)
    store.close()
    (times,) = in_turn(REPEATS, lambda: timed(lambda: all_flags(record.facts)))
    return Row(what="rules over all ten years", measured=median(times) * 1000, limit=100, unit="ms")


def intake_row() -> Row:
    """Intake of a 12-megapixel JPEG against Pillow decoding it once at full size."""
    from journal.photos.intake import prepare

    original = jpeg(photo_like(4000, 3000, seed=7), 90)

    def decode() -> None:
        with Image.open(BytesIO(original)) as picture:
            picture.load()

    ours, pillow = in_turn(REPEATS, lambda: timed(lambda: prepare(original, "photo.jpg")), lambda: timed(decode))
    detail = f"intake {median(ours) * 1000:.0f} ms, Pillow {median(pillow) * 1000:.0f} ms"
    return Row(
        what="photo intake, 12-megapixel JPEG",
        measured=median(ours) / median(pillow),
        limit=1.6,
        unit="x",
        detail=detail,
    )


def summary_rows() -> list[Row]:
    """The visit summary with nine photos on two treatments, time and size."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    from tests.benchmarks.visit import nine_photo_summary

    application = QGuiApplication.instance() or QGuiApplication(["benchmark"])
    with tempfile.TemporaryDirectory() as folder:
        write, path, count = nine_photo_summary(Path(folder))
        (times,) = in_turn(REPEATS, lambda: timed(write))
        size = path.stat().st_size / 1_000_000
    del application
    detail = f"{count} photos"
    return [
        Row(what="visit summary with 9 photos", measured=median(times), limit=0.8, unit="s", detail=detail),
        Row(what="its file", measured=size, limit=2.0, unit="MB"),
    ]


def print_table(rows: list[Row]) -> None:
    """One line a row."""
    print(f"{'what':<42} {'measured':>12} {'limit':>10} {'ratio':>6}  kept")
    for row in rows:
        measured, limit = f"{row.measured:.2f} {row.unit}", f"{row.limit:g} {row.unit}"
        verdict = "kept" if row.kept else "MISSED"
        print(f"{row.what:<42} {measured:>12} {limit:>10} {row.ratio:>6.2f}  {verdict:<7} {row.detail}")


def main() -> int:
    """Measure everything; 0 when every goal is kept."""
    full, empty = ten_year_journal(), empty_journal()
    rows = [*start_rows(full, empty), *window_rows(full), rules_row(full), intake_row(), *summary_rows()]
    print_table(rows)
    return 0 if all(row.kept for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
