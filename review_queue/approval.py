"""What an approval is of: this text, these facts, this checker and these page templates, and nothing else."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, fields

from writer.drafts.draft import Draft
from writer.errors import Conflict

_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Seal:
    """The four things that an approval binds; when one of them moves, the approval falls."""

    text_hash: str
    facts_hash: str
    checker_version: str
    page_version: str

    @property
    def hash(self) -> str:
        """SHA-256, hex, of all four: what `--expect` names."""
        return hashlib.sha256("\n".join(getattr(self, part.name) for part in fields(self)).encode()).hexdigest()

    def difference(self, stored: Seal) -> dict[str, tuple[str, str]]:
        """Name -> (this one's, the stored one's) of what differs, in the order above."""
        pairs = ((part.name, getattr(self, part.name), getattr(stored, part.name)) for part in fields(self))
        return {name: (mine, theirs) for name, mine, theirs in pairs if mine != theirs}


def text_hash(text: str) -> str:
    """SHA-256, hex, of the text as it is read."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def seal_of(draft: Draft) -> Seal:
    """The seal of a draft as it is stored."""
    report = draft.result.report
    return Seal(draft.text_hash, draft.result.facts_hash, report.checker_version if report else "", draft.page_version)


def check_expected(expected: str, stored: Seal) -> None:
    """Conflict where ``expected`` (a seal's hash, or at least its first 12 digits) is not the stored seal's."""
    given = expected.strip().lower()
    if len(given) >= _SHOWN and stored.hash.startswith(given):
        return
    raise Conflict(
        f"this draft is no longer what you saw: you expected {given[:_SHOWN] or 'nothing'}, stored is {stored.hash[:_SHOWN]}: "
        "look at it again, then decide",
        {"seal": (given, stored.hash)},
    )


def check_same(seen: Seal, now: Seal, what: str) -> None:
    """Conflict where the two differ, naming what moved in words."""
    difference = seen.difference(now)
    if difference:
        moved = ", ".join(_WORDS[name] for name in difference)
        raise Conflict(f"{what}: {moved} changed in between: look at it again, then decide", difference)


_WORDS = {
    "text_hash": "the text",
    "facts_hash": "the facts",
    "checker_version": "the checker",
    "page_version": "the page",
}
