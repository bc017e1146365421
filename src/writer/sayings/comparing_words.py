"""Words that compare: which axis they lie on and which way they point. +1 says that the subject has more."""

from __future__ import annotations

from writer.sayings.words import Meaning, Sense, Table, spread

_COMPARE: tuple[tuple[str, int, str], ...] = (
    (
        "price",
        -1,
        "cheaper|cheapest|less expensive|lower priced|thriftier|more affordable|undercuts|undercut|undercutting|economical|"
        "less costly|cheaply|more cheaply|thrifty|bargain|better value|more economical|cost less|costs less|inexpensive|"
        "saves|save|saving|savings|saved|discount|discounts|less dear|lower cost|cheap|budget option|budget pick|low cost",
    ),
    (
        "price",
        +1,
        "dearer|dearest|pricier|priciest|costlier|costliest|more expensive|most expensive|more dearly|higher priced|more costly|"
        "premium|premiums|markup|surcharge|mark up|cost more|costs more|expensive|costly|pricey|dear|price premium|dearly",
    ),
    (
        "size",
        +1,
        "larger|largest|bigger|biggest|roomier|roomiest|wider|widest|more capacious|broader|ampler|more room|more headroom|"
        "larger in|more spacious|vaster|greater|more context|huger|capacious|wins on window",
    ),
    ("size", -1, "smaller|smallest|narrower|tighter|more cramped|less room|less headroom|less context"),
    ("length", +1, "longer|longest|lengthier"),
    ("length", -1, "shorter|shortest"),
    ("time", +1, "newer|newest|younger|youngest|later|more recent|most recent|after|youngster|more modern|followed"),
    ("time", -1, "older|oldest|earlier|before|predates|preceded|head start|precedes|elder|eldest"),
    ("fresh", +1, "fresher|freshest|more current|more up to date"),
    ("fresh", -1, "staler|more dated"),
    (
        "score",
        +1,
        "ahead|leads|lead|leading|wins|win|won|winning|beats|beat|beating|outscores|outscore|tops|edges|edge|better|stronger|"
        "ahead of|in front|outperforms|outpaces|takes the lead|on top|comes out ahead|comes out on top|pulls ahead|bests|"
        "outdoes|sweeps|prevails|advantage|out in front|runs away with|outranks",
    ),
    (
        "score",
        -1,
        "behind|trails|trail|trailing|loses|lose|losing|worse|weaker|lags|lag|lagging|short of|falls short|bettered",
    ),
    (
        "any",
        +1,
        "more|higher|above|extra|exceeds|exceed|exceeding|additional|further|up|steeper|tops|surpasses|over|outstrips|adds|"
        "higher than|greater than|again|in excess|on top of|increase|rise|excess|outreaches|farther|taller|outsizes|most",
    ),
    (
        "any",
        -1,
        "less|fewer|lower|below|under|down|off|reduction|decrease|cut|cuts|cutting|trims|trim|shaves|knocks|drop|shy of|"
        "lower than|less than|fewer than|reduced|slashes|slash|shave|lowest|minus|least|lop|lops",
    ),
)

_GAP = (
    "gap|gaps|difference|differences|apart|separates|separate|separating|separated|margin|margins|spread|divides|"
    "distance|stretch of|between them|differ|differs|delta|divide|part|stands between|daylight|separation|diff|interval"
)

_AGAIN = (
    "as much|as many|as large|as big|as long|as expensive|as costly|as wide|as high|as far|as dear|the price|the cost|"
    "the rate|the bill|the size|the length|the count|as great|as roomy|as cheap|what|of the price|of the cost|of the bill|"
    "the number|the amount|that of|the figure|the capacity|the sum|as tall|as broad|as deep|as short|as small|as pricey|"
    "those of|the total|the tab|the charge|as capacious|the outlay|as generous|the allowance|the reach|the room|"
    "the maximum|ratio|factor|multiple|ratios|proportion|the money|fold|of the cost of|the price of|the cost of|"
    "the allowances|of the total|as steep|as hefty|as low|as little"
)


def enter(table: Table) -> None:
    """Put every comparing word into ``table``."""
    for axis, sign, phrases in _COMPARE:
        spread(table, Meaning(Sense.COMPARE, axis=axis, sign=sign), phrases)
    spread(table, Meaning(Sense.GAP), _GAP)
    spread(
        table,
        Meaning(Sense.AGAIN, axis="size"),
        "the size|as large|as big|as wide|as roomy|the length|as long|the room|the reach|as capacious",
    )
    spread(table, Meaning(Sense.AGAIN), _AGAIN)
