from __future__ import annotations

import json
from functools import partial

import pytest

from tests.unit.evaluation.conftest import CORPUS
from writer.catalog.catalog import Catalog
from writer.cli.evaluate_sources import Sources
from writer.cli.evaluate_sources import cases as read_cases
from writer.evaluation.crew import run
from writer.evaluation.draft import Source
from writer.evaluation.evaluate import Evaluation, Evaluator, Size
from writer.evaluation.plot import draw
from writer.evaluation.report import false_rejections, lines, plain, shortfalls, survivors, too_few
from writer.evaluation.wilson import interval

SMALL = Size(template_pairs=8, drafts_per_pair=4, house_pairs=3, mutants_per_draft=6, edits_per_corpus_kind=1)


@pytest.fixture(scope="module")
def evaluation(catalog: Catalog, cases: list[dict[str, object]]) -> Evaluation:
    return Evaluator(catalog, [case for case in cases if str(case["id"]).startswith("analyst-0")][:6], seed=5).evaluate(
        SMALL
    )


def timeless(measured: Evaluation) -> str:
    told = plain(measured)
    for source in told["sources"].values():  # type: ignore[attr-defined]
        del source["seconds"], source["drafts_a_second"]
    return json.dumps([told, list(survivors(measured))], sort_keys=True)


def faithful(measured: Evaluation) -> int:
    return sum(each.faithful for each in measured.sources)


def test_the_three_sources_are_told_apart(evaluation: Evaluation) -> None:
    assert [each.source for each in evaluation.sources] == list(Source)
    assert all(each.faithful for each in evaluation.sources)


def test_mutants_are_made_of_accepted_drafts_alone(evaluation: Evaluation) -> None:
    for each in evaluation.sources:
        rejected = {found.draft for found in each.rejected}
        assert not [found for found in each.survivors if found.draft in rejected]
        assert each.accepted + len(each.rejected) == each.faithful


def test_figures_are_plain_json(evaluation: Evaluation) -> None:
    told = json.loads(json.dumps(plain(evaluation)))
    assert set(told["sources"]) == {"templates", "house", "corpus"}
    for source in told["sources"].values():
        assert source["mutants"]["n"] == sum(kind["n"] for kind in source["kinds"].values())
        low, high = source["mutants"]["interval"]
        assert low <= source["mutants"]["rate"] <= high


def test_survivors_and_rejections_are_lines(evaluation: Evaluation) -> None:
    assert all("\n" not in line for line in (*survivors(evaluation), *false_rejections(evaluation), *lines(evaluation)))
    assert len(list(survivors(evaluation))) == sum(each.mutants - each.killed for each in evaluation.sources)


def test_the_same_seed_gives_the_same_mutants(
    catalog: Catalog, evaluation: Evaluation, cases: list[dict[str, object]]
) -> None:
    again = Evaluator(
        catalog, [case for case in cases if str(case["id"]).startswith("analyst-0")][:6], seed=5
    ).evaluate(SMALL)
    assert timeless(again) == timeless(evaluation)


def test_bars_are_not_met_by_a_checker_that_accepts_everything(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    from writer.check.check import Checker
    from writer.check.report import Report

    monkeypatch.setattr(Checker, "check", lambda *_: Report((), (), 0, ""))
    blind = Evaluator(catalog, (), seed=5).evaluate(SMALL, [Source.TEMPLATES])
    assert shortfalls(blind)[0] == "templates: 0.00% of all mutants rejected: the bar is 99%"
    assert blind.sources[0].killed == 0


def test_nor_by_one_that_rejects_everything(catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    from writer.check.check import Checker
    from writer.check.report import Report, Violation

    refused = Violation(0, 1, "x", "unclear", "no")
    monkeypatch.setattr(Checker, "check", lambda *_: Report((), (refused,), 0, ""))
    stern = Evaluator(catalog, (), seed=5).evaluate(SMALL, [Source.TEMPLATES])
    assert shortfalls(stern) == (
        f"templates: {stern.sources[0].faithful} of {stern.sources[0].faithful} faithful drafts rejected: the bar is none",
    )
    assert stern.sources[0].mutants == 0


@pytest.mark.parametrize(
    ("found", "total", "low", "high"), [(0, 0, 0.0, 1.0), (0, 3000, 0.0, 0.00128), (50, 100, 0.4038, 0.5962)]
)
def test_wilson_s_interval(found: int, total: int, low: float, high: float) -> None:
    assert interval(found, total) == pytest.approx((low, high), abs=1e-4)


def test_several_processes_measure_the_same(evaluation: Evaluation, cases: list[dict[str, object]]) -> None:
    few = tuple(case for case in cases if str(case["id"]).startswith("analyst-0"))[:6]
    sources = Sources(CORPUS / "catalog", few, 5, (), None)
    again = sources.evaluator().evaluate(SMALL, run=partial(run, sources.evaluator, 2))
    assert timeless(again) == timeless(evaluation)


def test_the_picture_is_a_png_of_the_same_bytes(evaluation: Evaluation) -> None:
    drawn = draw(evaluation)
    assert drawn.startswith(b"\x89PNG")
    assert draw(evaluation) == drawn


def test_a_part_of_the_size_is_told_as_such(evaluation: Evaluation) -> None:
    assert [line.split(":")[0] for line in too_few(evaluation)] == [
        "templates",
        "corpus",
        f"{faithful(evaluation)} faithful drafts",
    ]


def test_the_checker_stands_above_the_bars_on_a_small_twin(evaluation: Evaluation) -> None:
    killed, mutants = sum(each.killed for each in evaluation.sources), sum(each.mutants for each in evaluation.sources)
    assert killed >= 0.99 * mutants, "\n".join(survivors(evaluation))
    assert not list(false_rejections(evaluation))


@pytest.mark.bench
def test_the_checker_stands_above_the_bars() -> None:
    files = [CORPUS / f"{name}.jsonl" for name in ("dev", "authors", "hard")]
    sources = Sources(CORPUS.parents[1] / "catalog", read_cases(files), 1, (), CORPUS / "catalog")
    measured = sources.evaluate(Size(), tuple(Source), None)
    print("\n".join(lines(measured)))
    assert not shortfalls(measured)
    assert not too_few(measured)
