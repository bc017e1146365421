"""One draft: its text with every quantity marked, where each comes from, and what can be done with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from review_queue.looking import Look
from review_queue.office import seal_today, today
from review_queue.ports import Told
from review_queue.web.changes import parts
from review_queue.web.counter import Counter, Done, ItemPath, Of
from review_queue.web.passages import Marked, marked
from writer.check.report import Report, Statement
from writer.drafts.draft import Status
from writer.errors import NotAllowed, WriterError

PREVIEW_POLICY = (
    "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'; sandbox"
)


def router(counter: Counter) -> APIRouter:
    """The routes of one draft that change nothing."""
    routes = APIRouter()

    @routes.get("/drafts/{item}")
    def shown(item: ItemPath, done: Done = "", of: Of = "") -> HTMLResponse:
        look = counter.desk.look(item, by=counter.user)
        return counter.render.page("draft.html", {**draft_values(counter, look), "done": done, "of": of})

    @routes.get("/drafts/{item}/preview")
    def preview(item: ItemPath) -> HTMLResponse:
        draft = counter.desk.draft(item)
        fresh = today(counter.desk.office, draft).draft
        page = HTMLResponse(counter.desk.office.bench.pages.html(fresh))
        page.headers["Content-Security-Policy"] = PREVIEW_POLICY
        return page

    @routes.get("/drafts/{item}/readings")
    def readings(item: ItemPath) -> HTMLResponse:
        draft = counter.desk.draft(item)
        found = counter.explainer.readings(draft.result.a, draft.result.b, draft.text)
        return counter.render.page("readings.html", {"draft": draft, "readings": found})

    return routes


def draft_values(counter: Counter, look: Look) -> dict[str, object]:
    """What the page of a draft shows."""
    text = marked(look.draft.text, look.draft.result.report, look.strays)
    facts, trouble = explained(counter, look, text)
    waits = moved(counter, look)
    return {
        "look": look,
        "draft": look.draft,
        "text": text,
        "facts": facts,
        "notes": noted(look.draft.result.report),
        "repeats": repeats,
        "changes": parts(look.since) if look.since else (),
        "waiting": counter.desk.counts()[Status.IN_REVIEW],
        "trouble": trouble or waits,
        "refusals": look.refusals | ({"approve": waits} if waits and not look.refusals["approve"] else {}),
        "can_redraft": counter.workshop is not None,
        "waivable": counter.desk.office.bench.checker.waivable,
    }


def explained(counter: Counter, look: Look, text: Marked) -> tuple[dict[str, Told], str]:
    """Key -> what there is to know of the fact; and why there is nothing, where the catalog cannot be read."""
    stated = (key for statement in text.statements for key in statement.facts)
    keys = tuple(dict.fromkeys((*stated, *noted(look.draft.result.report).cited)))
    try:
        told = counter.explainer.explain(look.draft.result.a, look.draft.result.b, keys)
    except WriterError as error:
        return {}, f"The facts cannot be looked up: {error}"
    return {fact.key: fact for fact in told}, ""


@dataclass(frozen=True, slots=True)
class Noted:
    """What the checker noted: what it says itself, and the facts that were cited without being stated, each once."""

    said: tuple[str, ...] = ()
    cited: tuple[str, ...] = ()


def noted(report: Report | None) -> Noted:
    """The report's notes. Who wins is left out: a sentence that states both figures need not say it."""
    if report is None:
        return Noted()
    said = dict.fromkeys(note.message for note in report.notes if not note.facts)
    cited = dict.fromkeys(key for note in report.notes for key in note.facts if key.rpartition(".")[2] not in _IMPLIED)
    return Noted(tuple(said), tuple(cited))


def repeats(statement: Statement, facts: Mapping[str, Told]) -> bool:
    """Whether a statement's reading says only what the labels under it say."""
    return statement.reading in {facts[key].label for key in statement.facts if key in facts}


def moved(counter: Counter, look: Look) -> str:
    """Why the draft is not what it would be today, "" where it is; only of what is still on its way."""
    if look.refusals["approve"] and look.refusals["request_changes"]:
        return ""
    try:
        now = seal_today(counter.desk.office, look.draft)
    except (NotAllowed, WriterError) as error:
        return str(error)
    names = look.seal.difference(now)
    return "" if not names else f"Since it was checked, {_spelt(names)} changed: check it again before you decide."


def _spelt(names: dict[str, tuple[str, str]]) -> str:
    return " and ".join(_MOVED[name] for name in names)


def keys_of(statement: Statement, facts: dict[str, Told]) -> tuple[Told, ...]:
    """The facts that a statement states, as far as they are known."""
    return tuple(facts[key] for key in statement.facts if key in facts)


_IMPLIED = frozenset({"winner", "higher"})

_MOVED = {
    "text_hash": "the text",
    "facts_hash": "the facts",
    "checker_version": "the checker",
    "page_version": "the page",
}
