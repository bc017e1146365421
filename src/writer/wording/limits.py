"""The chapter on token limits: how much each reads and how much each writes."""

from __future__ import annotations

from fractions import Fraction

from writer.prose import Sentence
from writer.wording.block import MAY, MUST, SHOULD, SPARE, Block, Point, Tale, points
from writer.wording.figures import money, tokens
from writer.wording.offer import windows_are_the_models
from writer.wording.pair import Contest
from writer.wording.slots import Slot, gaps, shared, value

OPPOSITE = (
    "{x} reads more, {xc} tokens to {yc}; {y} writes more, {yo} tokens to {xo}.",
    "The token limits pull apart: {x} has the larger context window, {xc} tokens to {yc}, and {y} the higher output limit, {yo} tokens to {xo}.",
    "{x} takes in {xc} tokens where {y} stops at {yc}, yet {y} can write {yo} tokens where {x} stops at {xo}.",
)
OPPOSITE_RATIOS = ("{x} thus has {reads} the context window, {y} {writes} the output limit.",)
LEVEL = (
    "Size settles nothing: both models read up to {context} tokens and write up to {output}.",
    "The limits are the same on both sides: a context window of {context} tokens and an output limit of {output} tokens.",
)
READ_ALIKE = (
    "Both context windows hold {both} tokens.",
    "The context window is {both} tokens on both.",
)
READS_NEARLY = (
    "The context windows barely differ: {most} tokens on {high}, {least} on {low}.",
    "There is little between the context windows, {most} tokens for {high} and {least} for {low}.",
)
READS_MORE = (
    "{high} has the larger context window, {most} tokens to {least}, or {more} more.",
    "{high} reads up to {most} tokens, {more} more than the {least} of {low}.",
    "{high} has the larger context window, {most} tokens to the {least} of {low}.",
)
READS_TWICE = (
    "{high} reads up to {most} tokens at once, {ratio} the {least} of {low}.",
    "The context window of {high} holds {most} tokens, {ratio} as many as the {least} of {low}.",
    "Longer documents fit into {high}, whose context window of {most} tokens is {ratio} the {least} of {low}.",
)
READS_IN_RETURN = (
    "In return, {high} offers room: a context window of {most} tokens, {ratio} the {least} of {low}.",
    "{high} answers with a context window of {most} tokens, {ratio} the {least} of {low}.",
)
WRITE_ALIKE = (
    "The output limit is {both} tokens on both.",
    "Both can write up to {both} tokens in one answer.",
)
WRITES_NEARLY = ("The output limits are {most} tokens on {high} and {least} on {low}, {gap} tokens apart.",)
WRITES_MORE = (
    "{high}{also} writes longer answers, up to {most} tokens against {least} for {low}.",
    "The output limit of {high} is {most} tokens, {ratio} the {least} of {low}.",
    "One answer may run to {most} tokens on {high} and to {least} on {low}.",
)
ONE_KNOWN = (
    "{x} has {a} {label} of {known} tokens; that of {y} is undocumented.",
    "The {label} of {x} is {known} tokens, while none is documented for {y}.",
)
NOTHING_KNOWN = ("Neither a context window nor an output limit is documented for either model.",)
NONE_KNOWN = ("The {label} of both models is undocumented.",)
FILL = (
    "Filling the window once costs {most} on {high} and {least} on {low}.",
    "One request that fills the window costs {most} with {high}, {least} with {low}.",
)
_LITTLE, _TWICE, _MORE = Fraction(11, 10), Fraction(2), Fraction(3, 2)
CONTEXT, OUTPUT = "context_window", "max_output"


def limits(tale: Tale) -> Block:
    """Context window and output limit, told together where they point in opposite directions."""
    reads, writes = tale.pair.contest(CONTEXT), tale.pair.contest(OUTPUT)
    if reads and writes and reads.high and writes.high and reads.high is not writes.high:
        return Block((*_opposite(tale, reads, writes), *_fill(tale)))
    if reads and writes and reads.tie and writes.tie:
        return Block(tuple(points(MUST, tale.tell("limits.level", LEVEL, _level(tale)))))
    if all(party.lacks(metric) for party in tale.pair.both for metric in (CONTEXT, OUTPUT)):
        return Block(tuple(points(SHOULD, tale.tell("limits.unknown", NOTHING_KNOWN, {}))))
    winner = reads.high if reads else writes.high if writes else None
    return Block((*_reads(tale, reads), *_writes(tale, writes, reads), *_fill(tale)), winner)


