"""The chapter on token limits: how much each reads and how much each writes."""

from __future__ import annotations

from fractions import Fraction

from writer.prose import Sentence
from writer.wording.block import MAY, MUST, SHOULD, SPARE, Block, Point, Tale, points
from writer.wording.figures import money, percent, times, tokens
from writer.wording.pair import Contest, Party
from writer.wording.voice import say

_LITTLE = Fraction(11, 10)


def limits(tale: Tale) -> Block:
    """Context window and output limit, told together where they point in opposite directions."""
    reads, writes = tale.pair.contest("context_window"), tale.pair.contest("max_output")
    winner = reads.high if reads else writes.high if writes else None
    if reads and writes and reads.high and writes.high and reads.high is not writes.high:
        return Block("limits", (*_opposite(tale, reads, writes), *_fill(tale)))
    if reads and writes and reads.tie and writes.tie:
        return Block("limits", tuple(points(MUST, _level(tale))))
    told = _reads(tale, reads) + _writes(tale, writes, follows=reads) + _fill(tale)
    return Block("limits", tuple(told), winner)


def _figures(tale: Tale, metric: str, first: Party) -> tuple[str, str]:
    second = tale.pair.other(first)
    return tokens(first.number(metric) or Fraction(0)), tokens(second.number(metric) or Fraction(0))


def _keys(metric: str) -> tuple[str, str]:
    return f"a.{metric}", f"b.{metric}"


def _opposite(tale: Tale, reads: Contest, writes: Contest) -> list[Point]:
    x, y = reads.high, writes.high
    if x is None or y is None:
        return []
    (xc, yc), (yo, xo) = _figures(tale, "context_window", x), _figures(tale, "max_output", y)
    keys = (*_keys("context_window"), *_keys("max_output"))
    told = points(
        MUST,
        tale.voice.pick(
            "limits.opposite",
            say(
                f"{x.short} reads more and {y.short} writes more: the context windows hold {xc} and {yc} tokens respectively,"
                f" the output limits are {xo} and {yo} tokens.",
                *keys,
            ),
            say(
                f"The token limits pull apart: {x.short} has the larger context window, {xc} tokens to {yc}, and {y.short} the"
                f" higher output limit, {yo} tokens to {xo}.",
                *keys,
            ),
            say(
                f"{x.short} takes in {xc} tokens where {y.short} stops at {yc}, yet {y.short} can write {yo} tokens where"
                f" {x.short} stops at {xo}.",
                *keys,
            ),
        ),
    )
    if reads.ratio and writes.ratio and min(reads.ratio, writes.ratio) >= Fraction(3, 2):
        told += points(
            SPARE,
            tale.voice.pick(
                "limits.opposite.ratio",
                say(
                    f"{x.short} thus has {times(reads.ratio)} the context window, {y.short} {times(writes.ratio)} the output limit.",
                    reads.key("ratio"),
                    writes.key("ratio"),
                ),
            ),
        )
    return told


def _level(tale: Tale) -> list[Sentence]:
    context, output = (tokens(tale.pair.a.number(metric) or Fraction(0)) for metric in ("context_window", "max_output"))
    keys = (*_keys("context_window"), *_keys("max_output"))
    return tale.voice.pick(
        "limits.level",
        say(f"Size settles nothing: both models read up to {context} tokens and write up to {output}.", *keys),
        say(
            f"The limits are the same on both sides: a context window of {context} tokens and an output limit of {output}"
            " tokens.",
            *keys,
        ),
    )


def _reads(tale: Tale, reads: Contest | None) -> list[Point]:
    if reads is None:
        return points(SHOULD, _one_known(tale, "context_window", "context window"))
    if reads.high is None or reads.low is None:
        both = tokens(tale.pair.a.number("context_window") or Fraction(0))
        return points(
            SHOULD,
            tale.voice.pick(
                "reads.tie",
                say(f"Both context windows hold {both} tokens.", *_keys("context_window")),
                say(
                    f"Neither reads more than the other: both context windows hold {both} tokens.",
                    *_keys("context_window"),
                ),
            ),
        )
    return points(MUST, tale.voice.pick("reads", *_roomier(tale, reads, reads.high, reads.low)))


