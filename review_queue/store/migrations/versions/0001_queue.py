"""The queue: pairs, items, their contents and reviews; counts, leases, jobs; the audit trail and the outbox."""

from __future__ import annotations

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the first tables."""
