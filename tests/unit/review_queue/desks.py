"""What many tests of the desk begin with."""

from __future__ import annotations

from review_queue.desk import Desk
from tests.fakes.desk import GOOD, result
from writer.drafts.draft import Draft, Origin


def drafted(desk: Desk, text: str = GOOD, a: str = "alpha", b: str = "beta") -> Draft:
    """A version as a batch leaves it."""
    return desk.store.save([result(a, b, text)], origin=Origin.DRAFTED, by="batch")[0]


def published(desk: Desk, kept: Draft, by: str = "anna") -> Draft:
    """The version approved and published."""
    desk.approve(kept.id, by=by)
    return desk.publish(kept.id, by=by)
