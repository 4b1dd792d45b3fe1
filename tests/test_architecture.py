"""The house rules that no linter holds."""

import ast
import re
import tomllib
from pathlib import Path

import pytest

from journal import __version__

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "journal").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
IDS = {path: str(path.relative_to(ROOT)) for path in SOURCES + TESTS}


@pytest.mark.parametrize("path", SOURCES + TESTS, ids=IDS.get)
def test_no_file_reaches_400_lines(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())

    assert lines <= 400


@pytest.mark.parametrize("path", SOURCES, ids=IDS.get)
def test_every_function_keeps_under_40_lines(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    long = {
        node.name: (node.end_lineno or 0) - node.body[0].lineno + 1
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }

    assert {name: lines for name, lines in long.items() if lines > 40} == {}


@pytest.mark.parametrize("path", SOURCES, ids=IDS.get)
def test_every_module_says_what_lives_in_it(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


BANNED = {
    "processEvents": r"\bprocessEvents\s*\(",
    "from __feature__": r"from __feature__",
    "QtAsyncio": r"QtAsyncio",
    "QSqlTableModel": r"QSqlTableModel",
    "alter=True": r"\balter=True",
    "an f-string inside tr()": r"\b(?:tr|translate)\(\s*(?:\"[^\"]*\"\s*,\s*)?f[\"']",
    "network code": r"\b(?:import|from)\s+(?:socket|urllib|http|requests|ssl|ftplib|smtplib|asyncio)\b",
    "network classes of Qt": r"\bQ(?:NetworkAccessManager|TcpSocket|UdpSocket|SslSocket|TcpServer|WebSocket)\b",
}


ALLOWED = {("signals.py", "network code")}
"""A pair of connected sockets within the process is how a signal wakes Qt's loop on every system."""


@pytest.mark.parametrize("path", SOURCES, ids=IDS.get)
@pytest.mark.parametrize("what", BANNED)
def test_banned_words_are_not_in_the_program(path: Path, what: str) -> None:
    if (path.name, what) in ALLOWED:
        return

    assert not re.search(BANNED[what], path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", TESTS, ids=IDS.get)
def test_no_test_sleeps_or_waits_for_time(path: Path) -> None:
    if path.name == "test_architecture.py" or "benchmarks" in path.parts:
        return
    found = re.search(
        r"\btime\.sleep\(|\bqtbot\.wait\(|QTest\.qWait\(|unittest\.mock", path.read_text(encoding="utf-8")
    )

    assert found is None


@pytest.mark.parametrize("path", [path for path in TESTS if path.name.startswith("test_")], ids=IDS.get)
def test_every_test_asserts_something(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    helpers = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and _asserts(node, set())}
    idle = [
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_") and not _asserts(node, helpers)
    ]

    assert idle == []


def _asserts(function: ast.FunctionDef, helpers: set[str]) -> bool:
    for node in ast.walk(function):
        if isinstance(node, ast.Assert):
            return True
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if (
                name in helpers
                or name in {"raises", "waitSignal", "waitUntil", "assertNotEmitted", "fail"}
                or name.startswith("assert_")
            ):
                return True
    return False


def test_the_changelog_names_the_version() -> None:
    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_every_dependency_is_explained_to_the_next_engineer() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    contributing = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    names = [
        re.split(r"[<>=\[]", line)[0] for line in project["dependencies"] + project["optional-dependencies"]["dev"]
    ]

    assert [name for name in names if f"`{name}`" not in contributing] == []


def test_no_path_of_a_machine_is_in_the_tree() -> None:
    found = [
        IDS.get(path, path.name)
        for path in [*SOURCES, *TESTS, *ROOT.glob("*.md"), ROOT / "pyproject.toml", ROOT / ".ci" / "run"]
        if path.name != "test_architecture.py"
        and re.search(r"(?<![\w.])/(?:home|Users|root|work)/\w", path.read_text(encoding="utf-8"))
    ]

    assert found == []
