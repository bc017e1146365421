"""The house writer tells what the document says, in good English, and nothing else."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

import pytest

import writer.wording
from tests.unit.wording.documents import compared, document, fact, priced, scored, won
from writer.wording.house import answer, word

NAMES = [
    ("Harbor 2", "Harbor"),
    ("Harbor 3", "Harbor"),
    ("Harbor 4", "Harbor"),
    ("Harbor 5", "Harbor"),
    ("Harbor 6", "Harbor"),
    ("Harbor 7", "Harbor"),
    ("Harbor 8", "Harbor"),
    ("Harbor 9", "Harbor"),
]


def texts(facts: dict[str, object], **more: object) -> list[str]:
    """The same document under eight names: every wording has its turn."""
    found = []
    for name, short in NAMES:
        made = document(facts, **more)
        made["models"]["a"] |= {"name": name, "short": short}
        found.append(word(made).text)
    return found


def aim(topic: str, kind: str, favours: str = "") -> dict[str, object]:
    return {"topic": topic, "kind": kind, "why": "", "favours": favours, "facts": []}


def test_it_reads_the_document_alone() -> None:
    allowed = {"writer.prose", "writer.wording"}
    for path in Path(writer.wording.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            modules = (
                [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else ([alias.name for alias in node.names] if isinstance(node, ast.Import) else [])
            )
            for module in modules:
                assert not module.startswith("writer") or any(module.startswith(each) for each in allowed), (
                    path,
                    module,
                )


def test_the_answer_is_the_json_of_the_contract() -> None:
    said = json.loads(answer(document(priced((1, 2), (3, 9)))))
    sentences = [each for paragraph in said["paragraphs"] for each in paragraph["sentences"]]
    assert all(set(each) == {"text", "facts"} for each in sentences)
    assert {"a.price.input", "b.price.output"} <= {key for each in sentences for key in each["facts"]}


def test_every_cited_key_is_a_fact_of_the_document() -> None:
    facts = {
        **priced((1, 2), (3, 9)),
        **compared("context_window", 128_000, 256_000),
        **won(1, 0),
        **scored("sums", 70, 60, "a"),
    }
    cited = {
        key for paragraph in word(document(facts)).paragraphs for each in paragraph.sentences for key in each.facts
    }
    assert cited <= set(facts)


def test_the_same_document_gives_the_same_words() -> None:
    facts = priced((1, 2), (3, 9))
    assert answer(document(facts)) == answer(document(facts))


def test_a_reversal_of_prices_is_told_and_no_model_is_called_cheaper_outright() -> None:
    for text in texts(priced((0.5, 6), (1, 4)), plan=[aim("price", "reversal", "b")]):
        assert "50% cheaper" in text
        assert "33% cheaper" in text
        assert "lower prices" not in text
        assert "cheaper input" in text or "the cost of input" in text


def test_an_unknown_price_is_undocumented_and_never_zero() -> None:
    facts = {"a.price.provider": "cloudy", "a.price.input": "1", "a.price.output": "2"}
    for text in texts(facts, undocumented={"a": [], "b": ["price.input"]}):
        assert "undocumented" in text or "no per-token price is documented for Osprey" in text
        assert "$0" not in text
        assert "cheaper" not in text


def test_a_price_of_zero_on_one_side_makes_no_ratio() -> None:
    for text in texts(priced((0, 2), (1, 2))):
        assert "$0 per 1M" in text
        assert "cheaper on input" not in text
        assert text.count("times as much") <= 1
        assert "free" not in text


def test_a_free_provider_is_named() -> None:
    for text in texts({**priced((1, 2), (3, 9)), "b.price.free_providers": ["windy"]}):
        assert "Windy" in text
        assert "free" in text


def test_ties_are_told_as_ties() -> None:
    facts = {
        **priced((1, 2), (1, 2)),
        **compared("context_window", 128_000, 128_000),
        **won(0, 0, 1),
        **scored("sums", 70, 70, "tie"),
    }
    for text in texts(facts, plan=[aim("price", "tie")]):
        assert "same" in text
        assert "128,000" in text
        assert "level" in text
        assert "leads" not in text
        assert "larger" not in text


def test_a_benchmark_won_by_the_lower_score_says_so() -> None:
    facts = {**won(0, 1), **scored("mazes", 12, 9, "b")}
    facts["a.score.mazes"] = fact("12", "minutes")
    for text in texts(facts):
        assert "Mazes (lower is better)" in text
        assert "Osprey leads 9 to 12" in text or "Osprey" in text.partition("Mazes")[2]


def test_a_lead_inside_the_margin_is_no_win() -> None:
    facts = {**won(1, 0), **scored("sums", 70, 69, "a"), "pair.score.sums.within_margin": True}
    for text in texts(facts):
        assert "inside the margin" in text


def test_the_count_of_shared_benchmarks_is_the_facts_not_the_documents() -> None:
    facts = {**won(30, 10), **scored("sums", 70, 60, "a"), **scored("mazes", 12, 9, "b")}
    for text in texts(facts):
        assert "40" in text
        assert "both shared benchmarks" not in text


def test_no_shared_benchmark_is_said_honestly() -> None:
    lone = {"a.score.sums": "70", "pair.scores.shared.count": 0}
    for text in texts(lone, undocumented={"a": [], "b": ["score.sums", "scores"]}):
        assert "70" in text
        assert "no score is recorded" in text or "no recorded score" in text
    for text in texts({}, undocumented={"a": ["scores"], "b": ["scores"]}):
        assert "score is recorded for" in text


def test_what_is_left_out_of_the_document_is_not_called_undocumented() -> None:
    facts = {
        "a.context_window": 8_000,
        "a.max_output": 4_000,
        "a.released": "2026-03-01",
        "a.knowledge_cutoff": "2025-03",
        "a.providers.count": 3,
        "a.score.sums": "70",
        "a.price.cached_input": "0.1",
    }
    for text in texts(facts):
        assert "undocumented" not in text
        assert "price" not in text
        assert "No provider" not in text


def test_an_undocumented_capability_is_not_called_missing() -> None:
    facts = {"pair.capabilities.documented_only_a": ["vision", "pdf_input"], "pair.capabilities.only_b": ["reasoning"]}
    for text in texts(facts):
        assert "ision and PDF input" in text
        assert "undocumented" in text or "unknown" in text
        assert "Osprey lacks vision" not in text


def test_a_job_that_does_not_fit_has_its_reason() -> None:
    facts = {"b.workload.code_agent.limit": "max_output", "a.workload.code_agent.cost": "60"}
    for text in texts(facts, plan=[aim("workload.code_agent", "limit", "a")]):
        assert "output limit" in text
        assert text.count("500 coding-agent runs") == 1


def test_jobs_that_change_the_order_are_told_together() -> None:
    facts = {
        **priced((0.5, 6), (1, 4)),
        **compared("workload.support_chat.cost", 31.5, 26),
        **compared("workload.code_agent.cost", 54, 76),
    }
    for text in texts(facts):
        assert all(bill in text for bill in ("$31.50", "$26", "$54", "$76"))
        assert "depends on the work" in text or "The job decides" in text


@pytest.mark.parametrize("gap", [0, 1, 60, 568])
def test_dates_are_told_with_the_time_between(gap: int) -> None:
    facts = {
        "a.released": "2024-09-25",
        "b.released": "2026-04-16",
        "pair.released.gap.days": gap,
        "pair.released.gap.months": "18.7",
    }
    if gap:
        facts["pair.released.newer"] = "b"
    for text in texts(facts):
        assert "September 2024" in text or "April 2026" in text
        assert ("one day" in text) == (gap == 1)
        assert ("60 days" in text) == (gap == 60)
        assert ("19 months" in text) == (gap == 568)


def test_nothing_documented_is_said_plainly() -> None:
    everything = ["price.input", "context_window", "max_output", "released", "knowledge_cutoff", "providers", "scores"]
    for text in texts({}, undocumented={"a": everything, "b": everything}):
        assert "Little that would decide" in text
        assert "No provider is listed for either model." in text
        assert not re.search(r"[0-9]", re.sub(r"Harbor [0-9]|1M", "", text))


def test_a_rejected_sentence_does_not_come_again() -> None:
    made = document({**priced((1, 2), (3, 9)), **compared("context_window", 128_000, 256_000)})
    first = [each.text for paragraph in word(made).paragraphs for each in paragraph.sentences]
    again = [each.text for paragraph in word(made, first[:2]).paragraphs for each in paragraph.sentences]
    assert not set(first[:2]) & set(again)
