"""The mention that hangs on a value: "$5/1M for input on Opus", "the 131,072 that its rival allows"."""

from __future__ import annotations

from collections.abc import Sequence

from writer.check.items import BOTH, Item, Sort
from writer.check.standing import hangs
from writer.quantities.quantity import Modifier
from writer.sayings.words import Sense

_GLUE = frozenset(
    (
        "tokens",
        "token",
        "of",
        "a",
        "an",
        "the",
        "million",
        "each",
        "as",
        "its",
        "/",
        "providers",
        "provider",
        "capabilities",
        "documented",
        "input",
        "output",
        "long",
        "in",
        "needed",
        "required",
        "to",
        "it",
        "takes",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "payable",
        "charged",
        "asked",
        "billed",
        "recorded",
        "quoted",
        "scored",
        "given",
        "returned",
        "permitted",
        "accepted",
        "held",
        "stocked",
        "offered",
        "levied",
        "due",
        "available",
        "case",
        "would",
        "may",
        "can",
        "will",
        "written",
        "read",
        "processed",
        "allowed",
        "on",
        "usd",
        "counted",
        "all",
        "per",
        "just",
        "only",
        "rate",
        "even",
        "capability",
        "sellers",
        "supported",
        "mtok",
        "model",
        "listed",
        "here",
        "there",
        "both",
        "cheapest",
        "offer",
        "listing",
        "price",
        "cost",
        "blended",
        "tab",
        "bill",
        "parameters",
        "context",
        "total",
        "out",
        "usd",
        "shared",
    )
)


_REACH = 9


def hanging(items: Sequence[Item], at: int) -> int | None:
    """The index of the mention that hangs on the value at ``at`` ("$5/1M for input on Opus"), None where none does."""
    quantity = items[at].quantity
    if (
        quantity is not None
        and quantity.modifier is Modifier.FROM
        and at + 2 < len(items)
        and items[at + 1].low == "to"
        and (items[at + 2].kind is quantity.kind)
    ):
        return _hanging(items, at + 2)  # "from $0.06 to $0.125 for Phi-4"
    return _hanging(items, at)


def _takes(items: Sequence[Item], at: int, ahead: int, *, link: bool) -> bool:
    """Whether the value belongs to the mention at ``ahead``, the first behind it."""
    item = items[ahead]
    if item.means(Sense.IT) and item.low != "it" or item.means(Sense.THEY):
        return False
    if item.sort is Sort.NUMBER and ahead == at + 1 and item.low == "each":
        return True
    owner = ahead + 1 < len(items) and items[ahead + 1].sort is Sort.OWNER
    if owner and not owns_number(items, ahead) and items[ahead - 1].metrics:
        return True
    return link and not (owner and owns_number(items, ahead))


_SEEING = frozenset(("see", "sees", "run", "runs", "carry", "carries"))


def _hanging(items: Sequence[Item], at: int) -> int | None:
    link = False
    for ahead in range(at + 1, min(at + _REACH, len(items))):
        item = items[ahead]
        if item.side and item.sort is not Sort.NUMBER or item.side == BOTH:
            return ahead if _takes(items, at, ahead, link=link) else None
        if item.low in ("that of", "those of") or item.low in _SEEING and ahead <= at + 2:
            link = True
        elif (
            item.low == "if"
            and ahead + 3 < len(items)
            and items[ahead + 1].low == "it"
            and items[ahead + 3].side in ("a", "b")
        ):
            return ahead + 3
        elif item.low == "will" and ahead == at + 1:
            continue
        elif item.sense is Sense.LINK:
            link = (
                item.low in ("in favour of", "in favor of", "on", "for", "with", "from", "of", "at", "in", "by") or link
            )
        elif (
            item.low == ","
            and ahead + 2 < len(items)
            and items[ahead + 1].low == "when"
            and items[ahead + 2].side in ("a", "b")
        ):
            return ahead + 2
        elif item.low in ("that", "which", "it") or (link and item.low == "who"):
            return _of_relative(items, ahead)
        elif item.sort in (Sort.SELLER, Sort.BENCHMARK, Sort.JOB, Sort.PASSED, Sort.ABILITY):
            continue
        elif (
            item.low == "("
            and ahead + 2 < len(items)
            and items[ahead + 1].side in ("a", "b")
            and items[ahead + 2].low == ")"
        ):
            return ahead + 1
        elif not (
            item.low in _GLUE or item.sense is Sense.METRIC or (item.sense is Sense.ACT and item.low in ("in", "out"))
        ):
            return None
    return None


def owns_number(items: Sequence[Item], ahead: int) -> bool:
    """ "Kimi's 262K": the mention belongs to the number after it."""
    for index in range(ahead + 2, min(ahead + 5, len(items))):
        if items[index].sort is Sort.NUMBER:
            return True
        if not (items[index].metrics or items[index].low in _GLUE):
            return False
    return False


def _of_relative(items: Sequence[Item], at: int) -> int | None:
    """ "the 131,072 that its rival allows": the mention within the relative clause."""
    for ahead in range(at + 1, min(at + 5, len(items))):
        if items[ahead].side and items[ahead].sort is not Sort.NUMBER:
            return ahead
        if items[ahead].sort in (Sort.SIGN, Sort.NUMBER) or items[ahead].means(Sense.TURN):
            return None
    return None


def hanging_far(items: Sequence[Item], at: int, left: int | None) -> int | None:
    """ "28.5 cents is charged for Qwen's input": a mention that hangs further off, where the clause has no subject before."""
    begin = next(
        (
            back
            for back in range(at - 1, -1, -1)
            if items[back].low in (";", ":", ",", "(") or items[back].means(Sense.TURN)
        ),
        -1,
    )
    if left is not None and left > begin:
        return None
    link = False
    for ahead in range(at + 1, min(at + 12, len(items))):
        item = items[ahead]
        if (
            item.low == ","
            and ahead == at + 1
            and ahead + 1 < len(items)
            and items[ahead + 1].low in ("is", "are", "was", "has", "have")
        ):
            continue
        if (
            item.sort is Sort.SIGN
            or item.means(Sense.TURN)
            or item.means(Sense.PAIR)
            or item.means(Sense.THAN)
            or (item.sort is Sort.NUMBER and not item.side)
            or item.means(Sense.JOIN)
            and not link
        ):
            return None
        link = link or item.means(Sense.LINK)
        if item.side in ("a", "b", BOTH) and not item.means(Sense.IT) and not item.means(Sense.THEY):
            return ahead if link and hangs(items, ahead) else None
    return None
