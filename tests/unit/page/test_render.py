"""HTML, Markdown and JSON of a page: safe whatever the catalog or a model says, and without an empty cell."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from jinja2 import UndefinedError
from markdown_it import MarkdownIt

from tests.factories import catalog, model, offer, score
from tests.unit.page.pairs import TEXT, page_of, rich
from writer.catalog.model import Provider, Source, Vendor
from writer.page import render
from writer.page.build import with_related
from writer.page.model import Link, Page

HOSTILE = "Eve <script>alert(1)</script> | [x](javascript:y) `c` *b* ![i](http://e.example/i) \u202eevil\x00\x1b\u200b"


class Seen(HTMLParser):
    """What a browser would take from a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.cells: list[str] = []
        self.text = ""
        self._open = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag in {"td", "th"}:
            self.cells.append("")
            self._open = True

    def handle_endtag(self, tag: str) -> None:
        self._open = self._open and tag not in {"td", "th"}

    def handle_data(self, data: str) -> None:
        self.text += data
        if self._open:
            self.cells[-1] += data


def hostile() -> Page:
    ours = model(
        "alpha-1",
        name=HOSTILE,
        license=HOSTILE,
        architecture=HOSTILE,
        inputs=(HOSTILE,),
        offers=[offer("cloudy", id=HOSTILE)],
        scores=[score("sums", 1, source=HOSTILE)],
    )
    made = catalog(ours, model("beta-2", name="Beta Two", offers=[offer("cloudy")], scores=[score("sums", 2)]))
    made = replace(
        made,
        vendors={"acme": Vendor("acme", HOSTILE, "javascript:alert(1)")},
        providers={**made.providers, "cloudy": Provider("cloudy", HOSTILE, "javascript:alert(1)")},
        sources={"listings": Source("listings", HOSTILE, "data:text/html,x", HOSTILE, HOSTILE)},
    )
    return page_of(made, f"{HOSTILE} wins.\n\n# No heading\n\n1. No list")


PAGES = [page_of(rich(), TEXT), page_of(rich()), page_of(catalog(model("alpha-1"), model("beta-2"))), hostile()]


@pytest.mark.parametrize("page", PAGES)
def test_no_cell_is_empty_and_nothing_shows_as_python_writes_it(page: Page) -> None:
    for text in (render.html(page), render.markdown(page)):
        assert not re.search(r"\bNone\b|\bTrue\b|\bFalse\b|Fraction\(|Decimal\(|datetime|<writer|\(\)|\{\}|, \)", text)
    assert all(cell.strip() for cell in Seen(render.html(page)).cells)
    for line in render.markdown(page).splitlines():
        if line.startswith("|"):
            assert all(cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1])


@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_one_h1_every_section_and_no_script(page: Page) -> None:
    text = render.html(page)
    seen = Seen(text)
    assert seen.tags.count("h1") == 1
    assert "script" not in seen.tags
    assert not any(name.startswith("on") or name == "style" for name, _ in seen.attributes)
    headings = [
        "Verdict",
        "Specs",
        "Pricing and availability",
        "Capabilities",
        "Benchmarks",
        "Deep dive",
        "FAQ",
        "Continue comparing",
        "Sources",
    ]
    assert re.findall(r"<h2>(.*?)</h2>", text) == headings
    assert [line[3:] for line in render.markdown(page).splitlines() if line.startswith("## ")] == headings


def test_a_hostile_name_is_text_in_html() -> None:
    seen = Seen(render.html(hostile()))
    assert "<script>alert(1)</script>" in seen.text
    assert set(seen.tags) <= {
        "html",
        "head",
        "meta",
        "title",
        "link",
        "style",
        "body",
        "header",
        "main",
        "section",
        "nav",
        "footer",
        "p",
        "h1",
        "h2",
        "h3",
        "ul",
        "li",
        "a",
        "div",
        "table",
        "caption",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "small",
        "details",
        "summary",
        "span",
    }
    links = [value or "" for name, value in seen.attributes if name == "href"]
    assert all(re.match(r"https?://|#|alpha-1-vs-beta-2\.html$", link) for link in links)


def test_a_hostile_name_is_text_in_markdown() -> None:
    shown = Seen(MarkdownIt("gfm-like", {"linkify": False, "html": True}).render(render.markdown(hostile())))
    assert not {"script", "img", "em", "strike", "code", "ol"} & set(shown.tags)
    assert shown.tags.count("h1") == 1
    assert "<script>alert(1)</script>" in shown.text
    assert "# No heading" in shown.text
    links = [value or "" for name, value in shown.attributes if name == "href"]
    assert all(link.startswith(("http://", "https://")) for link in links)


def test_control_bidi_and_zero_width_characters_are_gone() -> None:
    for text in (render.html(hostile()), render.markdown(hostile())):
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]", text)


def test_the_policy_lets_only_the_pages_own_style_apply() -> None:
    text = render.html(PAGES[0])
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)
    assert style is not None
    hashed = b64encode(sha256(style[1].encode()).digest()).decode()
    assert f"style-src &#39;sha256-{hashed}&#39;" in text
    linked = render.html(PAGES[0], stylesheet="style.css")
    assert "<style>" not in linked
    assert "style-src &#39;self&#39;" in linked


def test_the_canonical_address_is_of_the_canonical_order() -> None:
    assert '<link rel="canonical" href="https://x.example/c/alpha-1-vs-beta-2.html">' in render.html(
        PAGES[0], base_url="https://x.example/c/"
    )
    assert "canonical" not in render.html(PAGES[0]), "an address that says not where is none"


def test_what_the_house_writer_wrote_is_kept_from_search_engines_and_says_so() -> None:
    text = render.html(page_of(rich(), TEXT, model_name="house/plain"))
    assert '<meta name="robots" content="noindex">' in text
    assert "worded by Writer&#39;s own rules" in text
    assert '<meta name="robots" content="index, follow">' in render.html(PAGES[0])


def test_a_misspelt_name_in_a_template_fails_and_only_text_is_printed() -> None:
    with pytest.raises(UndefinedError):
        render.templates().from_string("{{ pgae }}").render(page=1)
    with pytest.raises(TypeError, match="print text alone"):
        render.templates().from_string("{{ page }}").render(page=("a",))
    assert render.templates().from_string("{{ name }}").render(name="<b>") == "&lt;b&gt;"


def test_json_is_the_page_and_the_same_bytes_every_time() -> None:
    read = json.loads(render.json(PAGES[0]))
    assert read["a"] == "alpha-1"
    assert read["record"]["written"] == "2026-07-03"
    assert read["verdict"]["choices"][0]["cells"][0]["facts"]
    assert render.json(page_of(rich(), TEXT)) == render.json(PAGES[0])
    assert render.html(page_of(rich(), TEXT)) == render.html(PAGES[0])


def test_related_pages_are_rendered_with_their_rule() -> None:
    page = with_related(PAGES[0], (Link("A vs C", "a-vs-c.html"),), "By the rule.")
    assert '<a href="a-vs-c.html">A vs C</a>' in render.html(page)
    assert "By the rule." in render.html(page)
    assert "- [A vs C](<a-vs-c.html>)" in render.markdown(page)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("1. no list", "1\\. no list"),
        ("50.5 points", "50.5 points"),
        ("# no", "\\# no"),
        ("a_b*c", "a\\_b\\*c"),
        ("http://x.example", "http\\://x.example"),
        ("- no", "\\- no"),
        ("8x22B-Instruct", "8x22B-Instruct"),
    ],
)
def test_markdown_escapes_what_could_mean_more(text: str, shown: str) -> None:
    from writer.page.text import markdown

    assert markdown(text) == shown
