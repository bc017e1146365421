"""The shapes that stored text may have: `table=True` checks nothing, so every row is built with ``built`` from these."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Annotated, TypeVar

from pydantic import AfterValidator, Field, ValidationError
from sqlmodel import SQLModel

from writer.errors import StoreError

NUL = "\x00"
_UNKEPT = re.compile("[\x00\ud800-\udfff]")
Table = TypeVar("Table", bound=SQLModel)


def storable(text: str) -> str:
    """The same text; ValueError where a database could not keep it: NUL, or half of a surrogate pair."""
    found = _UNKEPT.search(text)
    if found is None:
        return text
    what = "a NUL character" if found.group() == NUL else "half of a surrogate pair"
    raise ValueError(f"the text holds {what}, which a database cannot keep: take it out")


Text = Annotated[str, AfterValidator(storable)]
Name = Annotated[str, AfterValidator(storable), Field(min_length=1, max_length=200)]
Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+([.-][a-z0-9]+)*$", max_length=120)]
ItemId = Annotated[str, Field(pattern=r"^[a-z0-9.-]+@[1-9][0-9]{0,8}$", max_length=260)]
Hash = Annotated[str, AfterValidator(storable), Field(max_length=128)]
Count = Annotated[int, Field(ge=0)]


def built(table: type[Table], values: Mapping[str, object]) -> Table:
    """A row of ``table`` from values that fit its fields; StoreError naming each that does not."""
    try:
        return table.model_validate(dict(values), strict=True)
    except ValidationError as error:
        faults = "; ".join(f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors())
        raise StoreError(f"{table.__name__}: cannot be stored: {faults}") from error


def as_json(value: object) -> str:
    """JSON of plain values, the same bytes for the same value, ASCII only: NUL and surrogates go as escapes."""
    return json.dumps(value, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
