"""From chapters to paragraphs: the order of the plan, the length that is asked for, nothing said twice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from writer.prose import Paragraph, Prose, Sentence
from writer.wording.abilities import abilities
from writer.wording.background import background
from writer.wording.block import MUST, Block, Point, Tale
from writer.wording.closing import closing
from writer.wording.jobs import jobs
from writer.wording.limits import limits
from writer.wording.opening import opening
from writer.wording.pair import Pair, Party
from writer.wording.price import price
from writer.wording.results import tally
from writer.wording.scores import scores
from writer.wording.voice import Voice

WORDS_AIMED_AT, WORDS_AT_MOST = 215, 285
_SHORT = 20  # a chapter of fewer words joins its neighbour
_PARAGRAPHS_AT_LEAST = 3
_CHAPTERS: dict[str, Callable[[Tale], Block]] = {
    "price": price,
    "benchmarks": scores,
    "limits": limits,
    "abilities": abilities,
    "background": background,
}
_OF_TOPIC = {
    "price": "price",
    "workload": "price",
    "spread": "price",
    "tier": "price",
    "free": "price",
    "context_fill": "limits",
    "price and benchmarks": "benchmarks",
    "benchmarks": "benchmarks",
    "limits": "limits",
    "context_window": "limits",
    "max_output": "limits",
    "capabilities": "abilities",
    "open_weights": "background",
    "providers": "background",
    "released": "background",
    "dates": "background",
    "knowledge_cutoff": "background",
    "status": "background",
    "parameters_total": "background",
    "parameters_active": "background",
}


@dataclass(frozen=True, slots=True)
class Placed:
    """A point in its chapter, numbered as it is read."""

    chapter: int
    place: int
    point: Point


def compose(pair: Pair, voice: Voice) -> Prose:
    """The whole draft."""
    tale = Tale(pair, voice)
    first, topic = opening(tale)
    told = frozenset(key for sentence in first for key in sentence.facts)
    tale = replace(tale, voice=replace(voice, told=told))
    blocks = _told(tale, _order(pair, topic))
    every = frozenset(key for block in blocks for point in block.points for key in point.sentence.facts)
    chosen = _within(first, blocks, closing(tale, told | every))
    last = closing(tale, told.union(*(sentence.facts for sentences in chosen for sentence in sentences)))
    return Prose(tuple(Paragraph(tuple(sentences)) for sentences in _paragraphs(first, chosen, last) if sentences))


def _order(pair: Pair, topic: str) -> list[str]:
    """Chapters in the order in which the plan first speaks of them, the opening's own first. Background comes last, before
    it what is said of capabilities, and of benchmarks where one at most is shared, unless that is what decides."""
    topics = [topic.partition(".")[0], *(aim.topic.partition(".")[0] for aim in pair.plan)]
    order = list(dict.fromkeys((*(_OF_TOPIC[each] for each in topics if each in _OF_TOPIC), *_CHAPTERS)))
    shared = tally(pair).shared
    quiet = {"benchmarks"} if shared == 0 or (shared == 1 and order[0] != "benchmarks") else set()
    late = [chapter for chapter in ("benchmarks", "abilities") if chapter in quiet | (set(order[2:]) - {"benchmarks"})]
    return [chapter for chapter in order if chapter not in {*late, "background"}] + [*late, "background"]


def _told(tale: Tale, order: list[str]) -> list[Block]:
    blocks: list[Block] = []
    favoured: Party | None = None
    for chapter in order:
        here = replace(tale, favoured=favoured)
        block = _CHAPTERS[chapter](here)
        if chapter == "price":
            block = replace(block, points=(*block.points, *jobs(here)))
        blocks.append(block)
        favoured = block.winner or favoured
    return blocks


def _within(first: list[Sentence], blocks: list[Block], last: list[Sentence]) -> list[list[Sentence]]:
    """The sentences of each chapter: all that must stand, then the weightiest while there is room."""
    placed = [
        Placed(number, place, point) for number, block in enumerate(blocks) for place, point in enumerate(block.points)
    ]
    told = {key for sentence in first for key in sentence.facts}
    words = sum(_words(sentence) for sentence in (*first, *last))
    chosen: list[Placed] = []
    for each in sorted(placed, key=lambda each: (each.point.weight, each.chapter, each.place)):
        length = _words(each.point.sentence)
        room = WORDS_AT_MOST if each.point.weight == MUST else WORDS_AIMED_AT
        if words + length <= room and not _stale(each.point.sentence, told):
            chosen.append(each)
            words += length
            told.update(each.point.sentence.facts)
    chosen.sort(key=lambda each: (each.chapter, each.place))
    return [[each.point.sentence for each in chosen if each.chapter == number] for number in range(len(blocks))]


def _stale(sentence: Sentence, told: set[str]) -> bool:
    """True where the sentence states no figure of either model, or else no fact at all, that was not stated."""
    own = [key for key in sentence.facts if not key.startswith("pair.")]
    return bool(sentence.facts) and all(key in told for key in own or sentence.facts)


def _words(sentence: Sentence) -> int:
    return len(sentence.text.split())


def _paragraphs(first: list[Sentence], chapters: list[list[Sentence]], last: list[Sentence]) -> list[list[Sentence]]:
    """The opening leads into its own chapter, a short chapter into the next one; the closing ends the last paragraph. An
    opening that said all there is of its chapter, and a closing that is needed as one, are paragraphs of their own."""
    led = bool(chapters and chapters[0])
    merged = _merged([[*first, *chapters[0]] if led else [*first], *chapters[1:]], led=led)
    if len(merged) < _PARAGRAPHS_AT_LEAST:
        return [*merged, [*last]]
    return [*merged[:-1], [*merged[-1], *last]]


def _merged(chapters: list[list[Sentence]], *, led: bool) -> list[list[Sentence]]:
    merged: list[list[Sentence]] = [[]]
    for number, sentences in enumerate(chapters):
        merged[-1] += sentences
        if sum(map(_words, merged[-1])) >= _SHORT or (number == 0 and not led):
            merged.append([])
    if sum(map(_words, merged[-1])) < _SHORT and len(merged) > 1:
        merged[-2:] = [[*merged[-2], *merged[-1]]]
    return merged
