"""The short form of every row, each in a process of its own: it forks, kills and limits what it starts."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.torture.rows import ROWS

ROOT = Path(__file__).parent.parent.parent
LIMIT_S = 110

pytestmark = pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="forks, limits and signals of Linux")


@pytest.mark.parametrize("name", [row.name for row in ROWS])
def test_it_holds(name: str, tmp_path: Path) -> None:
    figures = tmp_path / "figures.json"
    command = [sys.executable, "-m", "tests.torture", "--short", "--row", name, "--json", str(figures)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    ran = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=LIMIT_S, check=False
    )

    assert ran.returncode == 0, ran.stdout + ran.stderr
    (figure,) = json.loads(figures.read_text(encoding="utf-8"))
    assert figure["failures"] == []
