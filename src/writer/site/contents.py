"""Every file of a site, as bytes, before anything is written."""

from __future__ import annotations

from collections.abc import Sequence

from writer.page.build import with_related
from writer.page.model import Page
from writer.page.render import address, html, policy, stylesheet_text, templates
from writer.site.related import RULE, related

STYLE = "style.css"
INDEX = "index.html"
ROBOTS = "robots.txt"
SITEMAP = "sitemap.xml"


def contents(pages: Sequence[Page], base_url: str) -> dict[str, bytes]:
    """File name to content: a page a pair, the index, the style, and what search engines ask for. A sitemap needs
    addresses, so it is there only where ``base_url`` says where the site lives."""
    ordered = sorted(pages, key=lambda page: page.name)
    files = {f"{page.name}.html": _page(page, ordered, base_url) for page in ordered}
    files[INDEX] = _index(ordered, base_url)
    files[STYLE] = stylesheet_text() + "\n"
    files[ROBOTS] = _robots(base_url)
    if base_url:
        files[SITEMAP] = _sitemap(ordered, base_url)
    return {name: text.encode() for name, text in sorted(files.items())}


def _page(page: Page, pages: Sequence[Page], base_url: str) -> str:
    return html(with_related(page, related(page, pages), RULE), stylesheet=STYLE, base_url=base_url)


def _index(pages: Sequence[Page], base_url: str) -> str:
    return (
        templates()
        .get_template("index.html.j2")
        .render(
            pages=pages,
            stylesheet=STYLE,
            policy=policy("", linked=True),
            address=f"{base_url.rstrip('/')}/" if base_url else "",
            robots="index, follow" if any(page.record.indexed for page in pages) else "noindex",
        )
    )


def _robots(base_url: str) -> str:
    sitemap = f"Sitemap: {base_url.rstrip('/')}/{SITEMAP}\n" if base_url else ""
    return f"User-agent: *\nAllow: /\n{sitemap}"


def _sitemap(pages: Sequence[Page], base_url: str) -> str:
    """The pages that may be indexed; slugs need no escaping."""
    return (
        templates()
        .get_template("sitemap.xml.j2")
        .render(
            addresses=[address(page.name, base_url) for page in pages if page.record.indexed],
        )
    )
