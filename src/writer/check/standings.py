"""Which model has a score on a benchmark, and what is said to be undocumented of limits and dates (rules 9 to 11)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from writer.check.claiming import claims_of
from writer.check.index import SIDES, other
from writer.check.items import BOTH, Item, Sort
from writer.check.polarity import DENIALS, Said
from writer.check.possession import Claim
from writer.check.scene import Scene
from writer.sayings.words import DENYING, Sense

_SCORED = frozenset(
    (
        "score",
        "scores",
        "scored",
        "tested",
        "result",
        "results",
        "recorded",
        "listed",
        "evaluated",
        "measured",
        "record",
        "figure",
        "figures",
        "entry",
        "documented",
        "ranked",
        "on record",
        "on file",
        "common",
        "shared",
        "share",
        "number",
        "run",
    )
)
_ON_RECORD = frozenset(
    (
        "documented",
        "documents",
        "document",
        "listed",
        "lists",
        "list",
        "recorded",
        "record",
        "on record",
        "on file",
        "known",
        "stated",
        "confirmed",
        "given",
        "published",
        "disclosed",
    )
)
_FACTS = frozenset(("context_window", "max_output", "knowledge_cutoff", "released", "price.cached_input"))


def judge_standings(scene: Scene) -> None:
    """Judge who is said to have a score, and what is called undocumented."""
    _judge_scores(scene)
    _judge_unknown(scene)
    _judge_fits(scene)


def denies_score(scene: Scene) -> bool:
    """Whether a sentence says that there is no score: then a benchmark that neither has may be named."""
    return not _SCORED.isdisjoint(scene.words) and (
        not DENYING.isdisjoint(scene.senses)
        or any(item.quantity is not None and item.quantity.quantifier in ("neither", "none") for item in scene.items)
    )


def _judge_scores(scene: Scene) -> None:
    if Sort.BENCHMARK not in scene.sorts or _SCORED.isdisjoint(scene.words):
        return
    items = scene.items
    things = {at for at, item in enumerate(items) if item.sort is Sort.BENCHMARK and len(item.ids) == 1}
    if not things:
        return
    for claim in claims_of(items, things)[0]:
        if not set(claim.sides) <= set(SIDES) or not _is_about_scores(scene, claim):
            continue
        _hold(scene, claim, partial(_has_score, scene), "wrong-name")


def _is_about_scores(scene: Scene, claim: Claim) -> bool:
    """The clause speaks of having a score, not of a better one."""
    start, end = claim.span
    inside = [item for item in scene.items if start <= item.start < end]
    if any(item.means(Sense.COMPARE) for item in inside):
        return False
    if claim.said in DENIALS:
        if any(item.sort is Sort.NUMBER and not (item.quantity and item.quantity.quantifier) for item in scene.items):
            return False
        return any(item.low in _SCORED for item in inside) or not any(
            start <= thing.start < end for thing in claim.things
        )
    return any(item.low in _SCORED for item in inside)


def _has_score(scene: Scene, side: str, thing: Item) -> bool:
    """A score on that benchmark: in the setting that is named, else in any."""
    key = thing.ids[0]
    metrics = [
        metric
        for metric in scene.index.scores
        if key in (metric.removeprefix("score."), metric.removeprefix("score.").partition("@")[0])
    ]
    return any(scene.index.entry(metric, side) is not None for metric in metrics)


def _hold(scene: Scene, claim: Claim, known: Callable[[str, Item], bool], rule: str) -> None:
    """Each thing is had, or not had, by each side as the claim says."""
    if claim.said is Said.DIFFERS:
        return
    wanted = claim.said is Said.YES
    for thing in claim.things:
        start, end = claim.where(thing)
        wrong = [side for side in claim.sides if known(side, thing) is not wanted]
        if wrong and (claim.firm or len(wrong) == len(claim.sides)):
            detail = f"{scene.index.name(wrong[0])} has {'none' if wanted else 'one'}"
            scene.findings.strays(
                start,
                end,
                rule if wanted or rule == "wrong-workload" else "known-as-unknown",
                f"{scene.index.name(wrong[0])} {claim.said} {thing.low}",
                detail=detail,
            )
        elif claim.only and wanted and known(other(claim.sides[0]), thing):
            scene.findings.strays(
                start,
                end,
                rule,
                f"only {scene.index.name(claim.sides[0])} has {thing.low}",
                detail="the other model has it too",
            )


def _judge_unknown(scene: Scene) -> None:
    """ "its knowledge cutoff is undocumented", "neither documents an output limit"."""
    if Sense.UNKNOWN not in scene.senses and _ON_RECORD.isdisjoint(scene.words):
        return
    items = scene.items
    things = {
        at
        for at, item in enumerate(items)
        if item.means(Sense.METRIC) and len(item.metrics) == 1 and item.metrics[0] in _FACTS
    }
    if not things:
        return
    for claim in claims_of(items, things)[0]:
        if not claim.firm or not _names_side(scene, claim):
            continue
        if claim.said is Said.YES and claim.recorded and claim.only:
            _hold(
                scene,
                claim,
                lambda side, thing: scene.index.value(f"{side}.{thing.metrics[0]}") is not None,
                "invented",
            )
        if claim.said not in (Said.UNKNOWN, Said.NOT_ON_RECORD):
            continue
        for thing in claim.things:
            told = [side for side in claim.sides if scene.index.value(f"{side}.{thing.metrics[0]}") is not None]
            if told:
                start, end = claim.where(thing)
                scene.findings.strays(
                    start,
                    end,
                    "known-as-unknown",
                    f"{scene.index.name(told[0])} {claim.said} {thing.low}",
                    expected=f"{told[0]}.{thing.metrics[0]}",
                )


def _names_side(scene: Scene, claim: Claim) -> bool:
    """Whether the clause itself names of whom it speaks."""
    start, end = claim.span
    named = {item.side for item in scene.items if start <= item.start < end and item.side}
    return bool(claim.sides) and set(claim.sides) <= set(SIDES) and bool(named & {*claim.sides, BOTH})


_FITTING = frozenset(
    (
        "fit",
        "fits",
        "fitting",
        "fitted",
        "work",
        "works",
        "possible",
        "feasible",
        "handle",
        "handles",
        "accommodate",
        "accommodates",
    )
)


def _judge_fits(scene: Scene) -> None:
    """ "the coding-agent runs do not fit Mixtral", "only Llama can handle the runs"."""
    if Sort.JOB not in scene.sorts or _FITTING.isdisjoint(scene.words):
        return
    items = scene.items
    things = {at for at, item in enumerate(items) if item.sort is Sort.JOB and len(item.ids) == 1}
    if not things:
        return
    counted = {at - 1 for at in things if at and items[at - 1].sort is Sort.NUMBER}
    for claim in claims_of(items, things, plain=counted)[0]:
        start, end = claim.span
        if not any(item.low in _FITTING for item in items if start <= item.start < end) or not _names_side(
            scene, claim
        ):
            continue
        if claim.said in (Said.YES, Said.NO):
            _hold(
                scene,
                claim,
                lambda side, thing: scene.index.value(f"{side}.{thing.ids[0].removesuffix('.cost')}.fits") is not False,
                "wrong-workload",
            )
