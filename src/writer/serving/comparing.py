"""How much a page has changed, as the review desk wants it."""

from __future__ import annotations

from review_queue.ports import Change, ChangeKind


class DeskFreshness:
    """Compares two pages, each as JSON."""

    def compare(self, old: str, new: str) -> Change:
        """The same bytes render the same; of anything else nobody can say yet, so that an approval falls."""
        return Change(ChangeKind.RENDERS_SAME if old == new else ChangeKind.UNKNOWN)
