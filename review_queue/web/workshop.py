"""Where jobs are done that no request waits for: one at a time, in threads that end with the program."""

from __future__ import annotations

import queue
import threading
from dataclasses import dataclass, field

from review_queue.desk import Desk
from review_queue.ports import Drafter
from writer.errors import StoreError

BEAT_SECONDS = 30.0
_NO_MORE = ""


@dataclass(slots=True)
class Workshop:
    """Does the jobs of one desk in the order they come, and says of all of them that they are not forgotten."""

    desk: Desk
    drafter: Drafter
    beat_seconds: float = BEAT_SECONDS
    _waiting: queue.SimpleQueue[str] = field(default_factory=queue.SimpleQueue)
    _known: set[str] = field(default_factory=set)
    _closed: threading.Event = field(default_factory=threading.Event)

    def open(self) -> None:
        """Begin to work."""
        for work in (self._work, self._beat):
            threading.Thread(target=work, name="workshop", daemon=True).start()

    def do(self, job: str) -> None:
        """Take a job."""
        self._known.add(job)
        self._waiting.put(job)

    def close(self) -> None:
        """Stop: what is not done is ended, so that it can be asked for again at once."""
        self._closed.set()
        self._waiting.put(_NO_MORE)
        for job in sorted(self._known):
            self.desk.abandon(job)

    def _work(self) -> None:
        while (job := self._waiting.get()) != _NO_MORE and not self._closed.is_set():
            try:
                self.desk.run(job, self.drafter)
            except StoreError:
                continue  # the job stands as it was last noted; whoever looks at it is told
            finally:
                self._known.discard(job)

    def _beat(self) -> None:
        while not self._closed.wait(self.beat_seconds):
            for job in sorted(self._known):
                try:
                    self.desk.beat(job)
                except StoreError:
                    break  # the next beat may come through
