"""A Catalog -> catalog files, byte for byte the same for the same values; ``load`` reads back what this wrote."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from writer.catalog.catalog import Catalog
from writer.catalog.model import Billing, Model, Offer, Provenance, Score
from writer.catalog_files.spell import Value, spell_key, spell_pairs


def write_catalog(catalog: Catalog, into: Path) -> tuple[Path, ...]:
    """Writes every file of the catalog, making directories where they lack, each file whole or not at all; files that
    are there already and say the same are left untouched. Gives the paths, in order."""
    files = spell_catalog(catalog)
    for name, text in files.items():
        _write(into / name, text.encode("utf-8"))
    return tuple(into / name for name in files)


def _write(path: Path, content: bytes) -> None:
    if path.is_file() and path.read_bytes() == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(content)
    part.replace(path)


def spell_catalog(catalog: Catalog) -> dict[str, str]:
    """Path within the catalog -> text of the file, in order of the path; a table without entries has no file."""
    files = {f"models/{model.vendor}/{model.slug}.toml": spell_model(model) for model in catalog.models.values()}
    for name, table in _tables(catalog).items():
        if table:
            files[f"{name}.toml"] = "\n".join(
                _section(f"[{spell_key(key)}]", pairs) for key, pairs in sorted(table.items())
            )
    return dict(sorted(files.items()))


_Pairs = list[tuple[str, Value | None]]


def _tables(catalog: Catalog) -> Mapping[str, Mapping[str, _Pairs]]:
    return {
        "vendors": {
            key: [("name", entry.name), ("url", entry.url), ("providers", entry.providers)]
            for key, entry in catalog.vendors.items()
        },
        "providers": {
            key: [("name", entry.name), ("url", entry.url), ("kind", entry.kind)]
            for key, entry in catalog.providers.items()
        },
        "benchmarks": {
            key: [
                ("name", entry.name),
                ("unit", entry.unit),
                ("higher_is_better", entry.higher_is_better),
                ("margin", entry.margin),
                ("url", entry.url),
            ]
            for key, entry in catalog.benchmarks.items()
        },
        "capabilities": {
            key: [("label", entry.label), ("words", entry.words), ("implied_by", entry.implied_by or None)]
            for key, entry in catalog.capabilities.items()
        },
        "workloads": {
            key: [
                ("title", entry.title),
                ("requests", entry.requests),
                ("input_tokens", entry.input_tokens),
                ("output_tokens", entry.output_tokens),
            ]
            for key, entry in catalog.workloads.items()
        },
        "sources": {
            key: [
                ("name", entry.name),
                ("url", entry.url),
                ("license", entry.license),
                ("attribution", entry.attribution),
                ("version", entry.version),
                ("retrieved", entry.retrieved),
            ]
            for key, entry in catalog.sources.items()
        },
    }


def spell_model(model: Model) -> str:
    """The text of a model's file: what it is, what it can do, who sells it, how it did, where that comes from."""
    return "\n".join(_model_sections(model))


def _model_sections(model: Model) -> Iterator[str]:
    yield "".join(f"{line}\n" for line in spell_pairs(_head(model)))
    if model.capabilities:
        yield _section("[capabilities]", list(model.capabilities.items()))
    for offer in model.offers:
        yield _offer(offer)
    for score in model.scores:
        yield _section("[[scores]]", _score(score))
    for key, found in model.provenance.items():
        yield _section(f"[facts.{spell_key(key)}]", _provenance(found))


def _section(head: str, pairs: _Pairs) -> str:
    return "".join(f"{line}\n" for line in (head, *spell_pairs(pairs)))


def _head(model: Model) -> _Pairs:
    return [
        ("name", model.name),
        ("vendor", model.vendor),
        ("aliases", model.aliases or None),
        ("listed", None if model.listed else False),
        ("status", model.status),
        ("released", model.released),
        ("knowledge_cutoff", model.knowledge_cutoff),
        ("context_window", model.context_window),
        ("max_output", model.max_output),
        ("parameters_total", model.parameters_total),
        ("parameters_active", model.parameters_active),
        ("architecture", model.architecture),
        ("license", model.license),
        ("open_weights", model.open_weights),
        ("inputs", model.inputs),
        ("outputs", model.outputs),
    ]


def _offer(offer: Offer) -> str:
    pairs: _Pairs = [
        ("provider", offer.provider),
        ("id", offer.id),
        ("input", offer.input),
        ("output", offer.output),
        ("cached_input", offer.cached_input),
        ("context_window", offer.context_window),
        ("max_output", offer.max_output),
        ("billing", None if offer.billing is Billing.TOKENS else offer.billing),
        ("ended", offer.ended),
        ("held", offer.held),
        ("source", offer.source),
        ("ref", offer.ref),
        ("checked", offer.checked),
    ]
    tiers = [
        _section(
            "[[offers.tiers]]",
            [("above_input_tokens", tier.above_input_tokens), ("input", tier.input), ("output", tier.output)],
        )
        for tier in offer.tiers
    ]
    return "".join([_section("[[offers]]", pairs), *tiers])


def _score(score: Score) -> _Pairs:
    return [
        ("benchmark", score.benchmark),
        ("setting", score.setting),
        ("score", score.score),
        ("self_reported", score.self_reported),
        ("source", score.source),
        ("ref", score.ref),
        ("measured", score.measured),
    ]


def _provenance(found: Provenance) -> _Pairs:
    pairs: _Pairs = [
        ("source", found.source),
        ("ref", found.ref),
        ("checked", found.checked),
        ("also", found.also or None),
    ]
    conflicts = [{"value": entry.value, "sources": entry.sources} for entry in found.conflicts]
    return [*pairs, ("conflicts", conflicts or None), ("pinned", found.pinned)]
