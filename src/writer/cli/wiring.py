"""From settings to the things that commands work with; each is opened when it is first needed."""

from __future__ import annotations

import os
from functools import cached_property
from typing import TYPE_CHECKING

import click

from writer.cli.places import places
from writer.cli.settings import Settings, read_settings

if TYPE_CHECKING:
    from writer.catalog.catalog import Catalog
    from writer.catalog.names import Names
    from writer.facts.sheet import FactSheet


class Wiring:
    """One run's settings and what is made from them."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    @cached_property
    def catalog(self) -> Catalog:
        """The catalog, loaded once. CatalogFaults with every fault of it."""
        from writer.catalog_files.load import load_catalog

        return load_catalog(self.settings.catalog)

    @cached_property
    def names(self) -> Names:
        """Every name that prose can bear, of this catalog."""
        from writer.catalog.names import Names

        return Names.of(self.catalog)

    def sheet(self, a: str, b: str) -> FactSheet:
        """The facts of two models in the order given. UnknownModel, SameModel."""
        from writer.facts.compute import fact_sheet

        return fact_sheet(self.catalog, a, b)


def wiring() -> Wiring:
    """The wiring of the command that runs."""
    return Wiring(read_settings(places(click.get_current_context()), os.environ))
