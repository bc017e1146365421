"""What becomes of an approval when the catalog moves: with the real facts, checker, page and freshness, on both engines."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine

from review_queue.desk import Desk
from review_queue.ports import ChangeKind
from review_queue.refreshing import RULE, Outcome
from review_queue.store import contents
from review_queue.store.audit import of_pair
from review_queue.store.engine import reading, writing
from tests.fakes.desk import HandClock, prose, result
from tests.integration.writer_command import CORPUS
from writer.drafts.draft import Draft, Origin, Status
from writer.errors import Conflict, NotAllowed
from writer.serving.bench import desk_bench
from writer.serving.live_catalog import LiveCatalog

A, B = "gpt-4.1", "o3"
WORDS = "GPT-4.1 has a context window of 1,047,576 tokens, o3 one of 200,000."
BOTH = (A, B)
Edits = Mapping[str, Mapping[str, str]]  # slug -> old -> new

MOVES: tuple[tuple[ChangeKind, Edits], ...] = (
    (ChangeKind.RENDERS_SAME, {A: {'ref = "providers/azure"': 'ref = "providers/azure-2"'}}),
    (ChangeKind.WITHIN_TOLERANCE, {slug: {"input = 2": "input = 2.02"} for slug in BOTH}),
    (ChangeKind.MATERIAL, {slug: {"input = 2": "input = 3"} for slug in BOTH}),
    (ChangeKind.WINNER_FLIPPED, {A: {"score = 52.4": "score = 92.4"}}),
    (ChangeKind.UNKNOWN, {slug: {"input = 2": "input = 3"} for slug in BOTH}),
)
KINDS = [kind for kind, _ in MOVES]


@pytest.fixture
def catalog(tmp_path: Path) -> Path:
    return shutil.copytree(CORPUS, tmp_path / "catalog")


@pytest.fixture
def real(engine: Engine, catalog: Path, clock: HandClock) -> Desk:
    return Desk.on(engine, desk_bench(LiveCatalog(catalog), clock))


def drafted(desk: Desk) -> Draft:
    checked = desk.office.bench.checker.check(A, B, WORDS)
    assert checked.report.accepted
    made = replace(result(A, B), prose=prose(WORDS), report=checked.report, facts_hash=checked.facts_hash)
    return desk.store.save([made], origin=Origin.DRAFTED, by="batch")[0]


def move(desk: Desk, catalog: Path, kind: ChangeKind) -> None:
    """Change the catalog so that the page changes by this much."""
    for slug, edits in dict(MOVES)[kind].items():
        file = next(catalog.rglob(f"{slug}.toml"))
        text = file.read_text(encoding="utf-8")
        for old, new in edits.items():
            assert old in text
            text = text.replace(old, new)
        later = file.stat().st_mtime_ns + 1_000_000
        file.write_text(text, encoding="utf-8")
        os.utime(file, ns=(later, later))
    if kind is ChangeKind.UNKNOWN:
        with writing(desk.office.engine) as session:
            contents.change(session, f"{A}-vs-{B}@1", page="what an older program kept")


def told(desk: Desk) -> dict[str, object]:
    with reading(desk.office.engine) as session:
        return json.loads(of_pair(session, A, B)[0].detail)  # type: ignore[no-any-return]


@pytest.mark.parametrize("kind", KINDS)
def test_each_class_of_change_is_told_apart_and_only_the_same_page_keeps_its_approval(
    real: Desk, catalog: Path, kind: ChangeKind, sound: Callable[[], None]
) -> None:
    kept = drafted(real)
    real.approve(kept.id, by="anna")
    before = real.look(kept.id, by="anna").seal
    move(real, catalog, kind)
    with pytest.raises(Conflict, match="the facts changed"):
        real.publish(kept.id, by="anna")
    found = real.refresh(kept.id, by="system")
    assert found.change is not None
    assert found.change.kind is kind
    look = real.look(kept.id, by="anna")
    assert look.seal.facts_hash != before.facts_hash
    if kind is ChangeKind.RENDERS_SAME:
        assert (found.outcome, look.draft.status, look.draft.reviewed_by) == (
            Outcome.CARRIED,
            Status.APPROVED,
            ("anna",),
        )
        assert told(real) == {"rule": RULE, "from": before.hash, "to": look.seal.hash}
        assert real.publish(kept.id, by="anna").status is Status.PUBLISHED
    else:
        assert (found.outcome, look.draft.status, look.draft.reviewed_by) == (Outcome.DROPPED, Status.IN_REVIEW, ())
        assert (look.wanted_by, told(real)["change"]) == ("anna", kind.value)
        with pytest.raises(NotAllowed, match="cannot be published"):
            real.publish(kept.id, by="anna")
        assert real.approve(kept.id, by="anna").status is Status.APPROVED
    sound()


@pytest.mark.parametrize(
    ("kind", "delta"),
    [
        (ChangeKind.WITHIN_TOLERANCE, ("$2 per 1M tokens", "$2.02 per 1M tokens", "+1.0%")),
        (ChangeKind.MATERIAL, ("$2 per 1M tokens", "$3 per 1M tokens", "+50.0%")),
        (ChangeKind.WINNER_FLIPPED, ("o3", "GPT-4.1", "")),
    ],
)
def test_old_new_and_difference_are_told_to_who_approved(
    real: Desk, catalog: Path, kind: ChangeKind, delta: tuple[str, str, str]
) -> None:
    kept = drafted(real)
    real.approve(kept.id, by="anna")
    move(real, catalog, kind)
    real.refresh(kept.id, by="system")
    since = real.look(kept.id, by="anna").since
    assert since is not None
    assert delta in {(each.old, each.new, each.change) for each in since.deltas}


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind is not ChangeKind.RENDERS_SAME])
def test_the_worse_the_change_the_sooner_it_is_looked_at(real: Desk, catalog: Path, kind: ChangeKind) -> None:
    kept = drafted(real)
    due = real.list().rows[0].due
    real.approve(kept.id, by="anna")
    move(real, catalog, kind)
    real.refresh(kept.id, by="system")
    hours = {
        ChangeKind.WITHIN_TOLERANCE: 12,
        ChangeKind.MATERIAL: 24,
        ChangeKind.UNKNOWN: 24,
        ChangeKind.WINNER_FLIPPED: 72,
    }
    assert due - real.list().rows[0].due == hours[kind] * 3600
    lease = real.take_next(by="anna")
    assert lease is not None
    assert lease.item == kept.id


@pytest.mark.parametrize("kind", KINDS)
def test_what_readers_see_stays_and_is_put_before_a_person_unless_it_renders_the_same(
    real: Desk, catalog: Path, kind: ChangeKind, sound: Callable[[], None]
) -> None:
    kept = drafted(real)
    real.approve(kept.id, by="anna")
    real.publish(kept.id, by="anna")
    move(real, catalog, kind)
    same = kind is ChangeKind.RENDERS_SAME
    assert real.refresh(kept.id, by="system").outcome is (Outcome.CARRIED if same else Outcome.STALE)
    shown = real.draft(kept.id)
    assert (shown.status, shown.stale) == (Status.PUBLISHED, not same)
    assert [row.id for row in real.list().rows] == ([kept.id] if same else [f"{A}-vs-{B}@2", kept.id])
    sound()


def test_words_that_stray_on_the_facts_of_today_are_rejected_whatever_was_approved(real: Desk, catalog: Path) -> None:
    kept = drafted(real)
    real.approve(kept.id, by="anna")
    file = next(catalog.rglob(f"{B}.toml"))
    file.write_text(file.read_text(encoding="utf-8").replace("200000", "400000"), encoding="utf-8")
    assert real.refresh(kept.id, by="system").outcome is Outcome.REJECTED
    assert [each.quote for each in real.look(kept.id, by="anna").strays] == ["200,000"]
