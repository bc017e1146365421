"""A provider's own batch endpoint: many questions in one parcel, answered within a day at half the price."""

from __future__ import annotations

import asyncio
import json
import re
import traceback
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import partial
from http import HTTPStatus

from writer.drafts.draft import Usage
from writer.errors import BadSetting, Fatal, ModelError, Refused, Transient
from writer.llm.advice import advice
from writer.llm.door import Unanswered
from writer.llm.faults import as_ours, of_status, status_of, was_answered
from writer.llm.gateway import library
from writer.llm.prices import Prices
from writer.llm.question import Answer, Question
from writer.llm.reply import answer_of
from writer.llm.shapes import Shapes, response_format

_PATH = "/v1/chat/completions"
_TAG = "writer"
NAMELESS = ""  # what an answer is filed under whose line does not even show its name
_PAGE = 100
_NOT_TAKEN = {
    "create_batch": "--provider-batch: {} takes no batches that can be created from here: leave the option out",
    "cancel_batch": "{}: a batch there cannot be cancelled from here: cancel it where you have the account",
}
_NAME = re.compile(r'"custom_id"\s*:\s*"([^"\\]+)"')


class ParcelState(StrEnum):
    """Where a parcel is. ``GONE``: the provider does not know it, or gave it up whole."""

    OUT = "out"
    BACK = "back"  # some or all of it was answered
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Parcel:
    """A parcel at a provider, by the provider's id; ``files`` hold what came back, answers and errors."""

    id: str
    state: ParcelState
    said: str  # the provider's own word for it
    files: tuple[str, ...] = ()


class Parcels:
    """Sends parcels, looks after them and opens them. Every error is one of ours."""

    def __init__(self, prices: Prices | None = None) -> None:
        self._prices, self._shapes = prices or Prices(), Shapes()

    async def send(self, questions: Mapping[str, Question], tag: str) -> Parcel:
        """A new parcel of named questions, all for one model. BadSetting where the model's provider takes none; Unanswered
        where the provider did not say no, and the parcel may be there after all: ``find`` knows."""
        model = next(iter(questions.values())).model
        provider = _provider(model)
        content = "\n".join(json.dumps(self._line(name, question)) for name, question in questions.items())
        file = await _asked("create_file", provider, file=("parcel.jsonl", content.encode()), purpose="batch")
        try:
            batch = await _asked(
                "create_batch",
                provider,
                completion_window="24h",
                endpoint=_PATH,
                input_file_id=_text(file, "id"),
                metadata={_TAG: tag},
            )
        except ModelError as error:
            if _said_no(error):
                raise
            raise Unanswered(str(error)) from error
        return _parcel(batch)

    async def find(self, model: str, tag: str) -> Parcel | None:
        """The parcel that was sent with this tag, where the sender was killed before it could note the id."""
        after = ""
        while True:
            options = {"after": after} if after else {}
            listed = await _asked("list_batches", _provider(model), limit=_PAGE, **options)
            page = list(getattr(listed, "data", None) or ())
            for batch in page:
                if (getattr(batch, "metadata", None) or {}).get(_TAG) == tag:
                    return _parcel(batch)
            last = _text(page[-1], "id") if page else ""
            if last in {"", after} or getattr(listed, "has_more", None) is False:
                return None
            after = last

    async def look(self, model: str, parcel_id: str) -> Parcel:
        """The parcel as it is now. Only where the service itself says that it knows none it is gone: a wrong key or a fault
        on the way say nothing of it, and are raised."""
        try:
            return _parcel(await _asked("retrieve_batch", _provider(model), batch_id=parcel_id))
        except Fatal as error:
            if not _is_unknown(error):
                raise
            return Parcel(parcel_id, ParcelState.GONE, str(error))

    async def open(self, model: str, parcel: Parcel) -> dict[str, Answer | ModelError]:
        """What came back, by the names of the questions; one that is missing was not answered, one whose line cannot be read
        is Unanswered."""
        found: dict[str, Answer | ModelError] = {}
        for file in parcel.files:
            content = await self._content(model, file)
            if content is None:
                found[NAMELESS] = Unanswered(f"parcel {parcel.id}: its results, {file}, are gone from the provider")
                continue
            for line in content.decode("utf-8", "replace").split("\n"):
                if line.strip():
                    name, answer = self._read(model, line)
                    found[name] = answer
        return found

    async def cancel(self, model: str, parcel_id: str) -> Parcel:
        """Tell the provider to answer nothing more of it; what is answered by then comes back, and is billed. BadSetting where
        it cannot be told."""
        return _parcel(await _asked("cancel_batch", _provider(model), batch_id=parcel_id))

    @staticmethod
    async def _content(model: str, file: str) -> bytes | None:
        """What is in the file; None where the service itself says that it is not there any more."""
        try:
            return bytes(getattr(await _asked("file_content", _provider(model), file_id=file), "content", b""))
        except Fatal as error:
            if not _is_unknown(error):
                raise
            return None

    def _read(self, model: str, line: str) -> tuple[str, Answer | ModelError]:
        try:
            return self._opened(model, json.loads(line))
        except (ValueError, TypeError, AttributeError) as error:
            name = _NAME.search(line)
            return name[1] if name else NAMELESS, Unanswered(
                f"its line in the parcel cannot be read: {type(error).__name__}"
            )

    def _line(self, name: str, question: Question) -> dict[str, object]:
        shape = self._shapes.shape(question.model)
        sampling = question.sampling
        wish = {
            "max_tokens": sampling.max_tokens,
            "seed": sampling.seed,
            "temperature": None if sampling.temperature is None else float(sampling.temperature),
            "response_format": None if question.schema is None else response_format(shape, question.schema),
        }
        provider, bare = _provider(question.model), question.model.partition("/")[2] or question.model
        options = library().utils.get_optional_params(
            model=bare,
            custom_llm_provider=provider,
            drop_params=True,
            **{key: value for key, value in wish.items() if value is not None},
        )
        options.pop("extra_body", None)
        body = {"model": bare, "messages": list(question.messages), **options}
        return {"custom_id": name, "method": "POST", "url": _PATH, "body": body}

    def _opened(self, model: str, line: Mapping[str, object]) -> tuple[str, Answer | ModelError]:
        name, response = str(line.get("custom_id")), line.get("response")
        status = response.get("status_code") if isinstance(response, dict) else None
        body = response.get("body") if isinstance(response, dict) else None
        if status == 200 and isinstance(body, dict):
            price = self._prices.price(model)
            halved = None if price is None else price.halved()
            return name, answer_of(library().ModelResponse(**body), model, halved, 0.0)
        told = body or line.get("error")
        said, code = _said(told), status if isinstance(status, int) else None
        fault = of_status(code, said, json.dumps(told), advised=advice(Fatal(said), model, code))
        if isinstance(fault, Refused):
            return name, Answer(str(fault), "content_filter", model, Usage(0, 0, Decimal(0)))
        return name, fault


