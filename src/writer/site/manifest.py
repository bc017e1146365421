"""The mark of a directory that is ours: which files we wrote there, and what was in them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from writer.errors import BadSetting

NAME = ".writer-site.json"
Digests = tuple[str, ...]


def digest(content: bytes) -> str:
    """What identifies a file's content."""
    return sha256(content).hexdigest()


@dataclass(frozen=True, slots=True)
class Manifest:
    """File name to the digests that count as ours: two while a publication is under way, else one."""

    files: Mapping[str, Digests] = field(default_factory=dict)

    def spell(self) -> bytes:
        """As it is stored."""
        files = {name: list(digests) for name, digests in sorted(self.files.items())}
        return (json.dumps({"writer_site": 1, "files": files}, indent=1) + "\n").encode()


class _Stored(BaseModel):
    """The file as it has to be."""

    model_config = ConfigDict(strict=True, extra="forbid")
    writer_site: int
    files: dict[str, list[str]]


def read_manifest(directory: Path) -> Manifest | None:
    """The manifest of a directory, None where it has none. BadSetting where it cannot be read: then nothing is ours."""
    path = directory / NAME
    if not path.is_file():
        return None
    try:
        stored = _Stored.model_validate_json(path.read_bytes())
    except ValidationError as error:
        raise BadSetting(f"{path}: cannot be read as a manifest: publish into an empty directory instead") from error
    if any(Path(name).name != name for name in stored.files):
        raise BadSetting(f"{path}: names files outside its directory: publish into an empty directory instead")
    return Manifest({name: tuple(digests) for name, digests in stored.files.items()})
