"""`writer serve`: the review desk for a browser on this machine."""

from __future__ import annotations

import click

from writer.cli.lazy import command
from writer.cli.terminal import say
from writer.cli.wiring import wiring


@command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, metavar="H", help="The address to listen on.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    metavar="P",
    help="The port; 0 takes a free one.",
)
@click.option(
    "--allow-host", multiple=True, metavar="NAME", help="Another name that browsers may call the desk by; repeatable."
)
@click.option(
    "--model", metavar="M", help="The model that pairs are regenerated with (WRITER_MODEL; else the house writer)."
)
def serve(host: str, port: int, allow_host: tuple[str, ...], model: str | None) -> None:
    """Serve the review desk until it is stopped with Ctrl-C.

    Everybody who reaches the address can decide in your name: keep it on this machine, or behind a proxy that knows who asks.
    """
    from writer.cli.desk_serving import desk_app
    from writer.serving.server import serve as serve_app

    wired = wiring()
    with desk_app(wired, hosts=(host, *allow_host), model=model or wired.settings.model) as app:
        serve_app(app, host, port, ready=lambda address: say(f"The review desk is at {address} (Ctrl-C stops it)"))
