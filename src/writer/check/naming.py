"""Names: of other models, of benchmarks and sellers that are not this pair's."""

from __future__ import annotations

from collections.abc import Iterable

from writer.check.index import SIDES
from writer.check.items import BOTH, FOREIGN, Sort
from writer.check.scene import Scene
from writer.check.standings import denies_score
from writer.sayings.words import Sense


def judge_names(scene: Scene) -> None:
    """Every name must be one that the pair's facts know."""
    for at, item in enumerate(scene.items):
        if item.sort is Sort.MODEL and item.side == FOREIGN:
            scene.findings.strays(item.start, item.end, "wrong-name", item.low, detail="this model is not of the pair")
        elif item.sort is Sort.OUTSIDE:
            scene.findings.strays(
                item.start, item.end, "wrong-name", item.low, detail="the facts do not know this name"
            )
        elif item.sort is Sort.BENCHMARK and not _has_score(scene, item.ids) and not denies_score(scene):
            scene.findings.strays(
                item.start, item.end, "wrong-name", item.low, detail="neither model has a score on it"
            )
        elif item.sort is Sort.SELLER:
            _judge_maker(scene, at)
        elif item.sort is Sort.LICENSE:
            _judge_license(scene, at)


def _judge_maker(scene: Scene, at: int) -> None:
    """ "OpenAI's Opus": a maker's name right before another maker's model, which it does not sell either."""
    items = scene.items
    named = items[at].named
    after = items[at + 1 : at + 3]
    if (
        named is None
        or not named.vendor
        or len(after) < len(SIDES)
        or after[0].sort is not Sort.OWNER
        or after[1].sort is not Sort.MODEL
    ):
        return
    side = after[1].side
    if (
        side in SIDES
        and named.vendor != scene.index.vendor(side)
        and not set(named.providers) & set(scene.index.sellers[side])
    ):
        scene.findings.strays(
            items[at].start,
            after[1].end,
            "wrong-name",
            f"{items[at].low}: {scene.index.name(side)}",
            detail="another vendor made this model",
        )


def _has_score(scene: Scene, benchmarks: Iterable[str]) -> bool:
    known = {metric.removeprefix("score.").partition("@")[0] for metric in scene.index.scores}
    return any(benchmark.partition("@")[0] in known for benchmark in benchmarks)


def _plain(name: str) -> str:
    return " ".join(name.lower().replace("-", " ").replace("license", "").replace("licence", "").split())


def _judge_license(scene: Scene, at: int) -> None:
    item = scene.items[at]
    licenses = {side: scene.index.value(f"{side}.license") for side in SIDES}
    having = [side for side, name in licenses.items() if isinstance(name, str) and _plain(name) == _plain(item.low)]
    if not having:
        scene.findings.strays(item.start, item.end, "wrong-license", item.low, detail="neither model has this license")
        return
    near = [each.side for each in reversed(scene.items[:at]) if each.side and not each.means(Sense.THEY)][:1]
    if any(each.means(Sense.THEY) for each in scene.items[max(0, at - 6) : at]):
        near = []  # "they come under …": the weights
    both = near == [BOTH]
    near = [side for side in near if side in SIDES]
    if (both and len(having) < len(SIDES)) or (near and near[0] not in having and not _hooked(scene, at)):
        scene.findings.strays(item.start, item.end, "wrong-license", item.low, expected=f"{(near or ['a'])[0]}.license")
        return
    scene.findings.holds(item.start, item.end, "license", tuple(f"{side}.license" for side in having))


def _hooked(scene: Scene, at: int) -> bool:
    """ "Apache 2.0 for Mixtral": the mention after decides, and is not judged further."""
    after = scene.items[at + 1 : at + 4]
    return any(each.means(Sense.LINK) for each in after) and any(each.side for each in after)
