"""Which approved pages a site holds: an unlisted model is in none unless its pair was named."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from writer.catalog.model import Model
from writer.page.model import Page


def selected(pages: Iterable[Page], models: Mapping[str, Model], named: Collection[str] = ()) -> tuple[Page, ...]:
    """The pages of listed models, and those ``named`` as ``<a>-vs-<b>``, by name. A model that is gone counts as unlisted."""
    chosen = (page for page in pages if page.name in named or all(_listed(models, slug) for slug in (page.a, page.b)))
    return tuple(sorted(chosen, key=lambda page: page.name))


def _listed(models: Mapping[str, Model], slug: str) -> bool:
    return slug in models and models[slug].listed
