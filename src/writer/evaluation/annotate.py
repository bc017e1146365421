"""Marks for a text that somebody else wrote, by plain patterns: what is plainly a price, a percentage, a name.

Less is marked than is there; what a mark is about is not known (its key is empty), so that a mutation counts only where its
number is out of reach of every fact of its family.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from writer.evaluation.core import core_of
from writer.evaluation.days import MONTHS
from writer.evaluation.draft import Family, Mark, Role
from writer.evaluation.leads import bound_before
from writer.facts.sheet import FactSheet, Side

_NUMBER = r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?"
_SMALL = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_WORDS = rf"(?:{_SMALL}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|{_SMALL}))?)"
_MONTH = "|".join(MONTHS)
_PATTERNS: tuple[tuple[re.Pattern[str], Family, Fraction], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), family, Fraction(worth))
    for pattern, family, worth in (
        (rf"\$ ?{_NUMBER}(?![0-9KMB])", Family.MONEY, 1),
        (rf"(?<![\w$.-])USD {_NUMBER}(?![0-9KMB])", Family.MONEY, 1),
        (rf"(?<![\w$.-]){_NUMBER}¢", Family.MONEY, "0.01"),
        (rf"(?<![\w$.-])(?:{_NUMBER}|{_WORDS}) cents?\b", Family.MONEY, "0.01"),
        (rf"(?<![\w$.-]){_WORDS} dollars\b", Family.MONEY, 1),
        (rf"(?<![\w$.-])(?:{_NUMBER}|{_WORDS}) ?(?:%| percent\b| per cent\b)", Family.PERCENT, 1),
        (rf"(?<![\w$.-])(?:{_NUMBER} ?[×x](?![\w])|(?:{_NUMBER}|{_WORDS}) times\b)", Family.RATIO, 1),
        (rf"(?<![\w$.-]){_NUMBER}K(?=\b)", Family.TOKENS, 1000),
        (rf"(?<![\w$.-]){_NUMBER}M(?=\b)(?! tok)", Family.TOKENS, 10**6),
        (rf"(?<![\w$.-]){_NUMBER}B(?=\b)", Family.PARAMETERS, 10**9),
        (r"(?<![\w$.-])[0-9]{1,3}(?:,[0-9]{3})+(?=[ -]tokens?\b)", Family.TOKENS, 1),
        (rf"(?<![\w$.-])(?:{_NUMBER})[ -]points?\b", Family.POINTS, 1),
        (rf"(?<![\w$.-])(?:{_NUMBER}|{_WORDS}) days\b", Family.DURATION, 1),
        (rf"(?<![\w$.-])(?:{_NUMBER}|{_WORDS}) weeks\b", Family.DURATION, 7),
        (rf"(?<![\w$.-])(?:{_NUMBER}|{_WORDS}) months\b", Family.DURATION, "30.436875"),
        (
            r"(?<![\w$.,-])[0-9]{1,3}\.[0-9]+(?![\w%,×]|\.[0-9])(?! ?(?:%|x\b|×|times|percent|months|million|cents))",
            Family.BARE,
            1,
        ),
    )
)
_DATES = tuple(
    (re.compile(pattern), form)
    for pattern, form in (
        (rf"\b([0-9]{{1,2}}) ({_MONTH}) ([0-9]{{4}})\b", "day"),
        (rf"\b({_MONTH}) ([0-9]{{1,2}}), ([0-9]{{4}})\b", "us"),
        (rf"\b({_MONTH}) ([0-9]{{4}})\b", "month"),
    )
)
_OPPOSITES = (
    ("cheaper", "dearer"), ("dearer", "cheaper"), ("larger", "smaller"), ("smaller", "larger"), ("bigger", "smaller"),
    ("newer", "older"), ("older", "newer"), ("earlier", "later"), ("later", "earlier"), ("higher", "lower"), ("lower", "higher"),
    ("ahead", "behind"), ("behind", "ahead"), ("longer", "shorter"), ("shorter", "longer"),
    ("fresher", "older"), ("more expensive", "cheaper"), ("undercuts", "costs more than"), ("younger", "older"),
)  # fmt: skip
_DIRECTION = re.compile(r"\b(" + "|".join(was for was, _ in _OPPOSITES) + r")\b")
_UNDIRECTED = re.compile(
    r"\b(?:not?|never|neither|nor|depends?|isn't|aren't|doesn't|without|whichever|either|less|hardly|which of)\b|n't\b",
    re.IGNORECASE,
)
_BASE = re.compile(r"(?: per 1M tokens| per 1M\b|/1M\b| per million tokens| per million\b)")
_BLEND = re.compile(r"\b70/30\b")


def annotate(text: str, sheet: FactSheet) -> tuple[Mark, ...]:
    """The marks of a text about a pair, in order; none lies within another."""
    marks: list[Mark] = []
    jobs = {match.start() for pattern in _job_patterns(sheet) for match in re.finditer(pattern, text)}
    figures = (mark for mark in _figures(text) if mark.start not in jobs and not _is_of_a_name(text, mark, sheet))
    for mark in (*_names(text, sheet), *_things(text, sheet), *figures, *_words(text)):
        if not any(mark.start < other.end and other.start < mark.end for other in marks):
            marks.append(mark)
    return tuple(sorted(marks, key=lambda mark: mark.start))


def _clause(text: str, at: int) -> int:
    """The number of the sentence: what ends with a full stop and a space, or with a line."""
    return len(re.findall(r"[.!?;:] |\n", text[:at]))


def _all(text: str, words: str, role: Role, **extra: str) -> Iterator[Mark]:
    for match in re.finditer(rf"(?<![\w.-]){re.escape(words)}(?![\w-]|\.[0-9])", text):
        yield Mark(match.start(), match.end(), role, match[0], clause=_clause(text, match.start()), **extra)  # type: ignore[arg-type]


def _names(text: str, sheet: FactSheet) -> Iterator[Mark]:
    both = sorted(((sheet.a.name, Side.A), (sheet.b.name, Side.B)), key=lambda pair: -len(pair[0]))
    for name, side in both:
        yield from _all(text, name, Role.NAME, side=side.value)


def _job_patterns(sheet: FactSheet) -> Iterator[str]:
    """The size of a workload with its noun, however the number is written: "10k support chats", "500 runs of a coding agent"."""
    for workload in sheet.context.workloads.values():
        number, noun = workload.title.partition(" ")[::2]
        if number.replace(",", "").isdigit():
            yield rf"[0-9][0-9.,]*[KkM]? (?={re.escape(noun)}\b)"


def _is_of_a_name(text: str, mark: Mark, sheet: FactSheet) -> bool:
    """Whether the number is a word of a model's name told in short: 2.5 Flash, the 70B."""
    words = {
        word for side in (sheet.a, sheet.b) for name in (side.name, *side.aliases) for word in re.split(r"[ -]", name)
    }
    return mark.text in words and not re.match(r"[ -](?:total|active|param|tok|on |of )", text[mark.end :])


