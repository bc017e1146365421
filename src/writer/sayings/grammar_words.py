"""The small words that a reading of prose turns on, and the words that stand for a model."""

from __future__ import annotations

from writer.sayings.words import Meaning, Sense, Table, spread

_SMALL: tuple[tuple[Sense, str], ...] = (
    (
        Sense.PAIR,
        "against|versus|vs|compared with|compared to|beside|as against|as opposed to|rather than|instead of|"
        "next to|set against|alongside|to|in comparison with|over against|stacked against|up against|compares with|"
        "compares to|opposite",
    ),
    (Sense.LINK, "in favour of|in favor of|on|for|with|from|of|at|in|by|through|via|per|across|within|under"),
    (Sense.JOIN, "and|or|plus|as well as|and also|&"),
    (
        Sense.TURN,
        "while|whilst|whereas|but|though|although|yet|so|because|since|where|when|which|who|if|however|nonetheless|"
        "nevertheless|even though|even if|until|unless|once|so that|albeit",
    ),
    (Sense.ACT, "free of charge|free of cost"),  # no "free of"
    (
        Sense.NEGATE,
        "not|n't|no|never|cannot|without|lacks|lack|lacking|lacked|missing|absent|unsupported|nothing|nor|"
        "does without|do without|misses|beyond|refuses|omits|no's|not available|unavailable|denied|not supported|nowhere|"
        "not in|out for|ruled out|out of the question|excluded|barred|off limits|cannot do|free of|devoid of|off the table|a firm no|not possible|forgoes|not offered",
    ),
    (
        Sense.UNKNOWN,
        "undocumented|nothing is documented|nothing is listed|nothing is recorded|unknown|unlisted|not documented|n't documented|not listed|n't listed|not known|n't known|"
        "unconfirmed|no word|no info|no information|not stated|not on record|unclear|unspecified|not on file|n't on file|"
        "undisclosed|not given|n't given|not recorded|not reported|unstated|not disclosed|not published|no figure|"
        "nobody's documented|nobody 's documented|nobody has documented|nobody 's confirmed|nobody has confirmed|"
        "never documented|left open|open question|no data|no record|not specified|n't specified|not confirmed|"
        "n't confirmed|no documentation|nothing is known|silent|undetermined|no listing|unrecorded|not mentioned|"
        "n't on record|says nothing|say nothing|n't say|not say|no source|untracked|no answer|has no entry|status unknown",
    ),
    (Sense.ONLY, "only|alone|sole|solely|exclusive|exclusively|uniquely|unique|peculiar to|to itself|just|nothing but"),
    (
        Sense.SAME,
        "same|common ground|similar|on par|comparable|identical|equal|equally|level|tie|ties|tied|even|alike|match|matches|matching|draw|coincide|"
        "no difference|all square|on a par|evenly|equals|uniform|share|shares|in common|shared|common|"
        "neck and neck|nip and tuck|too close to call|photo finish|evenly matched|nothing between them|toss up",
    ),
    (
        Sense.BOTH,
        "both|each|either|the two|the pair|both models|the two models|either model|each model|apiece|"
        "these two|both of them|each of them|the duo|both sides|the siblings|two models|the models|either one",
    ),
    (Sense.NEITHER, "neither|neither model|neither of them|neither one|none"),
    (Sense.FORMER, "the former|former"),
    (Sense.LATTER, "the latter|latter"),
    (Sense.IT, "it|its|itself"),
    (Sense.THEY, "they|their|them|theirs|themselves"),
    (Sense.RESPECTIVELY, "respectively|in that order|in turn"),
    (Sense.THAN, "than"),
    (
        Sense.RIVAL,
        "its rival|the rival|rival|its opponent|its counterpart|its competitor|its sibling|its challenger|the challenger|"
        "the other|the other model|the other one|the alternative|its peer|the opposition|its opposite number|the competition|"
        "the rival model|the competitor|its elder|its junior|its companion|its stablemate|the other side|its cousin|"
        "the counterpart|that of its rival|its neighbour|its neighbor|the opponent|the remaining model|its pair mate|"
        "its predecessor|its successor|its larger sibling|its smaller sibling|other model|its newer sibling|its older sibling",
    ),
)

MODEL_NOUNS = (
    "model",
    "models",
    "one",
    "entry",
    "contender",
    "option",
    "offering",
    "sibling",
    "system",
    "release",
    "side",
    "pick",
    "half",
    "design",
    "of",
    "two",
    "rival",
    "llm",
    "candidate",
    "choice",
    "product",
    "competitor",
    "flagship",
    "challenger",
    "entrant",
    "assistant",
    "newcomer",
    "bot",
    "engine",
    "machine",
    "tool",
    "variant",
    "lineup",
    "camp",
    "house",
    "effort",
    "answer",
    "service",
)

# "the newer model" by what is true of it: (metric or "", sign) -> words before a model noun, or standing alone after "the".
ROLES: tuple[tuple[str, int, str], ...] = (
    ("released", +1, "newer|younger|later|more recent|newest|youngest|fresher|latest"),
    ("released", -1, "older|elder|earlier|oldest|ageing|aging"),
    (
        "price.blended",
        -1,
        "cheaper|less expensive|thriftier|lower priced|cheapest|budget|more affordable|low cost|economical",
    ),
    ("price.blended", +1, "dearer|pricier|costlier|more expensive|premium|dearest|expensive|priciest|costly"),
    (
        "context_window",
        +1,
        "bigger window|larger window|roomier|larger context|bigger context|longer context|wider window|"
        "big window|long context",
    ),
    ("context_window", -1, "smaller window|smaller context|shorter context|narrower"),
    ("size", +1, "larger|bigger|large|big"),
    ("size", -1, "smaller|small|little|leaner|compact"),
    ("open_weights", +1, "open weight|open weights|open"),
    ("open_weights", -1, "closed|proprietary|closed weight|closed weights"),
)
ALONE: tuple[tuple[str, int, str], ...] = (
    ("released", +1, "newcomer|youngster|younger|newer|new arrival|junior"),
    ("released", -1, "veteran|elder|older|old timer|old hand|incumbent|senior|predecessor"),
    ("price.blended", -1, "cheaper|thriftier"),
    ("price.blended", +1, "dearer|pricier|costlier"),
    ("size", -1, "smaller"),
    ("size", +1, "larger|bigger"),
)


def enter(table: Table) -> None:
    """Put every small word into ``table``; "the newer model" and its kind are read by the checker from ROLES."""
    for sense, phrases in _SMALL:
        spread(table, Meaning(sense), phrases)
