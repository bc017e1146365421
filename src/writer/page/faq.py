"""Questions a reader asks of a pair, each with the answer first; unknown is said to be unknown."""

from __future__ import annotations

from collections.abc import Iterator

from writer.facts.reader import SIDES
from writer.facts.sheet import Side
from writer.facts.verdict import verdict
from writer.page.abilities import in_prose
from writer.page.choices import reasons_to_choose
from writer.page.heading import PER
from writer.page.model import Question
from writer.page.scores import benchmarks_note
from writer.page.showing import Showing
from writer.page.text import listed, printable
from writer.prose import Sentence
from writer.sayings.labels import provider_name, score_label

MOST_NAMES = 8
MOST_SCORES = 3
PRICES = ("price.input", "price.output", "price.blended")


def faq(showing: Showing) -> tuple[Question, ...]:
    """Window, output, price, knowledge, weights, a capability, benchmarks where shared, providers, and when to pick which."""
    a, b = showing.names
    questions = [
        Question(
            f"Which has the larger context window, {a} or {b}?", _limit(showing, "context_window", "context window")
        ),
        Question(f"Which writes longer replies, {a} or {b}?", _limit(showing, "max_output", "output limit")),
        Question(f"Which is cheaper, {a} or {b}?", tuple(_cheaper(showing))),
        Question(f"Which has the later knowledge cutoff, {a} or {b}?", tuple(_knowledge(showing))),
        Question(f"Do {a} and {b} have open weights?", tuple(_weights(showing, side) for side in SIDES)),
        *_capability(showing),
        *_scores(showing),
        Question(f"Where can I use {a} and {b}?", tuple(_sellers(showing))),
    ]
    found = verdict(showing.sheet)
    for side in SIDES:
        question = f"When should I choose {showing.name(side)} over {showing.name(side.other)}?"
        questions.append(Question(question, (reasons_to_choose(showing, side, found),)))
    return tuple(questions)


def _undocumented(showing: Showing, metric: str, words: str) -> Iterator[Sentence]:
    """What is known of a metric that is not known for both."""
    for side in SIDES:
        key, name = f"{side}.{metric}", showing.name(side)
        if showing.shown(key):
            yield Sentence(f"{name}'s {words} is {showing.shown(key)}.", (key,))
        else:
            yield Sentence(f"{name}'s {words} is undocumented.")


def _limit(showing: Showing, metric: str, words: str) -> tuple[Sentence, ...]:
    key, keys = f"pair.{metric}.higher", (f"a.{metric}", f"b.{metric}")
    larger = showing.facts.side(key)
    if larger is not None:
        name, other = showing.name(larger), showing.name(larger.other)
        ours, theirs = showing.shown(f"{larger}.{metric}"), showing.shown(f"{larger.other}.{metric}")
        return (Sentence(f"{name} has the larger {words}: {ours} against {theirs} for {other}.", (key, *keys)),)
    if showing.facts.tied(key):
        return (Sentence(f"Both models have the same {words}, {showing.shown(keys[0])}.", (key, *keys)),)
    return tuple(_undocumented(showing, metric, words))


def _cheaper(showing: Showing) -> Iterator[Sentence]:
    higher = "pair.price.blended.higher"
    dearer = showing.facts.side(higher)
    if dearer is not None:
        yield _blended(showing, dearer)
        yield from _contrary(showing, dearer)
    elif showing.facts.tied(higher):
        yield Sentence(
            f"Both models have the same blended price, {showing.shown('a.price.blended')}.",
            (higher, "a.price.blended", "b.price.blended"),
        )
    for side in SIDES:
        yield _charges(showing, side)


def _blended(showing: Showing, dearer: Side) -> Sentence:
    cheap, dear = showing.name(dearer.other), showing.name(dearer)
    ours, theirs = (
        showing.shown(f"{dearer.other}.price.blended").removesuffix(PER),
        showing.shown(f"{dearer}.price.blended"),
    )
    keys = ("pair.price.blended.higher", "a.price.blended", "b.price.blended")
    return Sentence(f"{cheap} has the lower blended price: {ours} against {theirs} for {dear}.", keys)


def _contrary(showing: Showing, dearer: Side) -> Iterator[Sentence]:
    """The lines on which the one with the lower blend is the dearer one."""
    for line, words in (
        ("price.input", "input price"),
        ("price.output", "output price"),
        ("price.cached_input", "cached input price"),
    ):
        key = f"pair.{line}.higher"
        if showing.facts.side(key) is dearer.other:
            yield Sentence(
                f"The {words} of {showing.name(dearer)} is lower than that of {showing.name(dearer.other)}.", (key,)
            )


