"""The words that make a number a hedge or a bound (the contract, section 3, rules 3 and 4). Tables only."""

from __future__ import annotations

from collections.abc import Mapping

from writer.quantities.lexicon.rows import words
from writer.quantities.quantity import Modifier

_SLIGHT = (
    "just|only just|a little|a little bit|a bit|a hair|a shade|a touch|a tad|a whisker|a fraction|a smidgen|a smidge|a trifle|"
    "a notch|a sliver|a mite|a whisper|a few|slightly|marginally|fractionally|narrowly|ever so slightly|very slightly|barely|"
    "somewhat|a hairsbreadth|a tick|a breath"
)
_ABOVE = (
    "over|above|more than|north of|past|beyond|upwards of|upward of|in excess of|greater than|higher than|better than"
)
_BELOW = "under|below|less than|fewer than|shy of|short of|south of|lower than|beneath"
_STRONG = "well|far|comfortably|much|way|considerably|substantially|a lot|a good deal|some way|handily|easily|significantly|clearly"

_PLAIN: Mapping[Modifier, str] = {
    Modifier.EXACT: (
        "exactly|precisely|an even|a flat|an exact|exactly the|precisely the|just exactly|an exact figure of|"
        "on the nose|to the dot|bang on|a clean|dead on|to be exact"
    ),
    Modifier.ABOUT: (
        "about|around|roughly|approximately|approx|approximately the|some|circa|ca|c|call it|call that|let's call it|"
        "in the region of|in the neighborhood of|in the neighbourhood of|in the ballpark of|in the vicinity of|"
        "on the order of|in the order of|of the order of|something like|something around|somewhere around|somewhere near|"
        "somewhere in the region of|more or less|give or take|say|around about|round about|just about|near to|in or around|"
        "broadly|loosely|an estimated|estimated|roundly|very roughly|ballpark|in round numbers|in round figures|~|≈|"
        "approaching or at|to the tune of about|effectively|practically"
    ),
    Modifier.NEARLY: (
        "nearly|almost|not quite|very nearly|very almost|approaching|pushing|nudging|bordering on|verging on|"
        "getting on for|close on|near enough|near|virtually|on the verge of|coming up on|the better part of|the best part of|"
        "a shade off|a hair off|just off|just short of|just shy of|shy of|short of|just this side of|within a hair of|"
        "within a whisker of|nigh on|well nigh"
    ),
    Modifier.JUST_OVER: "a good|just the other side of|just past|barely over|just north of|scarcely more than|hardly more than",
    Modifier.CLOSE_TO: "close to|very close to|near|barely|scarcely|within a hair's breadth of|in the area of",
    Modifier.UNDER: (
        "a fraction of|under|sub -|less than|below|fewer than|south of|lower than|not even|beneath|smaller than|short of half|"
        "inside|<|no match for|anything under|down below"
    ),
    Modifier.AT_MOST: (
        "at most|no more than|not more than|at the most|a maximum of|maximum|max|capped at|a cap of|a ceiling of|within|"
        "no greater than|no higher than|not over|not above|at the outside|≤|<=|limited to|to within|no larger than"
    ),
    Modifier.OVER: (
        "over|more than|above|north of|in excess of|greater than|higher than|beyond|past|exceeding|topping|surpassing|"
        "larger than|bigger than|better than|>|to over|anything over|more like"
    ),
    Modifier.AT_LEAST: (
        "at least|upwards of|upward of|no less than|no fewer than|not less than|not fewer than|a minimum of|minimum|min|"
        "at the very least|≥|>=|from at least|a floor of"
    ),
    Modifier.UP_TO: (
        "up to|as much as|as many as|as high as|as large as|as long as|up to as much as|all the way to|all the way up to|"
        "up to and including|to as much as|to as many as|a top of|topping out at|tops out at|peaking at|maxing out at|"
        "maxes out at|caps out at"
    ),
    Modifier.FROM: (
        "from|starting at|starts at|start at|starting from|starts from|beginning at|begins at|as little as|as low as|as few as|"
        "from as little as|from as low as"
    ),
}
_PLAIN_AFTER: Mapping[Modifier, str] = {
    Modifier.EXACT: ", to be exact|, to be precise|exactly|precisely|flat|even|on the nose|to the dot|on the dot|dead|to be exact|to be precise|sharp",
    Modifier.ABOUT: ", give or take|, or so|, or thereabouts|, more or less|or so|or thereabouts|or something like that|give or take|more or less|ish|odd|- odd|- ish|or around that|roughly|approximately",
    Modifier.AT_LEAST: "or more|and up|plus|or above|or higher|and above|or over|+|at least|- plus|minimum|or greater|or longer",
    Modifier.AT_MOST: "or less|or fewer|or below|or under|at most|tops|max|or lower|at the most|maximum|or cheaper|at the outside",
    Modifier.NEARLY: "or a shade under|or just under|or a hair under|or a little less|or nearly",
    Modifier.JUST_OVER: "and change|and a bit|and then some|or a shade over|or just over|or a little more",
}
# Phrases that are a comparison, not a bound, right after a quantity: "25 % less than GPT-5", "4x as much as", "$1 under $5".
COMPARATIVE_HEADS = words(
    "more less fewer greater higher lower above below over under beneath larger bigger smaller better as "
    "past beyond short shy north south up well far much inside"
)


def _phrases(table: Mapping[Modifier, str]) -> dict[tuple[str, ...], Modifier]:
    return {tuple(phrase.split()): modifier for modifier, phrases in table.items() for phrase in phrases.split("|")}


def _joined(firsts: str, seconds: str, modifier: Modifier) -> dict[tuple[str, ...], Modifier]:
    return {(*one.split(), *two.split()): modifier for one in firsts.split("|") for two in seconds.split("|")}


BEFORE: Mapping[tuple[str, ...], Modifier] = {
    **_phrases(_PLAIN),
    **_joined(_SLIGHT, _ABOVE, Modifier.JUST_OVER),
    **_joined(_SLIGHT, _BELOW, Modifier.NEARLY),
    **_joined(_STRONG, _ABOVE, Modifier.OVER),
    **_joined(_STRONG, _BELOW, Modifier.UNDER),
    **_joined(
        "no|not|not much|not any|little|hardly|barely|scarcely",
        "more than|greater than|higher than|over|above",
        Modifier.AT_MOST,
    ),
    **_joined("no|not|nothing", "less than|fewer than|lower than|below|under", Modifier.AT_LEAST),
    **_joined("little|hardly|barely|scarcely|not much", "more than|over|above", Modifier.JUST_OVER),
    **_joined("little|not much|scarcely|hardly", "less than|under|below", Modifier.NEARLY),
}
AFTER: Mapping[tuple[str, ...], Modifier] = _phrases(_PLAIN_AFTER)
