"""A Page as Markdown, line by line; every text of it is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from writer.page.model import Cell, Link, Page, Row, Table
from writer.page.text import markdown
from writer.prose import Sentence
from writer.sayings.display import show_date


def document(page: Page) -> str:
    """The whole page; ends with one newline."""
    return "\n".join(_lines(page)).rstrip("\n") + "\n"


def _lines(page: Page) -> Iterator[str]:
    yield from (f"> {markdown(label)}\n" for label in page.record.labels)
    yield f"# {markdown(f'{page.names[0]} vs {page.names[1]}')}\n"
    yield f"{markdown(dates(page))}\n"
    yield _said(page.intro)
    yield "## Verdict\n"
    yield from (f"{markdown(sentence.text)}\n" for sentence in page.verdict.summary)
    yield from _verdict(page)
    yield from (f"- {markdown(rule)}" for rule in page.verdict.rules)
    yield "\n## Specs\n"
    yield from _table(page.specs)
    yield "## Pricing and availability\n"
    for table in page.pricing:
        yield from _table(table)
    yield "## Capabilities\n"
    yield from _table(page.capabilities) if page.capabilities else ()
    yield f"{markdown(page.capabilities_note)}\n"
    yield "## Benchmarks\n"
    yield _said((page.benchmarks_note,))
    for table in page.benchmarks:
        yield from _table(table)
    yield from _reading(page)
    yield from _ending(page)


def dates(page: Page) -> str:
    """The three dates of a page."""
    written = f"written {show_date(page.record.written)}" if page.record.written else "not written yet"
    reviewed = f"reviewed {show_date(page.record.reviewed)}" if page.record.reviewed else "not reviewed"
    return f"Data as of {page.data_as_of} · {written} · {reviewed}"


def _reading(page: Page) -> Iterator[str]:
    yield "## Deep dive\n"
    for paragraph in page.deep_dive:
        yield f"{markdown(''.join(segment.text for segment in paragraph))}\n"
    if not page.deep_dive:
        yield "No checked text is stored for this pair.\n"
    yield "## FAQ\n"
    for question in page.faq:
        yield f"### {markdown(question.question)}\n"
        yield _said(question.answer)


def _ending(page: Page) -> Iterator[str]:
    yield "## Continue comparing\n"
    yield from (f"- {_link(each)}" for each in page.related)
    yield f"\n{markdown(page.related_rule)}\n" if page.related else "No related comparison is published.\n"
    yield "## Sources\n"
    for each in page.sources:
        licensed = f", {markdown(each.license)}" if each.license else ""
        thanks = f": {markdown(each.attribution)}" if each.attribution else ""
        yield f"- {_link(each.name)}{licensed}{thanks}"
    if not page.sources:
        yield "No source is stated."


def _said(sentences: Iterable[Sentence]) -> str:
    return markdown(" ".join(sentence.text for sentence in sentences)) + "\n"


def _verdict(page: Page) -> Iterator[str]:
    rows = tuple(
        Row(Link(choice.need), (*choice.cells, Cell(choice.choice, note=choice.why))) for choice in page.verdict.choices
    )
    yield from _table(Table("The choice for each need, and what it rests on", "Need", (*page.names, "Choice"), rows))


def _table(table: Table) -> Iterator[str]:
    yield f"**{markdown(table.caption)}**\n"
    yield _row([markdown(table.corner), *map(markdown, table.columns)])
    yield _row(["---"] * (len(table.columns) + 1))
    for row in table.rows:
        yield _row([_noted(_link(row.head), row.note), *(_noted(markdown(cell.text), cell.note) for cell in row.cells)])
    yield ""


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _noted(text: str, note: str) -> str:
    return f"{text} ({markdown(note)})" if note else text


def _link(link: Link) -> str:
    return f"[{markdown(link.text)}](<{link.url}>)" if link.url else markdown(link.text)
