"""No network: the window and the commands make local sockets alone, proved by watching every call that makes one."""

import os
import re
import select
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LOCAL = {"AF_UNIX", "AF_NETLINK"}
"""The desktop's bus and the second start; and the system's own table of names and interfaces, in the kernel."""
WINDOW_S, COMMAND_S, LOOKS_S = 60, 60, 0.1
NOW = "2026-11-24T20:00"


def can_watch(folder: Path) -> bool:
    if shutil.which("strace") is None:
        return False
    ran = subprocess.run(["strace", "-o", str(folder / "probe"), "true"], capture_output=True, check=False)
    return ran.returncode == 0


@pytest.fixture
def environment(tmp_path):
    names = ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "TMPDIR", "HOME")
    folders = {name: str(tmp_path / name) for name in names}
    for folder in folders.values():
        Path(folder).mkdir()
    return {**os.environ, **folders, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}


@pytest.fixture
def watched(tmp_path):
    """The start of a command line whose every call about the network is written down, and where."""
    if can_watch(tmp_path):
        trace = tmp_path / "trace"
        return ["strace", "-f", "-qq", "-A", "-e", "trace=network", "-o", str(trace)], trace
    alone = ["unshare", "--net", "--map-root-user"]
    if shutil.which("unshare") and subprocess.run([*alone, "true"], capture_output=True, check=False).returncode == 0:
        return alone, None  # a machine of its own without any network: it has to do there
    return pytest.skip("neither strace nor a network namespace can be had here")


def assert_local_alone(trace: Path | None) -> None:
    if trace is None:
        return
    text = trace.read_text(encoding="utf-8", errors="replace")
    families = set(re.findall(r"\bsocket(?:pair)?\((\w+)", text))
    assert families <= LOCAL, sorted(families)
    assert "AF_INET" not in text


@pytest.mark.skipif(sys.platform != "linux", reason="strace and network namespaces are Linux's")
def test_the_window_makes_local_sockets_alone(watched, environment, tmp_path):
    start, trace = watched
    command = [*start, sys.executable, "-m", "journal", "--journal", str(tmp_path / "a.journal"), "--now", NOW]
    temporary = Path(environment["TMPDIR"])
    with subprocess.Popen(command, env=environment, cwd=ROOT, start_new_session=True) as window:
        try:
            for _ in range(int(WINDOW_S / LOOKS_S)):
                if any(each.is_socket() for each in temporary.iterdir()):
                    break
                select.select([], [], [], LOOKS_S)
            is_listening = any(each.is_socket() for each in temporary.iterdir())
            os.killpg(window.pid, signal.SIGTERM)
            window.wait(WINDOW_S)
        finally:
            if window.poll() is None:
                os.killpg(window.pid, signal.SIGKILL)

    assert is_listening
    assert_local_alone(trace)
    assert trace is None or "socket(AF_UNIX" in trace.read_text(encoding="utf-8", errors="replace")


@pytest.mark.skipif(sys.platform != "linux", reason="strace and network namespaces are Linux's")
def test_commands_make_local_sockets_alone(watched, environment, tmp_path):
    start, trace = watched
    for arguments in (
        ("treatment", "add", "--at", "2026-11-20T14:00"),
        ("log", "--redness", "4"),
        ("summary", "-o", str(tmp_path / "page.pdf")),
        ("backup", str(tmp_path / "copy.journal")),
        ("check",),
    ):
        command = [*start, sys.executable, "-m", "journal", "--journal", str(tmp_path / "a.journal"), "--now", NOW]
        ran = subprocess.run(
            [*command, *arguments], env=environment, cwd=ROOT, capture_output=True, timeout=COMMAND_S, check=False
        )

        assert ran.returncode == 0, ran.stderr
        assert_local_alone(trace)


def test_nothing_opens_a_page_or_looks_for_updates_by_itself():
    words = re.compile(r"openUrl\((?!QUrl\.fromLocalFile)|setOpenExternalLinks|webbrowser|QNetworkAccess")
    found = {
        path.name
        for path in [*(ROOT / "journal").rglob("*.py"), ROOT / "main.py"]
        for line in path.read_text(encoding="utf-8").splitlines()
        if words.search(line) and not line.lstrip().startswith("#") and "Source" not in line
    }

    assert found == set()