def _charges(showing: Showing, side: Side) -> Sentence:
    keys = (f"{side}.price.input", f"{side}.price.output", f"{side}.price.provider")
    if keys[0] not in showing.sheet.facts:
        return Sentence(f"No price that counts is known for {showing.name(side)}.")
    seller = printable(provider_name(showing.sheet, showing.facts.text(keys[2])))
    into, out = (showing.shown(key).removesuffix(PER) for key in keys[:2])
    return Sentence(f"{showing.name(side)} charges {into} for input and {out} for output{PER} at {seller}.", keys)


def _knowledge(showing: Showing) -> Iterator[Sentence]:
    key, keys = "pair.knowledge_cutoff.newer", ("a.knowledge_cutoff", "b.knowledge_cutoff")
    later = showing.facts.side(key)
    if later is not None:
        name, other = showing.name(later), showing.name(later.other)
        ours, theirs = showing.shown(f"{later}.knowledge_cutoff"), showing.shown(f"{later.other}.knowledge_cutoff")
        yield Sentence(f"{name} has the later knowledge cutoff: {ours} against {theirs} for {other}.", (key, *keys))
    elif showing.facts.tied(key):
        yield Sentence(f"Both models have the same knowledge cutoff, {showing.shown(keys[0])}.", (key, *keys))
    else:
        yield from _undocumented(showing, "knowledge_cutoff", "knowledge cutoff")


def _weights(showing: Showing, side: Side) -> Sentence:
    key, name, license_key = f"{side}.open_weights", showing.name(side), f"{side}.license"
    flag = showing.facts.flag(key)
    if flag is None:
        return Sentence(f"Whether {name} has open weights is undocumented.")
    if not flag:
        return Sentence(f"{name} does not have open weights.", (key,))
    if showing.shown(license_key):
        return Sentence(
            f"{name} has open weights; its licence is listed as {showing.shown(license_key)}.", (key, license_key)
        )
    return Sentence(f"{name} has open weights; its licence is undocumented.", (key,))


def _capability(showing: Showing) -> Iterator[Question]:
    """The first capability that tells them apart, else what both have."""
    a, b = showing.names
    for kind in ("only", "documented_only"):
        for side in SIDES:
            key = f"pair.capabilities.{kind}_{side}"
            for capability in showing.facts.ids(key)[:1]:
                words = in_prose(showing, capability)
                yield Question(
                    f"Does {a} or {b} support {words}?", (_supports(showing, side, words, key, only=kind == "only"),)
                )
                return
    shared = [in_prose(showing, each) for each in showing.facts.ids("pair.capabilities.shared")]
    if shared:
        both = Sentence(f"Both models support {listed(shared)}.", ("pair.capabilities.shared",))
        yield Question(f"What do {a} and {b} both support?", (both,))


def _supports(showing: Showing, side: Side, words: str, key: str, *, only: bool) -> Sentence:
    name, other = showing.name(side), showing.name(side.other)
    if only:
        return Sentence(f"{name} supports {words}; {other} does not.", (key,))
    return Sentence(f"{name} supports {words}; whether {other} supports {words} is undocumented.", (key,))


def _scores(showing: Showing) -> Iterator[Question]:
    """Who leads on how many, then the first few shared scores; those without a setting come first, for they are told in fewer words."""
    shared = sorted(showing.facts.shared_scores(), key=lambda key: ("@" in key, key))
    if shared:
        a, b = showing.names
        scores = (_result(showing, side, key) for key in shared[:MOST_SCORES] for side in SIDES)
        yield Question(f"How do {a} and {b} score on benchmarks?", (benchmarks_note(showing), *scores))


def _result(showing: Showing, side: Side, key: str) -> Sentence:
    score, benchmark = f"{side}.score.{key}", printable(score_label(showing.sheet, key))
    return Sentence(f"{showing.name(side)} scores {showing.shown(score)} on {benchmark}.", (score,))


def _sellers(showing: Showing) -> Iterator[Sentence]:
    for side in SIDES:
        key, name = f"{side}.providers", showing.name(side)
        sellers = [printable(provider_name(showing.sheet, each)) for each in showing.facts.ids(key)]
        if not sellers:
            yield Sentence(f"No provider is listed for {name}.")
        elif len(sellers) == 1:
            yield Sentence(f"{name} is sold by {sellers[0]}.", (key,))
        elif len(sellers) <= MOST_NAMES:
            yield Sentence(f"{name} is sold by {len(sellers)} providers: {listed(sellers)}.", (key, f"{key}.count"))
        else:
            yield Sentence(
                f"{name} is sold by {len(sellers)} providers, among them {listed(sellers[:MOST_NAMES])}.",
                (key, f"{key}.count"),
            )
