"""Questions about what a model has, and their answers."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace

from writer.check.clause_sides import sides_of
from writer.check.clauses import Clause, clauses
from writer.check.index import SIDES
from writer.check.items import Item, Sort
from writer.check.polarity import DENIALS, Said, said_in
from writer.check.possession import Claim, Memory
from writer.sayings.clause_words import Role

_OPEN_QUESTIONS = frozenset(("what", "who", "where", "which"))


def asked(items: Sequence[Item], things: Container[int]) -> Memory:
    """What a question leaves for its answer: the things it asks of, and of whom it asks."""
    named = tuple(item for at, item in enumerate(items) if at in things)
    parts = clauses(items, things)
    if not named:
        return _asked_for(parts[0]) if items[0].low in _OPEN_QUESTIONS else Memory()
    whole = replace(parts[-1], start=0)
    own = sides_of(whole)
    said = Said.NO if said_in(whole) in DENIALS else Said.YES
    return Memory(named, own.sides, own.firm, said, open=True, both=any(item.low == "both" for item in items))


def _asked_for(clause: Clause) -> Memory:
    """ "What do they share?", "What do you give up with Opus?": of whom the answer speaks, and what it says."""
    own = sides_of(clause)
    said = Said.DIFFERS if clause.has(Role.DIFFER) and len(own.sides) != 1 else said_in(clause)
    if not own.sides or not clause.has(Role.VERB, Role.SHARED, Role.LACK, Role.DIFFER):
        return Memory()
    return Memory((), own.sides, own.firm, said, topic=True)


def answered(items: Sequence[Item], question: Memory) -> tuple[list[Claim], Memory]:
    """The claim of a yes or no that begins an answer, and what the rest of the answer can leave out."""
    word = next((item.low for item in items if item.sort is not Sort.SIGN), "")
    if word not in ("yes", "no") or not question.sides or not question.firm:
        return [], question
    said = question.said if word == "yes" else (Said.YES if question.said is Said.NO else Said.NO)
    after = replace(question, said=said, open=False)
    if word == "no" and question.both and len(question.sides) == len(SIDES):
        return [Claim(question.sides, Said.NOT_ON_RECORD, question.things, firm=False)], after
    after_word = next((items[at + 1] for at, item in enumerate(items[:-1]) if item.low == word), None)
    if word == "no" and after_word is not None and after_word.sort is not Sort.SIGN:
        return [], after  # "No word on it."
    return [Claim(question.sides, said, question.things)], after
