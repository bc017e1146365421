"""Phrases with number words in them that state no quantity (the contract, section 3, rule 12). Tables only."""

from __future__ import annotations

from writer.quantities.lexicon.rows import words

_PHRASES = """
on the one hand|on one hand|for one thing|one of the two|either of the two|one or the other|one and the same|one another
one by one|one at a time|one after another|one after the other|at one point|at one end|one way or another|one way or the other
one day|no one|one's|all in one|all - in - one|one - off|one - offs|one - shot|two - shot|three - shot|five - shot|one - size - fits - all
one size fits all|one - way|two - way|one - sided|one - stop|one - stop shop|one - two punch|one - two|one - trick pony
one - to - one|one on one|one - on - one|day one|number one|rule one|step one|square one|back to square one|one step ahead
one step closer|one notch|one - liner|one last thing|one final note|one more thing|one thing|one caveat|one catch|one wrinkle
one exception|one question|one reason|one more reason|one note|one footnote|one surprise|in one go|in one sitting|in one shot
in one piece|in one breath|in one respect|in one sense|at one stroke|in one stroke|with one exception|one side|one side of
one direction|one eye|one look|one glance|one clear winner|one verdict|as one|for one|one such|many a one|one job|one place
two sides of the same coin|two different beasts|two very different beasts|two horse race|two - horse race|in two minds
of two minds|two worlds|put two and two together|two - sided|two - faced|two peas in a pod|two ways about it
second to none|second nature|second thought|second thoughts|second opinion|second - guess|second fiddle|second hand|second - hand
on second thought|split second|in the first place|first and foremost|first of all|first off|first come|first things first
at first|at first glance|at first sight|first - party|third - party|third party|third parties|first party|first - class
second - class|second - rate|first - rate|third - rate|first - hand|firsthand|secondhand|first impressions|first generation
zero - shot|few - shot|many - shot|multi - shot|zero - sum|ground zero|zero in|zeroes in|zeroing in|zero - day
24 / 7|24 - 7|24x7|7 / 24|360 - degree|360 °|9 - to - 5|nine - to - five|catch - 22|20 / 20|50 - 50 call|50 / 50 call|fifty - fifty
a thousand words|a million miles|a million times|a hundred and ten percent|one in a million|thousand - foot view|ten - thousand - foot view
double - check|double - edged|double down|doubles down
double duty|double standard|double take|double whammy|double - click|double - blind|doubles as|doubling as|triple threat|triple - check
half - hearted|half - heartedly|half the battle|half the story|the other half|half measures|better half|half - baked|half - life|halfway
in half|half a chance|half a mind|by half|too clever by half|half - truth|half - open|not half bad
at sixes and sevens|dressed to the nines|cloud nine|on all fours|nine times out of ten|ten to one|ten out of ten|four corners
third time lucky|third wheel|fifth wheel|sixth sense|eleventh hour|at the eleventh hour|umpteenth time|once|at once|all at once
once again|once more|one - time|first - time|once upon a time|for once|number two|two - fer|two - tier|two - part|three - way
quarter to quarter|quarter - over - quarter|no quarter|month - to - month|year - over - year|year - on - year|day - to - day
a day's work|at the end of the day|the end of the day|day in|day out|day and night|in a second|any second|just a second|wait a minute
one more time|time after time|a second look|a second life|a second source|from day one|one - third - party|in one place|one line
on one line|one front|on one front|on one axis|one axis|one metric|on one metric|on one count|one word|in one word|two words
in two words|one message|one thing is clear|one call|one box|one bill|one budget|one answer|one story|one lens|one fact
"""

# The idioms by their first two words (the second "" for a word alone), longest first: two words find them, or nothing does.
_ROWS = sorted({tuple(phrase.split()) for phrase in _PHRASES.replace("\n", "|").split("|") if phrase.strip()})
IDIOMS: dict[tuple[str, str], tuple[tuple[str, ...], ...]] = {
    start: tuple(sorted((row for row in _ROWS if (*row, "")[:2] == start), key=lambda row: (-len(row), row)))
    for start in sorted({(row[0], row[1] if len(row) > 1 else "") for row in _ROWS})
}

# What two of a pair may be called: "these two rivals" counts nothing.
PAIR_NOUNS = words(
    "models model rivals contenders options philosophies approaches designs siblings relatives ends sides "
    "ways camps worlds systems releases entrants candidates competitors opponents challengers choices "
    "alternatives llms products names machines beasts animals propositions packages labs vendors "
    "companies makers houses firms stablemates cousins brothers sisters assistants titles heavyweights "
    "lightweights flagships bots engines offerings tools families generations strategies personalities "
    "characters bets answers stories tales columns cards deals schools routes paths picks giants figures "
    "values extremes poles fronts halves parts lines curves columns rows entries faces newcomers veterans "
    "veteran"
)
PAIR_FRAMES = words("the these those our both")
# "the cheaper one", "this one": a pronoun.
BEFORE_ONE = words(
    "this that which each every any another no the some neither either other latter former former's cheap "
    "big small new old expensive open closed right wrong good bad only-one obvious easy hard safe clear "
    "long short large heavy light first second last next real many what or same strong weak best worst "
    "main sensible natural logical thrifty pricey dear roomy western chinese google openai anthropic"
)
# Before a one that counts ("four providers to one", "against one", "has one", "its rival's one").
COUNTING_BEFORE_ONE = words(
    "wins win won takes take took loses lose lost gets documents supports shares share offers to against "
    "versus vs has have lists list only just and with by of at is but plus minus"
)
AFTER_PRONOUN_ONE = words(
    "that which who whose with where to you your is was has does can will would could should might may "
    "leans costs asks wins reads writes sells takes bills charges of's for from you'd you'll you're i we "
    "they it"
)