async def _asked(method: str, provider: str, **options: object) -> object:
    """One request in a thread: the library closes what it opens for files and batches only when that is not asynchronous."""
    ask = partial(getattr(library(), method), custom_llm_provider=provider, max_retries=0, **options)
    try:
        found: object = await asyncio.to_thread(ask)
    except Exception as error:
        _let_go(error)
        if "doesn't support" in str(error):
            raise BadSetting(_NOT_TAKEN.get(method, _NOT_TAKEN["create_batch"]).format(provider)) from error
        raise as_ours(error) from error
    return found


def _let_go(error: BaseException | None) -> None:
    """Drop what the frames of a failed request hold: the library closes its connection when nothing holds its client."""
    while error is not None:
        traceback.clear_frames(error.__traceback__)
        error = error.__cause__ or error.__context__


def _said_no(error: ModelError) -> bool:
    """Whether the service answered, and with a no; a 5xx of it leaves open what it did before."""
    return error.__cause__ is not None and was_answered(error.__cause__) and not isinstance(error, Transient)


def _is_unknown(error: ModelError) -> bool:
    """Whether the service answered that it knows nothing of this name."""
    cause = error.__cause__
    return cause is not None and was_answered(cause) and status_of(cause) == HTTPStatus.NOT_FOUND


def _provider(model: str) -> str:
    return model.partition("/")[0] if "/" in model else "openai"


def _parcel(batch: object) -> Parcel:
    said = _text(batch, "status")
    files = tuple(file for file in (_text(batch, "output_file_id"), _text(batch, "error_file_id")) if file)
    over = said in {"completed", "expired", "failed", "cancelled"}
    state = ParcelState.OUT if not over else ParcelState.BACK if files else ParcelState.GONE
    return Parcel(_text(batch, "id"), state, said, files)


def _said(told: object) -> str:
    """The words of an error, without what they are wrapped in."""
    inner = told.get("error", told) if isinstance(told, Mapping) else told
    words = inner.get("message") if isinstance(inner, Mapping) else inner
    return " ".join(str(words or "no reason was given").split())[:300]


def _text(thing: object, name: str) -> str:
    return str(getattr(thing, name, None) or "")
