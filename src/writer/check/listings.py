"""Who lists which model, told without a price: "Azure carries Opus but not Kimi", "both are on OpenRouter"."""

from __future__ import annotations

from collections.abc import Sequence

from writer.check.asked import answered, asked
from writer.check.claiming import claims_of
from writer.check.clauses import Clause, clauses
from writer.check.ellipsis import speaks_of_else
from writer.check.index import SIDES, other
from writer.check.items import BOTH, Item, Sort
from writer.check.polarity import Said
from writer.check.possession import Claim, Memory
from writer.check.scene import Scene
from writer.sayings.clause_words import Role

_PECULIAR = frozenset(
    (
        "peculiar to",
        "peculiar",
        "exclusive",
        "exclusive to",
        "exclusively",
        "unique",
        "uniquely",
        "to itself",
        "reserved",
    )
)


def judge_listings(scene: Scene, things: set[int]) -> None:
    """Judge what a sentence says of the sellers at ``things``, and of those named just before."""
    talk = scene.talk
    before = talk.sold
    if not before.things and not before.topic:
        before = Memory(sides=(talk.heading_side,)) if talk.heading_side else Memory()
    if not things and (not before.things or any(speaks_of_else(item) for item in scene.items)):
        talk.sold = Memory()
        return
    claims, before = answered(scene.items, before) if before.open else ([], before)
    more, memory = claims_of(scene.items, things, before)
    kept = Memory(memory.things, said=memory.said, recorded=memory.recorded)
    talk.sold = kept if things or claims or more else Memory()
    for claim in (*claims, *more):
        _judge(scene, claim)
    told = [claim for claim in more if claim.things]
    for clause in clauses(scene.items, things) if told else ():
        here = clause.things
        _judge_sole(scene, clause, [claim for claim in told if here and claim.things[0] is scene.items[here[0]]])


_DENYING = frozenset(("no", "none", "not one", "neither", "none of them", "not a single"))
_CARRYING = frozenset(
    (
        "carry",
        "carries",
        "sell",
        "sells",
        "list",
        "lists",
        "stock",
        "stocks",
        "host",
        "hosts",
        "offer",
        "offers",
        "serve",
        "serves",
        "has",
        "have",
    )
)


def judge_overlap(scene: Scene) -> None:
    """ "no provider carries both", "none of Gemini's also carries Claude", "they share no seller": there must be no shared one."""
    items = scene.items
    shared = scene.index.value("pair.providers.shared")
    if not isinstance(shared, tuple) or not shared:
        return
    for at, item in enumerate(items):
        if not _denies(item.low):
            continue
        ahead = items[at + 1 : at + 4]
        shops = any(each.low.removesuffix("s") in _SHOPS for each in ahead[:2])
        owned = next((each.side for each in ahead if each.side in SIDES), "")
        verb = next((index for index in range(at + 1, min(at + 8, len(items))) if items[index].low in _CARRYING), None)
        common = shops and (
            any(each.low in ("in common", "common") for each in ahead)
            or at > 0
            and items[at - 1].low in ("share", "shares")
        )
        if verb is not None and (shops or owned) and not any(each.sort is Sort.SIGN for each in items[at:verb]):
            thing = next((each.side for each in items[verb + 1 : verb + 3] if each.side), "")
            common = common or (thing == BOTH if not owned else thing == other(owned))
        if common:
            scene.findings.strays(
                item.start,
                items[min(at + 3, len(items) - 1)].end,
                "wrong-provider",
                "no shared provider",
                expected="pair.providers.shared",
                detail="the two models share providers",
            )


def _denies(low: str) -> bool:
    return low in _DENYING or "none" in low and low.split(maxsplit=1)[0] in ("no", "none", "neither", "not")


def ask_listings(scene: Scene, things: set[int]) -> None:
    """Keep what a question asks of sellers: "Who sells both? OpenRouter." """
    scene.talk.sold = asked(scene.items, things)


