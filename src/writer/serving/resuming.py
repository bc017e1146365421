"""Going on with a batch from the desk: in a process of its own, which outlives a page and may outlive the desk."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path


class BatchResumer:
    """Starts `writer batches resume`. ``settings`` are the variables that make it work on what the desk works on; what it
    says goes to ``log``."""

    def __init__(self, settings: Mapping[str, str], log: Path) -> None:
        self._settings, self._log = settings, log
        self.started: list[subprocess.Popen[bytes]] = []

    def __call__(self, batch_id: str) -> None:
        """Start it; another process that runs the batch already is left alone."""
        self.started = [process for process in self.started if process.poll() is None]
        command = [sys.executable, "-m", "writer", "batches", "resume", batch_id, "--progress", "plain"]
        self._log.parent.mkdir(parents=True, exist_ok=True)
        with self._log.open("ab") as said:
            self.started.append(
                subprocess.Popen(  # noqa: S603  this program itself, and an id that was looked up
                    command,
                    env={**os.environ, **self._settings},
                    stdin=subprocess.DEVNULL,
                    stdout=said,
                    stderr=said,
                    start_new_session=True,
                )
            )
