"""models.dev's ``api.json`` as listings: ``{provider: {name, doc, models: {id: {cost, limit, status}}}}``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from pydantic import Field, TypeAdapter, ValidationError

from writer.catalog_files.faults import spell_place, spell_value
from writer.catalog_files.listings.listing import ListedTier, Listing, ListingPart, Number
from writer.catalog_files.read import spell_path
from writer.errors import BadSetting

SOURCE = "models-dev"


class _Cost(ListingPart):
    input: Number | None = None
    output: Number | None = None
    cache_read: Number | None = None
    tiers: list[ListedTier] = Field(default_factory=list)


class _Limit(ListingPart):
    context: int | None = None
    output: int | None = None


class _Entry(ListingPart):
    cost: _Cost = _Cost()
    limit: _Limit = _Limit()
    status: str | None = None


class _Provider(ListingPart):
    name: str
    doc: str | None = None
    models: dict[str, _Entry] = Field(default_factory=dict)


_API = TypeAdapter(dict[str, _Provider])


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All listings, and the address of each provider's documentation, by its name there."""

    listings: tuple[Listing, ...]
    docs: Mapping[str, str | None]


def read_snapshot(path: Path) -> Snapshot:
    """The file's listings, in its order. Raises BadSetting, with every fault, where it is something else."""
    name = spell_path(path)
    try:
        providers = _API.validate_python(json.loads(path.read_bytes(), parse_float=Decimal), strict=True)
    except OSError as error:
        raise BadSetting(f"{name}: cannot be read ({error.strerror}): expected models.dev's api.json") from None
    except ValidationError as error:
        lines = [
            f"{name}: {spell_place(list(fault['loc']))}: got {spell_value(fault['input'])}: {fault['msg']}"
            for fault in error.errors(include_url=False)
        ]
        raise BadSetting("\n".join(lines)) from None
    except (ValueError, RecursionError) as error:
        raise BadSetting(f"{name}: is not JSON ({error}): expected models.dev's api.json") from None
    listings = tuple(
        _listing(key, provider.name, entry_id, entry)
        for key, provider in providers.items()
        for entry_id, entry in provider.models.items()
    )
    return Snapshot(listings, {key: provider.doc for key, provider in providers.items()})


def _listing(provider: str, provider_name: str, entry_id: str, entry: _Entry) -> Listing:
    return Listing(
        provider=provider,
        provider_name=provider_name,
        provider_model_id=entry_id,
        input=entry.cost.input,
        output=entry.cost.output,
        cached_input=entry.cost.cache_read,
        context=entry.limit.context,
        max_output=entry.limit.output,
        status=entry.status,
        source=SOURCE,
        ref=f"{provider}/{entry_id}",
        tiers=entry.cost.tiers,
    )
