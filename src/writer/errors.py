"""Every error of the project on one page.

WriterError
├── UserError                 the caller can mend it: one line is shown, no traceback, exit status 2
│   ├── CatalogFaults         one or more faults of catalog files, each *where: what is wrong: what would be right*
│   ├── UnknownModel          a slug that the catalog does not hold (with near matches)
│   ├── SameModel             a pair of a model with itself
│   ├── UnknownDraft          an id that the review queue does not hold
│   ├── BadSetting            an option, environment variable or file that cannot be used
│   └── NotAllowed            a rule of the desk says no (its message is the reason)
│       ├── Conflict          what the caller saw is no longer what is stored; carries the difference
│       └── LeaseLost         the lease is another's, has run out, or was never taken
├── ModelError                what a language model's service answered, by what may be done about it
│   ├── Transient             worth another try: time-out, cut connection, 5xx
│   ├── Throttled             worth another try later: 429; ``retry_after_seconds`` where the service said so
│   ├── QuotaUsedUp           a person has to act: the account's quota is spent
│   ├── Refused               the model declined, or a content filter did
│   ├── Truncated             the answer was cut at the length limit
│   ├── InvalidAnswer         the answer is not what was asked for
│   └── Fatal                 trying again cannot help: 401, 403, 404, an unknown model, a bad request
├── Halt                      a batch sends nothing more; what was done is stored, and resuming goes on from there
│   ├── BudgetReached         the next call could pass the budget
│   └── NeedsPerson           a spent quota, a wrong key, an unknown model: mended by a person, then resumed
└── StoreError                the database or the disk did not do what was asked
    ├── StoreBusy             locked for longer than the busy time-out
    └── StoreFull             no space is left
"""

from __future__ import annotations

from collections.abc import Sequence


class WriterError(Exception):
    """The root: nothing of ours is raised that is not one of these."""


class UserError(WriterError):
    """The caller can mend it; the message says *where: what is wrong: what would be right*."""


class CatalogFaults(UserError):
    """Every fault of every file at once, in ``faults``, a line each."""

    def __init__(self, faults: Sequence[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(self.faults))


class UnknownModel(UserError):
    """A slug that is not in the catalog; ``near`` holds the closest slugs, best first."""

    def __init__(self, slug: str, near: Sequence[str] = ()) -> None:
        self.slug, self.near = slug, tuple(near)
        mend = f"did you mean {', '.join(self.near)}?" if self.near else "`writer catalog list` prints every slug"
        super().__init__(f"{slug}: no model of the catalog has this slug: {mend}")


class SameModel(UserError):
    """A pair needs two different models."""

    def __init__(self, slug: str) -> None:
        super().__init__(f"{slug}: a model cannot be compared with itself: name two different slugs")


class UnknownDraft(UserError):
    """An id that the review queue does not hold."""

    def __init__(self, item: str) -> None:
        self.item = item
        super().__init__(f"{item}: the queue holds no draft of this id: `writer queue list` prints every id")


class BadSetting(UserError):
    """An option, an environment variable or a file that cannot be used."""


class NotAllowed(UserError):
    """A rule of the desk says no; the message is the reason a person reads."""


class Conflict(NotAllowed):
    """What the caller saw is no longer what is stored; ``difference`` holds name -> (expected, stored)."""

    def __init__(self, message: str, difference: dict[str, tuple[str, str]] | None = None) -> None:
        self.difference = difference or {}
        super().__init__(message)


class LeaseLost(NotAllowed):
    """The lease is another's, has run out, or was never taken."""


class ModelError(WriterError):
    """A language model's service did not give a usable answer; ``try_again`` says whether another try may help, ``for_all``
    whether every other request would meet the same until a person acts."""

    try_again = False
    for_all = False


class Transient(ModelError):
    """A time-out, a cut connection or a 5xx."""

    try_again = True


class Throttled(ModelError):
    """A 429; ``retry_after_seconds`` is what the service asked for, None where it said nothing."""

    try_again = True

    def __init__(self, message: str, retry_after_seconds: float | None = None) -> None:
        self.retry_after_seconds = retry_after_seconds
        super().__init__(message)


class QuotaUsedUp(ModelError):
    """The account's quota is spent: the batch pauses for a person."""

    for_all = True


class Refused(ModelError):
    """The model declined, or a content filter did."""


class Truncated(ModelError):
    """The answer was cut at the length limit."""


class InvalidAnswer(ModelError):
    """The answer is not the JSON that was asked for; ``answer`` keeps what came."""

    def __init__(self, message: str, answer: str = "") -> None:
        self.answer = answer
        super().__init__(message)


class Fatal(ModelError):
    """Trying again cannot help; ``for_all`` where every other request would meet the same: 401, 403, 404, no such model."""

    def __init__(self, message: str, *, for_all: bool = False) -> None:
        self.for_all = for_all
        super().__init__(message)


class Halt(WriterError):
    """A batch sends nothing more; the message says why. What was done is stored."""


class BudgetReached(Halt):
    """Spent and in flight at its worst leave no room for the next call."""


class NeedsPerson(Halt):
    """Going on would fail in the same way until a person mends it."""


class StoreError(WriterError):
    """The database or the disk did not do what was asked; nothing was half written."""


class StoreBusy(StoreError):
    """Locked for longer than the busy time-out; the same call may go through later."""


class StoreFull(StoreError):
    """No space is left on the disk."""
