"""Which facts a person is shown, and under which heading: by default what a comparison is made of, by words what they ask for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from writer.facts.sheet import Fact

WHAT_IT_IS = "what it is"
_SECTIONS = {
    "prices": ("price", "context_fill"),
    "workloads": ("workload",),
    "capabilities": ("capabilities",),
    "scores": ("score", "scores"),
    "providers": ("providers", "offers"),
    "beside the figures": ("about",),
}
_OF = {first: title for title, firsts in _SECTIONS.items() for first in firsts}
_FOLDED = ("offers.", "about.")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: ``words`` that a key or a heading has to hold, all of them; or everything, or the usual."""

    words: tuple[str, ...] = ()
    everything: bool = False

    def holds(self, fact: Fact) -> bool:
        """Whether the fact is among them."""
        if self.words:
            text = f"{fact.key} {section(fact)}".lower()
            return all(word.lower() in text for word in self.words)
        return self.everything or not fact.metric.startswith(_FOLDED)


def section(fact: Fact) -> str:
    """The heading that a fact stands under."""
    return _OF.get(fact.metric.partition(".")[0], WHAT_IT_IS)


def sections(facts: Iterable[Fact]) -> Iterator[tuple[str, Sequence[Fact]]]:
    """The facts by heading, both in order; a heading without facts is left out."""
    found = list(facts)
    for title in (WHAT_IT_IS, *_SECTIONS):
        under = [fact for fact in found if section(fact) == title]
        if under:
            yield title, under
