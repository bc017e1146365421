"""Settings, read once: from the command line, else from the environment, else as shipped. An empty variable is unset."""

from __future__ import annotations

import getpass
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, ValidationInfo, field_validator

from writer.cli.house import HOUSE, fault_of_name
from writer.cli.places import Places
from writer.cli.project import shipped
from writer.errors import BadSetting

_SCHEMES = ("sqlite", "postgresql", "postgres")
_VARIABLES = {
    "catalog": "WRITER_CATALOG",
    "data_dir": "WRITER_DATA_DIR",
    "database_url": "WRITER_DATABASE_URL",
    "user": "WRITER_USER",
    "model": "WRITER_MODEL",
    "prices": "WRITER_PRICES",
    "tracing": "WRITER_TRACING",
    "team": "WRITER_TEAM",
    "approvals": "WRITER_APPROVALS",
    "blind": "WRITER_BLIND",
    "waivers_by": "WRITER_WAIVERS_BY",
    "lease_minutes": "WRITER_LEASE_MINUTES",
}
Switch = Literal["", "0", "1"]


class Settings(BaseModel):
    """What a run goes by. ``database_url`` is the queue's; ``model`` is named as litellm does; ``prices`` are of models that
    its table does not know; ``tracing`` opens a span for every call. The rest is how the desk works: with ``team`` (or more
    than one of ``approvals``) nobody approves their own words, with ``blind`` nobody reads another's review before their own, and ``waivers_by`` names who may let a finding pass."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")

    catalog: Path
    data_dir: Path
    database_url: str
    user: str = Field(min_length=1, max_length=100)
    model: str = Field(default=HOUSE, min_length=1, max_length=200)
    prices: str = ""
    tracing: Switch = ""
    team: Switch = ""
    approvals: int = Field(default=1, ge=1, le=9, strict=False)
    blind: Switch = ""
    waivers_by: tuple[str, ...] = ()
    lease_minutes: int = Field(default=10, ge=1, le=1440, strict=False)

    def variables(self) -> dict[str, str]:
        """The variables by which another process of this program works on the same."""
        return {
            "WRITER_CATALOG": str(self.catalog.absolute()),
            "WRITER_DATA_DIR": str(self.data_dir.absolute()),
            "WRITER_DATABASE_URL": self.database_url,
            "WRITER_USER": self.user,
            "WRITER_PRICES": self.prices,
            "WRITER_TRACING": self.tracing,
        }

    @field_validator("waivers_by", mode="before")
    @classmethod
    def _names(cls, value: object) -> object:
        """``ann, ben`` -> ("ann", "ben")."""
        return tuple(name.strip() for name in value.split(",") if name.strip()) if isinstance(value, str) else value

    @field_validator("blind")
    @classmethod
    def _something_to_hide(cls, value: str, info: ValidationInfo) -> str:
        if value == "1" and info.data.get("approvals", 1) < 2:
            raise ValueError("one approval is enough here, so there is nothing to hide: set WRITER_APPROVALS=2, too")
        return value

    @field_validator("user", "model")
    @classmethod
    def _one_line(cls, value: str) -> str:
        if not value.isprintable() or value != value.strip():
            raise ValueError("expected one line of plain text")
        return value

    @field_validator("model")
    @classmethod
    def _a_model(cls, value: str) -> str:
        fault = fault_of_name(value)
        if fault:
            raise ValueError(fault)
        return value

    @field_validator("database_url")
    @classmethod
    def _known_engine(cls, value: str) -> str:
        if value.partition(":")[0].partition("+")[0] not in _SCHEMES or "://" not in value:
            raise ValueError("expected sqlite:///FILE or postgresql://USER@HOST/NAME")
        return value


def read_settings(named: Places, environment: Mapping[str, str]) -> Settings:
    """The settings of this run. BadSetting names the variable or option that cannot be used."""
    given: dict[str, object] = {field: environment[name] for field, name in _VARIABLES.items() if environment.get(name)}
    catalog = named.catalog or given.get("catalog") or shipped("catalog")
    data_dir = Path(str(named.data_dir or given.get("data_dir") or "writer-data"))
    given |= {"catalog": Path(str(catalog)), "data_dir": data_dir}
    given.setdefault("database_url", f"sqlite:///{data_dir.absolute() / 'queue.sqlite3'}")
    given.setdefault("user", _system_user())
    try:
        return Settings.model_validate(given)
    except ValidationError as error:
        raise BadSetting("\n".join(_fault(str(each["loc"][0]), each["msg"]) for each in error.errors())) from None


def _fault(field: str, message: str) -> str:
    return f"{_VARIABLES[field]}: cannot be used: {message.removeprefix('Value error, ')}"


def _system_user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"
