"""The craft on real pairs: what the house writer words is accepted, what strays goes back with its findings."""

from __future__ import annotations

import itertools
import json
from pathlib import Path

import pytest
from jinja2 import FileSystemLoader

from tests.fakes.ports import FakeBench, LeapingClock
from writer.briefing.brief import document_of
from writer.catalog.catalog import Catalog
from writer.catalog_files.load import load_catalog
from writer.drafting.bench import Task
from writer.drafting.benches import HereBench
from writer.drafting.craft import Craft
from writer.drafting.draft import Plan, draft_pair
from writer.drafting.errand import Errand
from writer.errors import SameModel, UnknownModel
from writer.llm.question import Answer
from writer.wording.house import answer

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load_catalog(ROOT / "catalog")


@pytest.fixture(scope="module")
def craft(catalog: Catalog) -> Craft:
    return Craft(catalog, FileSystemLoader(ROOT / "prompts"))


def some_pair(catalog: Catalog) -> Task:
    listed = sorted(slug for slug, model in catalog.models.items() if model.listed)
    return Task(*next(itertools.islice(itertools.combinations(listed, 2), 7, None)))


def words(craft: Craft, task: Task) -> str:
    return answer(document_of(craft.prepare(task).messages))


class House:
    """Runs errands by the house writer, the first one spoilt."""

    def __init__(self, spoil: bool) -> None:
        self.spoil, self.errands = spoil, list[Errand]()

    async def run(self, errand: Errand) -> Answer:
        self.errands.append(errand)
        text = answer(document_of(errand.question.messages))
        if self.spoil and len(self.errands) == 1:
            draft = json.loads(text)
            draft["paragraphs"][0]["sentences"][0]["text"] = "It is 1900% cheaper than the other one."
            text = json.dumps(draft)
        return Answer(text, "stop", errand.question.model)


def test_the_same_task_is_prepared_the_same(craft: Craft, catalog: Catalog) -> None:
    task = some_pair(catalog)
    assert craft.prepare(task) == craft.prepare(task)
    assert craft.prepare(task).prompt_hash != craft.prepare(Task(task.a, task.b, "shorter, please")).prompt_hash


def test_a_pair_that_is_none_is_said_to_be(craft: Craft, catalog: Catalog) -> None:
    task = some_pair(catalog)
    with pytest.raises(UnknownModel):
        craft.prepare(Task(task.a, "no-such-model"))
    with pytest.raises(SameModel):
        craft.prepare(Task(task.a, task.a))


def test_what_the_house_writes_is_accepted(craft: Craft, catalog: Catalog) -> None:
    task = some_pair(catalog)
    judged = craft.judge(task, Answer(words(craft, task), "stop", "m"))
    assert (judged.outcome, judged.detail) == ("accepted", "")
    assert judged.report is not None
    assert judged.report.statements


def test_a_true_draft_that_says_little_is_thin(craft: Craft, catalog: Catalog) -> None:
    task = some_pair(catalog)
    draft = json.loads(words(craft, task))
    draft["paragraphs"] = draft["paragraphs"][:1]
    judged = craft.judge(task, Answer(json.dumps(draft), "stop", "m"))
    assert judged.outcome == "thin"
    assert "paragraphs" in judged.detail


async def test_a_draft_that_strays_goes_back_with_what_is_wrong_and_what_to_keep(
    craft: Craft, catalog: Catalog
) -> None:
    task, house = some_pair(catalog), House(spoil=True)
    result = await draft_pair(task, Plan("openai/m"), bench=HereBench(craft), errands=house, clock=LeapingClock())
    assert [attempt.outcome for attempt in result.attempts] == ["rejected", "accepted"]
    assert result.accepted
    asked = house.errands[1].question.messages
    assert [message["role"] for message in asked] == ["system", "user", "assistant", "user"]
    assert "1900%" in asked[-1]["content"]
    assert '"keep"' in asked[-1]["content"]
    assert house.errands[0].key != house.errands[1].key


async def test_the_best_of_the_attempts_is_kept(catalog: Catalog) -> None:
    class Worse:
        async def run(self, errand: Errand) -> Answer:
            return Answer(
                "no JSON"
                if errand.attempt == 2
                else '{"paragraphs": [{"sentences": [{"text": "wrong", "facts": []}]}]}',
                "stop",
                "m",
            )

    task = some_pair(catalog)
    result = await draft_pair(task, Plan("m", attempts=2), bench=FakeBench(), errands=Worse(), clock=LeapingClock())
    assert not result.accepted
    assert result.prose is not None, "prose that strays is more to a reviewer than none"
    assert result.reason == "1 findings: wrong-number"


async def test_the_house_writer_is_asked_once_for_it_would_say_the_same(catalog: Catalog) -> None:
    task, house = some_pair(catalog), House(spoil=True)
    craft = Craft(catalog, FileSystemLoader(ROOT / "prompts"))
    result = await draft_pair(task, Plan("house/plain"), bench=HereBench(craft), errands=house, clock=LeapingClock())
    assert len(result.attempts) == 1
