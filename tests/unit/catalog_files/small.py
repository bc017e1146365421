"""A small catalog on disk, without a fault, that a test changes in one place."""

from __future__ import annotations

from pathlib import Path

FILES = {
    "vendors.toml": '[acme]\nname = "Acme"\nurl = "https://acme.example"\nproviders = ["acme-cloud"]\n',
    "providers.toml": '[acme-cloud]\nname = "Acme Cloud"\nkind = "first_party"\n\n[reseller]\nname = "Reseller"\n',
    "benchmarks.toml": '[trivia]\nname = "Trivia"\nunit = "percent"\nhigher_is_better = true\nmargin = 1.5\n',
    "capabilities.toml": '[vision]\nlabel = "Vision"\nwords = ["vision"]\nimplied_by = {inputs = "image"}\n',
    "workloads.toml": '[chat]\ntitle = "10 chats"\nrequests = 10\ninput_tokens = 1_000\noutput_tokens = 100\n',
    "sources.toml": '[listings]\nname = "Listings"\nretrieved = 2026-07-02\n',
    "models/acme/one-7b.toml": """\
name = "One 7B"
vendor = "acme"
aliases = ["One-7B-Instruct"]
released = 2025-03-14
knowledge_cutoff = "2024-10"
context_window = 131072
license = "Apache-2.0"
open_weights = true
inputs = ["text", "image"]

[capabilities]
vision = true

[[offers]]
provider = "acme-cloud"
id = "one"
input = 0.1
output = 0.40
source = "listings"
checked = 2026-07-02
[[offers.tiers]]
above_input_tokens = 200000
input = 0.20
[[offers.tiers]]
above_input_tokens = 400000
output = 0.8

[[offers]]
provider = "reseller"
input = 1
output = 2

[[scores]]
benchmark = "trivia"
setting = "effort-high"
score = 58.6
source = "https://trivia.example/board"

[facts.released]
source = "listings"
conflicts = [{value = "2025-01-01", sources = ["reseller"]}]

[facts.capabilities.vision]
source = "listings"
""",
    "models/acme/two.1-mini.toml": 'name = "Two.1 mini"\nvendor = "acme"\nreleased = "2025-04"\n',
}


def write_small(directory: Path, changes: dict[str, str | bytes | None] | None = None) -> Path:
    """Writes the small catalog with other texts for some files; None leaves a file out."""
    for name, text in {**FILES, **(changes or {})}.items():
        if text is not None:
            path = directory / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return directory


def with_text(name: str, old: str, new: str) -> dict[str, str | bytes | None]:
    """The change that puts ``new`` for ``old`` in one file."""
    assert old in FILES[name], f"{name} does not hold {old!r}"
    return {name: FILES[name].replace(old, new, 1)}
