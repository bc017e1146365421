"""Every number of a sentence, each handed to the judge of its kind; what no judge takes strays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from writer.check.comparisons import COUNTED, NOTHING_NAMED, PRICED, SIZED, judge_comparison, own_ratio
from writer.check.counts import counted, judge_count
from writer.check.index import SIDES
from writer.check.inherit import inherit_units, pass_jobs, pass_over, spread_base
from writer.check.items import BOTH, OPEN, Item, Sort
from writer.check.metrics import Fits, Metric, kind_fits, left_of, metric_of, metrics_at, right_of
from writer.check.relations import Form, Relation, relation_of
from writer.check.scene import Scene, number, says
from writer.check.steps import leftward
from writer.check.subjects import Subject, hanging, is_value, subject_of
from writer.check.times import judge_date, judge_duration
from writer.check.values import entries, judge_value
from writer.quantities.quantity import GroupKind, Kind, PassedKind
from writer.sayings.count_words import COUNTED as COUNTED_NOUNS
from writer.sayings.words import Sense

_COMPARED = frozenset(("cheaper", "dearer", "less", "more", "lower", "higher", "saving", "pricier"))
_COMPARING = frozenset((Kind.MULTIPLE, Kind.FRACTION, Kind.MAGNITUDE, Kind.PERCENT))


def judge_numbers(scene: Scene) -> None:
    """Judge every number of the sentence, from left to right."""
    items = scene.items
    pass_jobs(items, scene.index.requests, scene.talk.metrics)
    inherit_units(items)
    pass_over(items)
    spread_base(items)
    for at in scene.numbers():
        if is_value(items[at]):
            hook = hanging(items, at)
            if hook is not None:
                scene.hooks[at] = hook
                items[hook].taken = True
    for at in scene.numbers():
        _judge(scene, at)
    for item in items:
        if item.sort is Sort.UNREAD:
            scene.findings.strays(item.start, item.end, "unread", item.low)
        elif item.sort is Sort.PASSED and item.passed is not None and item.passed.kind is PassedKind.BLEND:
            if any(word in _COMPARED for word in item.low.split()):
                continue
            if tuple(item.passed.weights) not in ((Fraction(70), Fraction(30)), (Fraction(7), Fraction(3))):
                scene.findings.strays(item.start, item.end, "wrong-blend", item.low, expected="a.price.blended")


def _judge(scene: Scene, at: int) -> None:
    quantity = scene.quantity(at)
    if scene.items[at].notes.get("passed"):
        return
    if quantity.quantifier:
        _judge_all(scene, at)
        return
    if quantity.sign < 0 and quantity.kind not in (Kind.DATE, Kind.PERCENT):
        scene.findings.strays(*scene.span(at), "wrong-number", quantity.text, detail="no value or difference is below zero")
        return
    if quantity.kind is Kind.DURATION:
        judge_duration(scene, at, _date_metric(scene, at))
    elif quantity.kind in _COMPARING and not _is_score(scene, at):
        _compare(scene, at)
    elif quantity.kind is Kind.POINTS and not _is_score(scene, at):
        if _says_score(scene, at):
            return
        _difference(scene, at, relation_of(scene.items, at))
    elif quantity.text.startswith("+") or _is_difference(scene, at):
        _difference(scene, at, relation_of(scene.items, at))
    else:
        _value(scene, at)


def _says_score(scene: Scene, at: int) -> bool:
    """Points that are a score itself, where no gap holds: "it has 65.3 points on …"."""
    items = scene.items
    if items[at - 1].low in ("by", "of") or relation_of(items, at).word >= 0:
        return False
    named = [f"score.{benchmark}" for item in items for benchmark in item.ids if item.sort is Sort.BENCHMARK]
    subject = subject_of(items, at, scene.talk, scene.subjects, scene.hooks)
    sides = (subject.side,) if subject.firm and subject.side in SIDES else SIDES
    true = [entry for name in named for side in sides for entry in entries(scene, at, name, side) if says(scene.quantity(at), "", entry)]
    if true:
        scene.findings.holds(*scene.span(at), "a score", (true[0].key,))
    return bool(true)


def _is_score(scene: Scene, at: int) -> bool:
    """A score told in percent: "58.6% on SWE-Bench Pro"."""
    quantity = scene.quantity(at)
    if quantity.kind not in (Kind.PERCENT, Kind.POINTS):
        return False
    relation = relation_of(scene.items, at)
    if relation.word >= 0:
        return False
    fits = kind_fits(quantity.kind, "", "", None)
    found, _ = right_of(scene.items, at, fits)
    return bool(found) and scene.items[at - 1].low not in ("by", "of") if at else bool(found)


def _is_difference(scene: Scene, at: int) -> bool:
    """A sum or a count that tells how far the two lie apart: "a $72.20 difference", "872,000 tokens more"."""
    quantity = scene.quantity(at)
    if quantity.kind not in (Kind.MONEY, Kind.NUMBER):
        return False
    if _is_multiple(scene, at):
        return False
    items = scene.items
    for ahead in range(at + 1, min(at + 5, len(items))):
        item = items[ahead]
        if item.means(Sense.GAP):
            return True
        if item.means(Sense.COMPARE):
            return item.low in _DIFFERING
        if item.low not in ("tokens", "token", "per", "million", "of", "context", "output", "input") and item.sort is not Sort.PASSED:
            break
    if _tells_gap(items, at):
        return True
    for back in range(at - 1, max(at - 5, -1), -1):
        item = items[back]
        if item.means(Sense.GAP) or item.low == "by":
            return not (item.low == "by" and not any(each.means(Sense.COMPARE) for each in items[max(0, back - 8) : back]))
        if item.low not in ("of", "is", "a", "an", "the", "just", "only", "to", "shrinks", "at", "about", "comes", "merely", "'s",
                            "was", "mere", "under"):
            break
        if item.low == "to" and not any(each.means(Sense.GAP) for each in items[max(0, back - 4) : back]):
            break
    return False


def _judge_all(scene: Scene, at: int) -> None:
    """ "all five benchmarks", "the sole shared benchmark": quantifiers that count."""
    quantity = scene.quantity(at)
    value = number(quantity)
    if quantity.quantifier == "all" and value > 1:
        kind = counted(scene, at)
        if kind in ("providers", "capabilities", "benchmarks", "wins"):
            subject = subject_of(scene.items, at, scene.talk, scene.subjects, scene.hooks)
            judge_count(scene, at, kind, subject)
    elif quantity.quantifier in ("sole", "single", "only") and counted(scene, at) == "benchmarks":
        near = {item.low for item in scene.items[max(0, at - 3) : at + 7]}
        shared = scene.index.value("pair.scores.shared.count")
        if near & {"share", "shared", "in common", "common"} and shared != 1:
            scene.findings.strays(*scene.span(at), "wrong-count", "count of shared benchmarks", expected="pair.scores.shared.count")


def _tells_gap(items: Sequence[Item], at: int) -> bool:
    """ "the difference between GLM-5.1 and GPT-5.4 mini is $0.23"."""
    for back in range(at - 1, max(at - 12, -1), -1):
        item = items[back]
        if item.means(Sense.GAP):
            return any(near.low == "between" for near in items[back:at]) and any(near.low in ("is", "was", "of", "comes") for near in items[back:at])
        if item.sort is Sort.NUMBER and not item.side or item.sort is Sort.SIGN or item.means(Sense.TURN):
            return False
    return False


_DIFFERING = frozenset(("less", "more", "cheaper", "dearer", "lower", "higher", "extra", "saving", "savings", "discount", "premium",
                        "larger", "smaller", "below", "fewer", "pricier", "costlier", "more expensive", "less expensive", "bigger",
                        "markup", "greater", "longer", "shorter", "roomier", "wider", "additional", "off", "lead", "edge", "steeper"))


def _value(scene: Scene, at: int) -> None:
    items, quantity = scene.items, scene.quantity(at)
    subject = subject_of(items, at, scene.talk, scene.subjects, scene.hooks)
    if COUNTED_NOUNS.get(quantity.noun) == "words" or quantity.per in ("page", "word"):
        scene.findings.strays(*scene.span(at), "derived", quantity.text, detail="tokens are not told in words or pages")
        return
    if _is_multiple(scene, at):
        scene.items[at].quantity = replace(quantity, kind=Kind.MULTIPLE)
        _compare(scene, at)
        return
    kind = counted(scene, at) if quantity.kind is Kind.NUMBER and quantity.per_tokens is None else ""
    if kind == "jobs":
        _job(scene, at)
        return
    if not kind and _is_small(scene, at):
        kind = "anything"
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
    if metric.metrics == ("parameters_active",) and "active" not in items[at].low and at > 1 and (
            items[at - 1].low == "of" or items[at - 2].low == "of" and items[at - 1].low in ("its", "the", "their")):
        metric = Metric(("parameters_total",), firm=True, how="the whole of them")
    scene.subjects[at], scene.metrics[at] = subject, metric
    judge_value(scene, at, subject, metric)


def _is_whole_score(scene: Scene, at: int) -> bool:
    """A score that is a whole number, "leads 55 to 20.9 on DROP": it is one's score on a benchmark of the sentence."""
    quantity = scene.quantity(at)
    named = [benchmark for item in scene.items if item.sort is Sort.BENCHMARK for benchmark in item.ids]
    if not named or quantity.group_kind is GroupKind.OF or quantity.noun:
        return False
    return any(entry is not None and says(quantity, "", entry) for benchmark in named for side in SIDES
               for entry in entries(scene, at, f"score.{benchmark}", side))