def opposite_slots(reads: Contest, writes: Contest, *, whole: bool = False) -> dict[str, Slot | str | None]:
    """``x`` reads more, ``y`` writes more; their windows and output limits; ``whole`` gives the whole names."""
    x, y = reads.high, writes.high
    if x is None or y is None:
        return {}
    return {
        "x": x.name if whole else x.short,
        "y": y.name if whole else y.short,
        "xc": value(x, CONTEXT, tokens),
        "yc": value(y, CONTEXT, tokens),
        "xo": value(x, OUTPUT, tokens),
        "yo": value(y, OUTPUT, tokens),
    }


def _opposite(tale: Tale, reads: Contest, writes: Contest) -> list[Point]:
    slots = opposite_slots(reads, writes)
    told = points(MUST, tale.tell("limits.opposite", OPPOSITE, slots))
    if min(reads.ratio or 0, writes.ratio or 0) >= _MORE:
        ratios = {"reads": gaps(reads, tokens)["ratio"], "writes": gaps(writes, tokens)["ratio"]}
        told += points(SPARE, tale.tell("limits.ratios", OPPOSITE_RATIOS, slots | ratios))
    return told


def _level(tale: Tale) -> dict[str, Slot | str | None]:
    a, b = tale.pair.both
    return {
        name: shared(value(a, metric, tokens), value(b, metric, tokens))
        for name, metric in (("context", CONTEXT), ("output", OUTPUT))
    }


def _reads(tale: Tale, reads: Contest | None) -> list[Point]:
    if reads is None:
        return points(SHOULD, _known(tale, CONTEXT, "a", "context window"))
    if reads.tie:
        return points(SHOULD, tale.tell("reads.tie", READ_ALIKE, {"both": _level(tale)["context"]}))
    return points(MUST, tale.tell("reads", _roomier(tale, reads), gaps(reads, tokens)))


def _roomier(tale: Tale, reads: Contest) -> tuple[str, ...]:
    ratio = reads.ratio or Fraction(1)
    if ratio < _LITTLE:
        return READS_NEARLY
    if ratio < _TWICE:
        return READS_MORE
    return READS_IN_RETURN if tale.turns_to(reads.high) else READS_TWICE


def _writes(tale: Tale, writes: Contest | None, reads: Contest | None) -> list[Point]:
    if writes is None:
        return points(SHOULD, _known(tale, OUTPUT, "an", "output limit"))
    if writes.tie:
        return points(SHOULD, tale.tell("writes.tie", WRITE_ALIKE, {"both": _level(tale)["output"]}))
    also = " also" if reads and reads.high is writes.high else ""
    slots = gaps(writes, tokens) | {"also": also}
    return points(SHOULD, tale.tell("writes", WRITES_MORE if (writes.ratio or 0) >= _MORE else WRITES_NEARLY, slots))


def _known(tale: Tale, metric: str, article: str, label: str) -> list[Sentence]:
    """One of the two limits is known, or neither."""
    known = [party for party in tale.pair.both if party.number(metric) is not None]
    unknown = [party for party in tale.pair.both if party.lacks(metric)]
    if len(unknown) == len(tale.pair.both):
        return tale.tell(f"unknown.{metric}", NONE_KNOWN, {"label": label})
    if not known or not unknown:
        return []
    slots = {"x": known[0].short, "y": unknown[0].short, "a": article, "label": label}
    return tale.tell(f"known.{metric}", ONE_KNOWN, slots | {"known": value(known[0], metric, tokens)})


def _fill(tale: Tale) -> list[Point]:
    """Where both reference offers have the whole window that the chapter tells."""
    filled = tale.pair.contest("context_fill.cost") if windows_are_the_models(tale.pair) else None
    slots = gaps(filled, money) if filled else {}
    most, least = slots.get("most"), slots.get("least")
    if not isinstance(most, Slot) or not isinstance(least, Slot) or most.text == least.text:
        return []
    return points(MAY, tale.tell("fill", FILL, slots))
