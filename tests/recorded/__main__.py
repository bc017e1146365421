"""Print what the checker makes of the recorded answers, by version of the prompt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from tests.recorded.answers import Judged, judged


def main() -> None:
    for version, answers in groupby(judged(), lambda each: each.prompt_version):
        print(f"prompt {version}")
        told(list(answers))


def told(answers: Sequence[Judged]) -> None:
    rules: Counter[str] = Counter()
    for each in answers:
        for violation in each.report.violations:
            rules[violation.rule] += 1
            print(f"  {each.id} {each.pair}: {violation.rule}: {violation.quote!r}: {violation.message}")
    broken = ", ".join(f"{rule} {count}" for rule, count in rules.most_common()) or "none"
    print(f"  accepted at the first try    {_accepted(answers)}")
    for label, faithful in (("faithful", True), ("wrong", False), ("not yet labelled", None)):
        print(f"  {label + ' and accepted':28} {_accepted([each for each in answers if each.faithful is faithful])}")
    print(f"  rules broken                 {broken}")


def _accepted(answers: Sequence[Judged]) -> str:
    return f"{sum(each.report.accepted for each in answers)} of {len(answers)}"


if __name__ == "__main__":
    main()
