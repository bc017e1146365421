"""What the review desk is given, over the catalog as it is now."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from review_queue.ports import ChangeKind
from tests.factories import draft
from tests.integration.writer_command import CORPUS
from writer.catalog.names import Names
from writer.check.check import check_prose
from writer.check.report import Report
from writer.drafts.draft import Draft
from writer.errors import CatalogFaults, UnknownModel
from writer.facts.sheet import FactSheet
from writer.page.build import build
from writer.page.model import Page
from writer.prose import Prose
from writer.serving import checking, live_catalog, pages
from writer.serving.checking import DeskChecker
from writer.serving.comparing import DeskFreshness
from writer.serving.explaining import DeskExplainer
from writer.serving.kept import Kept
from writer.serving.live_catalog import KEPT, LiveCatalog

PAIR = ("gpt-4.1", "o3")


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    return shutil.copytree(CORPUS, tmp_path / "catalog")


def edit(directory: Path, old: str, new: str) -> None:
    """Change the first model's file so that its time is another one, too."""
    file = next(directory.rglob("gpt-4.1.toml"))
    file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    later = file.stat().st_mtime_ns + 1_000_000
    os.utime(file, ns=(later, later))


def test_the_catalog_is_loaded_once_while_it_stands(directory: Path) -> None:
    live = LiveCatalog(directory)
    assert live.known() is live.known()


def test_a_saved_file_is_seen_at_once(directory: Path) -> None:
    live = LiveCatalog(directory)
    before = live.known().sheet(*PAIR).hash
    edit(directory, "input = 2", "input = 3")
    assert live.known().sheet(*PAIR).hash != before


def test_a_fault_answers_every_question_until_it_is_mended(directory: Path) -> None:
    live = LiveCatalog(directory)
    live.known()
    edit(directory, 'name = "', "name = ")
    with pytest.raises(CatalogFaults):
        live.known()
    edit(directory, "name = ", 'name = "')
    assert live.known()


def test_the_checker_judges_by_the_catalog_of_today(directory: Path) -> None:
    checker = DeskChecker(LiveCatalog(directory))
    checked = checker.check(*PAIR, "GPT-4.1 costs $777 per 1M input tokens.")
    assert not checked.report.accepted
    assert checked.facts_hash == LiveCatalog(directory).known().sheet(*PAIR).hash
    with pytest.raises(UnknownModel):
        checker.check("nobody-9", "o3", "")


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("GPT-4.1 costs $2\u200b per 1M input tokens.", "hidden-character"),
        ("\u202eGPT-4.1 costs $2 per 1M input tokens.", "hidden-character"),
        ("GPT-4.1 \x1b[31mcosts $2 per 1M input tokens.", "hidden-character"),
        ("GPT-4.1 costs <script>alert()</script> $2 per 1M input tokens.", "markup"),
        ("GPT-4.1 costs **$2** per 1M input tokens.", "markup"),
        ("[GPT-4.1](https://example.com) costs $2 per 1M input tokens.", "markup"),
        ("It is so.\n\n# GPT-4.1 costs $2 per 1M input tokens.", "markup"),
    ],
)
def test_a_persons_words_may_hold_no_more_than_a_models(directory: Path, words: str, rule: str) -> None:
    report = DeskChecker(LiveCatalog(directory)).check(*PAIR, words).report
    assert rule in {violation.rule for violation in report.violations}
    assert all(words[each.start : each.end] == each.quote for each in report.violations)


def test_only_rules_without_numbers_can_be_waived(directory: Path) -> None:
    checker = DeskChecker(LiveCatalog(directory))
    assert checker.waivable("unclear")
    assert not checker.waivable("wrong-number")
    assert not checker.waivable("no-such-rule")


def test_a_fact_is_explained_with_whose_it_is_its_formula_and_where_it_was_seen(directory: Path) -> None:
    keys = ("a.price.input", "no.such.fact", "pair.price.input.saving_percent")
    price, saving = DeskExplainer(LiveCatalog(directory)).explain(*PAIR, keys)
    assert (price.label, price.value) == ("GPT-4.1: input price", "$2 per 1M tokens")
    assert price.sources
    assert saving.label == "input price: saving percent"
    assert "smaller" in saving.formula


def test_two_pages_of_the_same_bytes_are_the_same() -> None:
    assert DeskFreshness().compare("{}", "{}").kind in {ChangeKind.RENDERS_SAME, ChangeKind.UNKNOWN}


def test_what_cannot_be_read_is_unknown_so_that_an_approval_falls() -> None:
    assert DeskFreshness().compare("not a page", "{}").kind is ChangeKind.UNKNOWN


def test_a_page_that_was_looked_at_is_there_until_the_catalog_moves(
    directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []

    def counted(sheet: FactSheet, names: Names, shown: Draft) -> Page:
        made.append(sheet.hash)
        return build(sheet, names, shown)

    monkeypatch.setattr(pages, "build", counted)
    live = LiveCatalog(directory)
    shown = draft(live.known().sheet(*PAIR), "GPT-4.1 costs $2 per 1M input tokens.")
    desk = pages.DeskPages(live)
    first = desk.data(shown)
    assert (desk.data(shown), len(made)) == (first, 1)
    edit(directory, "input = 2", "input = 3")
    assert desk.data(shown) != first
    assert len(set(made)) == 2


def test_a_text_that_was_judged_is_not_judged_again_until_the_catalog_moves(
    directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    judged: list[str] = []

    def counted(prose: Prose, sheet: FactSheet, names: Names) -> Report:
        judged.append(sheet.hash)
        return check_prose(prose, sheet, names)

    monkeypatch.setattr(checking, "check_prose", counted)
    checker = DeskChecker(LiveCatalog(directory))
    words = "GPT-4.1 costs $2 per 1M input tokens."
    first = checker.check(*PAIR, words)
    assert (checker.check(*PAIR, words), len(judged)) == (first, 1)
    edit(directory, "input = 2", "input = 3")
    assert checker.check(*PAIR, words).facts_hash != first.facts_hash
    assert not checker.check(*PAIR, "GPT-4.1 costs $777.").report.accepted
    assert len(judged) == 3


def test_only_the_last_are_kept(directory: Path) -> None:
    known = LiveCatalog(directory).known()
    made: list[int] = []
    kept: Kept[int, None] = Kept(lambda _, number: made.append(number))
    for number in (*range(KEPT + 1), 1, 0):
        kept.of(known, number)
    assert made == [*range(KEPT + 1), 0]


def test_what_is_only_shown_may_be_a_second_old(directory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = [100.0]
    monkeypatch.setattr(live_catalog.time, "monotonic", lambda: seconds[0])
    live = LiveCatalog(directory)
    first = live.lately()
    edit(directory, "input = 2", "input = 3")
    assert live.lately() is first
    seconds[0] += 1
    assert live.lately() is not first


def test_the_yardstick_is_what_a_check_goes_by(directory: Path) -> None:
    checker = DeskChecker(LiveCatalog(directory))
    checked, by = checker.check(*PAIR, "GPT-4.1 costs $2 per 1M input tokens."), checker.yardstick(*PAIR)
    assert (by.facts_hash, by.checker_version) == (checked.facts_hash, checked.report.checker_version)
    with pytest.raises(UnknownModel):
        checker.yardstick("nobody-9", "o3")
