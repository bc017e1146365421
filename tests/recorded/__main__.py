"""Print what the checker makes of the recorded answers."""

from __future__ import annotations

from collections import Counter

from tests.recorded.answers import judged


def main() -> None:
    rules: Counter[str] = Counter()
    answers = list(judged())
    for each in answers:
        for violation in each.report.violations:
            rules[violation.rule] += 1
            print(f"{each.id} {each.pair}: {violation.rule}: {violation.quote!r}: {violation.message}")
    accepted = sum(each.report.accepted for each in answers)
    faithful = [each for each in answers if each.faithful]
    wrong = [each for each in answers if not each.faithful]
    print(f"accepted at the first try    {accepted} of {len(answers)}")
    print(f"faithful and accepted        {sum(each.report.accepted for each in faithful)} of {len(faithful)}")
    print(f"wrong and accepted           {sum(each.report.accepted for each in wrong)} of {len(wrong)}")
    print(
        "rules broken                 "
        + (", ".join(f"{rule} {count}" for rule, count in rules.most_common()) or "none")
    )


if __name__ == "__main__":
    main()
