"""Who sells which model."""

from __future__ import annotations

from collections.abc import Sequence

from writer.check.index import SIDES
from writer.check.items import Item, Sort
from writer.check.listings import ask_listings, judge_listings, judge_overlap
from writer.check.possession import Memory
from writer.check.scene import Scene
from writer.check.sold import CARRIES, is_negated, whose
from writer.quantities.quantity import Kind
from writer.sayings.grammar_words import MODEL_NOUNS
from writer.sayings.words import Sense


def judge_sellers(scene: Scene) -> None:
    """Each seller named with a model must list it, or be said not to."""
    groups = _groups(scene.items) if Sort.SELLER in scene.sorts else []
    judge_overlap(scene)
    if any(item.quantity is not None and item.quantity.kind is Kind.MONEY for item in scene.items):
        scene.talk.sold = Memory()
        for group in groups:
            _judge(scene, group)
        return
    judge_listings(scene, {at for group in groups for at in group})


def head_sellers(scene: Scene) -> None:
    """ "- Opus: Azure, Vertex": a line that is no heading."""
    things = {at for group in _groups(scene.items) for at in group}
    if scene.items[0].low != "#" and things and any(item.low == ":" for item in scene.items[1:-1]):
        judge_listings(scene, things)


def ask_sellers(scene: Scene) -> None:
    """Keep what a question asks of sellers."""
    ask_listings(scene, {at for group in _groups(scene.items) for at in group})


def _is_seller(items: Sequence[Item], at: int) -> bool:
    item = items[at]
    if item.side or item.named is None or not item.named.providers:
        return False
    after = items[at + 1] if at + 1 < len(items) else None
    before = items[at - 1].low if at else ""
    if (
        item.named.vendor
        and before in ("this", "these", "two", "both", "an", "a")
        and after is not None
        and after.sort is Sort.WORD
    ):
        return False
    return not (
        item.named.vendor
        and after is not None
        and (after.sort is Sort.OWNER or after.low in MODEL_NOUNS and after.low != "of")
    )


def _groups(items: Sequence[Item]) -> list[list[int]]:
    """Sellers in a row: "Azure, OpenRouter and Vertex"."""
    groups: list[list[int]] = []
    for at, item in enumerate(items):
        if item.sort is not Sort.SELLER or not _is_seller(items, at):
            continue
        between = items[groups[-1][-1] + 1 : at] if groups else []
        if (
            groups
            and len(between) <= 3
            and all(each.means(Sense.JOIN) or each.low in (",", "the", "also") for each in between)
        ):
            groups[-1].append(at)
        else:
            groups.append([at])
    return groups


def _judge(scene: Scene, group: Sequence[int]) -> None:
    items = scene.items
    sides, negated = whose(scene, group)
    for at in group:
        named = items[at].named
        assert named is not None
        for side in sides:
            lists = any(provider in scene.index.sellers[side] for provider in named.providers)
            if lists is negated and not negated and named.vendor == scene.index.vendor(side):
                continue
            if lists is not negated:
                scene.findings.holds(
                    items[at].start, items[at].end, f"{scene.index.name(side)}: providers", (f"{side}.providers",)
                )
                continue
            scene.findings.strays(
                items[at].start,
                items[at].end,
                "wrong-provider",
                f"{scene.index.name(side)} at {items[at].low}",
                expected=f"{side}.providers",
                detail="it lists this model" if negated else "it does not list this model",
            )
        makers = (scene.index.sheet.a.vendor, scene.index.sheet.b.vendor)
        if (
            not negated
            and not sides
            and named.vendor not in makers
            and not any(provider in scene.index.sellers[side] for provider in named.providers for side in SIDES)
        ):
            scene.findings.strays(
                items[at].start, items[at].end, "wrong-provider", items[at].low, detail="it lists neither model"
            )
    if len(sides) == 1 and not negated:
        _judge_only(scene, group, sides[0])
    _judge_relative(scene, group)


def _judge_relative(scene: Scene, group: Sequence[int]) -> None:
    """ "Azure, which does not list GLM-5.1": a second claim of the same sellers."""
    items = scene.items
    last = group[-1]
    _judge_second(scene, group)
    if [item.low for item in items[last + 1 : last + 3]] != [",", "which"]:
        return
    ahead = items[last + 3 : last + 10]
    thing = next((item.side for item in ahead if item.side in SIDES), "")
    if not thing or not any(item.low in CARRIES or item.low == "list" for item in ahead):
        return
    negated = is_negated(items, last + 3, min(len(items), last + 10))
    for at in group:
        named = items[at].named
        if named is not None and any(provider in scene.index.sellers[thing] for provider in named.providers) is negated:
            scene.findings.strays(
                items[at].start,
                items[at].end,
                "wrong-provider",
                f"{scene.index.name(thing)} at {items[at].low}",
                expected=f"{thing}.providers",
            )


def _judge_second(scene: Scene, group: Sequence[int]) -> None:
    """ "Azure lists Fable 5 but not Qwen3.6": a second model, said to be listed or not."""
    items = scene.items
    ahead = list(range(group[-1] + 1, min(len(items), group[-1] + 9)))
    but = next(
        (
            at
            for at in ahead
            if items[at].low in ("but", "and", ",")
            and at + 1 < len(items)
            and items[at + 1].low in ("not", "also", "never")
        ),
        None,
    )
    if but is None or not any(items[at].low in CARRIES for at in ahead if at < but):
        return
    thing = next((items[at].side for at in range(but + 2, min(len(items), but + 5)) if items[at].side in SIDES), "")
    if not thing:
        return
    negated = items[but + 1].low != "also"
    for at in group:
        named = items[at].named
        if named is not None and any(provider in scene.index.sellers[thing] for provider in named.providers) is negated:
            scene.findings.strays(
                items[at].start,
                items[at].end,
                "wrong-provider",
                f"{scene.index.name(thing)} at {items[at].low}",
                expected=f"{thing}.providers",
            )


def _judge_only(scene: Scene, group: Sequence[int], side: str) -> None:
    """ "sold only through Vertex", "OpenRouter alone": all the sellers that there are; "only Azure sells it": the other's not."""
    items = scene.items
    first, last = group[0], group[-1]
    alone = last + 1 < len(items) and items[last + 1].low == "alone"
    through = (
        first > 1 and items[first - 1].means(Sense.LINK) and items[first - 2].low in ("only", "solely", "exclusively")
    )
    if not (alone or through):
        return
    named = {provider for at in group if (seller := items[at].named) is not None for provider in seller.providers}
    missing = [seller for seller in scene.index.sellers[side] if seller not in named]
    if missing:
        scene.findings.strays(
            items[first].start,
            items[last].end,
            "wrong-provider",
            f"only {items[first].low}",
            expected=f"{side}.providers",
            detail="others list it too",
        )
