"""Words of intensity (rule 16) and what may not be said at all (rule 15). Tables only."""

from __future__ import annotations

FAR = ("far", "vastly", "hugely", "massively", "wildly", "dramatically", "enormously", "way", "by far the", "miles", "by far")
SLIGHT = ("slightly", "a touch", "a bit", "a hair", "marginally", "barely", "a shade", "fractionally", "a tad", "narrowly", "a whisker",
          "only just", "a little", "a sliver")

# Comparatives on what has no fact: speed, latency, accuracy, safety, popularity, quality of prose.
NO_FACT = frozenset((
    "faster", "fastest", "slower", "slowest", "quicker", "quickest", "snappier", "speedier", "smarter", "smartest", "safer",
    "safest", "wiser", "cleverer", "more accurate", "most accurate", "less accurate", "more reliable", "most reliable",
    "more popular", "most popular", "lower latency", "higher latency", "higher throughput", "lower throughput", "more trustworthy",
    "more intelligent", "most intelligent", "more capable overall", "more creative", "friendlier", "less prone", "more prone",
    "more secure", "better known", "more widely used", "more robust", "more stable", "more truthful", "more responsive",
    "better written", "more helpful", "less biased", "more powerful", "most powerful", "more consistent", "fewer errors",
    "fewer hallucinations", "hallucinates less", "more precise", "responds faster", "runs faster", "answers faster", "less latency",
    "better latency", "better accuracy", "better quality", "higher quality", "more mature", "more polished", "better supported",
    "easier to use", "more user friendly", "better reasoning", "stronger reasoning", "deeper reasoning", "more energy efficient",
    "greener", "more quickly", "more rapidly", "more slowly", "more swiftly", "more accurately", "more reliably", "more safely", "more smoothly",
    "more promptly", "better prose", "writes better", "answers better", "reasons better", "understands better", "documents better", "easier to integrate",
    "easier to set up", "easier to deploy", "easier to work with", "users prefer", "developers prefer", "people prefer", "developers love", "users love",
    "most widely used", "widely used", "more established", "most established", "better liked", "well liked", "more loved", "favourite of developers",
    "favorite of developers", "more trusted", "most trusted", "more dependable", "most capable", "more capable", "cleverest", "wisest", "most reliable",
    "lowest latency", "highest throughput", "snappiest", "speediest", "quick to answer", "high quality", "better answers", "best answers",
    "better at writing", "better at reasoning", "better at math", "better at maths", "better at following instructions", "follows instructions better",
    "makes fewer mistakes", "fewer mistakes", "less likely to", "more likely to", "quicker to answer", "quicker to respond", "more eloquent", "more fluent", "more nuanced",
))
BEYOND_PAIR = (
    "on the market", "in the world", "in the industry", "of any model", "of all models", "in its class", "ever released", "ever made",
    "available anywhere", "in existence", "on the planet", "of its generation", "state of the art", "best in class", "world's",
    "industry leading", "market leading", "class leading", "second to none", "unmatched", "unrivalled", "unrivaled", "unbeatable",
    "of all time", "anywhere else", "than any other model", "than any model", "among all", "the industry's", "latest flagship",
    "vendor's latest", "newest flagship", "latest and greatest", "most models", "than most", "any other model", "in the catalog",
    "leads the industry", "leads the field", "leads the market", "leads the pack", "tops the charts", "industry's", "market's", "field's",
    "of all", "of any", "than anything else", "than anyone else", "in the field", "in the catalogue", "on the web", "money can buy", "best model", "best available", "best model available", "model available", "best of all", "best overall model", "no other model", "no other llm", "no model", "anything else on",
)
RELATIVE_TIME = (
    "recently", "last year", "last month", "last week", "this year", "this month", "this week", "as of today", "today", "yesterday",
    "tomorrow", "currently the newest", "right now", "at the moment", "at present", "nowadays", "a year ago", "months ago", "weeks ago",
    "days ago", "years ago", "next year", "next month", "next week", "soon", "just released", "brand new", "as of now", "these days",
    "earlier this", "later this", "as of writing", "at the time of writing", "so far this year", "upcoming", "currently", "of late", "lately", "this spring", "this summer", "this autumn", "this winter", "this fall", "at the time of this writing",
    "last spring", "last summer", "last autumn", "last winter", "last fall",
)
