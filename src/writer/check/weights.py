"""Open weights, closed weights and open source (rule 11)."""

from __future__ import annotations

from collections.abc import Sequence

from writer.check.asked import answered, asked
from writer.check.claiming import claims_of
from writer.check.index import SIDES, other
from writer.check.items import Item, Sort
from writer.check.polarity import Said
from writer.check.possession import Claim, Memory
from writer.check.scene import Scene
from writer.sayings.words import Sense

_OPENING = frozenset(
    (
        "open",
        "opens",
        "opened",
        "openly",
        "public",
        "publicly",
        "published",
        "publishes",
        "publish",
        "releases",
        "released",
        "release",
        "download",
        "downloads",
        "downloaded",
        "downloadable",
        "available",
        "free",
        "freely",
        "ships",
        "ship",
        "shared",
        "accessible",
    )
)
_CLOSING = frozenset(
    (
        "closed",
        "proprietary",
        "private",
        "withholds",
        "withhold",
        "keeps",
        "keep",
        "kept",
        "withheld",
        "shut",
        "locked",
        "unpublished",
        "unreleased",
        "undisclosed",
        "secret",
    )
)
_NAMES = frozenset(("weights", "weight"))
_ALIKE = frozenset(("proprietary", "closed"))
_LICENSED = frozenset(
    ("licence", "license", "licences", "licenses", "licensed", "terms")
)  # "its licence is proprietary" names a licence
_TELLING = _NAMES | _ALIKE | {"source"}
_COPULAS = frozenset(("is", "'s", "are", "stays", "remains", "a", "it", "entirely", "both", "being", "as", "its"))
_REACH = 6
_OSI = frozenset(
    (
        "apache-2.0",
        "apache 2.0",
        "mit",
        "bsd-3-clause",
        "bsd-2-clause",
        "gpl-3.0",
        "agpl-3.0",
        "lgpl-3.0",
        "mpl-2.0",
        "gpl-3.0-only",
        "gpl-3.0-or-later",
        "mit license",
        "apache license 2.0",
        "isc",
        "epl-2.0",
        "unlicense",
    )
)


def judge_weights(scene: Scene) -> None:
    """Judge what a sentence says of weights, or who it calls open or closed source."""
    things, plain = _things(scene.items)
    before = scene.talk.weighed
    if not things and not before.things:
        return
    claims, before = answered(scene.items, before) if before.open else ([], before)
    more, memory = claims_of(scene.items, things, before, plain)
    scene.talk.weighed = Memory(memory.things, said=memory.said) if things else Memory()
    for claim in (*claims, *more):
        _judge(scene, claim)


def ask_weights(scene: Scene) -> None:
    """Keep what a question asks of weights: "Are its weights open? No." """
    scene.talk.weighed = asked(scene.items, _things(scene.items)[0])


def _things(items: Sequence[Item]) -> tuple[set[int], set[int]]:
    """The words that stand for weights, each noted as open or closed, and the words that say so."""
    things: set[int] = set()
    plain: set[int] = set()
    for at, item in enumerate(items):
        if item.low not in _TELLING:
            continue
        said, where = _state(items, at)
        if said:
            item.notes["weights"] = said
            things.add(at)
            plain.update(where)
    return things, plain - things


def _state(items: Sequence[Item], at: int) -> tuple[str, tuple[int, ...]]:
    low = items[at].low
    before = items[at - 1].low if at else ""
    after = items[at + 1].low if at + 1 < len(items) else ""
    if items[at].side:
        return "", ()
    if low == "source" and before in ("open", "closed"):
        return ("open source" if before == "open" else "closed"), (at - 1,)
    if low in _ALIKE and any(item.low in _LICENSED for item in items[max(0, at - _REACH) : at]):
        return "", ()
    if low in _ALIKE and not _belongs(items, at):
        if low == "proprietary" and any(
            item.low in ("license", "licence", "listed as", "listed") for item in items[max(0, at - 5) : at]
        ):
            return "", ()
        gapped = (
            at > 0
            and (items[at - 1].side or items[at - 1].sort is Sort.OWNER or after == "ones")
            and any(item.low in _NAMES for item in items[:at])
        )
        return ("closed", ()) if gapped or before in _COPULAS else ("", ())
    if low not in _NAMES:
        return "", ()
    near = sorted(
        (index for index in range(max(0, at - _REACH), min(len(items), at + _REACH + 1)) if _tells(items, at, index)),
        key=lambda index: (abs(index - at), index),
    )
    if not near:
        return "", ()
    closed = next((index for index in near if items[index].low in _CLOSING and abs(index - at) <= _REACH), None)
    first = (
        near[0]
        if closed is None or items[near[0]].low == "open" and abs(near[0] - at) == 1 and near[0] < at
        else closed
    )
    return ("closed" if items[first].low in _CLOSING else "open"), tuple(near)


