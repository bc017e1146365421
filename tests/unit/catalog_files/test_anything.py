"""Whatever stands in a catalog's files, the answer is a catalog or faults that can be printed: never another exception."""

from __future__ import annotations

import tempfile
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import tomli
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.unit.catalog_files.small import FILES, write_small
from writer.catalog_files.load import check_catalog, load_catalog
from writer.catalog_files.spell import spell
from writer.errors import CatalogFaults

SETTINGS = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
names = st.sampled_from(sorted(FILES))
values: st.SearchStrategy[Any] = st.recursive(
    st.booleans()
    | st.integers(-(10**40), 10**40)
    | st.decimals(allow_nan=False, allow_infinity=False, places=3)
    | st.dates(date(1, 1, 1), date(9999, 12, 31))
    | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=5,
)


def answer(directory: Path) -> None:
    """Loads the catalog; a fault is a line of printable characters that names a file below the directory."""
    faults = check_catalog(directory)
    try:
        load_catalog(directory)
    except CatalogFaults as error:
        told = error.faults
    else:
        told = ()
    assert told == faults
    assert all(line.isprintable() and line.startswith(str(directory)) for line in faults)


@given(names, st.binary(max_size=60), st.integers(0, 400))
@SETTINGS
def test_any_bytes_in_a_file_are_answered(name: str, noise: bytes, place: int) -> None:
    text = FILES[name].encode("utf-8")
    with tempfile.TemporaryDirectory() as directory:
        answer(write_small(Path(directory), {name: text[:place] + noise + text[place + len(noise) :]}))


def steps_of(value: Any) -> list[tuple[str | int, ...]]:
    """Every path into a TOML value."""
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [(key, *rest) for key, inner in entries for rest in [(), *steps_of(inner)]]


def replaced(value: Any, steps: tuple[str | int, ...], new: Any) -> Any:
    """The value with ``new`` at the path."""
    if not steps:
        return new
    copy: Any = dict(value) if isinstance(value, dict) else list(value)
    copy[steps[0]] = replaced(value[steps[0]], steps[1:], new)
    return copy


def plain(value: Any) -> Any:
    """Without the kinds that the speller does not know, as the layout has none of them."""
    return str(value) if isinstance(value, datetime | time) else value


@given(st.data(), names, values)
@SETTINGS
def test_any_value_at_any_key_is_answered(data: st.DataObject, name: str, new: Any) -> None:
    held = tomli.loads(FILES[name], parse_float=Decimal)
    changed = replaced(held, data.draw(st.sampled_from(steps_of(held))), plain(new))
    text = "".join(f"{spell(key)} = {spell(value)}\n" for key, value in changed.items())
    assert tomli.loads(text, parse_float=Decimal) == changed
    with tempfile.TemporaryDirectory() as directory:
        answer(write_small(Path(directory), {name: text}))


@given(st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1, max_size=20))
@SETTINGS
def test_any_name_of_a_file_is_answered(name: str) -> None:
    with tempfile.TemporaryDirectory() as directory:
        place = write_small(Path(directory))
        path = place / "models" / "acme" / f"{name}.toml"
        if len(path.name.encode("utf-8")) < 200:
            path.write_text('name = "New"\nvendor = "acme"\n', encoding="utf-8")
        answer(place)
