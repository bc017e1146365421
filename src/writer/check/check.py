"""The checker: text and facts in, a report out. It reads the text alone and fails closed: no text makes it raise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from writer.catalog.names import Names
from writer.check.answer import judge_answer
from writer.check.citations import Cited, chosen, cited
from writer.check.claims import Finding, Findings
from writer.check.discourse import Discourse
from writer.check.explain import Explained, explained
from writer.check.index import Index
from writer.check.judging import judge_sentence
from writer.check.lexer import Lexed, lex
from writer.check.mentions import Mentions
from writer.check.passages import Sentence, sentences
from writer.check.report import Report, Violation
from writer.check.scene import Scene
from writer.check.telling import Teller
from writer.check.version import checker_version
from writer.facts.sheet import FactSheet
from writer.prose import Prose
from writer.quantities.normalise import Normalised, normalise
from writer.quantities.quantity import Reading

__all__ = ["Checker", "check", "check_prose", "checker_version", "explain"]
_MOST_VIOLATIONS = 1_000  # of a text; what follows is not judged
_KEPT = 64  # pairs whose checker is kept for the next text


@dataclass(frozen=True, slots=True)
class _Judged:
    """A text, what was read of its numbers, and what was found; offsets are those of the normalised text."""

    seen: Normalised
    reading: Reading
    found: Sequence[Finding]


class Checker:
    """The checker of one pair; keep it for as long as the sheet, for what it knows of the sheet is worked out once."""

    def __init__(self, sheet: FactSheet, names: Names) -> None:
        self._names = names.pair(sheet.a.slug, sheet.b.slug)
        self._index = Index(sheet)
        self._teller = Teller(sheet)

    def check(self, text: str, citations: Sequence[Cited] = ()) -> Report:
        """Judge ``text``. ``citations`` choose among readings that all hold, and decide nothing."""
        try:
            return self._report(self._judge(text), citations)
        except Exception as error:  # noqa: BLE001  whatever breaks, a report comes, and it accepts nothing
            return _refusal(text, error)

    def check_prose(self, prose: Prose) -> Report:
        """Judge what a language model answered: its text, its form and its citations."""
        citations = cited(prose)
        return judge_answer(prose, citations, self.check(prose.text, citations), self._index.sheet)

    def explain(self, text: str) -> tuple[Explained, ...]:
        """Every number of ``text``: how it was read, and to which facts it was bound."""
        try:
            judged = self._judge(text)
        except Exception as error:  # noqa: BLE001  … and an explanation of what broke
            return (Explained(0, len(text), text, "not understood", _why(error), rule="unread"),)
        return explained(judged.seen, judged.reading, self._report(judged, ()))

    def _judge(self, text: str) -> _Judged:
        seen = _plain(normalise(text))
        lexed = lex(seen.text, self._names, self._index.words)
        return _Judged(seen, lexed.reading, self._findings(lexed, seen.text))

    def _findings(self, lexed: Lexed, text: str) -> list[Finding]:
        findings, talk = Findings(), Discourse()
        found = _judgeable(sentences(lexed.items), findings)
        Mentions(self._index).resolve(found)
        for sentence in found:
            if findings.strayed >= _MOST_VIOLATIONS:
                findings.strays(
                    sentence.span[0], len(text), "unread", "", detail="too much strays before it to judge the rest"
                )
                break
            try:
                judge_sentence(Scene(sentence, self._index, talk, findings), text)
            except Exception as error:  # noqa: BLE001  … and where one sentence breaks, the others are still judged
                findings.strays(*sentence.span, "unread", "", detail=_why(error))
        return findings.found

    def _report(self, judged: _Judged, citations: Sequence[Cited]) -> Report:
        statements, violations = [], []
        seen = judged.seen
        for each in sorted(judged.found, key=lambda finding: (finding.start, finding.end, finding.rule)):
            start, end = seen.original_span(each.start, each.end)
            quote = seen.original[start:end]
            if each.rule:
                violations.append(self._teller.violation(each, start, end, quote))
            else:
                statements.append(self._teller.statement(chosen(each, start, citations), start, end, quote))
        return Report(tuple(statements), tuple(violations), len(judged.reading.quantities), checker_version())


def _plain(seen: Normalised) -> Normalised:
    """Arrows are read as colons."""
    if "->" not in seen.text and "=>" not in seen.text:
        return seen
    return Normalised(seen.original, seen.text.replace("->", ": ").replace("=>", ": "), seen.sources)


def _why(error: Exception) -> str:
    return f"the checker could not judge it ({type(error).__name__})"


def _judgeable(found: Sequence[Sentence], findings: Findings) -> list[Sentence]:
    """Without the sentences that have no end: they stray as they are."""
    for each in found:
        if each.is_endless():
            findings.strays(*each.span, "unread", "", detail="the sentence is too long to be judged")
    return [each for each in found if not each.is_endless()]


def _refusal(text: str, error: Exception) -> Report:
    return Report(
        (),
        (Violation(0, len(text), text, "unread", f"The text is not accepted: {_why(error)}."),),
        0,
        checker_version(),
    )


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


def explain(text: str, sheet: FactSheet, names: Names) -> tuple[Explained, ...]:
    """Every number of ``text``: how it was read, and to which facts of the pair it was bound."""
    return _kept(_Same(sheet), _Same(names)).explain(text)


def check_prose(prose: Prose, sheet: FactSheet, names: Names) -> Report:
    """Judge what a language model answered: its text, its form and its citations (the contract, section 5)."""
    return _kept(_Same(sheet), _Same(names)).check_prose(prose)