def _is_multiple(scene: Scene, at: int) -> bool:
    """ "20 times on the first line, and the blend splits the difference at around 98": a ratio whose "times" was left out."""
    quantity = scene.quantity(at)
    if quantity.kind is not Kind.NUMBER or quantity.noun or quantity.suffix or number(quantity) >= _LEAST_TOKENS:
        return False
    before = [item.quantity for item in scene.items[:at] if item.quantity is not None and item.quantity.kind in (Kind.MULTIPLE, Kind.NUMBER)]
    return bool(before) and before[-1].kind is Kind.MULTIPLE and scene.items[at - 1].low == "at" and not any(
        item.sort is Sort.BENCHMARK for item in scene.items)


def _is_small(scene: Scene, at: int) -> bool:
    """A bare small number that measures nothing: a count whose noun was left out."""
    quantity = scene.quantity(at)
    if quantity.kind is not Kind.NUMBER or quantity.noun or quantity.suffix or not quantity.in_words or quantity.per:
        return False
    items = scene.items
    if any(item.sort is Sort.BENCHMARK for item in items[max(0, at - 6) : at + 7]) or _is_job(scene, at):
        return False
    return number(quantity) <= _SMALL and number(quantity).denominator == 1


_SMALL = 40


def _fits(scene: Scene, at: int) -> Fits:
    quantity = scene.quantity(at)
    if quantity.kind is Kind.NUMBER and not quantity.suffix and quantity.noun != "token" and number(quantity) < _LEAST_TOKENS and (
            quantity.per_tokens is None):
        return lambda metric: metric.startswith(("score.", "parameters_"))
    return kind_fits(quantity.kind, quantity.noun, quantity.suffix, quantity.per_tokens)


