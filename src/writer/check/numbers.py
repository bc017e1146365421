"""Every number of a sentence, each handed to the judge of its kind; what no judge takes strays."""

from __future__ import annotations

from dataclasses import replace

from writer.check.asides import pass_asides
from writer.check.bindings import Metric
from writer.check.comparing import comparison_fits, comparison_metric, default_metrics, spread_scores
from writer.check.comparisons import judge_comparison, own_ratio
from writer.check.counting import LISTING
from writer.check.counts import counted, judge_count, judge_quantifier
from writer.check.differences import is_difference, is_multiple
from writer.check.dollars import read_dollars
from writer.check.hooks import hanging
from writer.check.index import SIDES
from writer.check.inherit import inherit_units, pass_jobs, pass_over, spread_base
from writer.check.items import BOTH, OPEN, Sort
from writer.check.margins import judge_margins
from writer.check.measures import Fits, kind_fits
from writer.check.metrics import metric_of
from writer.check.minutes import score_minutes
from writer.check.odds import read_odds
from writer.check.own_shares import (
    BASELESS,
    asked_relation,
    is_score,
    judge_score,
    judge_spread,
    left_side,
    relation_words,
    tells_scores,
)
from writer.check.pairing import is_value
from writer.check.prices import entries
from writer.check.relations import Form, Relation, relation_of
from writer.check.respective import judge_respective
from writer.check.restated import restated
from writer.check.scene import COMPARING, LEAST_TOKENS, Scene, number, says
from writer.check.subjects import subject_of
from writer.check.times import judge_date, judge_duration
from writer.check.unread import judge_unread
from writer.check.values import judge_value
from writer.quantities.quantity import GroupKind, Kind
from writer.sayings.count_words import COUNTED as COUNTED_NOUNS
from writer.sayings.words import Sense


def judge_numbers(scene: Scene) -> None:
    """Judge every number of the sentence, from left to right, and what could not be read as one."""
    if Sort.NUMBER in scene.sorts:
        _judge_each(scene)
    judge_unread(scene)


def _judge_each(scene: Scene) -> None:
    items = scene.items
    score_minutes(scene)
    pass_jobs(items, scene.index.requests, scene.talk.metrics)
    inherit_units(items, scene.index.amounts)
    pass_over(items)
    pass_asides(items, len(scene.index.jobs))
    read_odds(items)
    read_dollars(items)
    spread_base(items)
    for at in scene.numbers():
        if is_value(items[at]):
            hook = hanging(items, at)
            if hook is not None:
                scene.hooks[at] = hook
                items[hook].taken = True
    for at in scene.numbers():
        _judge(scene, at)


def _judge(scene: Scene, at: int) -> None:
    quantity = scene.quantity(at)
    if scene.items[at].notes.get("passed"):
        return
    if quantity.quantifier and quantity.kind is not Kind.DURATION:
        judge_quantifier(scene, at)
        return
    if quantity.sign < 0 and quantity.kind not in (Kind.DATE, Kind.PERCENT):
        scene.findings.strays(
            *scene.span(at), "wrong-number", quantity.text, detail="no value or difference is below zero"
        )
        return
    if judge_margins(scene, at) or judge_respective(scene, at):
        return
    if quantity.kind is Kind.DURATION:
        judge_duration(scene, at, _date_metric(scene, at))
    elif quantity.kind in COMPARING and not is_score(scene, at):
        _compare(scene, at)
    elif quantity.kind is Kind.POINTS and not is_score(scene, at):
        if judge_score(scene, at):
            return
        _difference(scene, at, relation_of(scene.items, at))
    elif quantity.text.startswith("+") or is_difference(scene, at):
        _difference(scene, at, relation_of(scene.items, at))
    else:
        _value(scene, at)


