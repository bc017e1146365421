"""The brief's one document: everything a writer of this pair may know, as plain JSON values."""

from __future__ import annotations

from writer.briefing.clean import clean
from writer.briefing.envelope import Document, Json
from writer.briefing.facts_of import facts_of
from writer.briefing.measure import measure_of
from writer.briefing.short import short_name
from writer.briefing.undocumented import undocumented
from writer.facts.plain import plain_value
from writer.facts.plan import Plan, plan
from writer.facts.points import Point
from writer.facts.sheet import Fact, FactSheet, Side
from writer.facts.verdict import Finding, Need, verdict
from writer.quantities.unit import Unit
from writer.sayings.display import display
from writer.sayings.forms import forms
from writer.sayings.labels import capability_label, provider_name, score_label

NAME_AT_MOST, TEXT_AT_MOST, FORM_AT_MOST, NOTE_AT_MOST = 60, 80, 240, 600
POINTS_AT_MOST, POINT_FACTS_AT_MOST, FORMS_AT_MOST = 9, 5, 1


def document(sheet: FactSheet, note: str = "") -> Document:
    """The document of a pair: ``models names plan verdict undocumented facts measure`` and, where there is one, ``note``."""
    planned = plan(sheet)
    chosen = facts_of(sheet, planned.facts)
    keys = frozenset(fact.key for fact in chosen)
    asked = measure_of(chosen)
    members: Document = {
        "models": _models(sheet),
        "names": _names(sheet, chosen),
        "plan": _plan(planned, keys),
        "verdict": [_finding(sheet, finding) for finding in verdict(sheet).findings if _answers(finding, keys)],
        "undocumented": {side.value: [*undocumented(sheet, side, keys)] for side in (Side.A, Side.B)},
        "facts": {fact.key: _fact(sheet, fact) for fact in chosen},
        "measure": {
            "words": [asked.words_at_least, asked.words_at_most],
            "paragraphs": asked.paragraphs,
            "quantities": asked.quantities,
        },
    }
    return members | ({"note": clean(note, NOTE_AT_MOST)} if note.strip() else {})


def _models(sheet: FactSheet) -> Json:
    names = {side: clean(sheet.model(side).name, NAME_AT_MOST) for side in (Side.A, Side.B)}
    return {
        side.value: {
            "name": names[side],
            "short": short_name(names[side], names[side.other]),
            "vendor": _vendor(sheet, side),
        }
        for side in names
    }


def _vendor(sheet: FactSheet, side: Side) -> str:
    known = sheet.context.vendors.get(sheet.model(side).vendor)
    return clean(known.name if known else sheet.model(side).vendor, NAME_AT_MOST)


def _names(sheet: FactSheet, chosen: tuple[Fact, ...]) -> Json:
    """What the ids in the values are called; only those that the chosen facts use."""
    context = sheet.context
    used = {member for fact in chosen for member in _members(fact)}
    scores = dict.fromkeys(fact.metric.removeprefix("score.") for fact in chosen if fact.metric.startswith("score."))
    return {
        "providers": {key: clean(provider_name(sheet, key), NAME_AT_MOST) for key in context.providers if key in used},
        "capabilities": {
            key: clean(capability_label(sheet, key), NAME_AT_MOST) for key in context.capabilities if key in used
        },
        "workloads": {key: clean(workload.title, NAME_AT_MOST) for key, workload in context.workloads.items()},
        "benchmarks": {key: _benchmark(sheet, key) for key in scores},
    }


def _members(fact: Fact) -> tuple[str, ...]:
    if isinstance(fact.value, tuple):
        return fact.value
    return (fact.value,) if isinstance(fact.value, str) else ()


def _benchmark(sheet: FactSheet, key: str) -> Json:
    known = sheet.context.benchmarks.get(key.partition("@")[0])
    name = clean(score_label(sheet, key), TEXT_AT_MOST)
    return {"name": name, "higher_is_better": known.higher_is_better} if known else {"name": name}


def _plan(planned: Plan, keys: frozenset[str]) -> list[Json]:
    return [_point(point, keys) for point in planned.points[:POINTS_AT_MOST]]


def _point(point: Point, keys: frozenset[str]) -> Json:
    told = [key for key in point.facts if key in keys][:POINT_FACTS_AT_MOST]
    favours = {"favours": point.favours.value} if point.favours else {}
    return {"topic": point.topic, "kind": point.kind.value, "why": point.reason, **favours, "facts": [*told]}


def _answers(finding: Finding, keys: frozenset[str]) -> bool:
    """False for a benchmark whose scores the document does not hold."""
    return finding.need is not Need.BENCHMARK or f"a.score.{finding.subject}" in keys


def _finding(sheet: FactSheet, finding: Finding) -> Json:
    need = f"{finding.need.value} {_subject(sheet, finding)}".strip()
    return {"need": need, "choice": finding.choice.value if finding.choice else None, "because": finding.reason.value}


def _subject(sheet: FactSheet, finding: Finding) -> str:
    if finding.subject in sheet.context.workloads:
        return clean(sheet.context.workloads[finding.subject].title, NAME_AT_MOST)
    if finding.subject in sheet.context.capabilities:
        return clean(capability_label(sheet, finding.subject), NAME_AT_MOST)
    return clean(score_label(sheet, finding.subject), TEXT_AT_MOST) if finding.subject else ""


def _fact(sheet: FactSheet, fact: Fact) -> Json:
    value = plain_value(fact.value)
    entry: dict[str, Json] = {"value": value if not isinstance(value, (str, list)) else _cleaned(value)}
    if fact.unit:
        entry["unit"] = fact.unit.value
    said: list[Json] = [clean(form, FORM_AT_MOST) for form in _say(sheet, fact)]
    return entry | ({"say": said} if said else {})


def _cleaned(value: str | list[str]) -> Json:
    if isinstance(value, str):
        return clean(value, TEXT_AT_MOST)
    return [clean(item, TEXT_AT_MOST) for item in value]


def _say(sheet: FactSheet, fact: Fact) -> tuple[str, ...]:
    """A figure of one model as it is shown, for its key says whose it is; what compares two as whole phrases, for there
    the direction counts. Who is higher, newer or ahead is said by the phrases of the gap."""
    if fact.side is not Side.PAIR and fact.unit is not Unit.COUNT and not isinstance(fact.value, (bool, tuple)):
        return (display(sheet, fact),)
    if fact.aspect in {"higher", "winner", "newer"} and fact.value != "tie":
        return ()
    return forms(sheet, fact)[:FORMS_AT_MOST]
