"""The checker: text and facts in, a report out. It reads the text alone and fails closed: no text makes it raise."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from writer.catalog.names import Names
from writer.check.answer import judge_answer
from writer.check.citations import Cited, chosen, cited
from writer.check.claims import Finding, Findings
from writer.check.discourse import Discourse
from writer.check.index import Index
from writer.check.judging import judge_sentence
from writer.check.lexer import Lexed, lex
from writer.check.mentions import Mentions
from writer.check.passages import sentences
from writer.check.report import Report
from writer.check.scene import Scene
from writer.check.telling import Teller
from writer.check.version import checker_version
from writer.facts.sheet import FactSheet
from writer.prose import Prose
from writer.quantities.normalise import Normalised, normalise

__all__ = ["Checker", "check", "check_prose", "checker_version"]
_KEPT = 64                             # pairs whose checker is kept for the next text


class Checker:
    """The checker of one pair; keep it for as long as the sheet, for what it knows of the sheet is worked out once."""

    def __init__(self, sheet: FactSheet, names: Names) -> None:
        self._names = names.pair(sheet.a.slug, sheet.b.slug)
        self._index = Index(sheet)
        self._teller = Teller(sheet)

    def check(self, text: str, citations: Sequence[Cited] = ()) -> Report:
        """Judge ``text``. ``citations`` choose among readings that all hold, and decide nothing."""
        seen = _plain(normalise(text))
        try:
            lexed = lex(seen.text, self._names, self._index.words)
            found = self._judged(lexed, seen.text)
            quantities = len(lexed.reading.quantities)
        except Exception as error:  # noqa: BLE001  whatever breaks here, the text is not accepted
            found, quantities = [_broken(0, len(seen.text), error)], 0
        return self._report(seen, found, quantities, citations)

    def check_prose(self, prose: Prose) -> Report:
        """Judge what a language model answered: its text, its form and its citations."""
        citations = cited(prose)
        return judge_answer(prose, citations, self.check(prose.text, citations), self._index.sheet)

    def _judged(self, lexed: Lexed, text: str) -> list[Finding]:
        findings, talk = Findings(), Discourse()
        found = sentences(lexed.items)
        endless = [each for each in found if each.is_endless()]
        for each in endless:
            findings.strays(each.items[0].start, each.items[-1].end, "unread", "", detail="the sentence is too long to be judged")
        found = [each for each in found if not each.is_endless()] if endless else found
        Mentions(self._index).resolve(found)
        for sentence in found:
            try:
                judge_sentence(Scene(sentence, self._index, talk, findings), text)
            except Exception as error:  # noqa: BLE001  … and where one sentence breaks, the others are still judged
                findings.found.append(_broken(sentence.items[0].start, sentence.items[-1].end, error))
        return findings.found

    def _report(self, seen: Normalised, found: Sequence[Finding], quantities: int, citations: Sequence[Cited]) -> Report:
        statements, violations = [], []
        for each in sorted(found, key=lambda finding: (finding.start, finding.end, finding.rule)):
            start, end = seen.original_span(each.start, each.end)
            quote = seen.original[start:end]
            if each.rule:
                violations.append(self._teller.violation(each, start, end, quote))
            else:
                statements.append(self._teller.statement(chosen(each, start, citations), start, end, quote))
        return Report(tuple(statements), tuple(violations), quantities, checker_version())


def _plain(seen: Normalised) -> Normalised:
    """Arrows are read as colons."""
    if "->" not in seen.text and "=>" not in seen.text:
        return seen
    return Normalised(seen.original, seen.text.replace("->", ": ").replace("=>", ": "), seen.sources)


def _broken(start: int, end: int, error: Exception) -> Finding:
    return Finding(start, end, "unread", "", detail=f"the checker could not judge it ({type(error).__name__})")


class _Same:
    """A key that equals itself alone, for what cannot be hashed; it keeps its object alive, so ids are not used again."""

    __slots__ = ("one",)

    def __init__(self, one: object) -> None:
        self.one = one

    def __hash__(self) -> int:
        return id(self.one)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.one is other.one


@lru_cache(maxsize=_KEPT)
def _kept(sheet: _Same, names: _Same) -> Checker:
    assert isinstance(sheet.one, FactSheet)
    assert isinstance(names.one, Names)
    return Checker(sheet.one, names.one)


def check(text: str, sheet: FactSheet, names: Names, citations: Sequence[Cited] = ()) -> Report:
    """Judge ``text`` about the pair of ``sheet``. The last pairs are remembered; for many texts keep a ``Checker``."""
    return _kept(_Same(sheet), _Same(names)).check(text, citations)


def check_prose(prose: Prose, sheet: FactSheet, names: Names) -> Report:
    """Judge what a language model answered: its text, its form and its citations (the contract, section 5)."""
    return _kept(_Same(sheet), _Same(names)).check_prose(prose)
