from __future__ import annotations

import errno
import subprocess
import sys
from pathlib import Path

import click
import pytest

from writer.cli.faults import CANNOT, INTERRUPTED, exit_status
from writer.errors import SameModel, StoreFull

CORPUS = Path(__file__).parents[2] / "corpus" / "catalog"


def raising(error: BaseException) -> int:
    def run() -> int:
        raise error

    return exit_status(run)


def writer(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "writer", *arguments], capture_output=True, text=True, check=False, **options
    )  # type: ignore[call-overload, no-any-return]


@pytest.mark.parametrize(
    ("error", "status", "line"),
    [
        (SameModel("o3"), CANNOT, "writer: o3: a model cannot be compared with itself: name two different slugs"),
        (StoreFull("no space"), CANNOT, "writer: no space"),
        (OSError(errno.EADDRINUSE, "Address already in use"), CANNOT, "choose another with --port"),
        (
            PermissionError(errno.EACCES, "Permission denied", "/d/queue"),
            CANNOT,
            "writer: /d/queue: Permission denied: choose a place",
        ),
        (KeyboardInterrupt(), INTERRUPTED, "writer: interrupted"),
        (click.UsageError("no such thing"), CANNOT, "no such thing"),
    ],
)
def test_an_error_is_a_line_and_a_status(
    error: BaseException,
    status: int,
    line: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert raising(error) == status
    shown = capsys.readouterr().err
    assert line in shown
    assert "Traceback" not in shown


def test_a_fault_of_the_program_keeps_its_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    assert raising(ZeroDivisionError("oops")) == CANNOT
    assert "Traceback" in capsys.readouterr().err


def test_an_unknown_slug_names_near_ones() -> None:
    done = writer("facts", "o33", "gpt-4.1", "--catalog", str(CORPUS))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("writer: o33: no model")


def test_a_full_disk_is_a_line() -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "writer", "facts", "o3", "gpt-4.1", "--catalog", str(CORPUS), "--format", "json"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 2
    assert "No space left" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("format", ["json", "table"])
def test_a_reader_who_has_seen_enough_hears_nothing(format: str) -> None:
    program = f"{sys.executable} -m writer facts o3 gpt-4.1 --catalog {CORPUS} --format {format} | head -n 1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", program], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.stdout.splitlines()[-1] in {"0", "141"}
