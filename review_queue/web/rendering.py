"""Rendering: templates that escape everything and print no blank for a misspelt name."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from review_queue.statuses import WORDS
from review_queue.store.items import pair_of
from writer.drafts.draft import Status

TEMPLATES = Path(__file__).parent / "templates"


class Renderer:
    """Makes pages for one person."""

    def __init__(self, user: str, name_of: Callable[[str], str]) -> None:
        self._environment = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.globals.update(
            user=user, words=WORDS, statuses=_ORDER, nonce=lambda: secrets.token_urlsafe(12)
        )
        self._environment.filters.update(
            name=name_of,
            pair=lambda item: " vs ".join(name_of(slug) for slug in pair_of(item)),
            of_itself=_of_itself,
            value=lambda expected: expected.rpartition(" (")[0] or expected,
            key=lambda expected: expected.rpartition(" (")[2].removesuffix(")") if " (" in expected else "",
            moment=_moment,
            day=_day,
            money=_money,
            action=_action,
            writer=_writer,
        )

    def page(self, template: str, values: Mapping[str, object], status_code: int = 200) -> HTMLResponse:
        """A page from a template and its values."""
        return HTMLResponse(self._environment.get_template(template).render(values), status_code)


def _moment(when: datetime | None) -> str:
    return "" if when is None else f"{when:%d %b %Y, %H:%M} UTC"


def _day(when: datetime | None) -> str:
    return "" if when is None else f"{when:%d %b %Y}"


def _money(cost: Decimal | None) -> str:
    if cost is None:
        return "cost unknown"
    return "no cost" if cost == 0 else f"${cost.normalize():f}"


def _action(action: str) -> str:
    return _ACTIONS.get(action, action.replace("_", " "))


def _of_itself(refusal: str, item: str) -> str:
    """A refusal as the draft's own page says it: without its id."""
    told = refusal.removeprefix(f"{item}: ").replace(f"{item} ", "it ", 1)
    return f"{told[:1].upper()}{told[1:]}"


def _writer(model: str, edited_by: str = "") -> str:
    who = "house writer" if model.startswith("house/") else model
    return f"{who}, edited by {edited_by}" if edited_by else who


_ORDER = (
    Status.IN_REVIEW,
    Status.REJECTED,
    Status.CHANGES_REQUESTED,
    Status.APPROVED,
    Status.PUBLISHED,
    Status.DECLINED,
    Status.SUPERSEDED,
)
"""As a reviewer works through them."""

_ACTIONS = {
    "draft": "drafted",
    "edit": "edited",
    "regenerate": "regenerated",
    "put_again": "put its words before a person again",
    "approve": "approved",
    "request_changes": "asked for changes",
    "decline": "declined",
    "waive": "waived a finding",
    "undo": "undid the last decision",
    "publish": "published",
    "recheck": "checked again",
    "carry_forward": "carried the approval forward",
    "lapse": "dropped the approval",
    "fail": "rejected on a new check",
    "stale": "marked stale",
    "take_over": "took it over",
    "ask_regenerate": "asked for new words",
}
