"""Work on another thread: what it tells, how it ends, who hears of a bug."""

import threading

import pytest
from PySide6.QtCore import QObject
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from journal.domain.errors import JournalUnavailable, Trouble
from journal.ui.tasks import Steering, Task


def test_progress_and_result_reach_the_windows_thread(qtbot: QtBot) -> None:
    heard: list[tuple[object, int]] = []

    class Window(QObject):
        def hear(self, value: object) -> None:
            heard.append((value, threading.get_ident()))

    window = Window()

    def work(steering: Steering) -> str:
        steering.report(threading.get_ident())
        return "done"

    task = Task(work, window)
    task.progressed.connect(window.hear)
    task.succeeded.connect(window.hear)
    with qtbot.waitSignal(task.ended):
        task.start()

    (worker, here), (result, also_here) = heard
    assert worker != threading.get_ident()
    assert here == also_here == threading.get_ident()
    assert result == "done"


def test_what_a_person_can_act_on_is_told(qtbot: QtBot) -> None:
    def work(_: Steering) -> None:
        raise JournalUnavailable(Trouble.DISK_FULL)

    task = Task(work)
    with qtbot.waitSignal(task.failed) as told, qtbot.waitSignal(task.ended):
        task.start()

    assert told.args is not None
    assert told.args[0].trouble is Trouble.DISK_FULL


def test_a_bug_is_raised_on_the_windows_thread(qtbot: QtBot) -> None:
    def work(_: Steering) -> None:
        raise ZeroDivisionError

    task = Task(work)
    with capture_exceptions() as caught, qtbot.waitSignals([task.broke, task.ended]):
        task.start()

    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]


def test_cancelled_work_still_tells_what_it_did(qtbot: QtBot) -> None:
    begun = threading.Event()

    def work(steering: Steering) -> int:
        begun.set()
        rounds = 0
        while not steering.is_cancelled:
            rounds += 1
        return rounds

    task = Task(work)
    with qtbot.waitSignal(task.succeeded) as told:
        task.start()
        begun.wait()
        task.cancel()

    assert told.args is not None
    assert told.args[0] >= 0
    task.wait()


@pytest.mark.parametrize("ends_by", ["result", "bug"])
def test_a_window_that_went_first_harms_nothing(qtbot: QtBot, ends_by: str) -> None:
    go_on = threading.Event()
    ended: list[threading.Thread] = []

    def work(steering: Steering) -> None:
        ended.append(threading.current_thread())
        go_on.wait()
        steering.report("too late")
        if ends_by == "bug":
            raise ZeroDivisionError

    window = QObject()
    task = Task(work, window)
    task.start()
    qtbot.waitUntil(lambda: bool(ended))
    with qtbot.waitSignal(window.destroyed):
        window.deleteLater()
    go_on.set()
    ended[0].join()

    assert not ended[0].is_alive()


def test_a_task_that_is_let_go_when_it_told_its_result_has_nothing_left_to_say(qtbot: QtBot) -> None:
    class Window(QObject):
        def __init__(self) -> None:
            super().__init__()
            self.task: Task | None = None
            self.results: list[object] = []

        def take(self, result: object) -> None:
            assert self.task is not None
            self.task.let_go()
            self.results.append(result)

    window = Window()
    for number in range(100):
        window.task = Task(lambda _, number=number: number, window)
        window.task.succeeded.connect(window.take)
        window.task.start()
        qtbot.waitUntil(lambda number=number: len(window.results) == number + 1)

    assert window.results == list(range(100))
    assert not [one for one in threading.enumerate() if one.name == "task"]