def _roomier(tale: Tale, reads: Contest, high: Party, low: Party) -> list[Sentence]:
    x, y = _figures(tale, "context_window", high)
    keys = _keys("context_window")
    ratio, more = reads.ratio or Fraction(1), reads.key("ratio")
    if ratio < _LITTLE:
        return [
            say(f"The context windows barely differ: {x} tokens on {high.short}, {y} on {low.short}.", *keys),
            say(
                f"There is little between the context windows, {x} tokens for {high.short} and {y} for {low.short}.",
                *keys,
            ),
        ]
    if ratio < Fraction(3, 2):
        gap = percent(reads.premium or Fraction(0))
        return [
            say(
                f"{high.short} has the larger context window, {x} tokens to {y}, or {gap} more.",
                *keys,
                reads.key("premium_percent"),
            ),
            say(
                f"{high.short} reads up to {x} tokens, {gap} more than the {y} of {low.short}.",
                *keys,
                reads.key("premium_percent"),
            ),
        ]
    apart = times(ratio)
    told = [
        say(f"{high.short} reads up to {x} tokens at once, {apart} the {y} of {low.short}.", *keys, more),
        say(
            f"The context window of {high.short} holds {x} tokens, {apart} as many as the {y} of {low.short}.",
            *keys,
            more,
        ),
        say(
            f"Longer documents fit into {high.short}, whose context window of {x} tokens is {apart} the {y} of {low.short}.",
            *keys,
            more,
        ),
    ]
    if tale.turns_to(high):
        told = [
            say(
                f"In return, {high.short} offers room: a context window of {x} tokens, {apart} the {y} of {low.short}.",
                *keys,
                more,
            ),
            say(
                f"{high.short} answers with a context window of {x} tokens, {apart} the {y} of {low.short}.",
                *keys,
                more,
            ),
        ]
    return told


def _writes(tale: Tale, writes: Contest | None, follows: Contest | None) -> list[Point]:
    if writes is None:
        return points(SHOULD, _one_known(tale, "max_output", "output limit"))
    if writes.high is None or writes.low is None:
        both = tokens(tale.pair.a.number("max_output") or Fraction(0))
        return points(
            SHOULD,
            tale.voice.pick(
                "writes.tie",
                say(f"The output limit is {both} tokens on both.", *_keys("max_output")),
                say(f"Both can write up to {both} tokens in one answer.", *_keys("max_output")),
            ),
        )
    also = " also" if follows is not None and follows.high is writes.high else ""
    return points(SHOULD, tale.voice.pick("writes", *_longer(tale, writes, writes.high, writes.low, also)))


def _longer(tale: Tale, writes: Contest, high: Party, low: Party, also: str) -> list[Sentence]:
    x, y = _figures(tale, "max_output", high)
    keys = _keys("max_output")
    ratio = writes.ratio or Fraction(1)
    if ratio < Fraction(3, 2):
        gap = tokens(writes.difference or Fraction(0))
        return [
            say(
                f"The output limits are {x} tokens on {high.short} and {y} on {low.short}, {gap} tokens apart.",
                *keys,
                writes.key("difference"),
            )
        ]
    apart = times(ratio)
    return [
        say(f"{high.short}{also} writes longer answers, up to {x} tokens against {y} for {low.short}.", *keys),
        say(
            f"The output limit of {high.short} is {x} tokens, {apart} the {y} of {low.short}.",
            *keys,
            writes.key("ratio"),
        ),
        say(f"One answer may run to {x} tokens on {high.short} and to {y} on {low.short}.", *keys),
    ]


def _one_known(tale: Tale, metric: str, label: str) -> list[Sentence]:
    for party in tale.pair.both:
        known = party.number(metric)
        if known is not None:
            rival = tale.pair.other(party)
            return tale.voice.pick(
                f"known.{metric}",
                say(
                    f"{party.short} has {article_of(label)} of {tokens(known)} tokens; that of {rival.short} is undocumented.",
                    party.key(metric),
                ),
                say(
                    f"The {label} of {party.short} is {tokens(known)} tokens, while none is documented for {rival.short}.",
                    party.key(metric),
                ),
            )
    return tale.voice.pick(f"unknown.{metric}", say(f"The {label} of both models is undocumented."))


def article_of(label: str) -> str:
    """``a context window``, ``an output limit``."""
    return f"{'an' if label[:1] in 'aeiou' else 'a'} {label}"


def _fill(tale: Tale) -> list[Point]:
    filled = tale.pair.contest("context_fill.cost")
    if filled is None or filled.high is None or filled.low is None:
        return []
    x, y = (money(party.number("context_fill.cost") or Fraction(0)) for party in (filled.high, filled.low))
    if x == y:
        return []
    told = tale.voice.pick(
        "fill",
        say(
            f"Filling the window once costs {x} on {filled.high.short} and {y} on {filled.low.short}.",
            *_keys("context_fill.cost"),
        ),
        say(
            f"One request that fills the window costs {x} with {filled.high.short}, {y} with {filled.low.short}.",
            *_keys("context_fill.cost"),
        ),
    )
    return points(MAY, told)
