"""A page's JSON as places and their texts: what a reader sees, without who wrote and reviewed it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError


class _Shape(BaseModel):
    model_config = ConfigDict(strict=True, extra="ignore")


class _Link(_Shape):
    text: str
    url: str | None = None


class _Cell(_Shape):
    text: str
    note: str = ""


class _Row(_Shape):
    head: _Link
    cells: list[_Cell]
    note: str = ""


class _Table(_Shape):
    caption: str
    columns: list[str]
    rows: list[_Row]


class _Sentence(_Shape):
    text: str


class _Choice(_Shape):
    need: str
    choice: str
    side: str
    why: str
    cells: Annotated[list[_Cell], Field(min_length=2, max_length=2)]


class _Verdict(_Shape):
    summary: list[_Sentence]
    choices: list[_Choice]
    rules: list[str]


class _Question(_Shape):
    question: str
    answer: list[_Sentence]


class _Source(_Shape):
    name: _Link
    license: str = ""
    attribution: str = ""


class _Page(_Shape):
    a: str
    b: str
    title: str
    description: str
    intro: list[_Sentence]
    verdict: _Verdict
    specs: _Table
    pricing: list[_Table]
    capabilities: _Table | None
    capabilities_note: str
    benchmarks: list[_Table]
    benchmarks_note: _Sentence
    deep_dive: list[list[_Sentence]]
    faq: list[_Question]
    sources: list[_Source]
    data_as_of: str


SEEN = "Seen"
DATA_AS_OF = "data as of"


class Places:
    """What stands where on a page. ``texts`` runs in reading order; ``winners`` holds side and name of each need's
    choice, where there is one."""

    def __init__(self, page: _Page) -> None:
        self.texts: dict[str, str] = {}
        for where, text in _places(page):
            self.texts[self._free(where)] = text
        self.winners = {each.need: (each.side, each.choice) for each in page.verdict.choices if each.side}

    def _free(self, where: str) -> str:
        """The place's name; a second of the same name gets a number."""
        name, count = where, 2
        while name in self.texts:
            name, count = f"{where} ({count})", count + 1
        return name


def read_places(page_json: str) -> Places | None:
    """The places of a page's JSON; None where it is no page that this version can read."""
    try:
        return Places(_Page.model_validate(json.loads(page_json)))
    except (ValidationError, json.JSONDecodeError):
        return None


def _places(page: _Page) -> Iterator[tuple[str, str]]:
    yield "title", page.title
    yield "description", page.description
    yield "introduction", _said(page.intro)
    yield "verdict", _said(page.verdict.summary)
    for choice in page.verdict.choices:
        yield f"verdict: {choice.need}", f"{choice.choice}: {choice.why}"
        yield f"verdict: {choice.need}: first model", choice.cells[0].text
        yield f"verdict: {choice.need}: second model", choice.cells[1].text
    yield "verdict: rules", " ".join(page.verdict.rules)
    for table in (page.specs, *page.pricing, *([page.capabilities] if page.capabilities else []), *page.benchmarks):
        yield from _table(table)
    yield "capabilities: note", page.capabilities_note
    yield "benchmarks: note", page.benchmarks_note.text
    for number, paragraph in enumerate(page.deep_dive, 1):
        yield f"deep dive: paragraph {number}", "".join(segment.text for segment in paragraph)
    for question in page.faq:
        yield f"FAQ: {question.question}", _said(question.answer)
    for source in page.sources:
        yield f"source: {source.name.text}", f"{source.name.url or ''} {source.license} {source.attribution}"
    yield DATA_AS_OF, page.data_as_of


def _table(table: _Table) -> Iterator[tuple[str, str]]:
    for row in table.rows:
        where = f"{table.caption}: {row.head.text}"
        yield f"{where}: head", f"{row.head.url or ''} {row.note}"
        for column, cell in zip(table.columns, row.cells, strict=True):
            yield f"{where}: {column}", f"{cell.text} ({cell.note})" if cell.note else cell.text


def _said(sentences: list[_Sentence]) -> str:
    return " ".join(sentence.text for sentence in sentences)
