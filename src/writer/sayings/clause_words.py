"""What words do in a clause that says of a model whether it has something, is sold somewhere, or is open."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum


class Role(IntEnum):
    """What an item does in such a clause."""

    OTHER = 0
    THING = 1  # a capability, a seller, the weights: what is said of a model
    SIDE = 2  # a model of the pair, or both
    NOT = 3  # not, no, never
    LACK = 4  # lacks, without, absent: a verb or preposition that denies
    UNKNOWN = 5
    NEITHER = 6  # of two models: denies for both
    NONE = 7  # of the things named: denies all of them ("takes neither")
    THOSE = 8  # them, it, both: the things named before
    ONLY = 9
    RECORD = 10  # documented, listed, on record
    SHARED = 11
    DIFFER = 12
    VERB = 13
    LINK = 14
    JOIN = 15
    COMMA = 16
    HARD = 17  # a sign that ends a clause
    TURN = 18  # while, but, if: a word that begins one
    WHICH = 19
    LIKE = 20  # the model after it has the same said of it
    UNLIKE = 21  # … the opposite
    SO = 22  # so does, as does, likewise
    YES = 23
    NO = 24
    CHOOSE = 25
    NEED = 26
    REST = 27  # the rest of a phrase
    PLAIN = 28  # the, also, still: words that change nothing


_PHRASES: Mapping[Role, str] = {
    Role.LACK: "is out|are out|'s out|rules out|rule out|counts out|out of the running|drops out|eliminates|eliminate|disqualifies|lose|loses|losing|lacks|lack|lacking|lacked|misses|miss|missing|omits|omit|omitting|forgoes|forgo|forgoing|without|does without|"
    "do without|doing without|goes without|go without|going without|comes without|come without|absent|unsupported|unavailable|"
    "excluded|ruled out|off the table|out of the question|out of reach|closed to|denied|denied to|refuses|refuse|withheld|"
    "devoid of|stops short of|stop short of|falls short of|gives up|give up|giving up|trades|trading|swaps|swapping|sacrifices|sacrifice|forfeits|forfeit|a no|a firm no|a clear no|"
    "not possible|not an option|no option|unable|fails to|blind to|deaf to|out for|out on|out with|a gap|absence|"
    "inaccessible|impossible|not in|left out|leaves out|leave out|skips|skip|goes missing|not available|not supported|"
    "not offered|does n't do|void of|deprived of|deprived|foregoes|barred|barred from|dispenses with|dispense with|"
    "the lack of|lack of|want of|a want of|shuts out|rejects|reject|a blank on|cannot do|beyond the reach of|no's|nowhere",
    Role.NOT: "not|n't|no|never|cannot|nobody|no one|hardly|not even|by no means|no kind of|not any",
    Role.UNKNOWN: "undocumented|unlisted|unknown|no one has documented|nobody has documented|nothing is recorded|nothing is documented|"
    "nothing recorded|nothing on record|not mention|n't mention|not mentioned|no entry|a question mark|not clear|question is open|"
    "remains open|remain open|left blank|is blank|silent on|no statement|may or may not|might or might not|nothing on|leaves it open|leave it open|leaves open|not know|n't know|not tell|n't tell|no way to tell|not established|not cover|n't cover|nothing about|"
    "nothing is said|no claim|unclaimed|uncertain|not settled|anyone 's guess|an open question|not covered|"
    "no status|status unknown|not say|n't say|unverified|not recorded|nothing is on record|not on record|no mention|"
    "nothing is listed|not addressed|unaddressed|not ascertainable|not ascertained|cannot be told",
    Role.ONLY: "only|alone|solely|exclusive|exclusively|unique|uniquely|peculiar to|peculiar|to itself|reserved|sole|just|nobody but|"
    "none but|nothing but|the preserve of|for itself|no one but|confined to|restricted to|limited to|exclusive to|alone in|all its own|"
    "the only one|the sole|the only one of the two|the only one of the pair|the only model|the only model of the two",
    Role.RECORD: "documented|documents|document|listed|recorded|on record|on file|confirmed|stated|documentation|documenting|"
    "lists|list|listing|known|record|attested|noted|certified|according to|documentedly|is on the list",
    Role.SHARED: "shared|share|shares|sharing|common|in common|common ground|common to|alike|overlap|overlaps|on a par|mutual|jointly|on par|match|matches|matching|equals",
    Role.DIFFER: "differ|differs|differing|difference|differences|part ways|parts ways|where they part|separates|separate|set apart|"
    "apart|divides|distinguishes|distinguish|sets them apart|diverge|diverges|the dividing line|divide|"
    "part company",
    Role.LIKE: "like|just like|along with|together with|as with|same as|in common with|equally with|and equally",
    Role.UNLIKE: "unlike|minus|except for|except|save for|with the exception of|in contrast to|in contrast with|contrary to|as opposed to|instead of|in place of|other than",
    Role.SO: "so does|so do|so can|so is|so are|so has|as does|as do|as can|as is|as are|as has|as have|does too|do too|can too|is too|"
    "does as well|do as well|does likewise|likewise|ditto|the same goes for|same goes for|same for|the same is true of|the same is true for|"
    "the same holds for|the same holds of|the same applies to|does also|follows suit|follow suit|as well",
    Role.YES: "yes|✓|✔|✅|check|a yes|indeed",
    Role.NO: "✗|✘|❌",
    Role.CHOOSE: "choose|avoid|take|pick|go with|go for|use|prefer|select|opt for|is the one|the one to|the choice|your model|points to|point to|argue for|argues for|favours|favour|favors|favor|tips it to|the pick|"
    "the only choice|the only option|left with|leaves|call for|calls for|speaks for|stick with|buy|is your|turn to|reach for|"
    "settle on|look to|deserves|is for you|the obvious|get|your choice|should take|should choose|should pick|must take|"
    "take up|plump for|has to be|must be",
    Role.NEED: "need|needs|matter|matters|decide|decides|want|wants|require|requires|required|count|counts|weigh|weighs|a must|"
    "essential|important|needed|wanted|depend on|depends on|rely on|relies on|crucial|indispensable|call for|care about|is the point|"
    "are the point|is what|are what|part of|in play|on the list|called for|necessary|a requirement",
    Role.VERB: "ca|wo|exists|exist|existing|is|are|'s|'re|was|were|be|been|being|has|have|had|having|does|do|did|can|could|will|would|supports|support|supporting|"
    "supported|takes|accepts|accept|accepting|offers|offer|offering|offered|provides|provide|provided|brings|bring|handles|"
    "handle|adds|add|adding|reads|read|includes|include|including|features|feature|comes|come|gets|gains|gain|"
    "knows|know|works|work|belongs|belong|remains|remain|stays|stay|appears|appear|counts|covers|cover|claims|claim|understands|"
    "sells|sell|sold|carries|carry|carried|stocks|stock|hosts|host|hosted|serves|serve|served|keeps|keep|"
    "runs|run|found|available|allows|allow|enjoys|boasts|boast|possesses|possess|extends|extend|processes|process|goes|go|"
    "publishes|publish|releases|release|released|published|ships|ship|shipped|opens|opened|makes|make|withholds|lies|sits|sit|"
    "ranks|rates|charges|charge|priced|distributed|retails|deals|holds|hold|given|gives|give|"
    "accepted|allowed|enabled|present|excludes|exclude|confirms|manages|manage|performs|perform|enables|enable|leaves",
    Role.LINK: "as for|as to|as regards|in the case of|when it comes to|with regard to|with respect to",
    Role.PLAIN: "free of charge|you|we|i|the|a|an|its|also|then|still|even|too|merely|simply|as well|again|of course|however|by contrast|in turn|for its part|"
    "explicitly|expressly|natively|instead|any|all|each|other|all of|explicit|kind of|type of|own|so far|yet|both",
    Role.THOSE: "those of|that of|there|them|those|these|it|either|any of them|all of them|both of them|such|the same|all three|all four|all five|the lot|all of these|"
    "the whole lot|something|a thing|things|a capability|a feature|the first|the last|the second|the first two|the last two",
    Role.NONE: "none|neither|none of them|neither of them|none of which|neither of which|none of those|none of these|neither of these|"
    "not one|none at all|neither one|nothing of the kind|nothing of the sort|none of the three|none of the four|none of it",
}

Phrase = tuple[tuple[str, ...], Role]


def _by_first_word() -> Mapping[str, tuple[Phrase, ...]]:
    rows: dict[str, dict[tuple[str, ...], Role]] = {}
    for role, phrases in _PHRASES.items():
        for phrase in phrases.split("|"):
            words = tuple(phrase.split())
            rows.setdefault(words[0], {}).setdefault(words, role)
    return {word: tuple(sorted(found.items(), key=lambda each: -len(each[0]))) for word, found in rows.items()}


CLAUSE_PHRASES = _by_first_word()
