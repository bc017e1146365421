"""Text that a command is given, from a file or from standard input."""

from __future__ import annotations

import sys
from pathlib import Path

from writer.errors import BadSetting


def read_text(file: Path) -> str:
    """The text of a file in UTF-8, ``-`` for standard input. BadSetting where it is something else."""
    data = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadSetting(f"{file}: byte {error.start} is no UTF-8: save the text as UTF-8") from None
