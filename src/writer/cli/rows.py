"""A stored draft as the plain values of the contract, section 6."""

from __future__ import annotations

from decimal import Decimal

from writer.drafts.draft import Draft, Result


def draft_row(draft: Draft) -> dict[str, object]:
    """What `queue list --format json` prints of a draft."""
    result = draft.result
    return {
        "id": draft.id,
        "a": result.a,
        "b": result.b,
        "status": draft.status.value,
        "version": draft.version,
        "model": result.model,
        "attempts": len(result.attempts),
        "cost_usd": number(result.usage.cost_usd),
        "text": draft.text,
        "rules": rules_of(result),
    }


def rules_of(result: Result) -> list[str]:
    """The rules that the draft breaks, each once, in order of the text."""
    return list(dict.fromkeys(each.rule for each in result.report.violations)) if result.report else []


def number(amount: Decimal | None) -> float | int | None:
    """As a JSON number; None where it is unknown."""
    if amount is None:
        return None
    return int(amount) if amount == amount.to_integral_value() else float(amount)
