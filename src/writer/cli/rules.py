"""The closed list of rules, as a table and as JSON."""

from __future__ import annotations

from rich.table import Table

from writer.sayings.rules import RULES


def rules_json() -> list[dict[str, object]]:
    """Every rule, in the order of the list."""
    return [
        {
            "id": rule.id,
            "authority": rule.authority,
            "instruction": rule.instruction,
            "numeric": rule.numeric,
            "waivable": rule.waivable,
        }
        for rule in RULES.values()
    ]


def rules_table() -> Table:
    """Every rule with its instruction and where it stands in the contract."""
    table = Table(box=None, pad_edge=False, header_style="dim")
    for name in ("rule", "what it asks", "authority"):
        table.add_column(name, overflow="fold")
    for rule in RULES.values():
        table.add_row(rule.id, rule.instruction + (" (can be waived)" if rule.waivable else ""), rule.authority)
    return table
