"""Where a fact comes from, as a reviewer reads it."""

from __future__ import annotations

from review_queue.ports import Told
from writer.facts.explain import Cited, explain
from writer.facts.sheet import Fact, FactSheet, Side
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


def _told(sheet: FactSheet, fact: Fact) -> Told:
    how = explain(sheet, fact.key)
    return Told(fact.key, _title(sheet, fact), display(sheet, fact), how.formula, tuple(map(_spell, how.sources)))


def _title(sheet: FactSheet, fact: Fact) -> str:
    """``GPT-4.1: input price`` or, of both, ``input price: saving percent``."""
    name = label(sheet, fact.metric)
    if fact.side is not Side.PAIR:
        return f"{sheet.model(fact.side).name}: {name}"
    named = {"a": sheet.a.name, "b": sheet.b.name}
    words = fact.aspect.replace("_", " ").replace(".", " ").split()
    return f"{name}: {' '.join(named.get(word, word) for word in words)}"


def _spell(cited: Cited) -> str:
    parts = (cited.name, cited.url or "", cited.seen.isoformat() if cited.seen else "")
    return ", ".join(dict.fromkeys(part for part in parts if part))
