"""The words of dates. Tables only."""

from __future__ import annotations

from writer.quantities.lexicon.rows import row, words

_NAMES = row("january february march april may june july august september october november december")
MONTHS = {
    **{name: number for number, name in enumerate(_NAMES, 1)},
    **{name[:3]: number for number, name in enumerate(_NAMES, 1)},
    "sept": 9,
}
# Months whose name is also another word: they need a date word beside them.
DOUBTFUL = words("may march mar august sun dec jan jun sep oct nov apr feb aug jul")
BEFORE_A_MONTH = words(
    "in of since by until till from to early mid late before after and or between through during as last "
    "this next around about a the was released launched out dated is for versus vs against on"
)
PARTS = {
    **dict.fromkeys(("early", "beginning", "start", "opening"), "early"),
    **dict.fromkeys(("mid", "middle"), "mid"),
    **dict.fromkeys(("late", "end", "close", "tail"), "late"),
}
PARTS_OF_A_YEAR = {"early": ((1, 1), (4, 31)), "mid": ((5, 1), (8, 31)), "late": ((9, 1), (12, 31))}
PARTS_OF_A_MONTH = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
QUARTERS = {1: ((1, 1), (3, 31)), 2: ((4, 1), (6, 31)), 3: ((7, 1), (9, 31)), 4: ((10, 1), (12, 31))}
HALVES = {1: ((1, 1), (6, 31)), 2: ((7, 1), (12, 31))}
# Seasons of the north; winter runs over the turn of the year and stays unread.
SEASONS = {
    "spring": ((3, 1), (5, 31)),
    "summer": ((6, 1), (8, 31)),
    "autumn": ((9, 1), (11, 31)),
    "fall": ((9, 1), (11, 31)),
}
NTH = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4, "opening": 1, "latter": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
}  # fmt: skip
BEFORE_A_DAY = words("on by and from to until till since before after the between or dated of")
AFTER_A_DAY = words("of and to or for in with while whereas at by from but as that when through then")
BEFORE_A_YEAR = words(
    "in of since by until till from to early mid late before after year and or between through during "
    "around about calendar"
)
AFTER_A_YEAR = words(
    "and or to for with while whereas where but as at is was are were in on release releases model models "
    "launch vintage cutoff when then so nearly just about almost over the it its both which that versus "
    "vs against against, by has have had"
)