_LEAST_TOKENS = 1000


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
        metric = next((items[ahead].ids[0] for ahead in range(at + 1, min(at + 5, len(items))) if items[ahead].sort is Sort.JOB), "")
    jobs = scene.index.sheet.context.workloads
    wanted = [job for job in jobs.values() if not metric or f"workload.{job.id}.cost" == metric]
    value = number(scene.quantity(at))
    if value != 1 and not any(job.requests == value for job in wanted):
        scene.findings.strays(*scene.span(at), "wrong-workload", items[at].low, expected=metric and f"a.{metric}")


def _compare(scene: Scene, at: int) -> None:
    relation = _asked(scene, at, relation_of(scene.items, at))
    subject = relation.subject if relation.subject in SIDES else _left_side(scene, at)
    if _spread_ratio(scene, at):
        return
    quantity = scene.quantity(at)
    if quantity.sign < 0 and (relation.word >= 0 or quantity.kind is not Kind.PERCENT):
        scene.findings.strays(*scene.span(at), "wrong-number", quantity.text, detail="no ratio or percentage is below zero")
        return
    if quantity.kind is Kind.PERCENT and relation.word >= 0 and scene.items[relation.word].means(Sense.GAP) and (
            scene.items[relation.word].low in _BASELESS):
        scene.findings.strays(*scene.span(at), "baseless-percent", quantity.text)
        return
    if scene.quantity(at).kind is Kind.PERCENT and _tells_scores(scene, at):
        scene.findings.strays(*scene.span(at), "points-percent", scene.quantity(at).text)
        return
    if own_ratio(scene, at, subject if subject in (*SIDES, BOTH) else OPEN):
        return
    metric = _comparison_metric(scene, at, relation)
    judge_comparison(scene, at, relation, metric, _default(relation, _comparison_fits(scene, at, relation), scene))