def _value(scene: Scene, at: int) -> None:
    items, quantity = scene.items, scene.quantity(at)
    subject = subject_of(items, at, scene.talk, scene.subjects, scene.hooks)
    if COUNTED_NOUNS.get(quantity.noun) == "words" or quantity.per in ("page", "word"):
        scene.findings.strays(*scene.span(at), "derived", quantity.text, detail="tokens are not told in words or pages")
        return
    if is_multiple(scene, at):
        scene.items[at].quantity = replace(quantity, kind=Kind.MULTIPLE)
        _compare(scene, at)
        return
    kind = counted(scene, at) if quantity.kind is Kind.NUMBER and quantity.per_tokens is None else ""
    if kind == "jobs":
        _job(scene, at)
        return
    if not kind and _is_small(scene, at):
        kind = "providers" if any(item.low in LISTING for item in items[at + 1 : at + 5]) else "anything"
    if kind in ("benchmarks", "wins", "anything") and _is_whole_score(scene, at):
        kind = ""
    if kind and judge_count(scene, at, kind, subject):
        scene.nouns[at] = kind
        scene.subjects[at] = subject
        return
    if kind == "words":
        scene.findings.strays(*scene.span(at), "derived", quantity.text)
        return
    if quantity.kind is Kind.DATE:
        metric = _date_metric(scene, at)
        scene.subjects[at], scene.metrics[at] = subject, metric
        judge_date(scene, at, subject, metric)
        return
    if _is_job(scene, at, judge=True):
        return
    metric = metric_of(items, at, _fits(scene, at), scene.talk, scene.metrics, scene.hooks)
    if (
        metric.metrics == ("parameters_active",)
        and "active" not in items[at].low
        and at > 1
        and (items[at - 1].low == "of" or items[at - 2].low == "of" and items[at - 1].low in ("its", "the", "their"))
    ):
        metric = Metric(("parameters_total",), firm=True, how="the whole of them")
    scene.subjects[at], scene.metrics[at] = subject, metric
    judge_value(scene, at, subject, metric)


def _is_whole_score(scene: Scene, at: int) -> bool:
    """A score that is a whole number, "leads 55 to 20.9 on DROP": it is one's score on a benchmark of the sentence."""
    quantity = scene.quantity(at)
    named = [benchmark for item in scene.items if item.sort is Sort.BENCHMARK for benchmark in item.ids]
    if not named or quantity.group_kind is GroupKind.OF or quantity.noun:
        return False
    return any(
        says(quantity, "", entry)
        for benchmark in named
        for side in SIDES
        for entry in entries(scene, at, f"score.{benchmark}", side)
    )


def _is_small(scene: Scene, at: int) -> bool:
    """A bare small number that measures nothing: a count whose noun was left out."""
    quantity = scene.quantity(at)
    items = scene.items
    won = (
        at > 0
        and items[at - 1].low in _TAKING
        or at > 1
        and items[at - 1].low in ("on", "in")
        and items[at - 2].low in _TAKING
    )
    taken = won and (at + 1 == len(items) or items[at + 1].sort is Sort.SIGN)
    if (
        quantity.kind is not Kind.NUMBER
        or quantity.noun
        or quantity.suffix
        or quantity.per
        or not (quantity.in_words or taken)
    ):
        return False
    if not taken and any(item.sort is Sort.BENCHMARK for item in items[max(0, at - 6) : at + 7]) or _is_job(scene, at):
        return False
    return number(quantity) <= _SMALL and number(quantity).denominator == 1


_SMALL = 40
_TAKING = frozenset(("takes", "took", "wins", "won", "leads", "keeps", "claims", "gets"))


def _fits(scene: Scene, at: int) -> Fits:
    quantity = scene.quantity(at)
    if (
        quantity.kind is Kind.NUMBER
        and not quantity.suffix
        and quantity.noun != "token"
        and number(quantity) < LEAST_TOKENS
        and (quantity.per_tokens is None)
    ):
        return lambda metric: metric.startswith(("score.", "parameters_"))
    return kind_fits(quantity.kind, quantity.noun, quantity.suffix, quantity.per_tokens)


def _is_job(scene: Scene, at: int, *, judge: bool = False) -> bool:
    """A number right before a workload's words: its requests."""
    items = scene.items
    for ahead in range(at + 1, min(at + 4, len(items))):
        if items[ahead].sort is Sort.JOB:
            if judge:
                _job(scene, at, items[ahead].ids[0])
            return True
        if items[ahead].low not in ("such", "of", "these", "the", "typical", "batch", "batches", "-"):
            return False
    return False


