"""What was worked out lately, for as long as the catalog stands: whoever decides on a draft has just looked at it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import Lock
from typing import Generic, TypeVar

from writer.serving.live_catalog import KEPT, Known

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


@dataclass(slots=True)
class Kept(Generic[Key, Value]):
    """The last values that ``make`` gave, of one catalog: another catalog begins anew. For many threads."""

    make: Callable[[Known, Key], Value]
    _known: Known | None = None
    _values: OrderedDict[Key, Value] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def of(self, known: Known, key: Key) -> Value:
        """The value for ``key`` by this catalog; made outside the lock, so that nobody waits for another's."""
        with self._lock:
            if known is self._known and key in self._values:
                self._values.move_to_end(key)
                return self._values[key]
        value = self.make(known, key)
        with self._lock:
            if known is not self._known:
                self._known, self._values = known, OrderedDict()
            self._values[key] = value
            if len(self._values) > KEPT:
                self._values.popitem(last=False)
        return value
