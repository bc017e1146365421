"""A drafting's result as JSON text and back: what comes back is validated, and equal to what went in."""

from __future__ import annotations

import json

from pydantic import TypeAdapter, ValidationError

from review_queue.store.values import as_json
from writer.drafts.draft import Result
from writer.errors import StoreError

_RESULT = TypeAdapter(Result)
_SURROGATE = "\\ud"  # how the JSON of a pair, or of half of one, begins


def encode(result: Result) -> str:
    """JSON of the whole result, ASCII only. Half of a surrogate pair, which no database keeps, becomes U+FFFD."""
    values = _RESULT.dump_python(result, mode="json")
    text = as_json(values)
    if _SURROGATE not in text:
        return text
    plain = json.dumps(values, ensure_ascii=False)
    whole = plain.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return as_json(json.loads(whole))


def decode(text: str) -> Result:
    """The result; StoreError where the text is not one."""
    try:
        return _RESULT.validate_python(json.loads(text))
    except (ValidationError, ValueError) as error:
        raise StoreError(f"a stored result cannot be read: {error}") from error