def _judge(scene: Scene, claim: Claim) -> None:
    if not set(claim.sides) <= set(SIDES) or claim.said is Said.DIFFERS:
        return
    wanted = claim.said is Said.YES
    wrong = {
        id(thing): side
        for thing in claim.things
        for side in claim.sides
        if _lists(scene, side, thing) is not wanted and not (wanted and _is_vendor(scene, side, thing))
    }
    fits = [all(_lists(scene, side, thing) is wanted for thing in claim.things) for side in claim.sides]
    if (not claim.firm and any(fits)) or (claim.any_thing and len(wrong) < len(claim.things)):
        wrong = {}
    for thing in claim.things:
        start, end = claim.where(thing)
        side = wrong.get(id(thing), "")
        if side:
            scene.findings.strays(
                start,
                end,
                "wrong-provider",
                f"{scene.index.name(side)} at {thing.low}",
                expected=f"{side}.providers",
                detail="it does not list this model" if wanted else "it lists this model",
            )
        elif claim.only and wanted and _lists(scene, other(claim.sides[0]), thing):
            scene.findings.strays(
                start,
                end,
                "wrong-provider",
                f"only {scene.index.name(claim.sides[0])} at {thing.low}",
                expected=f"{other(claim.sides[0])}.providers",
                detail="it lists the other model too",
            )
        else:
            scene.findings.holds(
                start,
                end,
                f"{scene.index.name(claim.sides[0])}: providers",
                tuple(f"{each}.providers" for each in claim.sides),
            )


def _lists(scene: Scene, side: str, thing: Item) -> bool:
    return thing.named is not None and any(provider in scene.index.sellers[side] for provider in thing.named.providers)


def _is_vendor(scene: Scene, side: str, thing: Item) -> bool:
    """The model's maker, which prose may name without meaning that it sells it."""
    return thing.named is not None and bool(thing.named.vendor) and thing.named.vendor == scene.index.vendor(side)


def _judge_sole(scene: Scene, clause: Clause, claims: Sequence[Claim]) -> None:
    """ "sold only through Vertex", "Azure alone stocks both", "the only shop they share is Azure": no other seller does."""
    if len(claims) != 1 or claims[0].said is not Said.YES or not claims[0].firm or not _is_sole(clause):
        return
    claim = claims[0]
    named = {provider for thing in claim.things if thing.named is not None for provider in thing.named.providers}
    listing = [scene.index.sellers[side] for side in claim.sides if side in SIDES]
    if not listing or any(seller not in named for seller in listing[0] if all(seller in each for each in listing)):
        first, last = clause.things[0], clause.things[-1]
        scene.findings.strays(
            scene.items[first].start,
            scene.items[last].end,
            "wrong-provider",
            f"only {scene.items[first].low}",
            expected="pair.providers.shared" if len(listing) > 1 else f"{claim.sides[0]}.providers",
            detail="others list it too" if len(listing) < len(SIDES) else "others list both too",
        )


def _is_sole(clause: Clause) -> bool:
    if clause.words() & _PECULIAR or not clause.has(Role.VERB, Role.RECORD, Role.LINK):
        return False
    for at in clause.places(Role.ONLY):
        low = clause.items[at].low
        ahead = next(
            (
                index
                for index in range(at + 1, clause.end)
                if clause.roles[index] not in (Role.PLAIN, Role.REST, Role.LINK, Role.RECORD, Role.VERB)
            ),
            clause.end,
        )
        if (
            low in ("only", "solely", "exclusively")
            and ahead < clause.end
            and clause.roles[ahead] is Role.THING
            and (clause.roles[ahead - 1] is Role.LINK or clause.has(Role.VERB, Role.RECORD) and ahead == at + 1)
        ):
            return True
        if low == "alone" and at > clause.start and clause.roles[at - 1] is Role.THING:
            return True
        if low in ("only", "sole") and at + 1 < clause.end and clause.items[at + 1].low in _SHOPS:
            return True
    return False


_SHOPS = frozenset(
    (
        "provider",
        "seller",
        "shop",
        "marketplace",
        "host",
        "vendor",
        "place",
        "outlet",
        "source",
        "one",
        "venue",
        "listing",
        "platform",
        "reseller",
        "supplier",
        "cloud",
        "store",
    )
)
