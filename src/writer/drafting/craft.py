"""The craft: the pure work around a model's answer, for any pair of one catalog."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from jinja2 import BaseLoader

from writer.briefing.brief import Brief, brief
from writer.briefing.measure import Measure
from writer.briefing.repair import Rejected, repair
from writer.catalog.catalog import Catalog
from writer.catalog.names import Names
from writer.check.check import check_prose
from writer.drafting.answer import read
from writer.drafting.bench import Judged, Prepared, Task
from writer.drafting.thin import too_thin
from writer.errors import ModelError
from writer.facts.compute import fact_sheet
from writer.facts.sheet import FactSheet
from writer.llm.question import Answer, Message

_KEPT = 64  # pairs whose sheet and brief are kept for their next step


@dataclass(frozen=True, slots=True)
class _Piece:
    sheet: FactSheet
    brief: Brief


class Craft:
    """Prepares, judges and asks for mending; see ``Bench``, which it is but for being asynchronous."""

    def __init__(self, catalog: Catalog, loader: BaseLoader) -> None:
        self._catalog, self._loader, self._names = catalog, loader, Names.of(catalog)
        self._pieces: OrderedDict[Task, _Piece] = OrderedDict()

    def prepare(self, task: Task) -> Prepared:
        """The facts' hash and the first messages. UnknownModel or SameModel for a pair that is none."""
        piece = self._piece(task)
        return Prepared(piece.sheet.hash, piece.brief.prompt_hash, piece.brief.prompt_version, piece.brief.messages)

    def judge(self, task: Task, answer: Answer) -> Judged:
        """Read the answer, check its prose, measure it."""
        try:
            prose = read(answer)
        except ModelError as error:
            return Judged(type(error).__name__, str(error))
        piece = self._piece(task)
        report = check_prose(prose, piece.sheet, self._names)
        if not report.accepted:
            found = ", ".join(dict.fromkeys(violation.rule for violation in report.violations))
            return Judged("rejected", f"{len(report.violations)} findings: {found}", prose, report)
        thin = too_thin(prose, report, Measure.of(piece.brief.document))
        return Judged("thin" if thin else "accepted", thin, prose, report)

    def mend(self, task: Task, answer: Answer, judged: Judged) -> tuple[Message, ...]:
        """The messages that ask for another attempt."""
        problem = "" if judged.outcome == "rejected" else judged.detail
        rejected = Rejected(answer.text, judged.prose, judged.report, problem)
        return repair(self._piece(task).brief, self._loader, rejected)

    def _piece(self, task: Task) -> _Piece:
        piece = self._pieces.pop(task, None)
        if piece is None:
            sheet = fact_sheet(self._catalog, task.a, task.b)
            piece = _Piece(sheet, brief(sheet, self._loader, task.note))
        self._pieces[task] = piece
        if len(self._pieces) > _KEPT:
            self._pieces.popitem(last=False)
        return piece


CraftMaker = Callable[[], Craft]
