"""Open weights, closed weights and open source (rule 11)."""

from __future__ import annotations

from collections.abc import Sequence

from writer.check.chunks import Chunk, chunks
from writer.check.index import SIDES
from writer.check.items import BOTH, Item, Sort
from writer.check.scene import Scene
from writer.check.standing import hangs
from writer.sayings.words import Sense

_OPENING = frozenset(("open", "opens", "public", "published", "publishes", "publish", "releases", "released", "download", "downloadable",
                      "available", "free", "ships", "ship"))
_CLOSING = frozenset(("closed", "proprietary", "private", "withholds", "keeps", "withheld", "shut", "locked", "unpublished"))
_SPOKEN = frozenset(("weights", "weight", "open", "closed", "proprietary"))   # without one of them nothing is said of weights
_OSI = frozenset(("apache-2.0", "apache 2.0", "mit", "bsd-3-clause", "bsd-2-clause", "gpl-3.0", "agpl-3.0", "lgpl-3.0", "mpl-2.0",
                  "gpl-3.0-only", "gpl-3.0-or-later", "mit license", "apache license 2.0", "isc", "epl-2.0", "unlicense"))


def judge_weights(scene: Scene) -> None:
    """Judge every clause that speaks of weights, or calls a model open or closed source."""
    items = scene.items
    if not any(item.low in _SPOKEN for item in items):
        return
    last: bool | None = None
    for chunk in chunks(items, Sort.LICENSE):
        word = _word(items, chunk)
        likewise = items[chunk.start].low == "so" and any(each.low == "those of" for each in items[chunk.start : chunk.end])
        if word is None and last is not None and (items[chunk.start].low == "those of" or likewise):
            word = chunk.start
        if word is None:
            continue
        sides = _sides(items, chunk, word)
        opened = _is_open(items, chunk, word)
        if opened is None and items[word].low == "those of" and any(each.means(Sense.NEGATE) for each in items[word : chunk.end]):
            opened = not last
        if likewise and opened is None:
            opened = last
        last = opened
        if opened is None or not sides:
            continue
        for side in sides:
            _hold(scene, word, side, opened=opened)
        if opened and len(sides) == 1 and any(items[at].means(Sense.ONLY) and items[at].low in ("only", "alone") for at in
                                              range(chunk.start, chunk.end)):
            _hold_only(scene, word, sides[0])


def _word(items: Sequence[Item], chunk: Chunk) -> int | None:
    for at in range(chunk.start, chunk.end):
        low = items[at].low
        after = items[at + 1].low if at + 1 < len(items) else ""
        if low in ("weights", "weight") or low in ("open", "closed") and after in ("source", "weight", "weights"):
            return at
        if low in ("proprietary", "closed") and not items[at].side and items[at - 1].low in ("is", "'s", "are", "stays", "remains", "a", "it"):
            return at
    return None


def _sides(items: Sequence[Item], chunk: Chunk, word: int) -> tuple[str, ...]:
    inside = [at for at in range(chunk.start, chunk.end) if items[at].side and not items[at].means(Sense.THEY)]
    subjects = [at for at in inside if not hangs(items, at)] or inside
    if not subjects:
        return ()
    sides = {items[at].side for at in subjects}
    if BOTH in sides:
        return SIDES
    first = subjects[0]
    return (items[first].side,) if items[first].side in SIDES and not items[first].means(Sense.IT) else ()


def _is_open(items: Sequence[Item], chunk: Chunk, word: int) -> bool | None:
    inside = range(chunk.start, chunk.end)
    if any(items[at].means(Sense.UNKNOWN) for at in inside):
        return None
    after = [item.low for item in items[word + 1 : word + 3]]
    if items[word].low == "open" and after[:1] in (["weight"], ["weights"]) and after[1:2] in (["models"], ["model"], ["rivals"]):
        return True
    opening = any(items[at].low in _OPENING for at in inside)
    closing = any(items[at].low in _CLOSING for at in inside)
    if opening == closing:
        return None
    negated = any(items[at].means(Sense.NEGATE) or (quantity := items[at].quantity) is not None and quantity.quantifier == "neither"
                  for at in inside if items[at].low != "nothing" and at < word + 6)
    return opening is not negated


def _hold(scene: Scene, word: int, side: str, *, opened: bool) -> None:
    item = scene.items[word]
    known = scene.index.value(f"{side}.open_weights")
    said = f"{scene.index.name(side)}: {'open' if opened else 'closed'} weights"
    if known is opened:
        scene.findings.holds(item.start, item.end, said, (f"{side}.open_weights",))
    else:
        rule = "unknown-as-no" if known is None else "wrong-license"
        scene.findings.strays(item.start, item.end, rule, said, expected=f"{side}.open_weights" if known is not None else "")
    source = word + 1 < len(scene.items) and scene.items[word + 1].low == "source"
    license_name = scene.index.value(f"{side}.license")
    if source and opened and not (isinstance(license_name, str) and license_name.lower() in _OSI):
        scene.findings.strays(item.start, scene.items[word + 1].end, "wrong-license", said, expected=f"{side}.license",
                              detail="open source needs an OSI-approved license")


def _hold_only(scene: Scene, word: int, side: str) -> None:
    item = scene.items[word]
    only = scene.index.value("pair.open_weights.only")
    if only != side:
        scene.findings.strays(item.start, item.end, "wrong-license", f"only {scene.index.name(side)} is open",
                              expected="pair.open_weights.only")


def judge_free(scene: Scene) -> None:
    """ "free" names a provider of ``price.free_providers`` (rule 11)."""
    items = scene.items
    for at, item in enumerate(items):
        if item.low not in ("free", "gratis", "free of charge", "for free") or item.side:
            continue
        after = items[at + 1].low if at + 1 < len(items) else ""
        if after in ("of", "from", "to", "hand", "rein", "up", "choice", "lunch") and not (after == "to" and items[at + 2].low in ("use", "run")):
            if not (after == "of" and items[at + 2].low == "charge"):
                continue
        if any(each.means(Sense.NEGATE) for each in items[max(0, at - 4) : at]) or items[at - 1].low in ("feel", "hands", "royalty"):
            continue
        sides = {each.side for each in items if each.side in SIDES} or set(SIDES)
        offered = {side: scene.index.value(f"{side}.price.free_providers") for side in sorted(sides)}
        if any(offered.values()):
            continue
        scene.findings.strays(item.start, item.end, "not-free", item.low, detail="no provider offers it free of charge")
