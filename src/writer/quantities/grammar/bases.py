"""The base of a unit: per 1M tokens, /MTok, a million, per request, a month."""

from __future__ import annotations

from dataclasses import dataclass

from writer.quantities.grammar.numerals import numeral
from writer.quantities.grammar.tokens import Sort, Tokens
from writer.quantities.lexicon.rows import words
from writer.quantities.lexicon.units import CURRENCY_SIGNS, DURATIONS, NOUN_FORMS, TOKEN_WORDS

_ARTICLES = words("a an each every")
_KINDS_OF_TOKEN = words("input output cached prompt completion blended context generated uncached in out")
_SCALES = {
    "m": 10**6,
    "mm": 10**6,
    "k": 1000,
    "mtok": 10**6,
    "mtoks": 10**6,
    "ktok": 1000,
    "mn": 10**6,
    "mtokens": 10**6,
}
_CLOSES_A_BASE = words(
    "in out of on for and or but at with versus vs against to from by than is are as while where whereas "
    "when through via blended input output cached prompt completion across under over, which respectively "
    "too apart more less cheaper dearer either both all that the"
)
_PRICE_VERBS = words("cost costs costing go goes sell sells sold run runs come comes priced billed bill bills set sets")
_BOUNDING = words(
    "above past over beyond below under exceeding exceeds exceed within to"
)  # "above 272,000 tokens is $10"
_ROUND = (1000, 10**6, 10**9)
_NO_PERIOD = words("cent dollar percent point pop")


@dataclass(frozen=True, slots=True)
class Base:
    """``per`` names it; ``tokens`` how many tokens it is, None where it is another thing."""

    end: int
    per: str
    tokens: int | None = None


def base(tokens: Tokens, index: int) -> Base | None:
    """A base right at ``index``: "per …" and "/…", and after an amount also "a million", "each month"."""
    start, article = _introduced(tokens, index)
    if start == index:
        return None
    return _of_tokens(tokens, start) or _of_else(tokens, start, article=article)


def marked(tokens: Tokens, index: int) -> Base | None:
    """A base that stands without an amount right before it: "per …", "/1M …", "for every million tokens"."""
    slashed = tokens.words[index] == "/" and tokens.glued(index + 1)
    if (
        tokens.words[index] == "per"
        or slashed
        or tokens.words[index : index + 2] in (["for", "every"], ["for", "each"])
    ):
        start, _ = _introduced(tokens, index)
        return _of_tokens(tokens, start) or (
            _of_else(tokens, start, article=False) if _closes_prices(tokens, index) else None
        )
    return None


def _closes_prices(tokens: Tokens, index: int) -> bool:
    """Per request, behind "$5 in / $25 out"."""
    return tokens.words[index] == "per" and tokens.words[index - 1] in ("in", "out", "input", "output")


def subject(tokens: Tokens, index: int) -> Base | None:
    """A base as the subject of a price: "A million output tokens cost …", "1M tokens of input go for …"."""
    if TOKEN_WORDS.isdisjoint(tokens.words[index + 1 : index + 5]) or tokens.words[index - 1] in _BOUNDING:
        return None
    start = index + 1 if tokens.words[index] in _ARTICLES else index
    amount, end = _amount(tokens, start)
    past = _past_tokens(tokens, end)
    if not amount or past == end or tokens.words[past - 1] not in TOKEN_WORDS:
        return None
    verb = past + 2 if tokens.words[past] in ("of", "in") and tokens.words[past + 1] in _KINDS_OF_TOKEN else past
    if (
        tokens.words[verb] in _PRICE_VERBS
        or tokens.words[verb] in CURRENCY_SIGNS
        or (tokens.words[verb] in ("is", "are", "at") and tokens.words[verb + 1] in ("$", "priced"))
    ):
        return Base(past, _named(amount), amount)
    return None


