"""From settings to the things that commands work with; each is opened when it is first needed."""

from __future__ import annotations

import os
from contextlib import contextmanager
from datetime import timedelta
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from writer.cli.places import places
from writer.cli.project import shipped
from writer.cli.settings import Settings, read_settings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sqlalchemy import Engine

    from review_queue.desk import Desk
    from review_queue.keeping import DraftStore
    from review_queue.store.batches_book import BatchBook
    from writer.catalog.catalog import Catalog
    from writer.catalog.names import Names
    from writer.drafting.benches import HereBench, PooledBench
    from writer.drafting.clock import SystemClock
    from writer.drafting.craft import Craft
    from writer.drafting.lane import Limits
    from writer.drafting.ports import Model, Progress
    from writer.drafting.shop import Tools
    from writer.facts.compute import Facts
    from writer.facts.sheet import FactSheet
    from writer.llm.prices import Price
    from writer.serving.live_catalog import LiveCatalog


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

    @cached_property
    def facts(self) -> Facts:
        """The facts of the catalog; what one model's pairs share is computed once."""
        from writer.facts.compute import Facts

        return Facts(self.catalog)

    def sheet(self, a: str, b: str) -> FactSheet:
        """The facts of two models in the order given. UnknownModel, SameModel."""
        return self.facts.sheet(a, b)

    @cached_property
    def clock(self) -> SystemClock:
        """The time of this machine."""
        from writer.drafting.clock import SystemClock

        return SystemClock()

    @cached_property
    def engine(self) -> Engine:
        """The queue's database, brought to the shape that this program expects; closed with the command."""
        from review_queue.store.engine import open_engine
        from review_queue.store.schema import migrate

        engine = open_engine(self.settings.database_url)
        if engine.dialect.name == "sqlite" and engine.url.database:
            Path(engine.url.database).parent.mkdir(parents=True, exist_ok=True)
        if (running := click.get_current_context(silent=True)) is not None:
            running.call_on_close(engine.dispose)
        migrate(engine)
        return engine

    @cached_property
    def live(self) -> LiveCatalog:
        """The catalog as it is at each moment: for what runs long."""
        from writer.serving.live_catalog import LiveCatalog

        return LiveCatalog(self.settings.catalog)

    @cached_property
    def desk(self) -> Desk:
        """The review desk."""
        from review_queue.desk import Desk
        from review_queue.settings import DeskSettings
        from writer.serving.bench import desk_bench

        chosen = self.settings
        how = DeskSettings(
            one_person=chosen.team != "1" and chosen.approvals == 1,
            approvals_needed=chosen.approvals,
            blind=chosen.blind == "1",
            lease_length=timedelta(minutes=chosen.lease_minutes),
            waivers_by=chosen.waivers_by,
        )
        return Desk.on(self.engine, desk_bench(self.live, self.clock), how)

    @cached_property
    def store(self) -> DraftStore:
        """Where drafts are kept."""
        return self.desk.store

    @cached_property
    def book(self) -> BatchBook:
        """Where batches are kept."""
        from review_queue.store.batches_book import BatchBook

        return BatchBook(self.engine)

    @contextmanager
    def tools(
        self,
        progress: Progress,
        *,
        workers: int = 0,
        prices: Mapping[str, Price] | None = None,
        limits: Mapping[str, Limits] | None = None,
    ) -> Iterator[Tools]:
        """What drafting works with; ``workers`` processes check what comes, this one where there are none."""
        from writer.drafting.shop import Tools
        from writer.llm.door import Door
        from writer.llm.parcels import Parcels
        from writer.llm.prices import Prices, parse_prices

        known, bench = Prices({**parse_prices(self.settings.prices), **(prices or {})}), self._bench(workers)
        try:
            yield Tools(
                bench,
                self._traced(Door(known)),
                self.book,
                self.store,
                self.clock,
                progress,
                prices=known,
                limits=limits or {},
                provider=Parcels(known),
            )
        finally:
            bench.close()

    def _traced(self, model: Model) -> Model:
        """The model, with a span around every call where that is wanted."""
        if self.settings.tracing != "1":
            return model
        from writer.drafting.spans import TracedModel

        return TracedModel(model)

    def _bench(self, workers: int) -> HereBench | PooledBench:
        from writer.drafting.benches import HereBench, PooledBench

        if workers:
            return PooledBench(partial(craft_of, self.settings.catalog, shipped("prompts")), workers)
        return HereBench(craft_of(self.settings.catalog, shipped("prompts")))


def craft_of(catalog: Path, prompts: Path) -> Craft:
    """The pure work around a model's answer, for the catalog and the prompts in these directories."""
    from jinja2 import FileSystemLoader

    from writer.catalog_files.load import load_catalog
    from writer.drafting.craft import Craft

    return Craft(load_catalog(catalog), FileSystemLoader(prompts))


def wiring() -> Wiring:
    """The wiring of the command that runs."""
    return Wiring(read_settings(places(click.get_current_context()), os.environ))
