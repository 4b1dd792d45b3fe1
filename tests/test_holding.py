"""The claim on a journal: one at a time, gone with its process, nothing left behind."""

import subprocess
import sys
from pathlib import Path

import pytest

from journal.domain.errors import JournalUnavailable, Trouble
from journal.holding import Hold, Holder, held

HOLDING = """
import sys
from pathlib import Path
from journal.holding import Hold, Holder
print(Hold(Path(sys.argv[1]), Holder(sys.argv[2])).take(), flush=True)
sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "my.journal"


def holding(path: Path, holder: Holder) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(path), holder], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "True\n"
    return process


@pytest.mark.parametrize(("holder", "trouble"), [(Holder.WINDOW, Trouble.HELD), (Holder.COMMAND, Trouble.LOCKED)])
def test_what_another_process_holds_is_refused_until_it_dies(path: Path, holder: Holder, trouble: Trouble) -> None:
    with holding(path, holder) as process:
        hold = Hold(path, Holder.WINDOW)

        assert not hold.take()
        assert hold.other() is holder
        with pytest.raises(JournalUnavailable) as caught, held(path):
            pass
        assert caught.value.trouble is trouble
        process.kill()
    with held(path):
        assert not Hold(path, Holder.WINDOW).take()
    assert list(path.parent.iterdir()) == []


def test_a_link_and_what_it_leads_to_are_one(path: Path) -> None:
    path.touch()
    link = path.with_name("link.journal")
    link.symlink_to(path)
    with held(link):
        assert not Hold(path, Holder.WINDOW).take()


def test_where_no_file_can_be_made_there_is_nothing_to_hold(tmp_path: Path) -> None:
    hold = Hold(tmp_path / "gone" / "my.journal", Holder.WINDOW)

    assert hold.take()
    assert not hold.is_taken
    hold.release()


def test_taken_twice_is_taken_once(path: Path) -> None:
    hold = Hold(path, Holder.WINDOW)

    assert hold.take()
    assert hold.take()
    hold.release()
    hold.release()
    assert list(path.parent.iterdir()) == []
