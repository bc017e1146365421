"""Drafts made of phrasings: a heading of chance, a few true sentences, every slot marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from writer.evaluation.claims.all import claims
from writer.evaluation.draft import Faithful, Mark, Source
from writer.evaluation.phrasing import Claim, Laid, lay, phrasings, shifted
from writer.facts.sheet import FactSheet

SENTENCES = 6


def drafts(sheet: FactSheet, chance: Random, count: int) -> Iterator[Faithful]:
    """So many different drafts of a pair, each of a few sentences on different frames."""
    pool = claims(sheet)
    seen: set[str] = set()
    for number in range(count):
        draft = _draft(sheet, pool, chance, f"templates/{sheet.a.slug}-vs-{sheet.b.slug}/{number}")
        if draft.text not in seen:
            seen.add(draft.text)
            yield draft


def _draft(sheet: FactSheet, pool: Sequence[Claim], chance: Random, draft_id: str) -> Faithful:
    text, marks = "", list[Mark]()
    for clause, claim in enumerate(_spread(pool, chance)):
        laid = _sentence(claim, chance, clause)
        gap = _gap(text, laid.text, clause)
        marks += shifted(laid, len(text) + len(gap))
        text += gap + laid.text
    return Faithful(draft_id, Source.TEMPLATES, sheet, text, tuple(marks))


def _gap(before: str, after: str, clause: int) -> str:
    """Headings, bullets and questions stand on lines of their own; sentences run on, three to a paragraph."""
    if not before:
        return ""
    last = before.rsplit("\n\n", 1)[-1]
    apart = after.startswith(("#", "-")) or "\n" in after or last.startswith(("#", "-")) or before.endswith(("?", ":"))
    return "\n\n" if apart or clause % 3 == 0 else " "


def _spread(pool: Sequence[Claim], chance: Random) -> list[Claim]:
    """Claims of different frames, so that rare frames are told as often as frequent ones."""
    frames = sorted({claim.frame for claim in pool})
    picked = chance.sample(frames, min(SENTENCES, len(frames)))
    return [chance.choice([claim for claim in pool if claim.frame == frame]) for frame in picked]


def _sentence(claim: Claim, chance: Random, clause: int) -> Laid:
    return lay(claim, chance.choice(phrasings()[claim.frame]), chance, clause)
