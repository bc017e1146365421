"""The folders that ship with the program: ``catalog`` and ``prompts``.

In a checkout (an editable install) they stand at the repository's root; in a wheel they are packed as ``writer/_project``.
"""

from __future__ import annotations

from pathlib import Path

import writer
from writer.errors import BadSetting

_PACKAGE = Path(writer.__file__).parent


def shipped(name: str) -> Path:
    """The folder of that name. BadSetting where neither a checkout nor a package holds it."""
    candidates = (_PACKAGE.parents[1] / name, _PACKAGE / "_project" / name)
    for candidate in candidates:
        if candidate.is_dir():
            return candidate
    raise BadSetting(
        f"{name}: the folder did not come with this installation: expected {candidates[0]} or {candidates[1]}"
    )
