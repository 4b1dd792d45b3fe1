"""Prints, for each seed, how often each rule is wrong and how soon it is right. Fails if a limit is missed."""

import argparse
import sys
import time

from tests.simulation.table import BAD, NORMAL, SEEDS, Simulation, simulated

HEAD = (
    "rule",
    "false alarm, % of normal courses: plain / hard",
    "infection within 24 / 48 / 72 h, %",
    "prolonged by day 7 / 8 / 9 / 14, %",
)


def main(arguments: list[str]) -> int:
    """Simulate the seeds given; 0 only if every limit is kept for each of them."""
    parser = argparse.ArgumentParser(prog="python -m tests.simulation", description=__doc__)
    parser.add_argument("--seeds", type=int, nargs="+", default=list(SEEDS), help="default: 1 2 3")
    parser.add_argument("--normal", type=int, default=NORMAL, help=f"normal courses, default {NORMAL}")
    parser.add_argument("--bad", type=int, default=BAD, help=f"infected and prolonged courses, default {BAD} each")
    chosen = parser.parse_args(arguments)
    start = time.perf_counter()
    kept = True
    for seed in chosen.seeds:
        made = simulated(seed, chosen.normal, chosen.bad)
        print_table(made)
        kept = kept and all(limit.kept for limit in made.limits())
    print(f"{time.perf_counter() - start:.0f} s")
    return 0 if kept else 1


def print_table(made: Simulation) -> None:
    """One seed's table with its limits below."""
    print(f"seed {made.seed}: {len(made.plain.made)} normal, {len(made.infected.made)} infected and prolonged courses")
    rows = [HEAD, *made.rows()]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    for row in rows:
        print("| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |")
    for limit in made.limits():
        print(limit.line())
    print(flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
