"""One pair drafted: asked, checked, mended, and stored unless nothing is to be."""

from __future__ import annotations

import asyncio
import tempfile
from functools import partial
from pathlib import Path

from writer.cli.asking import Asking
from writer.cli.faults import DONE, FINDINGS
from writer.cli.rows import draft_row, number, rules_of
from writer.cli.terminal import print_json, print_text, say
from writer.cli.watching import watching
from writer.cli.wiring import Wiring
from writer.cli.words import count
from writer.drafting.bench import Task
from writer.drafting.draft import Plan
from writer.drafting.progress import usd
from writer.drafting.shop import Shop, Tools
from writer.drafts.draft import Draft, Origin, Result
from writer.facts.compute import canonical
from writer.llm.gateway import close


def draft_one(wired: Wiring, asking: Asking, pair: tuple[str, str], *, note: str, queue: bool, format: str) -> int:
    """Draft the pair, or take what is stored of exactly this. Without ``queue`` nothing outlives the command."""
    task = _task(wired, pair, note)
    if not queue:
        with tempfile.TemporaryDirectory(prefix="writer-") as passing:
            alone = Wiring(
                wired.settings.model_copy(update={"database_url": f"sqlite:///{Path(passing) / 'passing.sqlite3'}"})
            )
            result = asyncio.run(_drafted(alone, asking, task, 1))
            alone.engine.dispose()
        return _print_result(result, format)
    return _print_draft(asyncio.run(_stored_or_drafted(wired, asking, task)), format)


def draft_anew(wired: Wiring, asking: Asking, pair: tuple[str, str], *, note: str, format: str) -> int:
    """Draft the pair as its next generation and store it."""
    task = _task(wired, pair, note)
    return _print_draft(asyncio.run(_redrafted(wired, asking, task)), format)


def _task(wired: Wiring, pair: tuple[str, str], note: str) -> Task:
    wired.sheet(*pair)
    a, b = canonical(*pair)
    return Task(a, b, note)


async def _stored_or_drafted(wired: Wiring, asking: Asking, task: Task) -> Draft:
    generation = max(1, wired.store.generation(task.a, task.b))
    plan = _plan(wired, asking, generation)
    with watching("none") as watcher, asking.tools(wired, watcher) as tools:
        prepared = await tools.bench.prepare(task)
        stored = wired.store.stored(
            task.a,
            task.b,
            facts_hash=prepared.facts_hash,
            prompt_hash=prepared.prompt_hash,
            models=(plan.model, *plan.fallbacks),
            generation=generation,
        )
        if stored is not None:
            say(f"{stored.id}: stored before for the same facts, prompt and model")
            return stored
        return await _kept(wired, asking, task, plan, tools, Origin.DRAFTED)


async def _redrafted(wired: Wiring, asking: Asking, task: Task) -> Draft:
    plan = _plan(wired, asking, wired.store.generation(task.a, task.b) + 1)
    with watching("none") as watcher, asking.tools(wired, watcher) as tools:
        return await _kept(wired, asking, task, plan, tools, Origin.REGENERATED)


async def _kept(wired: Wiring, asking: Asking, task: Task, plan: Plan, tools: Tools, origin: Origin) -> Draft:
    shop = _shop(wired, asking, tools, task)
    try:
        seen = wired.store.revision(task.a, task.b)
        result = await shop.draft(task, plan)
        saved = wired.store.save([result], origin=origin, by=wired.settings.user, note=task.note, revisions=[seen])
        return saved[0]
    finally:
        await _closed(shop)


async def _drafted(wired: Wiring, asking: Asking, task: Task, generation: int) -> Result:
    with watching("none") as watcher, asking.tools(wired, watcher) as tools:
        shop = _shop(wired, asking, tools, task)
        try:
            return await shop.draft(task, _plan(wired, asking, generation))
        finally:
            await _closed(shop)


async def _closed(shop: Shop) -> None:
    await shop.close()
    await close()


def _shop(wired: Wiring, asking: Asking, tools: Tools, task: Task) -> Shop:
    make = partial(Shop, tools, concurrency=asking.concurrency, fallbacks=asking.fallback, budget_usd=asking.budget)
    return make(by=wired.settings.user, note=task.note)


def _plan(wired: Wiring, asking: Asking, generation: int) -> Plan:
    """Its tries count from now: who asks again after an outage is not held to the tries that failed then."""
    return Plan(
        asking.model or wired.settings.model,
        asking.fallback,
        asking.attempts,
        asking.sampling(),
        generation,
        since=wired.clock.now(),
    )


def _print_draft(draft: Draft, format: str) -> int:
    if format == "json":
        print_json(draft_row(draft))
    else:
        print_text(draft.text)
        say(f"{draft.id}: {draft.status.value}: {_how(draft.result)}")
    return DONE if draft.result.accepted else FINDINGS


def _print_result(result: Result, format: str) -> int:
    text = result.prose.text if result.prose else ""
    if format == "json":
        print_json(
            {
                "a": result.a,
                "b": result.b,
                "accepted": result.accepted,
                "reason": result.reason,
                "model": result.model,
                "attempts": len(result.attempts),
                "cost_usd": number(result.usage.cost_usd),
                "text": text,
                "rules": rules_of(result),
            }
        )
    else:
        print_text(text)
        say(f"{result.a} vs {result.b}: {'accepted' if result.accepted else 'rejected'}: {_how(result)}")
    return DONE if result.accepted else FINDINGS


def _how(result: Result) -> str:
    paid = "cost unknown" if result.usage.cost_usd is None else usd(result.usage.cost_usd)
    how = f"{result.model}, {count(len(result.attempts), 'attempt')}, {paid}"
    return f"{how}: {result.reason}" if result.reason else how
