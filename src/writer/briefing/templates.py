"""The prompt files, as templates that fail on a name they are not given."""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import sha256

from jinja2 import BaseLoader, Environment, StrictUndefined

from writer.briefing.envelope import CLOSE, OPEN
from writer.errors import BadSetting
from writer.sayings.rules import RULES

FILES = ("system.j2", "user.j2", "repair.j2", "style.md")
_VERSION = re.compile(r"version:\s*([0-9]+)")


@lru_cache(maxsize=8)
def environment(loader: BaseLoader) -> Environment:
    """Templates of plain text, kept as long as their loader: nothing is escaped for HTML, for data enter sealed as JSON."""
    return Environment(
        loader=loader,
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 - prompts are no HTML
        trim_blocks=True,
        lstrip_blocks=True,
    )


def source(templates: Environment, name: str) -> str:
    """The text of a prompt file as it is stored."""
    if templates.loader is None:
        raise BadSetting(f"{name}: no loader: give the prompts' directory")
    return templates.loader.get_source(templates, name)[0]


@lru_cache(maxsize=8)
def system_message(templates: Environment) -> str:
    """The first message: it is the same for every pair."""
    system = templates.get_template("system.j2")
    return system.render(rules=tuple(RULES.values()), style=style(templates), open=OPEN, close=CLOSE).strip()


def style(templates: Environment) -> str:
    """The house style, without the line that bears its version."""
    return source(templates, "style.md").partition("\n")[2].strip()


@lru_cache(maxsize=8)
def prompt_version(templates: Environment) -> str:
    """``3.2.1.4-1a2b3c``: each file's own version in the order of ``FILES``, then the start of their common hash, so that a
    file that was changed without a new version is told apart too."""
    texts = [source(templates, name) for name in FILES]
    return f"{'.'.join(map(_version, FILES, texts))}-{sha256(chr(0).join(texts).encode()).hexdigest()[:6]}"


def _version(name: str, text: str) -> str:
    found = _VERSION.search(text.partition("\n")[0])
    if found is None:
        raise BadSetting(f"prompts/{name}: line 1: no version: begin the file with a comment that says `version: 1`")
    return found[1]
