"""From what a person typed to a model: slugs alone resolve; names and aliases only help to say what was meant."""

from __future__ import annotations

import difflib
import re

from writer.catalog.catalog import Catalog
from writer.catalog.model import Model
from writer.errors import UnknownModel

_MOST_NEAR = 3
_CUTOFF = 0.6


def find_model(catalog: Catalog, slug: str) -> Model:
    """The model with this slug. Raises UnknownModel, with up to three near slugs, best first."""
    model = catalog.models.get(slug)
    if model is None:
        raise UnknownModel(slug, near_slugs(catalog, slug))
    return model


def near_slugs(catalog: Catalog, text: str) -> tuple[str, ...]:
    """Up to three slugs whose slug, name or alias is closest to the text, best first; equally close ones by slug."""
    typed = _folded(text)
    best = {
        slug: max(_closeness(typed, _folded(word)) for word in _words(model)) for slug, model in catalog.models.items()
    }
    near = sorted((-closeness, slug) for slug, closeness in best.items() if closeness >= _CUTOFF)
    return tuple(slug for _, slug in near[:_MOST_NEAR])


def _words(model: Model) -> tuple[str, ...]:
    return (model.slug, model.name, *model.aliases)


def _folded(text: str) -> str:
    return re.sub(r"[\s._/-]+", "-", text.casefold()).strip("-")


def _closeness(typed: str, word: str) -> float:
    matcher = difflib.SequenceMatcher(None, word, typed, autojunk=False)
    if min(matcher.real_quick_ratio(), matcher.quick_ratio()) < _CUTOFF:
        return 0.0
    return matcher.ratio()
