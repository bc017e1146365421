"""The curated file as it is: JSON with a point in a number read as a Decimal; what is not needed is passed over."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from writer.catalog_files.faults import spell_place, spell_value
from writer.catalog_files.listings.listing import Listing, Number
from writer.catalog_files.read import spell_path
from writer.errors import BadSetting

FactValue = bool | int | Decimal | str | list[str]


class _Part(BaseModel):
    model_config = ConfigDict(strict=True, frozen=True, extra="ignore")


class RawConflict(_Part):
    """A value that other sources give; ``n`` counts them, ``sources`` names some."""

    value: FactValue
    sources: list[str] = Field(default_factory=list)
    n: int = 1


class RawFact(_Part):
    """One value with where it comes from and who says otherwise."""

    value: FactValue
    source: str
    ref: str = ""
    also: list[str] = Field(default_factory=list)
    conflicts: list[RawConflict] = Field(default_factory=list)


class RawScore(_Part):
    """One result; ``origin`` compiled it, ``source_url`` published it, ``model_name`` is what that page calls the model."""

    benchmark: str
    score: Number
    origin: str
    date: str | None = None
    source_url: str = ""
    settings: dict[str, object] | None = None
    self_reported: bool | None = None
    model_name: str | None = None


class RawVendor(_Part):
    """Who makes the model."""

    id: str
    name: str


class RawArchitecture(_Part):
    """Of the architecture only its kind is used."""

    kind: RawFact | None = None


class RawModel(_Part):
    """One model of the file."""

    id: str
    name: str
    vendor: RawVendor
    release_date: RawFact | None = None
    knowledge_cutoff: RawFact | None = None
    licence: RawFact | None = None
    open_weights: RawFact | None = None
    parameters_total: RawFact | None = None
    parameters_active: RawFact | None = None
    architecture: RawArchitecture = RawArchitecture()
    context_window: RawFact | None = None
    max_output: RawFact | None = None
    modalities_input: RawFact | None = None
    modalities_output: RawFact | None = None
    capabilities: dict[str, RawFact | None] = Field(default_factory=dict)
    aliases: list[str] = Field(default_factory=list)
    offers: list[Listing] = Field(default_factory=list)
    benchmarks: list[RawScore] = Field(default_factory=list)


class RawSource(_Part):
    """Where the file's values come from."""

    date: str | None = None


class RawFile(_Part):
    """The whole file."""

    sources: dict[str, RawSource] = Field(default_factory=dict)
    models: list[RawModel]


def read_raw(path: Path) -> RawFile:
    """The curated file. Raises BadSetting, with every fault, where it cannot be read or has another shape."""
    name = spell_path(path)
    try:
        held = json.loads(path.read_bytes(), parse_float=Decimal)
        return RawFile.model_validate(held)
    except OSError as error:
        raise BadSetting(f"{name}: cannot be read ({error.strerror}): expected the curated file") from None
    except ValidationError as error:
        lines = [
            f"{name}: {spell_place(list(fault['loc']))}: got {spell_value(fault['input'])}: {fault['msg']}"
            for fault in error.errors(include_url=False)
        ]
        raise BadSetting("\n".join(lines)) from None
    except (ValueError, RecursionError) as error:
        raise BadSetting(f"{name}: is not JSON ({error}): expected the curated file") from None
