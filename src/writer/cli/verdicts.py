"""A report as the plain values of the contract, section 4."""

from __future__ import annotations

from writer.check.report import Report, Violation


def verdict(report: Report) -> dict[str, object]:
    """``accepted``, ``quantities`` and ``violations``; offsets are code points."""
    return {
        "accepted": report.accepted,
        "quantities": report.quantities,
        "violations": [_violation(each) for each in report.violations],
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
