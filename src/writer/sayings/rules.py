"""The closed list of rules that prose is judged by: the one source for the prompt, the checker, its findings and the page.

Numbers in ``authority`` are those of the contract, section 3; ``5`` alone is its section 5.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: ``instruction`` is the line that a prompt carries, ``numeric`` whether a number is at fault."""

    id: str
    authority: str
    instruction: str
    numeric: bool
    waivable: bool = False


def _numeric(rule_id: str, number: int, instruction: str) -> Rule:
    return Rule(rule_id, f"contract 3.{number}", instruction, numeric=True)


def _words(rule_id: str, number: int, instruction: str, *, waivable: bool = False) -> Rule:
    return Rule(rule_id, f"contract 3.{number}", instruction, numeric=False, waivable=waivable)


def _form(rule_id: str, instruction: str) -> Rule:
    return Rule(rule_id, "contract 5", instruction, numeric=False)


_LIST = (
    _numeric("wrong-number", 1, "State a number only as the facts give it."),
    _numeric("wrong-subject", 1, "Give each number to the model that has it."),
    _numeric("wrong-metric", 1, "Give each number to the quantity that it measures."),
    _numeric("wrong-unit", 1, "Keep the unit of each number: prices are US dollars per 1M tokens."),
    _numeric("wrong-direction", 1, "Say which model has more and which has less as the facts say it."),
    _numeric("swapped-order", 1, "In a list, keep values in the order of the models or quantities named."),
    _numeric("wrong-count", 1, "Count providers, capabilities, benchmarks and wins as the facts count them."),
    _numeric("invented", 1, "State no number for what has no fact."),
    _numeric("unread", 1, "Write numbers plainly, in figures or simple words."),
    _numeric("derived", 2, "Do no arithmetic: no sums, averages, yearly totals, words or pages."),
    _numeric("false-rounding", 3, "Round to the digits you state, off by at most 2.5 %."),
    _numeric("false-hedge", 3, "With about, roughly or ~, stay within 10 % and one unit of the last digit."),
    _numeric("false-bound", 4, "Say under, over, nearly, just over only where the fact lies on that side, close by."),
    _numeric("wrong-ratio", 5, "Say twice, half, a third, 8× only where the computed ratio is that."),
    _numeric("order-of-magnitude", 5, "Say an order of magnitude only for a ratio from 8 to 12.5."),
    _numeric(
        "percent-base", 6, "Cheaper, less, lower take the saving percent; dearer, more, higher the premium percent."
    ),
    _numeric("impossible-percent", 6, "Nothing is 100 % or more cheaper: use the saving percent."),
    _numeric("baseless-percent", 6, "Say what a percentage is a percentage of: cheaper or dearer, not a gap."),
    _numeric("points-percent", 6, "Tell the gap between two scores in points, never in percent."),
    _numeric("wrong-date", 8, "State dates as the facts give them; release and knowledge cutoff are two things."),
    _numeric("wrong-gap", 8, "State the time between two dates as the facts give it."),
    _numeric("false-tie", 9, "Say both, same, identical, level only where the values are equal."),
    _numeric("wrong-blend", 12, "The blended price is weighted 70/30, and no other way."),
    _numeric("wrong-workload", 12, "Name a workload with its own number of requests and tokens."),
    _words("unknown-as-no", 10, "What is unknown is undocumented, not absent."),
    _words("known-as-unknown", 10, "Do not call unknown what the facts state."),
    _words("wrong-name", 11, "Name only this pair's models, vendors, providers and benchmarks, as they are spelled."),
    _words("wrong-provider", 11, "Name a provider only with the models it lists and the prices it charges."),
    _words("wrong-capability", 11, "Give a model only the capabilities that the facts document."),
    _words("wrong-license", 11, "Open source needs an OSI-approved licence; open weights are open weights."),
    _words("not-free", 11, "Call free only what a provider offers free of charge in the facts."),
    _words(
        "unclear", 13, "Say which model and which quantity is meant, so that only one reading is left.", waivable=True
    ),
    _words("false-win", 14, "Name winners and leads only as the scores decide them.", waivable=True),
    _words("false-comparative", 14, "Use a comparative only in the computed direction.", waivable=True),
    _words(
        "mixed-comparative",
        14,
        "Where one price line points the other way, say on which line a model is cheaper.",
        waivable=True,
    ),
    _words(
        "no-fact", 15, "Compare nothing that has no fact: speed, latency, accuracy, safety, popularity.", waivable=True
    ),
    _words("beyond-the-pair", 15, "Use no superlative beyond the two models.", waivable=True),
    _words("relative-time", 15, "Use no time relative to the reader: recently, last year, as of today.", waivable=True),
    _words("false-intensity", 16, "Similar is within 10 %, close within 30 %, far at least 1.5 times.", waivable=True),
    _form("markup", "Write plain text: no markup, no links, no code."),
    _form("hidden-character", "Use no control, bidirectional or zero-width characters."),
    _form("unknown-citation", "Cite only keys that the facts have."),
)

RULES: Mapping[str, Rule] = MappingProxyType({rule.id: rule for rule in _LIST})
