"""What a text about a pair can name, by the names, slugs and aliases of a catalog."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.factories import benchmark, catalog, model
from writer.catalog.name_table import NameKind
from writer.catalog.names import Names, PairNames


def pair() -> PairNames:
    mini = model("gpt-4.1-mini", name="GPT-4.1 mini", vendor="acme", aliases=("gpt-4.1-mini-2025-04-14",))
    o1 = model("o1", name="o1", vendor="bolt")
    exam = replace(benchmark("last-exam"), name="Humanity's Last Exam")
    return Names.of(catalog(mini, o1, benchmarks=[exam])).pair("gpt-4.1-mini", "o1")


@pytest.mark.parametrize("text", ["o1 costs $14 and $54.", "It has 04 and 2025-04 in it."])
def test_the_date_of_an_alias_names_nobody(text: str) -> None:
    assert "gpt-4.1-mini" not in {slug for name in pair().find(text) for slug in name.named.slugs}


def test_the_whole_alias_names_its_model() -> None:
    (name,) = pair().find("gpt-4.1-mini-2025-04-14")
    assert name.named.slugs == ("gpt-4.1-mini",)


def test_a_name_with_an_apostrophe_is_one_name() -> None:
    (name,) = pair().find("a score on Humanity's Last Exam")
    assert (name.text, name.named.kind) == ("Humanity's Last Exam", NameKind.BENCHMARK)


def test_another_version_is_another_model() -> None:
    (name,) = pair().find("GPT-4.2 mini")
    assert name.named.kind is NameKind.OTHER_MODEL