def _belongs(items: Sequence[Item], at: int) -> bool:
    """Whether "closed" at ``at`` is said of weights that stand in the same clause, or is part of "closed source"."""
    return any(
        items[index].low in (*_NAMES, "source") and _tells(items, index, at)
        for index in range(max(0, at - _REACH), min(len(items), at + 3))
    )


def _tells(items: Sequence[Item], at: int, index: int) -> bool:
    """Whether the word at ``index`` tells the state of the weights at ``at``: no other clause between."""
    if items[index].low not in (_OPENING | _CLOSING) or items[index].side:
        return False
    between = items[min(at, index) + 1 : max(at, index)]
    return not any(
        item.low in (";", ".", ",", "and", "but")
        or item.means(Sense.TURN)
        or item.sort is Sort.NUMBER
        and not item.side
        or item.low in _NAMES
        for item in between
    )


def _judge(scene: Scene, claim: Claim) -> None:
    if not set(claim.sides) <= set(SIDES) or claim.said is Said.DIFFERS:
        return
    for thing in claim.things:
        noted = thing.notes.get("weights", "open")
        wrong = [
            side
            for side in claim.sides
            if not _is_so(scene.index.value(f"{side}.open_weights"), claim.said, opened=noted != "closed")
        ]
        if wrong and (claim.firm or len(wrong) == len(claim.sides)):
            _stray(scene, claim, thing, wrong[0], noted)
            continue
        start, end = claim.where(thing)
        scene.findings.holds(
            start,
            end,
            _reading(scene, claim, claim.sides[0], noted),
            tuple(f"{side}.open_weights" for side in claim.sides),
        )
        if claim.said is Said.YES and noted == "open source":
            _judge_source(scene, claim, thing)
        if claim.only and not _is_so(
            scene.index.value(f"{other(claim.sides[0])}.open_weights"), Said.NO, opened=noted != "closed"
        ):
            scene.findings.strays(
                start,
                end,
                "wrong-license",
                f"only {scene.index.name(claim.sides[0])} is {noted}",
                expected="pair.open_weights.only",
            )


def _is_so(known: object, said: Said, *, opened: bool) -> bool:
    match said:
        case Said.UNKNOWN:
            return known is None
        case Said.NOT_ON_RECORD:
            return known is not opened
        case _:
            return known is (opened if said is Said.YES else not opened)


def _reading(scene: Scene, claim: Claim, side: str, noted: str) -> str:
    opened = (noted != "closed") is (claim.said is Said.YES)
    return f"{scene.index.name(side)}: {'open' if opened else 'closed'} weights"


def _stray(scene: Scene, claim: Claim, thing: Item, side: str, noted: str) -> None:
    start, end = claim.where(thing)
    known = scene.index.value(f"{side}.open_weights")
    scene.findings.strays(
        start,
        end,
        "unknown-as-no" if known is None else "wrong-license",
        _reading(scene, claim, side, noted),
        expected=f"{side}.open_weights" if known is not None else "",
    )


def _judge_source(scene: Scene, claim: Claim, thing: Item) -> None:
    for side in claim.sides:
        license_name = scene.index.value(f"{side}.license")
        if not (isinstance(license_name, str) and license_name.lower() in _OSI):
            scene.findings.strays(
                thing.start,
                thing.end,
                "wrong-license",
                f"{scene.index.name(side)}: open source",
                expected=f"{side}.license",
                detail="open source needs an OSI-approved license",
            )
            return
