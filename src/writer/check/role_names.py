"""Models named by what is true of them: "the newer model", "the newcomer", "the cheaper one"."""

from __future__ import annotations

from collections.abc import Sequence

from writer.check.index import Index, other
from writer.check.items import OPEN, Item, Sort
from writer.check.standing import COPULAS
from writer.sayings.grammar_words import ALONE, MODEL_NOUNS, ROLES
from writer.sayings.words import Sense

_ROLE_WORDS = {
    tuple(phrase.split()): (metric, sign) for metric, sign, phrases in ROLES for phrase in phrases.split("|")
}
_ALONE_WORDS = {
    tuple(phrase.split()): (metric, sign) for metric, sign, phrases in ALONE for phrase in phrases.split("|")
}
_SIZES = ("parameters_total", "context_window", "price.blended", "max_output")


_BEFORE = frozenset(("the", "its", "this", "that", "whose"))


def _is_cleft(items: Sequence[Item], at: int) -> bool:
    """ "it is the newcomer that …"."""
    return any(item.low in ("that", "who", "which") for item in items[at + 1 : at + 3])


class RoleNames:
    """The roles of one pair; each is looked up once."""

    def __init__(self, index: Index) -> None:
        self._index = index
        named = (("a", index.sheet.a), ("b", index.sheet.b))
        previews = [side for side, model in named if "preview" in model.name.lower()]
        self._preview = previews[0] if len(previews) == 1 else ""
        self._roles: dict[tuple[str, int], str] = {}

    def side(self, items: Sequence[Item], at: int) -> str:
        """ "the newer model", "the newcomer", "the 70B one": by what is true of it."""
        before = items[at - 1].low if at else ""
        if before not in _BEFORE or (at > 1 and items[at - 2].low in COPULAS and not _is_cleft(items, at)):
            return ""
        if items[at].low == "preview" and self._preview:
            return self._preview
        for size in (2, 1):
            words = tuple(word for item in items[at : at + size] for word in item.low.split())
            after = items[at + size] if at + size < len(items) else None
            role = _ROLE_WORDS.get(words)
            if (
                role is not None
                and after is not None
                and after.low in MODEL_NOUNS
                and after.low not in ("of", "two", "models")
            ):
                if after.low in ("release", "side", "half", "answer", "service", "design"):
                    continue
                return self._by_role(*role)
            role = _ALONE_WORDS.get(words)
            if role is not None and self._stands_alone(after):
                return self._by_role(*self._measured(items, at, *role))
        return ""

    @staticmethod
    def _stands_alone(after: Item | None) -> bool:
        if after is None or after.sort in (Sort.OWNER, Sort.SIGN, Sort.NUMBER):
            return True
        return (
            after.meaning is None
            and after.sort is Sort.WORD
            and after.low not in ("of", "by")
            and after.low.endswith("s")
            or (
                after.low in ("is", "has", "can", "does", "costs", "was", "will", "should", "would", "may")
                or after.low == "that"
                or after.means(Sense.TURN)
                or after.means(Sense.JOIN)
                or after.means(Sense.ACT)
            )
        )

    @staticmethod
    def _measured(items: Sequence[Item], at: int, metric: str, sign: int) -> tuple[str, int]:
        """ "the smaller" of two windows: the size that was spoken of last."""
        if metric != "size":
            return metric, sign
        for item in reversed(items[:at]):
            for each, size in (("context_fill.cost", "context_window"), ("context_window",) * 2, ("max_output",) * 2):
                if each in item.metrics:
                    return size, sign
        return metric, sign

    def _by_role(self, metric: str, sign: int) -> str:
        if (metric, sign) not in self._roles:
            self._roles[metric, sign] = self._find_role(metric, sign)
        return self._roles[metric, sign]

    def _find_role(self, metric: str, sign: int) -> str:
        if metric == "open_weights":
            wants = sign > 0
            having = [side for side in ("a", "b") if self._index.value(f"{side}.open_weights") is wants]
            return having[0] if len(having) == 1 else OPEN
        metrics = _SIZES if metric == "size" else (metric,)
        for each in metrics:
            high = self._index.higher(each)
            if metric == "size" and len({self._index.higher(one) for one in metrics} - {"", "tie"}) != 1:
                return OPEN
            if high in ("a", "b"):
                return high if sign > 0 else other(high)
        return OPEN
