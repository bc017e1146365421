"""A right figure on a wrong model, and names that are not this pair's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from writer.evaluation.draft import Family, Mark, Role
from writer.evaluation.mutation.kind import Edit, Site, kind, replaced
from writer.evaluation.oracle import states
from writer.facts.sheet import Side

_TIERS = ("Pro", "Flash", "mini", "nano", "Max", "Air", "Opus", "Sonnet", "Haiku", "Lite", "Mini")


@kind("model-swapped")
def model_swapped(site: Site) -> Iterator[Edit]:
    """The only model named in a clause is the other one; where none of its figures is that model's."""
    for mark in site.marks(Role.NAME):
        clause = site.clause(mark)
        sides = {each.side for each in clause if each.role is Role.NAME}
        figures = [each for each in clause if each.role is Role.FIGURE and each.side]
        if len(sides) == 1 and figures and all(_is_not_of(site, each, Side(mark.side).other) for each in figures):
            yield replaced(mark, site.draft.sheet.model(Side(mark.side).other).name)


def _is_not_of(site: Site, figure: Mark, side: Side) -> bool:
    """Whether the figure is out of reach of every fact that the side has in its family."""
    if figure.value is None or figure.family is None or figure.family is Family.DATE:
        return _date_is_not_of(site, figure, side)
    return not site.oracles.sides[side].could_state(figure.value, figure.family, hedged=bool(figure.bound))


def _date_is_not_of(site: Site, figure: Mark, side: Side) -> bool:
    """Dates: the other side has no date in the same year."""
    year = re.search(r"(?:19|20)[0-9]{2}", figure.text)
    return year is not None and not site.oracles.sides[side].could_date(int(year[0]))


@kind("subject-object")
def subject_and_object(site: Site) -> Iterator[Edit]:
    """Both names of a comparison exchanged; where it has a direction."""
    for first, second in _pairs(site):
        clause = site.clause(first)
        directed = any(each.role is Role.WORD and each.kind in ("direction", "time", "negation") for each in clause)
        pair_ratio = any(each.family is Family.RATIO and each.key.startswith("pair.") for each in clause)
        if (directed or pair_ratio) and not _holds_both_ways(clause):
            yield _exchanged(site, first, second)


def _holds_both_ways(clause: Sequence[Mark]) -> bool:
    """Whether a ratio of the clause is so near 1, or so loosely bound, that it may be said of either order."""
    ratios = [each for each in clause if each.family is Family.RATIO and each.value and each.key.startswith("pair.")]
    return any(states(each.value, 1 / each.value, each.bound) for each in ratios if each.value)


@kind("names-exchanged")
def names_exchanged(site: Site) -> Iterator[Edit]:
    """Both names exchanged around figures of each; where neither figure is the other's."""
    for first, second in _pairs(site):
        figures = [each for each in site.clause(first) if each.role is Role.FIGURE and each.side]
        if len(figures) > 1 and all(_is_not_of(site, each, Side(each.side).other) for each in figures):
            yield _exchanged(site, first, second)


@kind("figures-exchanged")
def figures_exchanged(site: Site) -> Iterator[Edit]:
    """The figures of two models exchanged in one clause ("respectively" lists too)."""
    for first, _ in _pairs(site):
        figures = [each for each in site.clause(first) if each.role is Role.FIGURE and each.side and not each.bound]
        sided = {each.side for each in figures}
        if (
            len(figures) == 2
            and len(sided) == 2
            and all(_is_not_of(site, each, Side(each.side).other) for each in figures)
        ):
            yield _exchanged(site, figures[0], figures[1])


def _pairs(site: Site) -> Iterator[tuple[Mark, Mark]]:
    """Two names of different sides in one clause, each once."""
    clauses: dict[int, list[Mark]] = {}
    for mark in site.marks(Role.NAME):
        clauses.setdefault(mark.clause, []).append(mark)
    for found in clauses.values():
        if len(found) == 2 and found[0].side != found[1].side:
            yield found[0], found[1]


def _exchanged(site: Site, first: Mark, second: Mark) -> Edit:
    between = site.draft.text[first.end : second.start]
    return Edit(first.start, second.end, second.text + between + first.text)


@kind("sibling-model")
def sibling(site: Site) -> Iterator[Edit]:
    """Another model of the catalog, of the same vendor, in place of one of the pair."""
    for mark in site.marks(Role.NAME):
        model = site.draft.sheet.model(Side(mark.side))
        others = [
            name for slug, name, vendor in site.world.models if vendor == model.vendor and not _is_of_pair(site, name)
        ]
        if others:
            yield replaced(mark, site.chance.choice(others))


@kind("altered-version")
def altered_version(site: Site) -> Iterator[Edit]:
    """Another version number in a name."""
    for mark in site.marks(Role.NAME):
        found = list(re.finditer(r"(?<![A-Za-z0-9.])[A-Za-z]?([0-9]+(?:\.[0-9]+)?)(?![0-9BbEe])", mark.text))
        for match in found[:1]:
            number = match[1]
            now = f"{int(number) + 3}" if number.isdigit() else f"{number[:-1]}{(int(number[-1]) + 3) % 10}"
            name = mark.text[: match.start(1)] + now + mark.text[match.end(1) :]
            if not _is_of_pair(site, name):
                yield replaced(mark, name)


@kind("altered-tier")
def altered_tier(site: Site) -> Iterator[Edit]:
    """Pro for Flash, mini for nano: another model."""
    for mark in site.marks(Role.NAME):
        for tier in _TIERS:
            if re.search(rf"\b{tier}\b", mark.text):
                other = site.chance.choice([each for each in _TIERS[:4] if each.lower() != tier.lower()])
                name = re.sub(rf"\b{tier}\b", other, mark.text)
                if not _is_of_pair(site, name):
                    yield replaced(mark, name)


def _is_of_pair(site: Site, name: str) -> bool:
    return any(_alike(name, known) for known in _names_of(site))


def _names_of(site: Site) -> Sequence[str]:
    sheet = site.draft.sheet
    return (sheet.a.name, sheet.b.name, *sheet.a.aliases, *sheet.b.aliases)


def _alike(one: str, other: str) -> bool:
    return re.sub(r"[\W_]+", "", one).lower() in re.sub(r"[\W_]+", "", other).lower()
