"""Jobs beside the requests: one after another in threads of their own, so that no request waits for a language model."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

_log = logging.getLogger("writer.serving")
AT_ONCE = 2


class Jobs:
    """Runs jobs by their id. What a job came to stands in the queue; here only what broke is logged."""

    def __init__(self, run: Callable[[str], object], at_once: int = AT_ONCE) -> None:
        self._run = run
        self._pool = ThreadPoolExecutor(at_once, thread_name_prefix="job")

    def submit(self, job: str) -> Future[None]:
        """Do it when its turn comes; returns at once."""
        return self._pool.submit(self._do, job)

    def close(self) -> None:
        """Take no more; what has not begun is left for the next start, what runs is waited for."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _do(self, job: str) -> None:
        try:
            self._run(job)
        except Exception:  # the thread has nobody above it; the queue holds the job's own end
            _log.exception("job %s broke off", job)
