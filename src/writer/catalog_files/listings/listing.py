"""A listing: what one provider says of one model, as collected data hold it, before any rule has looked at it."""

from __future__ import annotations

from decimal import Decimal

from pydantic import BaseModel, ConfigDict, Field

Number = int | Decimal


class ListingPart(BaseModel):
    """Strict and frozen; what is not needed is passed over."""

    model_config = ConfigDict(strict=True, frozen=True, extra="ignore")


class TierSize(ListingPart):
    """Where a tier begins: above so many input tokens."""

    size: int


class ListedTier(ListingPart):
    """Other prices above a size."""

    tier: TierSize
    input: Number | None = None
    output: Number | None = None


class Listing(ListingPart):
    """One listing of one provider."""

    provider: str
    provider_name: str
    provider_model_id: str
    first_party: bool = False
    input: Number | None = None
    output: Number | None = None
    cached_input: Number | None = None
    context: int | None = None
    max_output: int | None = None
    status: str | None = None
    source: str
    ref: str = ""
    tiers: list[ListedTier] = Field(default_factory=list)
