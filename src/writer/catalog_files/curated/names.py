"""What a model is called: its name without its seller's marks, and the aliases that name it alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from writer.catalog_files.curated.raw import RawModel
from writer.catalog_files.listings.words import clean_text, folded

_ALIAS = re.compile(r"(?=.*[0-9])[A-Za-z0-9]+(-[A-Za-z0-9]+|[.][0-9]+)*")
_MODE = re.compile(
    r"(free|latest|preview|think|thinking|nothinking|customtools|high|low|cheaper|fast|lightning|instant|versatile|fp8)$"
)
_WORDS = re.compile(r"[A-Za-z0-9.+]+")


def clean_name(text: str) -> str:
    """The name as its vendor writes it: no "(latest)", and spaces where a name of three words or more has hyphens only."""
    name = clean_text(text).removesuffix("(latest)").strip()
    if " " not in name and len(_WORDS.findall(name)) > 2:
        name = name.replace("-", " ").removeprefix("Meta ")
    return name


def model_slug(raw: RawModel) -> str:
    """The slug: what follows the vendor in the file's id, in lower case, with hyphens for what a slug cannot hold."""
    tail = raw.id.rpartition("/")[2].lower()
    return re.sub(r"[.-]*-[.-]*", "-", re.sub(r"[^a-z0-9.-]+", "-", tail)).strip(".-")


def aliases(models: Iterable[RawModel], taken: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """The aliases of each model by slug: the file's own spellings that begin as the name does, bear no mode, provider or
    region, and fold like no other model's name, slug or alias, nor like one of ``taken``."""
    found = {model_slug(raw): _spellings(raw) for raw in models}
    owners = Counter(mark for words in found.values() for mark in words)
    owners.update(map(folded, taken))
    return {slug: tuple(sorted(w for m, w in words.items() if owners[m] == 1 and w)) for slug, words in found.items()}


def _spellings(raw: RawModel) -> dict[str, str]:
    """Folded spelling -> the spelling, empty where it needs no alias (the name and the slug themselves)."""
    name = clean_name(raw.name)
    own = {folded(name): "", folded(model_slug(raw)): ""}
    words = [clean_text(alias) for alias in (*raw.aliases, raw.name)]
    good = sorted((word for word in words if _is_alias(word, name)), key=lambda word: (len(word), word))
    for word in good:
        own.setdefault(folded(word), word)
    return own


def _is_alias(word: str, name: str) -> bool:
    begins = re.match(r"[a-z]+", word.casefold()), re.match(r"[a-z]+", name.casefold())
    same = begins[0] is not None and begins[1] is not None and begins[0][0] == begins[1][0]
    return same and _ALIAS.fullmatch(word) is not None and _MODE.search(word.casefold()) is None
