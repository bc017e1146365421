"""A Page as HTML, Markdown or JSON: the same content in three forms, the same bytes every time."""

from __future__ import annotations

import json as json_text
from base64 import b64encode
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined, Undefined
from markupsafe import Markup

from writer.page import plainly
from writer.page.model import Page
from writer.page.text import visible
from writer.sayings.display import show_date

ENDING = ".html"
LONG = 12  # a table of providers or of single scores with more rows is folded away
MANY = 6  # more benchmarks than this are folded away in the verdict


def html(page: Page, *, stylesheet: str = "", base_url: str = "") -> str:
    """A whole HTML document without script. ``stylesheet`` is the address of ``stylesheet()``; where it is not given the
    style stands in the page, allowed by its hash. ``base_url`` is where the site lives, for the canonical address: without it there is none."""
    style = stylesheet_text()
    return (
        templates()
        .get_template("page.html.j2")
        .render(
            page=page,
            stylesheet=stylesheet,
            style=Markup(style),  # noqa: S704 - our own file, no data in it
            policy=policy(style, linked=bool(stylesheet)),
            long=LONG,
            many=sum(choice.kind == "benchmark" for choice in page.verdict.choices) > MANY,
            address=address(page.name, base_url) if base_url else "",
            written=f"Written {show_date(page.record.written)}" if page.record.written else "Not written yet",
            reviewed=f"Reviewed {show_date(page.record.reviewed)}" if page.record.reviewed else "Not reviewed",
        )
    )


def markdown(page: Page) -> str:
    """The page as CommonMark with tables; whatever stands in names and prose shows as it is written."""
    return plainly.document(page)


def json(page: Page, *, indent: int | None = 1) -> str:
    """The page as JSON, keys in the order of the types; ends with a newline. Without ``indent`` it is one line, which is made
    four times as fast."""
    separators = (",", ":") if indent is None else None
    text = json_text.dumps(page, indent=indent, separators=separators, ensure_ascii=False, default=_plain)
    return f"{text}\n"


def stylesheet_text() -> str:
    """The one stylesheet of every page."""
    return files("writer.page").joinpath("templates", "style.css").read_text(encoding="utf-8").strip()


def policy(style: str, *, linked: bool) -> str:
    """A content security policy that lets nothing run and only the style apply."""
    allowed = "'self'" if linked else f"'sha256-{b64encode(sha256(style.encode()).digest()).decode()}'"
    return f"default-src 'none'; style-src {allowed}; base-uri 'none'; form-action 'none'"


def address(name: str, base_url: str) -> str:
    """The canonical address of a page."""
    file = f"{name}{ENDING}"
    return f"{base_url.rstrip('/')}/{file}" if base_url else file


@cache
def templates() -> Environment:
    """Every value is escaped, whatever the template's ending; a misspelt name fails; only text can be printed."""
    return Environment(
        loader=PackageLoader("writer.page"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_only_text,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _only_text(value: object) -> str:
    """Text, made visible; anything else would show as Python writes it, and is a fault of the template."""
    if isinstance(value, Markup):
        return value
    if isinstance(value, Undefined):
        return str(value)  # which fails, with the misspelt name
    if not isinstance(value, str):
        raise TypeError(f"a template prints {type(value).__name__}: print text alone")
    return visible(value)


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value):
        return {part.name: getattr(value, part.name) for part in fields(value)}
    raise TypeError(f"a page holds {type(value).__name__}: a page is made of texts, dates and lists")
