"""Capabilities: which model has them, has them not, or is not documented to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from writer.check.chunks import Chunk, chunks
from writer.check.index import SIDES, other
from writer.check.items import BOTH, FOREIGN, OPEN, Item, Sort
from writer.check.mentions import hangs
from writer.check.scene import Scene
from writer.sayings.words import Sense


class Said(StrEnum):
    """What is said of a model and a capability."""

    YES = "has"
    NO = "lacks"
    UNKNOWN = "undocumented"


@dataclass(frozen=True, slots=True)
class Claim:
    """``sides`` are said so of the capabilities at ``places``; ``word`` is the index of the word that says it."""

    sides: tuple[str, ...]
    said: Said
    word: int
    places: tuple[int, ...]
    firm: bool = True                  # whether the clause itself names the models
    only: bool = False
    documented: bool = False


_DOCUMENTED = frozenset(("documented", "listed", "documents", "lists", "record", "recorded", "known", "documentation", "confirmed",
                         "stated", "document", "list", "documenting"))
_REVERSED = frozenset(("reverse", "reversed", "opposite", "vice", "the other"))
_ALL = frozenset(("all", "every", "both", "those", "them"))


def judge_abilities(scene: Scene) -> None:
    """Judge every clause that names capabilities, and those that speak of the ones just named."""
    items = scene.items
    if not any(item.sort is Sort.ABILITY for item in items):
        if scene.talk.abilities and _speaks_of_last(items, Chunk(0, len(items))):
            _back_reference(scene, Chunk(0, len(items)), ())
        return
    last: tuple[int, ...] = ()
    subject: tuple[str, ...] = ()
    pending = False
    for chunk in chunks(items, Sort.ABILITY):
        places = tuple(at for at in range(chunk.start, chunk.end) if items[at].sort is Sort.ABILITY and not _is_plain(items, at))
        if places:
            claim = _claim(items, chunk, places, subject)
            pending = claim is not None and not claim.sides
            if claim is not None:
                _judge(scene, claim)
                subject = claim.sides
            last = places
        elif last and (chunk.relative or chunk.aside or pending or _speaks_of_last(items, chunk)):
            subject = _back_reference(scene, chunk, last) or subject
        else:
            subject = _subject(items, chunk) or _fronted(items, chunk) or subject


def _is_plain(items: Sequence[Item], at: int) -> bool:
    """ "the reason", "to watch", "you'll see": words that name no capability here."""
    low = items[at].low
    before = items[at - 1].low if at else ""
    if low == "reason":
        return before in ("the", "a", "that", "one", "no", "good", "main", "this", "only", "another", "real", "any", "every")
    if low in ("sound", "watch", "sight", "see", "hear", "clips", "thinking", "watching", "hearing", "seeing", "functions"):
        return before in ("the", "a", "to", "on", "in", "'ll", "you", "we", "of", "worth")
    return False


def _claim(items: Sequence[Item], chunk: Chunk, places: tuple[int, ...], carried: tuple[str, ...]) -> Claim | None:
    inside = range(chunk.start, chunk.end)
    if any(items[at].low in _REVERSED for at in inside):
        return None
    said, word = _polarity(items, chunk, places)
    if any(items[at].means(Sense.GAP) or items[at].low in ("extra", "exception", "being") for at in inside) and not any(
            items[at].side in SIDES for at in inside):
        return None
    own = _sides(items, chunk, places)
    sides = own or _before(items, chunk) or carried
    fronted = bool(carried) and chunk.start > 1 and items[chunk.start - 1].low == "," and items[chunk.start - 2].side in carried
    firm = bool(own or fronted) and not any(items[at].means(Sense.IT) for at in inside if items[at].side in own)
    only = said is Said.YES and len(sides) == 1 and _is_exclusive(items, chunk)
    documented = any(items[at].low in _DOCUMENTED for at in inside)
    return Claim(sides, said, word, places, firm, only, documented)


def _before(items: Sequence[Item], chunk: Chunk) -> tuple[str, ...]:
    """In brackets: the model named last before them."""
    if not chunk.aside:
        return ()
    return next(((item.side,) for item in reversed(items[: chunk.start]) if item.side), ())


def _sides(items: Sequence[Item], chunk: Chunk, places: tuple[int, ...]) -> tuple[str, ...]:
    """Whom the clause is about: its subject, else whom it hangs on, else both where the words say shared."""
    inside = range(chunk.start, chunk.end)
    shared = any(items[at].means(Sense.SAME) for at in inside)
    mentioned = [at for at in inside if items[at].side and (not items[at].means(Sense.THEY) or shared)]
    subjects = [at for at in mentioned if not hangs(items, at) and at < places[-1]]
    hung = [at for at in mentioned if hangs(items, at) or at > places[-1]]
    if shared and not subjects and not any(items[at].side in SIDES for at in hung):
        return (BOTH,)
    if subjects:
        named = {items[at].side for at in subjects}
        if named == set(SIDES):
            return (BOTH,) if subjects[-1] - subjects[0] <= 3 else (items[subjects[-1]].side,)
        return (items[subjects[-1]].side,)
    if hung:
        return tuple(dict.fromkeys(items[at].side for at in hung))
    return ()


def _subject(items: Sequence[Item], chunk: Chunk) -> tuple[str, ...]:
    return next(((items[at].side,) for at in range(chunk.start, chunk.end) if items[at].side and not hangs(items, at)), ())


def _fronted(items: Sequence[Item], chunk: Chunk) -> tuple[str, ...]:
    """ "For Opus, vision is undocumented": the model that a clause before is put under."""
    if chunk.end - chunk.start > 4 or not items[chunk.start].means(Sense.LINK):
        return ()
    return tuple(item.side for item in items[chunk.start : chunk.end] if item.side)


def _polarity(items: Sequence[Item], chunk: Chunk, places: tuple[int, ...]) -> tuple[Said, int]:
    inside = range(chunk.start, chunk.end)
    for at in inside:
        if items[at].means(Sense.UNKNOWN):
            return Said.UNKNOWN, at
    negations = [at for at in inside if _negates(items, at)]
    if negations and items[negations[0]].quantity is not None and [item.low for item in items[max(0, negations[0] - 2) : negations[0]]] in (
            [one, two] for one in ("documented", "listed", "confirmed", "recorded") for two in ("for", "on", "in")):
        return Said.UNKNOWN, negations[0]
    if not negations:
        return Said.YES, places[0]
    lacking = [at for at in negations if items[at].low in ("lacks", "lack", "without", "missing", "absent", "lacking", "misses")]
    twice = len(negations) > 1 and lacking and not any(items[at].means(Sense.JOIN) for at in range(negations[0], negations[-1]))
    return (Said.YES if twice else Said.NO), negations[0]


def _negates(items: Sequence[Item], at: int) -> bool:
    item = items[at]
    if item.quantity is not None and item.quantity.quantifier in ("neither", "none"):
        return True
    if item.means(Sense.NEITHER):
        return True
    after = items[at + 1].low if at + 1 < len(items) else ""
    if item.low == "beyond":
        return any(each.side for each in items[at + 1 : at + 3])
    return item.means(Sense.NEGATE) and item.low != "nothing" and after not in ("only", "just", "merely", "matter",
                                                                                               "surprise", "doubt", "wonder")


def _is_exclusive(items: Sequence[Item], chunk: Chunk) -> bool:
    for at in range(chunk.start, chunk.end):
        if not items[at].means(Sense.ONLY) or items[at].low in ("just", "nothing but", "sole"):
            continue
        near = items[max(chunk.start, at - 2) : at] + items[at + 1 : at + 3]
        if items[at].low in ("to itself", "peculiar to", "exclusive", "exclusively", "unique", "uniquely"):
            return True
        if any(item.side or item.sort is Sort.OWNER for item in near):
            return True
    return False


def _speaks_of_last(items: Sequence[Item], chunk: Chunk) -> bool:
    """A clause that names no capability but speaks of those just named: "its rival takes neither", "no word on it for Opus"."""
    inside = items[chunk.start : chunk.end]
    if not any(item.side in (*SIDES, BOTH) for item in inside) or len(inside) > 12:
        return False
    if any(item.metrics or item.sort in (Sort.SELLER, Sort.BENCHMARK, Sort.JOB) or item.sort is Sort.NUMBER and not item.side
           and item.quantity is not None and not item.quantity.quantifier for item in inside):
        return False
    if any(item.low in ("weights", "weight", "open", "closed", "score", "scores", "benchmark", "parameter") for item in inside):
        return False
    ends = [item.low for item in inside if item.low != "."][-2:]
    neither = any(item.quantity is not None and item.quantity.quantifier in ("neither", "none") for item in inside[1:])
    unknown = any(item.means(Sense.UNKNOWN) for item in inside) and any(item.means(Sense.IT) for item in inside)
    first = next((item for item in inside if not item.means(Sense.JOIN)), inside[0])
    if first.means(Sense.UNKNOWN) or first.low in ("absent", "missing", "unsupported", "not", "expressly", "explicitly", "excluded", "ruled out", "unavailable", "not supported",
                                                    "not available"):
        return True
    words = [item.low for item in inside]
    likewise = any(pair in (["so", "does"], ["so", "do"], ["as", "does"], ["as", "do"], ["so", "can"], ["as", "can"])
                   for pair in ([one, two] for one, two in zip(words, words[1:], strict=False))) or ends[-1:] == ["too"]
    if likewise:
        return True
    if ends[-1:] and ends[-1] in ("it", "them", "that", "either"):
        ends = ends[:-1]
    lacks = bool(ends) and ends[-1] in ("lacks", "n't", "not", "cannot", "without", "lack", "does without", "do without")
    return neither or unknown or lacks


def _back_reference(scene: Scene, chunk: Chunk, last: tuple[int, ...]) -> tuple[str, ...]:
    items = scene.items
    inside = range(chunk.start, chunk.end)
    sides = [items[at].side for at in inside if items[at].side in SIDES and not items[at].means(Sense.IT)] or [
        items[at].side for at in inside if items[at].side in (*SIDES, BOTH) and not items[at].means(Sense.THEY)]
    if not sides or not last:
        return ()
    if any(items[at].metrics or items[at].sort is Sort.NUMBER and not items[at].side and (quantity := items[at].quantity) is not None
           and not quantity.quantifier for at in inside):
        return ()
    said, word = _polarity(items, chunk, (chunk.start,))
    likewise = any(items[at].low in ("so", "as", "too") for at in inside)
    if said is Said.YES and not (chunk.relative or likewise or any(items[at].low in _ALL for at in inside)):
        return ()
    _judge(scene, Claim(tuple(sides[-1:]), said, word, last))
    return tuple(sides[-1:])


def _judge(scene: Scene, claim: Claim) -> None:
    for at in claim.places:
        ability = scene.items[at].ids[0]
        if not claim.firm and any(_said_of(scene, side, ability) is claim.said for side in SIDES):
            continue
        for side in claim.sides:
            if side in (FOREIGN, OPEN, ""):
                continue
            _hold(scene, claim, at, SIDES if side == BOTH else (side,), ability)
            if claim.only and side in SIDES:
                _hold_other(scene, claim, at, other(side), ability)


def _said_of(scene: Scene, side: str, ability: str) -> Said:
    """What the facts say of a model and a capability."""
    return {True: Said.YES, False: Said.NO, None: Said.UNKNOWN}[scene.index.abilities[side].get(ability)]


def _hold(scene: Scene, claim: Claim, at: int, sides: Sequence[str], ability: str) -> None:
    item, word = scene.items[at], scene.items[claim.word]
    for side in sides:
        known = scene.index.abilities[side].get(ability)
        wanted = {True: Said.YES, False: Said.NO, None: Said.UNKNOWN}[known]
        key = f"{side}.capabilities.{'supported' if known else 'unsupported'}" if known is not None else ""
        reading = f"{scene.index.name(side)} {claim.said} {ability}"
        if claim.said is wanted:
            scene.findings.holds(item.start, item.end, reading, (key,) if key else ())
            continue
        rule = "known-as-unknown" if claim.said is Said.UNKNOWN else (
            "unknown-as-no" if known is None and claim.said is Said.NO else "wrong-capability")
        scene.findings.strays(min(item.start, word.start), max(item.end, word.end), rule, reading, expected=key,
                              detail=f"the facts say: {wanted}")
        return


def _hold_other(scene: Scene, claim: Claim, at: int, side: str, ability: str) -> None:
    """What "only" says of the other model."""
    item = scene.items[at]
    known = scene.index.abilities[side].get(ability)
    if known is True or (known is None and not claim.documented):
        rule = "wrong-capability" if known else "unknown-as-no"
        detail = "the other model has it" if known else "whether the other model has it is not documented"
        scene.findings.strays(item.start, item.end, rule, f"only the other has {ability}", detail=detail)
