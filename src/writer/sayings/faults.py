"""What is wrong with a claim that breaks a rule: the predicate of the finding's first sentence, after the quote."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

FAULTS: Mapping[str, str] = MappingProxyType(
    {
        "wrong-number": "is not the value that the facts give",
        "wrong-subject": "is said of the wrong model",
        "wrong-metric": "is said of the wrong quantity",
        "wrong-unit": "has the wrong unit",
        "wrong-direction": "points the wrong way",
        "swapped-order": "stands in the other model's place",
        "wrong-count": "is not what the facts count",
        "invented": "has no fact behind it",
        "unread": "cannot be read as a fact",
        "derived": "is arithmetic on the facts, not a fact",
        "false-rounding": "is rounded too far",
        "false-hedge": "is further off than its hedge allows",
        "false-bound": "is no bound that holds closely enough",
        "wrong-ratio": "is not the computed ratio",
        "order-of-magnitude": "is no order of magnitude",
        "percent-base": "is taken from the wrong side: a saving is a share of the dearer, a premium of the cheaper",
        "impossible-percent": "cannot be: nothing is 100 % or more cheaper",
        "baseless-percent": "does not say what it is a percentage of",
        "points-percent": "tells a gap between two scores in percent",
        "wrong-date": "is not the date that the facts give",
        "wrong-gap": "is not the time between the two dates",
        "false-tie": "calls equal what is not",
        "wrong-blend": "is not the weight of the blended price",
        "wrong-workload": "is not what the workload holds",
        "unknown-as-no": "tells as absent what is unknown",
        "known-as-unknown": "tells as unknown what the facts state",
        "wrong-name": "names nothing of this pair",
        "wrong-provider": "is not a provider that the facts give in this place",
        "wrong-capability": "is not what the facts document",
        "wrong-license": "is not what the facts say of licence and weights",
        "not-free": "is not free of charge anywhere",
        "unclear": "has several readings, and not all of them hold",
        "false-win": "is not how the scores decide it",
        "false-comparative": "is not how the two compare",
        "mixed-comparative": "does not hold on every price line",
        "no-fact": "is about something that no fact covers",
        "beyond-the-pair": "reaches beyond the two models",
        "relative-time": "depends on the day on which it is read",
        "false-intensity": "is stronger or weaker than the difference is",
        "markup": "is not plain text",
        "hidden-character": "holds a character that a reader cannot see",
        "unknown-citation": "cites what is no fact",
    }
)