def relation_words(scene: Scene, at: int) -> set[str]:
    """Plural nouns of difference before the number: "margins of", "leads that run from"."""
    return {"lead" for item in scene.items[max(0, at - 6) : at] if item.low in ("margins", "leads", "gaps", "differences")}


def _spread_ratio(scene: Scene, at: int) -> bool:
    """Judge "1.6× the lowest" and "a 2.5× spread": one model's dearest input over its cheapest."""
    items, quantity = scene.items, scene.quantity(at)
    if quantity.kind not in (Kind.MULTIPLE, Kind.FRACTION):
        return False
    near = [item.low for item in items[at + 1 : at + 5]]
    ends = any(word in ("lowest", "cheapest", "floor", "minimum", "cheapest offer", "dearest", "highest") for word in near)
    spreads = any(item.low in ("spread", "varies", "vary", "ranges", "range", "swings") for item in items[max(0, at - 4) : at + 4])
    if not (ends or spreads):
        return False
    sides = [side for side in (_left_side(scene, at),) if side in SIDES] or list(SIDES)
    found = [scene.index.entry("price.input.spread.ratio", side) for side in (*sides, *(SIDES if spreads else ()))]
    true = [entry for entry in found if entry is not None and says(quantity, "", entry)]
    if true:
        scene.findings.holds(*scene.span(at), "dearest over cheapest input", (true[0].key,))
    return bool(true)


_BASELESS = frozenset(("gap", "gaps", "difference", "differences", "apart", "margin", "spread", "distance"))


def _tells_scores(scene: Scene, at: int) -> bool:
    """Whether a percentage is of two scores: the nearest metric on either side is a benchmark."""
    def fits(name: str) -> bool:
        return name.startswith(("score.", "price.", "workload.", "context_fill")) or name in SIZED or name in COUNTED

    found, _ = right_of(scene.items, at, fits)
    if not found:
        found, place, _ = left_of(scene.items, at, fits, {}, acts=False)
        if any(item.low == ";" for item in scene.items[place:at]):
            return False
    return bool(found) and found[0].startswith("score.")


def _asked(scene: Scene, at: int, relation: Relation) -> Relation:
    """ "Which is cheaper? GPT-4.1 mini, by 80 %.": the question's comparative."""
    items = scene.items
    if relation.word >= 0 or not scene.talk.asked_sign or at < 3 or items[at - 1].low != "by" or items[at - 2].low != ",":
        return relation
    if scene.quantity(at).kind not in (Kind.PERCENT, Kind.FRACTION):
        return relation
    form = Form.SAVING if scene.talk.asked_sign < 0 else Form.PREMIUM
    return Relation(form, scene.talk.asked_sign, items[at - 3].side, scene.talk.asked_axis, firm=items[at - 3].side in SIDES, told=True)


