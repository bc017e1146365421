"""A report as the plain values of the contract, section 4."""

from __future__ import annotations

from collections.abc import Sequence

from writer.check.explain import Explained
from writer.check.report import Report, Violation


def verdict(report: Report) -> dict[str, object]:
    """``accepted``, ``quantities`` and ``violations``; offsets are code points."""
    return {
        "accepted": report.accepted,
        "quantities": report.quantities,
        "violations": [_violation(each) for each in report.violations],
    }


def explanation(report: Report, numbers: Sequence[Explained]) -> dict[str, object]:
    """What is told besides: ``numbers``, how each was read and to what it was bound, and every statement."""
    return {
        "numbers": [
            {
                "start": each.start,
                "end": each.end,
                "quote": each.quote,
                "read": each.read,
                "bound": each.bound,
                "facts": each.facts,
                "rule": each.rule or None,
            }
            for each in numbers
        ],
        "statements": [
            {"start": each.start, "end": each.end, "quote": each.quote, "facts": each.facts}
            for each in report.statements
        ],
    }


def _violation(each: Violation) -> dict[str, object]:
    return {
        "start": each.start,
        "end": each.end,
        "quote": each.quote,
        "rule": each.rule,
        "message": each.message,
        "expected": each.expected,
    }
