"""What an owner of a desk can choose; read once by whoever wires it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class DeskSettings:
    """How this desk works. ``one_person``: whoever edits may approve and waive too, and page and audit say so. ``blind``:
    nobody reads another's review before giving their own, where more than one has to approve."""

    one_person: bool = True
    approvals_needed: int = 1
    blind: bool = False
    lease_length: timedelta = field(default=timedelta(minutes=10))
    waivers_by: tuple[str, ...] = ()  # who may waive a finding, where there is more than one person

    def __post_init__(self) -> None:
        """ValueError for a desk that could not work."""
        if self.approvals_needed < 1:
            raise ValueError(f"approvals_needed: got {self.approvals_needed}: expected 1 or more")
        if self.one_person and self.approvals_needed > 1:
            raise ValueError(
                "approvals_needed: more than one approval needs more than one person: set one_person to False"
            )
        if self.blind and self.approvals_needed < 2:
            raise ValueError("blind: there is nothing to hide where one approval is enough: ask for two or more")
        if self.lease_length <= timedelta(0):
            raise ValueError(f"lease_length: got {self.lease_length}: expected more than nothing")
