"""The craft: the pure work around a model's answer, for any pair of one catalog."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import TypeVar

from jinja2 import BaseLoader

from writer.briefing.brief import Brief, brief
from writer.briefing.measure import Measure
from writer.briefing.repair import Rejected, repair
from writer.catalog.catalog import Catalog
from writer.catalog.names import Names
from writer.check.check import check_prose
from writer.drafting.answer import read
from writer.drafting.bench import Judged, Prepared, Task
from writer.drafting.progress import counted
from writer.drafting.thin import too_thin
from writer.errors import ModelError
from writer.facts.compute import Facts
from writer.facts.sheet import FactSheet
from writer.llm.question import Answer, Message

Kept = TypeVar("Kept")
_SHEETS_KEPT, _MEASURES_KEPT = 512, 4096  # as many as are in hand at once; a measure takes no room


class Craft:
    """Prepares, judges and asks for mending; see ``Bench``, which it is but for being asynchronous."""

    def __init__(self, catalog: Catalog, loader: BaseLoader) -> None:
        self._facts, self._loader, self._names = Facts(catalog), loader, Names.of(catalog)
        self._sheets: OrderedDict[tuple[str, str], FactSheet] = OrderedDict()
        self._measures: OrderedDict[tuple[str, str], Measure] = OrderedDict()

    def prepare(self, task: Task) -> Prepared:
        """The facts' hash and the first messages. UnknownModel or SameModel for a pair that is none."""
        sheet, made = self._sheet(task), self._brief(task)
        return Prepared(sheet.hash, made.prompt_hash, made.prompt_version, made.messages)

    def judge(self, task: Task, answer: Answer) -> Judged:
        """Read the answer, check its prose, measure it."""
        try:
            prose = read(answer)
        except ModelError as error:
            return Judged(type(error).__name__, str(error))
        report = check_prose(prose, self._sheet(task), self._names)
        if not report.accepted:
            found = ", ".join(dict.fromkeys(violation.rule for violation in report.violations))
            return Judged("rejected", f"{counted(len(report.violations), 'finding')}: {found}", prose, report)
        thin = too_thin(prose, report, self._measure(task))
        return Judged("thin" if thin else "accepted", thin, prose, report)

    def mend(self, task: Task, answer: Answer, judged: Judged) -> tuple[Message, ...]:
        """The messages that ask for another attempt."""
        problem = "" if judged.outcome == "rejected" else judged.detail
        rejected = Rejected(answer.text, judged.prose, judged.report, problem)
        return repair(self._brief(task), self._loader, rejected)

    def _sheet(self, task: Task) -> FactSheet:
        pair = task.a, task.b
        return _kept(self._sheets, pair, _SHEETS_KEPT, lambda: self._facts.sheet(*pair))

    def _brief(self, task: Task) -> Brief:
        made = brief(self._sheet(task), self._loader, task.note)
        _kept(self._measures, (task.a, task.b), _MEASURES_KEPT, lambda: Measure.of(made.document))
        return made

    def _measure(self, task: Task) -> Measure:
        return self._measures.get((task.a, task.b)) or Measure.of(self._brief(task).document)


def _kept(
    store: OrderedDict[tuple[str, str], Kept], pair: tuple[str, str], most: int, make: Callable[[], Kept]
) -> Kept:
    """What is in the store, or is made for it; the one that was used longest ago gives way."""
    found = store.pop(pair, None)
    store[pair] = made = make() if found is None else found
    if len(store) > most:
        store.popitem(last=False)
    return made


CraftMaker = Callable[[], Craft]