def _left_side(scene: Scene, at: int) -> str:
    for back in range(at - 1, -1, -1):
        if scene.items[back].side:
            return scene.items[back].side
    return OPEN


def _difference(scene: Scene, at: int, relation: Relation) -> None:
    quantity = scene.quantity(at)
    if quantity.currency not in ("", "USD"):
        scene.findings.strays(*scene.span(at), "wrong-unit", quantity.text, detail="prices are in US dollars")
        return
    metric = _comparison_metric(scene, at, Relation(Form.DIFFERENCE, relation.sign, relation.subject, relation.axis, relation.word))
    if quantity.kind is Kind.POINTS and (not metric.metrics or quantity.group or "lead" in relation_words(scene, at)):
        here = tuple(f"score.{benchmark}" for item in scene.items for benchmark in item.ids if item.sort is Sort.BENCHMARK)
        metric = Metric(_spread_scores(scene, here) or scene.index.scores, firm=False, how="any score that is named")
    form = Relation(Form.DIFFERENCE, relation.sign, relation.subject, relation.axis, firm=relation.firm)
    judge_comparison(scene, at, form, metric, _default(relation, _comparison_fits(scene, at, form), scene))


def _comparison_metric(scene: Scene, at: int, relation: Relation) -> Metric:
    """What is compared; the ends of a range of shares are each of a metric of its own."""
    found = _narrowed(scene, at, _compared_metric(scene, at, relation))
    quantity = scene.quantity(at)
    ranged = quantity.kind in _COMPARING and quantity.group_kind in (GroupKind.RANGE, GroupKind.TO)
    return Metric(found.metrics, firm=False, how=found.how, at=found.at) if ranged else found


def _compared_metric(scene: Scene, at: int, relation: Relation) -> Metric:
    """What is compared: named after the number, before it, by the values beside it, or carried."""
    fits = _comparison_fits(scene, at, relation)
    found, where = right_of(scene.items, max(at, relation.word), fits)
    if not found:
        found, where = right_of(scene.items, at, fits)
    if found:
        ranged = scene.quantity(at).group_kind in (GroupKind.RANGE, GroupKind.TO) and scene.quantity(at).kind is Kind.PERCENT
        return Metric(_spread_scores(scene, found), firm=not ranged, how="named after it", at=where)
    left, place, clean = left_of(scene.items, at, fits, {}, acts=False)
    if not left:
        left, place, clean = left_of(scene.items, at, fits, {})
    values = [index for index in range(at - 1, -1, -1) if index in scene.metrics or index in scene.compared]
    if values and values[0] > place - 2:
        near = scene.metrics[values[0]].metrics if values[0] in scene.metrics else scene.compared[values[0]]
        fitting = tuple(name for name in near if fits(name))
        if fitting:
            ordinal = any(item.low in ("first", "second", "former", "latter", "respect", "the former", "the latter") for item in scene.items[at + 1 : at + 5])
            ranged = scene.quantity(at).group_kind in (GroupKind.RANGE, GroupKind.TO)
            near = scene.items[values[0] + 1 : at]
            close = at - values[0] <= 6 or at - values[0] <= 16 and not any(
                item.metrics or item.sort in (Sort.JOB, Sort.BENCHMARK) or item.low in (",", "but", "though") and item.low != "," for item in near)
            beside = close and not ordinal and not ranged and not _is_joined(scene, at) and not any(item.low in (";", "while", "whilst", "whereas") for item in scene.items[values[0] : at])
            sure = beside and (values[0] not in scene.metrics or scene.metrics[values[0]].firm)
            return Metric(_spread_scores(scene, fitting), firm=sure, how="of the values beside it")
    if left:
        crossed = any(is_value(scene.items[each]) for each in leftward(scene.items, at, place))
        sure = clean and not crossed and not scene.items[place].means(Sense.ACT)
        return Metric(_spread_scores(scene, left), firm=sure, how="named before it", at=place)
    carried = tuple(name for name in (scene.talk.metrics or scene.talk.heading_metrics) if fits(name))
    if carried:
        return Metric(_spread_scores(scene, carried), firm=False, how="carried from before")
    return Metric(_default(relation, fits, scene), firm=False, how=NOTHING_NAMED)


