"""Who is meant: names, vendors' models, pronouns, the former and the latter, the newer one; each gets a side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from writer.catalog.name_table import NameKind
from writer.check.index import Index, other
from writer.check.items import BOTH, FOREIGN, OPEN, Item, Sort
from writer.check.latter_sellers import name_sellers
from writer.check.ones import ones
from writer.check.passages import Sentence
from writer.check.role_names import RoleNames
from writer.check.standing import COPULAS, contrast, hangs, is_expletive, of_sellers, turned_seller
from writer.quantities.quantity import Kind
from writer.sayings.grammar_words import MODEL_NOUNS
from writer.sayings.words import Sense

_CHARGING = frozenset(
    (
        "charges",
        "lists",
        "asks",
        "sells",
        "wants",
        "bills",
        "prices",
        "charge",
        "quotes",
        "offers",
        "allows",
        "permits",
        "gives",
        "sets",
        "has",
        "keeps",
        "claims",
    )
)
_NOT_A_MODEL = frozenset(
    (
        "way",
        "hand",
        "end",
        "direction",
        "half",
        "line",
        "lines",
        "three",
        "two",
        "benchmark",
        "benchmarks",
        "provider",
        "providers",
        "metric",
        "metrics",
        "capabilities",
        "four",
        "five",
        "things",
        "features",
        "extreme",
        "limits",
        "windows",
        "shared",
        "prices",
        "cases",
        "ends",
        "counts",
        "scores",
        "sets",
        "kinds",
        "rates",
        "test",
        "tests",
        "six",
        "seven",
        "limit",
        "price",
        "job",
        "jobs",
    )
)
_ASIDE = frozenset(("which", "who", "whose", "where", "that", "what"))
_MAIN = frozenset((";", ":", "while", "whilst", "whereas", "but"))
_FRESH = 3


class Mentions:
    """Resolves the mentions of a text, sentence by sentence, in place."""

    def __init__(self, index: Index) -> None:
        self._index = index
        a, b = index.sheet.a, index.sheet.b
        self._slugs = {a.slug: "a", b.slug: "b"}
        self._vendors = {} if a.vendor == b.vendor else {a.vendor: "a", b.vendor: "b"}
        self._roles = RoleNames(index)
        self._subject = ""
        self._last = ""
        self._aside = False  # within a relative clause, whose subject is not the sentence's
        self._held = False  # the clause has its subject already
        self._age = 0  # sentences since the subject was set
        self._bracketed = False
        self._ever = False  # since the last semicolon or the sentence's start
        self._alone = ""  # named in the clause, but hanging on another word
        self._order: list[str] = []
        self._recent: list[str] = []  # sides that the last sentence that named any did name, by first mention
        self._ones: Mapping[int, int] = {}

    def resolve(self, found: Sequence[Sentence]) -> None:
        """Give every mention its side."""
        for sentence in found:
            self._sentence(sentence)

    def _sentence(self, sentence: Sentence) -> None:
        items = sentence.items
        name_sellers(items)
        self._read(items)
        contrast(items)

    def _read(self, items: Sequence[Item]) -> None:
        here: list[str] = []  # sides named in this sentence, by first mention
        self._close(end=True)
        self._bracketed, self._ones = False, ones(items)
        self._age += 1
        for at, item in enumerate(items):
            if item.low in ("(", ")"):
                self._bracketed = item.low == "("
            if item.low in _ASIDE and at + 1 < len(items) and items[at + 1].sense is not Sense.IT:
                self._aside = (self._held or item.low != "that") and at > 0 and items[at - 1].low not in COPULAS
            elif item.low in _MAIN or item.sense is Sense.JOIN and at and items[at - 1].low == ",":
                self._close(end=item.low == ";" and not self._bracketed)
            elif item.sense is Sense.JOIN:
                self._aside = False
            side = self._side(items, at, here)
            if not side:
                continue
            item.side = side
            self._note(items, _stands_at(items, at), side, here)
        self._recent = here or self._recent
        if len(here) == 2:
            self._order = here
        elif here and not self._order:
            self._order = [here[0], other(here[0])]

    def _note(self, items: Sequence[Item], at: int, side: str, here: list[str]) -> None:
        """Take the mention at ``at`` for what later mentions can mean."""
        item = items[at]
        if side not in ("a", "b"):
            return
        if side not in here and not item.means(Sense.IT) and at not in self._ones:
            here.append(side)
        hanging = hangs(items, at) or self._bracketed
        if not self._subject or not (self._aside or self._held or hanging):
            self._subject, self._age = side, 0
            self._held = not (item.low == "it" and is_expletive(items, at))
        elif hanging and not self._held and not self._aside and not item.means(Sense.RIVAL) and not self._bracketed:
            self._alone = side
        self._ever = self._ever or self._held
        if not item.means(Sense.RIVAL):
            self._last = side

    def _close(self, *, end: bool = False) -> None:
        """A clause ends: where it names one model, though not as its subject, that model is what it was about."""
        if end and self._alone and not self._ever:
            self._subject = self._alone
        if end:
            self._alone, self._ever = "", False
        self._aside = self._held = False

    def _side(self, items: Sequence[Item], at: int, here: Sequence[str]) -> str:
        item = items[at]
        if at in self._ones:
            order = here if len(here) == 2 else self._recent
            return order[self._ones[at]] if len(order) == 2 else OPEN
        if item.sort is Sort.MODEL:
            return "" if turned_seller(items, at) else self._named(item)
        if item.sort is Sort.SELLER:
            return self._vendor(items, at)
        if item.sort is Sort.NUMBER and item.quantity is not None and item.quantity.quantifier:
            return self._quantifier(items, at)
        if item.sort is Sort.PASSED:
            return self._numbered(items, at)
        if item.meaning is not None:
            match item.meaning.sense:
                case Sense.FORMER | Sense.LATTER:
                    order = list(here) if len(here) == 2 else self._order
                    if len(order) < 2:
                        return OPEN
                    return order[0] if item.meaning.sense is Sense.FORMER else order[1]
                case Sense.RIVAL:
                    return self._rival(items, at)
                case Sense.IT:
                    if self._alone and not self._ever:
                        return self._alone
                    return self._subject if self._age < _FRESH or not self._subject else OPEN
                case Sense.THEY | Sense.BOTH:
                    return BOTH
                case _:
                    pass
        return self._roles.side(items, at)

    @staticmethod
    def _numbered(items: Sequence[Item], at: int) -> str:
        """ "the two share …" is both; "one is sold by …" is either."""
        low, before = items[at].low, items[at - 1].low if at else ""
        after = items[at + 1] if at + 1 < len(items) else None
        if low in ("two", "the two", "these two", "pair") and (before in ("the", "these") or low != "two"):
            plain = (
                after is None or after.low in _NOT_A_MODEL or after.low in ("context", "input", "output", "of", "model")
            )
            return "" if plain else BOTH
        if (
            low in ("one", "one's")
            and (not at or items[at - 1].sort is Sort.SIGN)
            and after is not None
            and (after.sort is Sort.OWNER or low == "one's")
        ):
            return OPEN
        return ""

    def _named(self, item: Item) -> str:
        named = item.named
        if named is None or named.kind is NameKind.OTHER_MODEL:
            return FOREIGN
        return self._slugs[named.slugs[0]] if len(named.slugs) == 1 else OPEN

    def _vendor(self, items: Sequence[Item], at: int) -> str:
        """ "OpenAI's model", "the Anthropic model", "that Google charges"."""
        item = items[at]
        side = self._vendors.get(item.named.vendor if item.named else "", "")
        if not side or at + 1 >= len(items):
            return ""
        after = items[at + 1]
        if after.sort is Sort.OWNER:
            return side
        before = items[at - 1].low if at else ""
        if after.low in MODEL_NOUNS and after.low != "of" and before in ("the", "this", "that"):
            return side
        if after.low in _CHARGING and not (
            item.named and set(item.named.providers) & set(self._index.sellers[other(side)])
        ):
            return side
        return ""

    def _quantifier(self, items: Sequence[Item], at: int) -> str:
        quantity = items[at].quantity
        word = quantity.quantifier if quantity else ""
        if word not in ("both", "neither", "either", "each") or of_sellers(items, at):
            return ""
        after = items[at + 1] if at + 1 < len(items) else None
        if after is not None and after.low in _NOT_A_MODEL and word != "neither":
            return ""
        behind = [item.low for item in items[at + 1 : at + 3]]
        of_its = behind[:1] == ["its"] or behind in (["of", "its"], ["of", "which"])  # "at both its counters"
        if of_its or "which" in items[at].low or (behind[:1] == ["of"] and self._held):
            return ""
        if after is not None and after.sort is Sort.ABILITY and self._held:
            return ""
        return BOTH

    def _rival(self, items: Sequence[Item], at: int) -> str:
        item = items[at]
        after = items[at + 1].low if at + 1 < len(items) else ""
        counts = (
            at + 1 < len(items) and items[at + 1].kind is Kind.NUMBER and at and items[at - 1].sort is not Sort.SIGN
        )
        if item.low == "the other" and counts and not items[at - 1].means(Sense.JOIN):
            return ""  # "wins the other 6"
        if item.low in ("the other", "the other side") and (
            after in _NOT_A_MODEL
            or any(near.low == "one" and items[max(0, index - 1)].low == "the" for index, near in enumerate(items[:at]))
        ):
            return ""
        if (
            item.low.startswith("its")
            and at > 1
            and items[at - 1].low == ","
            and items[at - 2].side in ("a", "b")
            and after in (",", "at", "from", "in", "of")
        ):
            return items[at - 2].side
        if item.low in ("the alternative", "the opposition") and not self._last:
            return ""
        return other(self._last) if self._last else OPEN


def _stands_at(items: Sequence[Item], at: int) -> int:
    """Where the mention stands: of "the older one's" the noun stands for the model, and the word before it compares nothing."""
    item = items[at]
    if (
        not item.means(Sense.COMPARE)
        or at + 2 >= len(items)
        or items[at + 1].low not in MODEL_NOUNS
        or items[at + 2].sort is not Sort.OWNER
    ):
        return at
    items[at + 1].side = item.side
    item.becomes("the")
    return at + 1
