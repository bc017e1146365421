"""Writes a site into a directory of its own: nothing of anybody else's is overwritten or deleted."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from writer.errors import BadSetting, NotAllowed, StoreError, StoreFull
from writer.page.model import Page
from writer.site.contents import contents
from writer.site.manifest import NAME, Manifest, digest, read_manifest

PENDING = ".writer-pending-"


@dataclass(frozen=True, slots=True)
class Publication:
    """What a publication did, by file name."""

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]

    def then(self, later: Publication) -> Publication:
        """What both did, one after the other: a file counts once."""
        written = tuple(sorted({*self.written, *later.written} & {*later.written, *later.unchanged}))
        removed = tuple(sorted({*self.removed, *later.removed} - {*written, *later.unchanged}))
        return Publication(written, tuple(name for name in later.unchanged if name not in written), removed)


def publish(directory: Path, pages: Sequence[Page], *, base_url: str = "", overwrite: bool = False) -> Publication:
    """Write the pages, their index and style; remove what an earlier publication wrote and this one does not.

    The directory is new, empty, or bears our manifest (BadSetting otherwise, as where ``base_url`` is no address). A file that was edited since is not written
    over unless ``overwrite`` says so (BadSetting names it). NotAllowed where a page is not approved as it stands. A
    publication that is cut short leaves whole files and is finished by the next.
    """
    _check_address(base_url)
    _check_approved(pages)
    files = contents(pages, base_url)
    with _disk(directory):
        manifest = _ours(directory)
        _check_unedited(directory, files, manifest, overwrite=overwrite)
        return _write(directory, files, manifest)


def _check_address(base_url: str) -> None:
    if not base_url:
        return
    try:
        parts = urlsplit(base_url)
        whole = parts.scheme in {"http", "https"} and bool(parts.hostname) and not parts.query and not parts.fragment
    except ValueError:
        whole = False
    if not whole or any(letter.isspace() for letter in base_url):
        raise BadSetting(f"--base-url: got {base_url!r}: expected an address such as https://example.org/compare")


def _check_approved(pages: Sequence[Page]) -> None:
    for page in pages:
        if not page.record.approved:
            raise NotAllowed(
                f"{page.name}: not approved as it stands: only an approved version whose facts stand is published"
            )


def _ours(directory: Path) -> Manifest:
    if directory.is_symlink() or (directory.exists() and not directory.is_dir()):
        raise BadSetting(f"{directory}: is not a directory: name a new or empty one")
    directory.mkdir(parents=True, exist_ok=True)
    manifest = read_manifest(directory)
    if manifest is None and any(not path.name.startswith(PENDING) for path in directory.iterdir()):
        raise BadSetting(f"{directory}: is not empty and was not written by us: name a new or empty directory")
    return manifest or Manifest()


def _check_unedited(directory: Path, files: Mapping[str, bytes], manifest: Manifest, *, overwrite: bool) -> None:
    strange = sorted(name for name in {*files, *manifest.files} if not _is_ours(directory / name, manifest))
    links = [name for name in strange if (directory / name).is_symlink() or (directory / name).is_dir()]
    if links:
        raise BadSetting(f"{directory / links[0]}: is no plain file: move it away, then publish again")
    if strange and not overwrite:
        raise BadSetting(
            f"{directory / strange[0]}: was changed since we wrote it ({len(strange)} such): move it away or publish"
            " with --overwrite"
        )


def _is_ours(path: Path, manifest: Manifest) -> bool:
    if path.is_symlink() or path.is_dir():
        return False
    return not path.exists() or digest(path.read_bytes()) in manifest.files.get(path.name, ())


def _write(directory: Path, files: Mapping[str, bytes], manifest: Manifest) -> Publication:
    """The manifest goes first, with the old digests beside the new ones, so that a cut leaves nothing that is not ours."""
    new = {name: digest(content) for name, content in files.items()}
    between = {
        name: (*manifest.files.get(name, ()), *((new[name],) if name in new else ()))
        for name in {*new, *manifest.files}
    }
    _put(directory / NAME, Manifest(between).spell())
    stale = [name for name, content in files.items() if _differs(directory / name, content)]
    for name in stale:
        _put(directory / name, files[name])
    removed = sorted(name for name in manifest.files if name not in files and (directory / name).exists())
    for name in removed:
        (directory / name).unlink()
    _put(directory / NAME, Manifest({name: (value,) for name, value in new.items()}).spell())
    return Publication(tuple(stale), tuple(name for name in files if name not in stale), tuple(removed))


def _differs(path: Path, content: bytes) -> bool:
    return not path.exists() or path.read_bytes() != content


def _put(path: Path, content: bytes) -> None:
    """The whole file or none of it; never through a link that somebody put in its way."""
    pending = path.with_name(f"{PENDING}{path.name}")
    pending.unlink(missing_ok=True)
    try:
        with pending.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        pending.replace(path)
    finally:
        pending.unlink(missing_ok=True)


@contextmanager
def _disk(directory: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise StoreFull(
                f"{directory}: no space is left: what was published before still stands; free some and publish again"
            ) from error
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR):
            raise BadSetting(f"{directory}: cannot be written ({error.strerror}): name a directory that can") from error
        raise StoreError(f"{directory}: could not be written ({error.strerror}): publish again") from error
