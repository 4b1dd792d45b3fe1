"""All checks with one command, ``python -m tests``: format, lint, types, rooms, tests. Fails if any fails."""

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).parent.parent
CHECKS = (
    ("format", ("ruff", "format", "--check", ".")),
    ("lint", ("ruff", "check", ".")),
    ("types", ("mypy",)),
    ("rooms", ("lint-imports",)),
)


def tool(name: str) -> str:
    """The path of a tool installed beside this Python."""
    found = shutil.which(name, path=sysconfig.get_path("scripts")) or shutil.which(name)
    if found is None:
        sys.exit(f"{name} is not installed: install the project with its [dev] extra")
    return found


def main(arguments: list[str]) -> int:
    """Run every check, then pytest with what was given; 0 only if all passed."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    failed: list[str] = []
    for title, (name, *options) in CHECKS:
        print(f"== {title}", flush=True)
        if subprocess.run([tool(name), *options], cwd=ROOT, env=environment, check=False).returncode:
            failed.append(title)
    print("== tests", flush=True)
    # A worker that dies ends the run: xdist would wait for ever for the rest of its file.
    spread = ["-n", str(min(os.cpu_count() or 1, 4)), "--dist", "loadfile", "--max-worker-restart", "0"]
    workers = arguments or spread
    command = [sys.executable, "-m", "pytest", *workers]
    if subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode:
        failed.append("tests")
    if failed:
        print("failed: " + ", ".join(failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
