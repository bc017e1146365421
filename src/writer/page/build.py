"""A sheet, and the draft that was written from it, as a Page."""

from __future__ import annotations

from dataclasses import replace

from writer.catalog.names import Names
from writer.drafts.draft import Draft, Status
from writer.facts.sheet import FactSheet
from writer.page.abilities import LEGEND, NOTHING, capabilities
from writer.page.choices import verdict_part
from writer.page.faq import faq
from writer.page.heading import description, intro, title
from writer.page.model import Link, Page, Record
from writer.page.prices import pricing
from writer.page.proof import proven
from writer.page.prose import deep_dive
from writer.page.scores import benchmarks, benchmarks_note
from writer.page.showing import Showing
from writer.page.sources import data_as_of, sources
from writer.page.specs import specs
from writer.page.text import printable

HOUSE = "house/"
PUBLIC = (Status.APPROVED, Status.PUBLISHED)


def build(sheet: FactSheet, names: Names, draft: Draft | None = None) -> Page:
    """The page of a pair. ``sheet`` is in canonical order (ValueError otherwise); without a draft there is no deep dive.

    ``names`` are the catalog's, for the checker: it judges the page's own sentences too.
    """
    if sheet.a.slug > sheet.b.slug:
        raise ValueError(f"a page is built in canonical order: {sheet.b.slug} before {sheet.a.slug}")
    if draft is not None and (draft.result.a, draft.result.b) != (sheet.a.slug, sheet.b.slug):
        raise ValueError(
            f"the draft is of {draft.result.a} and {draft.result.b}, the facts of {sheet.a.slug} and {sheet.b.slug}"
        )
    return proven(_page(Showing.of(sheet), draft), sheet, names)


def _page(showing: Showing, draft: Draft | None) -> Page:
    sheet, table = showing.sheet, capabilities(showing)
    return Page(
        a=sheet.a.slug,
        b=sheet.b.slug,
        names=showing.names,
        title=title(showing),
        description=description(showing),
        intro=intro(showing),
        verdict=verdict_part(showing),
        specs=specs(showing),
        pricing=pricing(showing),
        capabilities=table,
        capabilities_note=LEGEND if table else NOTHING,
        benchmarks=benchmarks(showing),
        benchmarks_note=benchmarks_note(showing),
        deep_dive=deep_dive(draft, showing),
        faq=faq(showing),
        sources=sources(showing),
        data_as_of=data_as_of(showing),
        facts_hash=sheet.hash,
        record=_record(sheet, draft),
    )


def with_related(page: Page, links: tuple[Link, ...], rule: str) -> Page:
    """The page with the pairs that it leads on to, and the rule by which they were chosen."""
    return replace(page, related=links, related_rule=rule)


def _record(sheet: FactSheet, draft: Draft | None) -> Record:
    if draft is None:
        return Record(labels=("Facts only: nothing has been written for this pair.",))
    by_house = draft.result.model.startswith(HOUSE)
    public = draft.status in PUBLIC and not _moved(sheet, draft)
    return Record(
        labels=tuple(_labels(sheet, draft, by_house=by_house)),
        indexed=public and not by_house,
        written=draft.result.written_at.date(),
        reviewed=draft.reviewed_at.date() if draft.reviewed_at and draft.status in PUBLIC else None,
        model=printable(draft.result.model),
        approved=public,
    )


def _moved(sheet: FactSheet, draft: Draft) -> bool:
    return draft.stale or draft.result.facts_hash != sheet.hash


def _labels(sheet: FactSheet, draft: Draft, *, by_house: bool) -> list[str]:
    labels = []
    if draft.status not in PUBLIC:
        labels.append(
            f"Draft, version {draft.version}: {draft.status.replace('_', ' ')}. Not approved for publication."
        )
    if _moved(sheet, draft):
        labels.append("The facts have changed since this text was written.")
    if by_house and draft.edited_by:
        labels.append("The deep dive was worded by Writer's own rules and edited by a person, not by a language model.")
    elif by_house:
        labels.append("The deep dive was worded by Writer's own rules, not by a language model or a person.")
    elif draft.edited_by:
        labels.append("The deep dive was worded by a language model and edited by a person.")
    if draft.one_person:
        labels.append(f"{'Edited' if draft.edited_by else 'Written'} and approved by one person.")
    return labels
