"""Benchmarks: what both were measured by, under the same setting; and what one alone has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from writer.facts.sheet import Side
from writer.page.model import Cell, Link, Row, State, Table
from writer.page.showing import Showing
from writer.page.text import printable, safe_url
from writer.prose import Sentence
from writer.sayings.labels import score_label

NO_SCORE = "no score"


def benchmarks(showing: Showing) -> tuple[Table, ...]:
    """The shared scores, then those of one alone; either is left out where it would be empty."""
    shared = showing.facts.shared_scores()
    alone = sorted(key.removeprefix("score.") for side in "ab" for key in showing.facts.ids(f"pair.scores.only_{side}"))
    tables = []
    if shared:
        columns = (*showing.names, "Ahead")
        rows = tuple(_row(showing, key, ahead=True) for key in shared)
        tables.append(Table("Scores that both have under the same setting", "Benchmark", columns, rows))
    if alone:
        rows = tuple(_row(showing, key, ahead=False) for key in alone)
        tables.append(
            Table("Scores that one model alone has, with nothing to compare them to", "Benchmark", showing.names, rows)
        )
    return tuple(tables)


def benchmarks_note(showing: Showing) -> Sentence:
    """What the tables amount to, in a sentence that is honest where there is none."""
    keys = ("pair.scores.shared.count", "pair.scores.wins.a", "pair.scores.wins.b", "pair.scores.ties.count")
    shared, wins, losses, ties = (showing.facts.number(key) or 0 for key in keys)
    a, b = showing.names
    if not shared:
        return Sentence(f"{a} and {b} share no benchmark score, so no result can be compared.", keys[:1])
    if shared == 1:
        return Sentence(f"{a} and {b} share 1 benchmark.", keys[:1])
    tally = f"{a} wins {wins} and {b} wins {losses}"
    if ties:
        tally = f"{a} wins {wins}, {b} wins {losses}, and they tie on {ties}"
    return Sentence(f"{a} and {b} share {shared} benchmarks: {tally}.", keys)


def _row(showing: Showing, key: str, *, ahead: bool) -> Row:
    benchmark = showing.sheet.context.benchmarks[key.partition("@")[0]]
    head = Link(printable(score_label(showing.sheet, key)), safe_url(benchmark.url))
    cells = [_score(showing, side, key) for side in (Side.A, Side.B)]
    unit = benchmark.unit if benchmark.higher_is_better else f"{benchmark.unit}, lower is better"
    return Row(head, (*cells, _ahead(showing, key)) if ahead else tuple(cells), printable(unit))


def _score(showing: Showing, side: Side, key: str) -> Cell:
    cell = showing.cell(f"{side}.score.{key}", NO_SCORE, "; ".join(_small_print(showing, f"{side}.about.score.{key}")))
    return replace(cell, text=cell.text.removesuffix(" points"))


def _small_print(showing: Showing, about: str) -> Iterator[str]:
    if showing.facts.flag(f"{about}.self_reported"):
        yield "the vendor's own figure"
    if f"{about}.measured" in showing.sheet.facts:
        yield f"measured {showing.shown(f'{about}.measured')}"


def _ahead(showing: Showing, key: str) -> Cell:
    winner, gap = f"pair.score.{key}.winner", f"pair.score.{key}.difference"
    side = showing.facts.side(winner)
    if side is None:
        return Cell("tie", State.VALUE, (winner,))
    within = showing.facts.flag(f"pair.score.{key}.within_margin")
    note = "inside the benchmark's margin" if within else ""
    return Cell(f"{showing.name(side)}, by {showing.shown(gap)}", State.VALUE, (winner, gap), note)
