"""Reading an answer: one JSON object of the contract, or an error that says what is wrong."""

from __future__ import annotations

import json

import pytest

from tests.fakes.replies import GOOD
from writer.drafting.answer import read, schema
from writer.errors import InvalidAnswer, ModelError, Refused, Truncated
from writer.llm.question import Answer
from writer.prose import Paragraph, Prose, Sentence

ONE = {"paragraphs": [{"sentences": [{"text": "It costs  $1.", "facts": ["a.price.input"]}]}]}


def said(text: str, reason: str = "stop") -> Answer:
    return Answer(text, reason, "m")


def test_an_answer_becomes_prose_with_its_citations() -> None:
    assert read(said(json.dumps(ONE))) == Prose((Paragraph((Sentence("It costs $1.", ("a.price.input",)),)),))


@pytest.mark.parametrize(
    "text",
    [
        f"```json\n{GOOD}\n```",
        f"```\n{GOOD}\n```",
        f"Here you are:\n{GOOD}\nGood luck.",
        f"  \n{GOOD}",
        f"Sure.\n```json\n{GOOD}\n```\nDone.",
    ],
)
def test_fences_and_words_around_the_object_are_forgiven(text: str) -> None:
    assert read(said(text)) == read(said(GOOD))


@pytest.mark.parametrize(
    ("text", "said_of_it"),
    [
        ("", "empty"),
        ("  ", "empty"),
        ("No.", "no JSON object"),
        (GOOD[:50], "no JSON at"),
        (GOOD + GOOD, "more than one"),
        ("{}", "paragraphs: Field required"),
        ('{"paragraphs": []}', "at least 1"),
        ("[1]", "no JSON object"),
        (GOOD.replace("good", "\\ud800"), "hex escape"),
        ('{"paragraphs": [{"sentences": []}]}', "at least 1"),
        ('{"paragraphs": [{"sentences": [{"text": "x"}]}]}', "facts: Field required"),
        ('{"paragraphs": [{"sentences": [{"text": 1, "facts": []}]}]}', "valid string"),
        ('{"paragraphs": [{"sentences": [{"text": "x", "facts": [], "mood": "glad"}]}]}', "mood: Extra inputs"),
    ],
)
def test_what_is_not_the_contract_is_named(text: str, said_of_it: str) -> None:
    with pytest.raises(InvalidAnswer) as caught:
        read(said(text))
    assert said_of_it in str(caught.value)
    assert caught.value.answer == text


@pytest.mark.parametrize(
    ("reason", "error"), [("refusal", Refused), ("content_filter", Refused), ("length", Truncated)]
)
def test_how_it_ended_goes_before_what_it_says(reason: str, error: type[ModelError]) -> None:
    with pytest.raises(error):
        read(said(GOOD, reason))


def test_the_schema_is_one_that_strict_structured_answers_take() -> None:
    text = json.dumps(schema())
    assert text.count('"additionalProperties": false') == 3
    assert not any(word in text for word in ("minLength", "minItems", "title", "default"))


def test_a_deep_or_endless_answer_is_an_invalid_one() -> None:
    with pytest.raises(InvalidAnswer):
        read(said("{" * 100_000))
    with pytest.raises(InvalidAnswer):
        read(said('{"paragraphs": ' + "[" * 100_000))
