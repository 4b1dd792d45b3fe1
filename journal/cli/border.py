"""The border of the command line: runs a command and turns whatever happens into lines and a status."""

import io
import os
import sys
from collections.abc import Sequence

import click

from journal.cli.output import complain
from journal.domain.errors import JournalError, JournalUnavailable, PlanFaulty, Trouble, ValueRefused

DONE = 0
COULD_NOT = 1
WRONG = 2
PROGRAM = "recovery-journal"
WAYS_ON = (
    '"backups" lists them, "restore FILE" brings one back, "restore --start-new" begins a new journal beside them.'
)


def run(arguments: Sequence[str]) -> int:
    """Run the command that the arguments name; 0 done, 1 could not, 2 wrong arguments or values."""
    # Commands never need a screen, whatever the person's desktop has set.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    _use_utf8()
    status = _status(arguments)
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError as error:
        return _output_failed(error) or status
    return status


def _status(arguments: Sequence[str]) -> int:
    try:
        return _invoke(arguments)
    except JournalError as error:
        return _refused(error)
    except BrokenPipeError as error:
        return _output_failed(error)
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - the border: told in one line, never as a traceback
        complain(_line(error))
        return WRONG if isinstance(error, click.UsageError) else COULD_NOT


def _line(error: BaseException) -> str:
    match error:
        case click.ClickException():
            return error.format_message()
        case KeyboardInterrupt() | EOFError() | click.Abort():
            return "Stopped."
        case OSError():
            return f"This could not be done: {error.strerror or type(error).__name__}."
        case MemoryError():
            return "There is not enough memory for this."
    return f"This is a bug in Recovery Journal ({_place(error)})."


def _invoke(arguments: Sequence[str]) -> int:
    # Late: a broken installation is told in one line too.
    from journal.cli import commands

    try:
        with commands.journal.make_context(PROGRAM, list(arguments)) as context:
            status = commands.journal.invoke(context)
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    return status if isinstance(status, int) else DONE


def _refused(error: JournalError) -> int:
    from journal.error_words import error_text

    for line in error.faults if isinstance(error, PlanFaulty) and error.faults else (error_text(error),):
        complain(f"{line} {WAYS_ON}" if _is_emptied(error) else line)
    return WRONG if isinstance(error, ValueRefused) else COULD_NOT


def _is_emptied(error: JournalError) -> bool:
    return isinstance(error, JournalUnavailable) and error.trouble is Trouble.EMPTIED


def _place(error: BaseException) -> str:
    """The kind of a bug and its line, without any value of the journal."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    module = "" if trace is None else f", {trace.tb_frame.f_globals.get('__name__', '?')} line {trace.tb_lineno}"
    return type(error).__name__ + module


def _output_failed(error: OSError) -> int:
    """A reader that left is not a failure; a full disk is. What is still waiting to be written is let go."""
    if sys.stdout is not None:
        try:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, sys.stdout.fileno())
            os.close(nowhere)
        except (OSError, ValueError):
            return DONE if isinstance(error, BrokenPipeError) else COULD_NOT
    if isinstance(error, BrokenPipeError):
        return DONE
    complain(f"The output could not be written: {error.strerror}.")
    return COULD_NOT


def _use_utf8() -> None:
    # A file name is printed byte for byte as it was given, even where its bytes are no characters.
    errors = "surrogateescape" if os.name == "posix" else "backslashreplace"
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors)
