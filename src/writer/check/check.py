"""The checker: text and facts in, a report out."""

from __future__ import annotations

from collections.abc import Sequence

from writer.catalog.names import Names
from writer.check.abilities import judge_abilities
from writer.check.beyond import judge_beyond
from writer.check.claims import Finding, Findings
from writer.check.comparatives import judge_comparatives
from writer.check.discourse import Discourse
from writer.check.index import Index, other
from writer.check.items import Sort
from writer.check.lexer import lex
from writer.check.mentions import Mentions, hangs
from writer.check.naming import judge_names
from writer.check.numbers import judge_numbers
from writer.check.passages import Sentence, sentences
from writer.check.report import Report, Statement, Violation
from writer.check.scene import Scene
from writer.check.sellers import judge_sellers
from writer.check.ties import judge_ties
from writer.check.weights import judge_free, judge_weights
from writer.facts.sheet import FactSheet
from writer.prose import Prose
from writer.quantities.normalise import Normalised, normalise
from writer.quantities.quantity import DateRange
from writer.sayings.display import display
from writer.sayings.forms import forms
from writer.sayings.rules import RULES


class Checker:
    """The checker of one pair; keep it for as long as the sheet, for what it knows of the sheet is worked out once."""

    def __init__(self, sheet: FactSheet, names: Names) -> None:
        self._sheet = sheet
        self._names = names.pair(sheet.a.slug, sheet.b.slug)
        self._index = Index(sheet)

    def check(self, text: str, citations: Sequence[str] = ()) -> Report:
        """Judge ``text``."""
        seen = _plain(normalise(text))
        lexed = lex(seen.text, self._names, self._index.words)
        found = sentences(lexed.items)
        Mentions(self._index).resolve(found)
        findings = Findings()
        talk = Discourse()
        for sentence in found:
            _judge_sentence(Scene(sentence, self._index, talk, findings), seen.text)
        return self._report(seen, findings.found, len(lexed.reading.quantities))

    def _report(self, seen: Normalised, found: Sequence[Finding], quantities: int) -> Report:
        statements, violations = [], []
        for each in sorted(found, key=lambda finding: (finding.start, finding.end, finding.rule)):
            start, end = seen.original_span(each.start, each.end)
            quote = seen.original[start:end]
            if each.rule:
                violations.append(self._violation(each, start, end, quote))
            else:
                statements.append(Statement(start, end, quote, each.keys, each.reading))
        return Report(tuple(statements), tuple(violations), quantities, checker_version())

    def _violation(self, each: Finding, start: int, end: int, quote: str) -> Violation:
        fact = self._sheet.facts.get(each.expected)
        rule = RULES[each.rule]
        message = f"{rule.instruction} ({each.reading})" + (f": {each.detail}" if each.detail else "")
        if fact is None:
            return Violation(start, end, quote, each.rule, message)
        return Violation(start, end, quote, each.rule, message, f"{display(self._sheet, fact)} ({fact.key})",
                         forms(self._sheet, fact)[:3])


def _plain(seen: Normalised) -> Normalised:
    """Arrows are read as colons."""
    if "->" not in seen.text and "=>" not in seen.text:
        return seen
    return Normalised(seen.original, seen.text.replace("->", ": ").replace("=>", ": "), seen.sources)


def _judge_sentence(scene: Scene, text: str) -> None:
    if scene.sentence.heading:
        _head(scene)
        return
    judge_names(scene)
    if not scene.sentence.question or any(True for _ in scene.numbers()):
        judge_numbers(scene)
    if not scene.sentence.question:
        judge_abilities(scene)
        judge_sellers(scene)
        judge_weights(scene)
        judge_comparatives(scene)
        judge_ties(scene)
        judge_free(scene)
    judge_beyond(scene, text)
    _carry(scene)


def _head(scene: Scene) -> None:
    """A heading names the model and the metric of what follows."""
    talk = scene.talk
    sides = {item.side for item in scene.items if item.side in ("a", "b")}
    talk.heading_side = next(iter(sides)) if len(sides) == 1 else ""
    talk.heading_metrics = tuple(metric for item in scene.items for metric in (item.metrics or item.ids))
    talk.metrics = ()
    if talk.heading_side:
        talk.subject = talk.heading_side


def _carry(scene: Scene) -> None:
    """What the next sentence can take from this one."""
    talk, items = scene.talk, scene.items
    order = []
    for at, item in enumerate(items):
        if item.side in ("a", "b"):
            if item.side not in order:
                order.append(item.side)
            if not hangs(items, at):
                talk.subject = item.side
        if item.quantity is not None and isinstance(item.quantity.value, DateRange) and item.quantity.value.year is not None:
            talk.dates.insert(0, item.quantity.value)
    del talk.dates[6:]
    talk.own = any("@own" in names for names in scene.compared.values())
    asked = scene.sentence.question and len(order) == 1
    talk.asked_side = order[0] if asked else ""
    talk.asked_metrics = tuple(metric for item in items for metric in (item.metrics or item.ids)) if asked else ()
    if len(order) == 2:
        talk.order, talk.turn = (order[0], order[1]), None
    elif order:
        talk.turn = (order[0], other(order[0]))
    last = [metric for _, metric in sorted(scene.metrics.items())]
    words = tuple(metric for item in items if item.sort is not Sort.SELLER for metric in (item.metrics or item.ids))
    if last:
        talk.metrics = last[-1].metrics
        talk.series = tuple(dict.fromkeys(metric.metrics for metric in last))[-2:]
    elif words:
        talk.metrics = words


_CHECKERS: dict[int, tuple[FactSheet, Names, Checker]] = {}


def check(text: str, sheet: FactSheet, names: Names, citations: Sequence[str] = ()) -> Report:
    """Judge ``text`` about the pair of ``sheet``. For many texts about one pair keep a ``Checker``."""
    return Checker(sheet, names).check(text, citations)


def check_prose(prose: Prose, sheet: FactSheet, names: Names) -> Report:
    """Judge what a language model answered: its text, its form and its citations."""
    return check(prose.text, sheet, names)


def checker_version() -> str:
    """A hash of the checker's rules and code."""
    return "0"