def _narrowed(scene: Scene, at: int, found: Metric) -> Metric:
    """ "the price once you blend the two": where only "the price" is named, the price that the clause goes on to name."""
    if len(found.metrics) < len(PRICED) or not set(PRICED) <= set(found.metrics):
        return found
    for ahead in range(at + 1, min(at + 12, len(scene.items))):
        item = scene.items[ahead]
        if item.low in (";", ",", "(", ".") or item.means(Sense.TURN) and item.low != "once":
            break
        named = metrics_at(scene.items, ahead, lambda name: name in PRICED)
        if len(named) == 1:
            return Metric(named, firm=True, how="named after it", at=ahead)
    return found


def _is_joined(scene: Scene, at: int) -> bool:
    """ "quadruple and double": one of two comparing numbers in a row, which measure two things."""
    items = scene.items
    near = [at - 2, at + 2]
    return any(0 <= index < len(items) and items[index].quantity is not None and not is_value(items[index])
               and items[(index + at) // 2].means(Sense.JOIN) for index in near)


def _spread_scores(scene: Scene, metrics: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(each for name in metrics
                 for each in ([full for full in scene.index.scores if full == name or full.startswith(f"{name}@")]
                              if name.startswith("score.") else [name]))


def _default(relation: Relation, fits: Fits, scene: Scene) -> tuple[str, ...]:
    """Every metric that a comparison can be of where none is named."""
    names = (*PRICED, *SIZED, *COUNTED, "context_fill.cost", *scene.index.jobs, *scene.index.scores)
    return tuple(name for name in names if fits(name))


def _comparison_fits(scene: Scene, at: int, relation: Relation) -> Fits:
    quantity = scene.quantity(at)
    if relation.form is Form.DIFFERENCE:
        if quantity.kind is Kind.MONEY:
            return lambda name: name.startswith(("price.", "workload.", "context_fill"))
        if quantity.kind is Kind.POINTS:
            return lambda name: name.startswith("score.")
        if quantity.noun == "parameter" or quantity.suffix in ("B", "b", "billion"):
            return lambda name: name.startswith("parameters_")
        if quantity.noun == "token" or quantity.suffix.lower() == "k" or number(quantity) > 999:
            return lambda name: name in ("context_window", "max_output")
        return lambda name: name.startswith(("score.", "providers", "capabilities", "context", "max_", "parameters"))
    match relation.axis:
        case "price":
            return lambda name: name.startswith(("price.", "workload.", "context_fill"))
        case "room":
            return lambda name: name in SIZED or name in COUNTED
        case "size":
            return lambda name: name.startswith(("price.", "workload.", "context_fill")) or name in SIZED or name in COUNTED
        case "length":
            return lambda name: name in ("max_output", "context_window")
        case _:
            return lambda name: name.startswith(("price.", "workload.", "context_fill")) or name in SIZED or name in COUNTED


def _date_metric(scene: Scene, at: int) -> Metric:
    def fits(name: str) -> bool:
        return name in ("released", "knowledge_cutoff")

    found = metric_of(scene.items, at, fits, scene.talk, scene.metrics)
    near = [item.low for item in scene.items[max(0, at - 5) : at + 4] if not item.side]
    if found.at < 0 and scene.quantity(at).kind is Kind.DURATION and any(word in _AGES for word in near):
        return Metric(("released",), firm=True, how="newer and older tell of releases")
    return found


_AGES = frozenset(("newer", "older", "younger", "newest", "oldest", "elder", "head start", "age"))
