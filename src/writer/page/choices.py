"""The verdict as a page shows it: need by need, with the values it rests on and the rules it follows."""

from __future__ import annotations

from collections.abc import Iterator

from writer.facts.reader import SIDES
from writer.facts.sheet import Side
from writer.facts.verdict import RULES, Finding, Need, Reason, Verdict, verdict
from writer.page.abilities import has, in_prose
from writer.page.limits import named
from writer.page.model import Cell, Choice, State, VerdictPart
from writer.page.showing import Showing
from writer.page.text import listed, printable
from writer.prose import Sentence
from writer.sayings.labels import score_label

NO_VERDICT = "No verdict"
MOST_BENCHMARKS = 3
METRICS = {
    Need.CONTEXT: "context_window",
    Need.OUTPUT: "max_output",
    Need.KNOWLEDGE: "knowledge_cutoff",
    Need.OPEN_WEIGHTS: "open_weights",
}


def verdict_part(showing: Showing) -> VerdictPart:
    """Summary, table and rules. Only rules that were applied are shown."""
    found = verdict(showing.sheet)
    needs = dict.fromkeys(finding.need for finding in found.findings)
    return VerdictPart(
        tuple(_summary(showing, found)),
        tuple(_choice(showing, finding) for finding in found.findings),
        tuple(RULES[need] for need in needs),
    )


def _choice(showing: Showing, finding: Finding) -> Choice:
    if finding.choice is None:
        why, name = f"because {finding.reason}", NO_VERDICT
    else:
        why, name = _why(showing, finding), showing.name(finding.choice)
    return Choice(
        finding.need.value,
        _need(showing, finding),
        name,
        finding.choice.value if finding.choice else "",
        why,
        _cells(showing, finding),
    )


def _why(showing: Showing, finding: Finding) -> str:
    saving = f"pair.workload.{finding.subject}.cost.saving_percent"
    if finding.reason is Reason.CHEAPER and saving in showing.sheet.facts:
        return f"costs {showing.shown(saving)} less"
    return str(finding.reason)


def _need(showing: Showing, finding: Finding) -> str:
    match finding.need:
        case Need.WORKLOAD:
            return printable(showing.sheet.context.workloads[finding.subject].title)
        case Need.BENCHMARK:
            return printable(score_label(showing.sheet, finding.subject))
        case Need.CAPABILITY:
            return printable(showing.sheet.context.capabilities[finding.subject].label)
        case _:
            return finding.need[:1].upper() + finding.need[1:]


def _cells(showing: Showing, finding: Finding) -> tuple[Cell, Cell]:
    match finding.need:
        case Need.WORKLOAD:
            return _cost(showing, Side.A, finding.subject), _cost(showing, Side.B, finding.subject)
        case Need.BENCHMARK:
            return showing.cells(f"score.{finding.subject}")
        case Need.CAPABILITY:
            return has(showing, Side.A, finding.subject), has(showing, Side.B, finding.subject)
        case _:
            return showing.cells(METRICS[finding.need])


def _cost(showing: Showing, side: Side, workload: str) -> Cell:
    metric = f"{side}.workload.{workload}"
    limit = showing.facts.text(f"{metric}.limit")
    return (
        Cell(f"does not fit its {named(showing, side, limit)}", State.NO, (f"{metric}.limit",))
        if limit
        else showing.cell(f"{metric}.cost", "no price known")
    )


def _summary(showing: Showing, found: Verdict) -> Iterator[Sentence]:
    for side in SIDES:
        yield reasons_to_choose(showing, side, found)
    for key in found.cautions:
        side = Side(key[0])
        yield Sentence(f"Note that {showing.name(side)} is marked as {showing.shown(key)}.", (key,))


def reasons_to_choose(showing: Showing, side: Side, found: Verdict) -> Sentence:
    """What a model is the choice for, in one sentence."""
    choices = found.choices(side)
    if not choices:
        return Sentence(f"By these rules {showing.name(side)} is the choice for none of these needs.")
    cheaper = [_need(showing, finding) for finding in choices if finding.reason is Reason.CHEAPER]
    ahead = sorted(
        (finding.subject for finding in choices if finding.need is Need.BENCHMARK), key=lambda key: ("@" in key, key)
    )
    scores = [printable(score_label(showing.sheet, key)) for key in ahead]
    reasons = [f"the lower cost of {listed(cheaper)}"] if cheaper else []
    reasons += [
        _reason(showing, finding)
        for finding in choices
        if finding.need is not Need.BENCHMARK and finding.reason is not Reason.CHEAPER
    ]
    if scores:
        more = " among others" if len(scores) > MOST_BENCHMARKS else ""
        reasons.append(f"the better score on {listed(scores[:MOST_BENCHMARKS])}{more}")
    shown = [choices_facts for finding in choices for choices_facts in finding.facts]
    return Sentence(f"Choose {showing.name(side)} for {_series(reasons)}.", tuple(dict.fromkeys(shown)))


def _series(reasons: list[str]) -> str:
    """Semicolons where a reason is itself a list."""
    if len(reasons) < 2 or not any(" and " in reason or ", " in reason for reason in reasons):
        return listed(reasons)
    return f"{'; '.join(reasons[:-1])}; and {reasons[-1]}"


def _reason(showing: Showing, finding: Finding) -> str:
    match finding.need:
        case Need.WORKLOAD:
            return f"{_need(showing, finding)}, which fit its limits"
        case Need.CONTEXT:
            return "the larger context window"
        case Need.OUTPUT:
            return "the larger output limit"
        case Need.KNOWLEDGE:
            return "the later knowledge cutoff"
        case Need.OPEN_WEIGHTS:
            return "open weights"
        case _:
            return in_prose(showing, finding.subject)
