"""Capabilities: which model has them, has them not, or is not documented to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from writer.check.asked import answered, asked
from writer.check.claiming import claims_of
from writer.check.ellipsis import speaks_of_else
from writer.check.index import SIDES, other
from writer.check.items import Item, Sort
from writer.check.polarity import Said
from writer.check.possession import Claim, Memory
from writer.check.scene import Scene
from writer.sayings.words import DENYING

_NOUN_REASON = frozenset(
    (
        "the",
        "a",
        "that",
        "one",
        "no",
        "good",
        "main",
        "this",
        "only",
        "another",
        "real",
        "any",
        "every",
        "for",
        "other",
        "such",
        "more",
    )
)
_PLAIN_WORDS = frozenset(
    (
        "sound",
        "watch",
        "sight",
        "see",
        "hear",
        "clips",
        "thinking",
        "watching",
        "hearing",
        "seeing",
        "functions",
        "listen",
    )
)
_BEFORE_PLAIN = frozenset(("the", "a", "to", "on", "in", "'ll", "you", "we", "of", "worth", "can", "as"))


def judge_abilities(scene: Scene) -> None:
    """Judge what a sentence says of capabilities: of those it names, and of those named just before."""
    things, before = _things(scene.items), scene.talk.spoken
    if not before.things and not before.topic:
        before = scene.talk.headed
    if not things and (not before.things or any(speaks_of_else(item) for item in scene.items)):
        scene.talk.spoken = Memory()
        return
    claims, before = answered(scene.items, before) if before.open else ([], before)
    more, memory = claims_of(scene.items, things, before)
    if not things and len(scene.items) <= 2 and scene.items[0].low in ("yes", "no") and not claims:
        return
    kept = Memory(memory.things, said=memory.said, recorded=memory.recorded)
    scene.talk.spoken = kept if things or claims or more else Memory()
    for claim in (*claims, *more):
        _judge(scene, claim)
    _judge_gained(scene, things, [thing for claim in (*claims, *more) for thing in claim.things])


_GAINING = frozenset(
    ("gain", "gains", "get", "gets", "add", "adds", "bring", "brings", "plus", "pick up", "include", "includes")
)


def _judge_gained(scene: Scene, things: Iterable[int], judged: Sequence[Item]) -> None:
    """ "You also gain audio input": of nobody by name, yet one of the two must have it."""
    items = scene.items
    if not any(item.low in _GAINING for item in items) or any(
        item.meaning is not None and item.meaning.sense in DENYING for item in items
    ):
        return
    for at in sorted(things):
        known = {_known(scene, side, items[at].ids[0]) for side in SIDES}
        if items[at] not in judged and True not in known:
            scene.findings.strays(
                items[at].start, items[at].end, "wrong-capability", items[at].low, detail="neither model has it"
            )


def ask_abilities(scene: Scene) -> None:
    """Keep what a question asks for the answer: "Does Opus see images? Yes." """
    scene.talk.spoken = asked(scene.items, _things(scene.items))


def head_abilities(scene: Scene) -> None:
    """A heading names the model, or the capability, of what follows; "- Opus: vision, reasoning" says something itself."""
    items, things = scene.items, _things(scene.items)
    sides = tuple(dict.fromkeys(item.side for item in items if item.side in SIDES))
    scene.talk.spoken = Memory()
    scene.talk.headed = Memory(tuple(items[at] for at in sorted(things)), sides if len(sides) == 1 else ())
    if items[0].low != "#" and things and any(item.low == ":" for item in items[1:-1]):
        for claim in claims_of(items, things)[0]:
            _judge(scene, claim)


def _things(items: Sequence[Item]) -> set[int]:
    return {at for at, item in enumerate(items) if item.sort is Sort.ABILITY and not is_plain(items, at)}


def is_plain(items: Sequence[Item], at: int) -> bool:
    """ "the reason", "to watch", "you'll see": words that name no capability here."""
    low = items[at].low
    before = items[at - 1].low if at else ""
    if low in ("reason", "reasons"):
        return before in _NOUN_REASON or (
            low == "reasons" and (not at or before in ("both", "these", "several", "two", "three"))
        )
    after = items[at + 1].low if at + 1 < len(items) else ""
    return low in _PLAIN_WORDS and (before in _BEFORE_PLAIN or after in ("out", "for", "above", "below"))


def _judge(scene: Scene, claim: Claim) -> None:
    if not set(claim.sides) <= set(SIDES):
        return
    wrong = [thing for thing in claim.things if not _holds(scene, claim, thing.ids[0])]
    if claim.any_thing and len(wrong) < len(claim.things):
        wrong = []
    for thing in claim.things:
        if thing in wrong:
            _stray(scene, claim, thing)
        else:
            keys = [
                f"{side}.capabilities.{'supported' if known else 'unsupported'}"
                for side in claim.sides
                if (known := _known(scene, side, thing.ids[0])) is not None
            ]
            scene.findings.holds(thing.start, thing.end, _reading(scene, claim.sides[0], claim, thing), tuple(keys))


def _known(scene: Scene, side: str, ability: str) -> bool | None:
    return scene.index.abilities[side].get(ability)


def _holds(scene: Scene, claim: Claim, ability: str) -> bool:
    if claim.said is Said.DIFFERS:
        return _known(scene, "a", ability) is not _known(scene, "b", ability)
    fits = [_is_so(_known(scene, side, ability), claim.said) for side in claim.sides]
    if not (all(fits) if claim.firm else any(fits)):
        return False
    return not claim.only or _excludes(_known(scene, other(claim.sides[0]), ability), recorded=claim.recorded)


def _is_so(known: bool | None, said: Said) -> bool:
    match said:
        case Said.YES:
            return known is True
        case Said.NO:
            return known is False
        case Said.UNKNOWN:
            return known is None
        case _:
            return known is not True


def _excludes(known: bool | None, *, recorded: bool) -> bool:
    """Whether the other model can be said to be without it."""
    return known is False or (known is None and recorded)


def _reading(scene: Scene, side: str, claim: Claim, thing: Item) -> str:
    return f"{scene.index.name(side)} {claim.said} {thing.ids[0]}"


def _stray(scene: Scene, claim: Claim, thing: Item) -> None:
    ability = thing.ids[0]
    side = next((each for each in claim.sides if not _is_so(_known(scene, each, ability), claim.said)), "")
    start, end = claim.where(thing)
    if claim.said is Said.DIFFERS:
        scene.findings.strays(
            start, end, "wrong-capability", f"the two differ in {ability}", detail="the facts give both the same"
        )
        return
    if not side:
        known = _known(scene, other(claim.sides[0]), ability)
        detail = "the other model has it" if known else "whether the other model has it is not documented"
        scene.findings.strays(
            start, end, "wrong-capability" if known else "unknown-as-no", f"only one has {ability}", detail=detail
        )
        return
    known = _known(scene, side, ability)
    rule = (
        "known-as-unknown"
        if claim.said is Said.UNKNOWN
        else "unknown-as-no"
        if known is None and claim.said is Said.NO
        else "wrong-capability"
    )
    key = f"{side}.capabilities.{'supported' if known else 'unsupported'}" if known is not None else ""
    truth = {True: Said.YES, False: Said.NO, None: Said.UNKNOWN}[known]
    scene.findings.strays(
        start, end, rule, _reading(scene, side, claim, thing), expected=key, detail=f"the facts say: {truth}"
    )