def _job(scene: Scene, at: int, metric: str = "") -> None:
    """The number of requests must be the workload's own."""
    items = scene.items
    if not metric:
        metric = next(
            (items[ahead].ids[0] for ahead in range(at + 1, min(at + 5, len(items))) if items[ahead].sort is Sort.JOB),
            "",
        )
    jobs = scene.index.sheet.context.workloads
    wanted = [job for job in jobs.values() if not metric or f"workload.{job.id}.cost" == metric]
    value = number(scene.quantity(at))
    counted = not metric and value <= len(jobs)  # "the three workloads"
    if value != 1 and not counted and not any(job.requests == value for job in wanted):
        scene.findings.strays(*scene.span(at), "wrong-workload", items[at].low, expected=metric and f"a.{metric}")


def _compare(scene: Scene, at: int) -> None:
    relation = asked_relation(scene, at, relation_of(scene.items, at))
    subject = relation.subject if relation.subject in SIDES else left_side(scene, at)
    if judge_spread(scene, at):
        return
    quantity = scene.quantity(at)
    if quantity.sign < 0 and (relation.word >= 0 or quantity.kind is not Kind.PERCENT):
        scene.findings.strays(
            *scene.span(at), "wrong-number", quantity.text, detail="no ratio or percentage is below zero"
        )
        return
    if (
        quantity.kind is Kind.PERCENT
        and relation.word >= 0
        and scene.items[relation.word].means(Sense.GAP)
        and (scene.items[relation.word].low in BASELESS)
    ):
        scene.findings.strays(*scene.span(at), "baseless-percent", quantity.text)
        return
    if scene.quantity(at).kind is Kind.PERCENT and tells_scores(scene, at):
        scene.findings.strays(*scene.span(at), "points-percent", scene.quantity(at).text)
        return
    if own_ratio(scene, at, subject if subject in (*SIDES, BOTH) else OPEN):
        return
    metric = comparison_metric(scene, at, relation)
    relation = restated(scene, at, relation, metric)
    judge_comparison(
        scene, at, relation, metric, default_metrics(relation, comparison_fits(scene, at, relation), scene)
    )


def _difference(scene: Scene, at: int, relation: Relation) -> None:
    quantity = scene.quantity(at)
    if quantity.currency not in ("", "USD"):
        scene.findings.strays(*scene.span(at), "wrong-unit", quantity.text, detail="prices are in US dollars")
        return
    metric = comparison_metric(
        scene, at, Relation(Form.DIFFERENCE, relation.sign, relation.subject, relation.axis, relation.word)
    )
    if quantity.kind is Kind.POINTS and (not metric.metrics or quantity.group or "lead" in relation_words(scene, at)):
        here = tuple(
            f"score.{benchmark}" for item in scene.items for benchmark in item.ids if item.sort is Sort.BENCHMARK
        )
        metric = Metric(spread_scores(scene, here) or scene.index.scores, firm=False, how="any score that is named")
    form = Relation(Form.DIFFERENCE, relation.sign, relation.subject, relation.axis, firm=relation.firm)
    judge_comparison(scene, at, form, metric, default_metrics(relation, comparison_fits(scene, at, form), scene))


def _date_metric(scene: Scene, at: int) -> Metric:
    def fits(name: str) -> bool:
        return name in ("released", "knowledge_cutoff")

    found = metric_of(scene.items, at, fits, scene.talk, scene.metrics)
    near = [item.low for item in scene.items[max(0, at - 5) : at + 4] if not item.side]
    dates_from = scene.quantity(at).text.startswith("from") and at and scene.items[at - 1].low in ("is", "was", "are")
    if dates_from or at and scene.items[at - 1].low in ("dates", "dated", "dating"):
        return Metric(("released",), firm=True, how="dates from")
    if found.at < 0 and scene.quantity(at).kind is Kind.DURATION and any(word in _AGES for word in near):
        return Metric(("released",), firm=True, how="newer and older tell of releases")
    return found


_AGES = frozenset(("newer", "older", "younger", "newest", "oldest", "elder", "head start", "age"))
