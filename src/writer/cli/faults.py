"""The one place where an error becomes a line on standard error and an exit status."""

from __future__ import annotations

import errno
import os
import sys
import traceback
from collections.abc import Callable
from typing import NoReturn

import click

DONE, FINDINGS, CANNOT, INTERRUPTED = 0, 1, 2, 130
BROKEN_PIPE = 141  # what a shell reports for a program that SIGPIPE ended


def exit_status(run: Callable[[], int]) -> int:
    """Run, print what went wrong in a line, and give the exit status; a fault of the program itself keeps its traceback."""
    try:
        status = run()
        sys.stdout.flush()
    except BaseException as error:  # noqa: BLE001  the outermost place: everything ends here
        return _told(error)
    return status


def _told(error: BaseException) -> int:
    if isinstance(error, click.exceptions.Exit):
        return error.exit_code
    if isinstance(error, (KeyboardInterrupt, click.Abort)):
        return _say("interrupted", INTERRUPTED)
    if isinstance(error, click.ClickException):
        error.show()
        return error.exit_code
    if isinstance(error, BrokenPipeError):
        return _closed(BROKEN_PIPE)
    if isinstance(error, OSError):
        return _closed(_say(_disk(error), CANNOT)) if error.errno == errno.ENOSPC else _say(_disk(error), CANNOT)
    return _ours(error)


def _ours(error: BaseException) -> int:
    from writer.errors import WriterError

    if isinstance(error, WriterError):
        return _say(str(error) or type(error).__name__, CANNOT)
    if isinstance(error, SystemExit):
        raise error
    traceback.print_exception(error)
    return _say("this is a fault of Writer itself, not yours: please report the lines above", CANNOT)


def _say(message: str, status: int) -> int:
    try:
        for line in message.splitlines() or [""]:
            print(f"writer: {line}", file=sys.stderr)
        sys.stderr.flush()
    except OSError:
        return _closed(status)
    return status


def _disk(error: OSError) -> str:
    where = error.filename or "standard output"
    mend = {
        errno.ENOSPC: "free some space; what was stored before is kept",
        errno.EACCES: "choose a place that you may use",
        errno.ENOENT: "check the path",
        errno.EADDRINUSE: "choose another with --port",
    }.get(error.errno or 0)
    return f"{where}: {error.strerror or error}" + (f": {mend}" if mend else "")


def _closed(status: int) -> int:
    """Keep Python from writing to a closed or full standard output once more at its end."""
    quiet = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(quiet, stream.fileno())
    return status


def leave(run: Callable[[], int]) -> NoReturn:
    """Run and end the process with its status."""
    raise SystemExit(exit_status(run))