def _things(text: str, sheet: FactSheet) -> Iterator[Mark]:
    context = sheet.context
    named: list[tuple[str, Role, str]] = [
        (workload.title, Role.JOB, workload.id) for workload in context.workloads.values()
    ]
    named += [(benchmark.name, Role.BENCHMARK, f"score.{key}") for key, benchmark in context.benchmarks.items()]
    families = {name.split(maxsplit=1)[0].split("-")[0] for name in (sheet.a.name, sheet.b.name)}
    named += [
        (provider.name, Role.PROVIDER, key)
        for key, provider in context.providers.items()
        if provider.name not in families  # Llama, Mistral: models oftener than sellers
    ]
    for words, role, key in sorted(named, key=lambda each: -len(each[0])):
        yield from _all(text, words, role, key=key)
    for match in _BASE.finditer(text):
        yield Mark(match.start(), match.end(), Role.BASE, match[0], clause=_clause(text, match.start()))
    for match in _BLEND.finditer(text):
        yield Mark(match.start(), match.end(), Role.BLEND, match[0], clause=_clause(text, match.start()))


def _figures(text: str) -> Iterator[Mark]:
    for pattern, form in _DATES:
        for match in pattern.finditer(text):
            yield Mark(
                match.start(),
                match.end(),
                Role.FIGURE,
                match[0],
                family=Family.DATE,
                kind=form,
                clause=_clause(text, match.start()),
            )
    for pattern, family, worth in _PATTERNS:
        for match in pattern.finditer(text):
            core = core_of(match[0])
            if core is None or _is_part(text, match):
                continue
            bound = bound_before(text, match.start())
            yield Mark(
                match.start(), match.end(), Role.FIGURE, match[0], value=core.number * worth, family=family, bound=bound,
                clause=_clause(text, match.start()),
            )  # fmt: skip


def _is_part(text: str, match: re.Match[str]) -> bool:
    """Half of a larger number or of a sum: "two and a half times", "two dollars (and) forty cents"."""
    after, before = text[match.end() :], text[max(0, match.start() - 12) : match.start()]
    sum_goes_on = match[0].lower().endswith("dollars") and re.match(
        rf" (?:and )?(?:{_WORDS}|[0-9a])", after, re.IGNORECASE
    )
    return (
        bool(sum_goes_on or re.match(r" and (?:a|three)|-(?:and|one|two)", after))
        or before.endswith(("and ", "a half ", "-"))
        or re.search(r"dollars? $", before) is not None
    )


def _words(text: str) -> Iterator[Mark]:
    opposite = dict(_OPPOSITES)
    for match in _DIRECTION.finditer(text):
        sentence = _sentence(text, match.start())
        if _UNDIRECTED.search(sentence) or "?" in sentence:
            continue
        yield Mark(
            match.start(),
            match.end(),
            Role.WORD,
            match[0],
            kind="direction",
            wrong=(opposite[match[0]],),
            clause=_clause(text, match.start()),
        )


def _sentence(text: str, at: int) -> str:
    stops = [found.end() for found in re.finditer(r"[.!?] |\n", text)]
    start = max((stop for stop in stops if stop <= at), default=0)
    return text[start : min((stop for stop in stops if stop > at), default=len(text))]