def _introduced(tokens: Tokens, index: int) -> tuple[int, bool]:
    """Where the base's own words start, ``index`` itself where nothing introduces one; and whether an article did."""
    at = tokens.after_hyphen(index)
    word = tokens.words[at]
    if word in ("per", "/"):
        return tokens.after_hyphen(at + 1), False
    if word == "for" and tokens.words[at + 1] in _ARTICLES:
        return at + 2, True
    if word in ("each", "every") or (word in ("a", "an") and at == index):
        return at + 1, True
    return index, False


def _of_tokens(tokens: Tokens, start: int) -> Base | None:
    if tokens.words[start] in TOKEN_WORDS or _is_kind_then_token(tokens, start):
        return Base(_past_tokens(tokens, start), "token", 1)
    amount, end = _amount(tokens, start)
    if not amount:
        return None
    past = _past_tokens(tokens, end)
    if past == end and not _stands_alone(tokens, start, end, amount):
        return None
    return Base(past, _named(amount), amount)


def _stands_alone(tokens: Tokens, start: int, end: int, amount: int) -> bool:
    """Whether "per 1M" means tokens without saying so: a round base, and no other thing counted after it."""
    if amount not in _ROUND or tokens.words[end] in ("¢", "%", "$", "x", "×"):
        return False
    if tokens.words[start - 1] == "/" and tokens.glued(start):
        return True
    word = tokens.words[tokens.after_hyphen(end)]
    return word not in NOUN_FORMS and not noun_follows(tokens, end)


def _is_kind_then_token(tokens: Tokens, at: int) -> bool:
    return tokens.words[at] in _KINDS_OF_TOKEN and tokens.words[tokens.after_hyphen(at + 1)] in TOKEN_WORDS


def _amount(tokens: Tokens, start: int) -> tuple[int, int]:
    """How many tokens, 0 where no number stands here; and the token after."""
    word = tokens.words[start]
    if word in _SCALES and not (tokens.glued(start + 1) and tokens.sorts[start + 1] is Sort.NUMBER):
        return _SCALES[word], start + 1
    if word in ("million", "mil", "mill"):
        return 10**6, start + 1
    if word == "thousand":
        return 1000, start + 1
    found = numeral(tokens, start)
    if found is None or found.value.denominator != 1 or found.value < 1:
        return 0, start
    return int(found.value), found.end


def _past_tokens(tokens: Tokens, at: int) -> int:
    at = tokens.after_hyphen(at)
    ahead = at
    while tokens.words[ahead] in _KINDS_OF_TOKEN and ahead < at + 3:
        ahead = tokens.after_hyphen(ahead + 1)
    if tokens.words[ahead] in TOKEN_WORDS:
        return ahead + 1
    return at if tokens.words[at - 1] != "-" else at - 1


def noun_follows(tokens: Tokens, end: int) -> bool:
    """Whether something else than tokens is counted within the next words: per 1,000 support chats."""
    for at in range(end, end + 4):
        word = tokens.words[at]
        if word in NOUN_FORMS and word not in TOKEN_WORDS and word not in _KINDS_OF_TOKEN:
            return True
        if (tokens.sorts[at] is not Sort.WORD and word != "-") or word in _CLOSES_A_BASE:
            return False
    return False


def _named(amount: int) -> str:
    if amount == 1:
        return "token"
    for scale, letter in ((10**9, "B"), (10**6, "M"), (1000, "K")):
        if amount % scale == 0:
            return f"{amount // scale}{letter} tokens"
    return f"{amount} tokens"


def _of_else(tokens: Tokens, start: int, *, article: bool) -> Base | None:
    word = tokens.words[start]
    if tokens.sorts[start] is not Sort.WORD:
        return None
    noun = DURATIONS.get(word) or NOUN_FORMS.get(word, "")
    if article:
        return Base(start + 1, noun) if noun and noun == word and noun not in _NO_PERIOD else None
    if noun:
        return Base(start + 1, noun)
    if tokens.words[start - 1] == "/" and (len(word) > 3 or word in ("in", "out")):
        return None
    if word in ("s", "h", "sec", "d"):
        return Base(start + 1, {"s": "second", "sec": "second", "h": "hour", "d": "day"}[word])
    return Base(start + 1, word) if tokens.words[start - 1] != "/" else None
