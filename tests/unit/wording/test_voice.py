"""Words are chosen by the pair, and a phrase cites what its slots state."""

from __future__ import annotations

from writer.prose import Sentence
from writer.wording.slots import Slot, Slots
from writer.wording.voice import Voice, filled

PHRASES = ("{x} costs {price}.", "The price of {x} is {price}.", "{x} asks {price}, {ratio} as much.")
SLOTS: Slots = {
    "x": "Harbor",
    "price": Slot("$5", ("a.price.input",)),
    "ratio": Slot("twice", ("pair.price.input.ratio",)),
}


def test_a_filled_phrase_cites_exactly_what_it_states() -> None:
    assert filled(PHRASES[0], SLOTS) == Sentence("Harbor costs $5.", ("a.price.input",))
    assert filled(PHRASES[2], SLOTS) == Sentence(
        "Harbor asks $5, twice as much.", ("a.price.input", "pair.price.input.ratio")
    )


def test_a_phrase_with_an_unknown_slot_is_not_told() -> None:
    unknown = {**SLOTS, "ratio": None}
    assert filled(PHRASES[2], unknown) is None
    assert {Voice(str(seed)).tell("p", PHRASES, unknown)[0].text for seed in range(40)} == {
        "Harbor costs $5.",
        "The price of Harbor is $5.",
    }
    assert Voice("any").tell("p", PHRASES, {}) == []


def test_the_same_pair_gets_the_same_words_and_another_pair_others() -> None:
    assert Voice("a|b").tell("p", PHRASES, SLOTS) == Voice("a|b").tell("p", PHRASES, SLOTS)
    assert len({Voice(str(seed)).tell("p", PHRASES, SLOTS)[0].text for seed in range(40)}) == 3


def test_a_rejected_sentence_is_worded_otherwise_or_left_out() -> None:
    first = Voice("a|b").tell("p", PHRASES, SLOTS)[0]
    second = Voice("a|b", frozenset({first.text})).tell("p", PHRASES, SLOTS)[0]
    assert second.text != first.text
    everything = frozenset(sentence.text for phrase in PHRASES if (sentence := filled(phrase, SLOTS)))
    assert Voice("a|b", everything).tell("p", PHRASES, SLOTS) == []


def test_what_was_told_is_not_told_again_where_there_is_a_choice() -> None:
    told = frozenset({"pair.price.input.ratio"})
    for seed in range(20):
        assert "twice" not in Voice(str(seed), told=told).tell("p", PHRASES, SLOTS)[0].text
