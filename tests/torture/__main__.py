"""``python -m tests.torture``: everything that breaks journals, done many times over; a table of what held.

``--short`` does each row a few times, ``--row NAME`` one of them, ``--times N`` so often. Fails if anything failed.
"""

import argparse
import json
import os
import sys
import time
from dataclasses import asdict
from pathlib import Path


def main(arguments: list[str]) -> int:
    """Run rows and print a line for each as it ends; 0 when everything held."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.pop("RECOVERY_JOURNAL", None)
    from tests.torture.rows import ROWS  # late: what it imports looks at the environment

    parser = argparse.ArgumentParser(prog="python -m tests.torture", description=__doc__)
    parser.add_argument("--short", action="store_true", help="each row a few times, within two minutes")
    parser.add_argument("--row", action="append", choices=[row.name for row in ROWS], help="only this one")
    parser.add_argument("--times", type=int, help="so often, instead of the row's own number")
    parser.add_argument("--json", type=Path, help="also write the figures into this file")
    given = parser.parse_args(arguments)
    figures = []
    for row in ROWS:
        if given.row and row.name not in given.row:
            continue
        begin = time.perf_counter()
        figure = row.run(given.times or (row.short if given.short else row.long))
        figures.append(figure)
        state = f"FAILED {len(figure.failures)}" if figure.failures else "held"
        print(
            f"{figure.row} | {figure.times} | {state} | {figure.held} | {time.perf_counter() - begin:.0f} s", flush=True
        )
        for failure in figure.failures:
            print(f"    {failure}", flush=True)
    if given.json:
        given.json.write_text(json.dumps([asdict(figure) for figure in figures]), encoding="utf-8")
    return 1 if any(figure.failures for figure in figures) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
