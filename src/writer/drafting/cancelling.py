"""Cancelling a batch for good: nothing more is sent, and the provider is told to give up what it still has."""

from __future__ import annotations

from dataclasses import replace

from writer.drafting.parcel_calls import ended, failed
from writer.drafting.ports import Book, Provider
from writer.drafting.watch import is_gone
from writer.drafts.batch import BatchStatus, Call, SentParcel
from writer.errors import BadSetting, ModelError
from writer.llm.door import Unanswered
from writer.llm.parcels import Parcel, ParcelState

_NEVER_THERE = Parcel("", ParcelState.GONE, "never there")
_BEING_SENT = "it may be on its way this moment: the process that sends it gives it up"


async def cancel_batch(batch_id: str, reason: str, book: Book, provider: Provider) -> tuple[str, ...]:
    """End the batch; a line for each parcel that it had out. NotAllowed where it has ended already."""
    batch = book.change(batch_id, status=BatchStatus.CANCELLED, reason=reason)
    sending = bool(batch.runner) and not is_gone(batch.runner)
    lines = []
    for parcel in book.parcels(batch_id):
        on_its_way = sending and not parcel.provider_id  # nobody can tell yet whether it is there
        lines.append(f"parcel {parcel.id}: {_BEING_SENT}" if on_its_way else await give_up(parcel, book, provider))
    return tuple(lines)


async def give_up(parcel: SentParcel, book: Book, provider: Provider) -> str:
    """Cancel what the provider still has of the parcel and record how its calls ended; a line that says so."""
    name = parcel.provider_id or parcel.id
    try:
        left = await _cancelled(parcel, provider)
        answers = await provider.open(parcel.model, left) if left.files else {}
    except (BadSetting, ModelError) as error:
        return f"parcel {name} is still out, and what it answers is billed: {error}"
    inside = book.in_parcel(parcel.id)
    calls = [_unsure(call) if left.state is ParcelState.OUT else ended(call, answers, left.said) for call in inside]
    book.change_parcel(replace(parcel, is_out=False), calls)
    return f"parcel {name}: {left.said}: {len(answers)} of {len(calls)} calls were answered"


async def _cancelled(parcel: SentParcel, provider: Provider) -> Parcel:
    if parcel.provider_id:
        return await provider.cancel(parcel.model, parcel.provider_id)
    found = await provider.find(parcel.model, parcel.id)
    return _NEVER_THERE if found is None else await provider.cancel(parcel.model, found.id)


def _unsure(call: Call) -> Call:
    """The provider has not said yet how far it came."""
    return failed(call, Unanswered("cancelled with its parcel, and perhaps answered before"))
