"""Publishing: the desk says what may be shown and marks it, the site is written from that."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from review_queue.publishing import Ready
from writer.cli.faults import DONE, FINDINGS
from writer.cli.terminal import say
from writer.cli.wiring import Wiring
from writer.cli.words import count
from writer.drafts.draft import Draft, Status
from writer.errors import NotAllowed
from writer.page.build import build
from writer.page.model import Page
from writer.site.publish import Publication, publish
from writer.site.selection import selected


def publish_site(wired: Wiring, directory: Path, *, base_url: str, include: Collection[str], overwrite: bool) -> int:
    """Mark what is approved as published, then write the site. A directory that is refused leaves every mark as it was."""
    ready = list(wired.desk.ready())
    chosen = {page.name for page in _pages(wired, [each.draft for each in ready if not each.refusal], include)}
    standing = [each.draft for each in ready if not each.refusal and each.draft.status is Status.PUBLISHED]
    first = publish(directory, _pages(wired, standing, include), base_url=base_url, overwrite=overwrite)
    refused = [each for each in ready if each.refusal]
    for each in refused:
        say(f"{each.draft.id}: not published: {each.refusal}")
    drafts = {(draft.result.a, draft.result.b): draft for draft in standing}
    for each in ready:
        if not each.refusal and each.draft.status is Status.APPROVED and _name(each.draft) in chosen:
            _mark(wired, each, drafts, refused)
    done = publish(directory, _pages(wired, list(drafts.values()), include), base_url=base_url, overwrite=overwrite)
    _tell(directory, first.then(done), len(drafts))
    return FINDINGS if refused else DONE


def _mark(wired: Wiring, ready: Ready, drafts: dict[tuple[str, str], Draft], refused: list[Ready]) -> None:
    """Publish one draft on the desk; a page that moved in this very moment is left out."""
    try:
        draft = wired.desk.publish(ready.draft.id, by=wired.settings.user, expect=ready.seal.hash)
    except NotAllowed as error:
        say(f"{ready.draft.id}: not published: {error}")
        refused.append(ready)
    else:
        drafts[draft.result.a, draft.result.b] = draft


def _pages(wired: Wiring, drafts: Collection[Draft], include: Collection[str]) -> tuple[Page, ...]:
    pages = (build(wired.sheet(draft.result.a, draft.result.b), wired.names, draft) for draft in drafts)
    return selected(pages, wired.catalog.models, include)


def _name(draft: Draft) -> str:
    return f"{draft.result.a}-vs-{draft.result.b}"


def _tell(directory: Path, done: Publication, pages: int) -> None:
    changed = (
        f"{count(len(done.written), 'file')} written, {len(done.unchanged)} unchanged, {len(done.removed)} removed"
    )
    say(f"{directory}: {count(pages, 'page')}: {changed}")
