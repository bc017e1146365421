"""Where a fact comes from, as a reviewer reads it."""

from __future__ import annotations

from review_queue.ports import ReadAs, Source, Told
from writer.check.check import explain as explain_text
from writer.check.explain import Explained
from writer.facts.explain import Cited, explain
from writer.facts.sheet import Fact, FactSheet, Side
from writer.page.text import safe_url
from writer.sayings.display import display
from writer.sayings.labels import label
from writer.serving.live_catalog import LiveCatalog


class DeskExplainer:
    """Explains facts of the catalog as it is now."""

    def __init__(self, live: LiveCatalog) -> None:
        self._live = live

    def explain(self, a: str, b: str, keys: tuple[str, ...]) -> tuple[Told, ...]:
        """Each fact that there is, in the order of ``keys``."""
        sheet = self._live.known().sheet(a, b)
        return tuple(_told(sheet, sheet.facts[key]) for key in keys if key in sheet.facts)

    def readings(self, a: str, b: str, text: str) -> tuple[ReadAs, ...]:
        """Every number of the text in its order: how it is read, and to which facts it is bound."""
        known = self._live.known()
        sheet = known.sheet(a, b)
        return tuple(_read(sheet, each) for each in explain_text(text, sheet, known.names))


def _read(sheet: FactSheet, each: Explained) -> ReadAs:
    facts = tuple(_told(sheet, sheet.facts[key]) for key in each.facts if key in sheet.facts)
    return ReadAs(each.quote, each.read, each.bound, facts, each.rule)


def _told(sheet: FactSheet, fact: Fact) -> Told:
    how = explain(sheet, fact.key)
    return Told(
        fact.key,
        _title(sheet, fact),
        display(sheet, fact),
        how.formula,
        tuple(dict.fromkeys(map(_source, how.sources))),
    )


def _title(sheet: FactSheet, fact: Fact) -> str:
    """``GPT-4.1: input price`` or, of both, ``input price: saving percent``."""
    name = label(sheet, fact.metric)
    if fact.side is not Side.PAIR:
        return f"{sheet.model(fact.side).name}: {name}"
    named = {"a": sheet.a.name, "b": sheet.b.name}
    words = fact.aspect.replace("_", " ").replace(".", " ").split()
    return f"{name}: {' '.join(named.get(word, word) for word in words)}"


def _source(cited: Cited) -> Source:
    return Source(cited.name, safe_url(cited.url) or "", cited.seen.isoformat() if cited.seen else "")
