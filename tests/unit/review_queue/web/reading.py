"""What these tests do with a page: store a draft, find a form."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from review_queue.desk import Desk
from tests.fakes.desk import (
    GOOD,
    result,
)
from writer.drafts.draft import Origin

ITEM = "/drafts/alpha-vs-beta@1"


def drafted(desk: Desk, text: str = GOOD, a: str = "alpha", b: str = "beta", **more: str) -> None:
    desk.store.save([result(a, b, text, **more)], origin=Origin.DRAFTED, by="batch")  # type: ignore[arg-type]


def fields(page: Any, action: str) -> dict[str, str]:
    """The hidden fields of the form that goes to ``action``, as a browser would send them."""
    form = re.search(rf'<form[^>]*action="{re.escape(action)}".*?</form>', page.text, re.DOTALL)
    assert form, f"no form goes to {action}"
    found = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form.group())
    return {name: unescape(value) for name, value in found}
