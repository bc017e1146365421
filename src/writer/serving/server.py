"""Serving an app on one address until it is stopped."""

from __future__ import annotations

import errno
import socket
from collections.abc import Callable

import uvicorn
from starlette.types import ASGIApp

from writer.errors import BadSetting

_BACKLOG = 128


def serve(app: ASGIApp, host: str, port: int, *, ready: Callable[[str], None]) -> None:
    """Serve until SIGINT or SIGTERM. ``ready`` hears the address once it is open; port 0 takes a free one.

    Raises BadSetting where the address cannot be had, KeyboardInterrupt after SIGINT.
    """
    listening = open_socket(host, port)
    with listening:
        ready(address(host, listening.getsockname()[1]))
        config = uvicorn.Config(
            app, log_level="warning", server_header=False, proxy_headers=False, timeout_graceful_shutdown=5
        )
        uvicorn.Server(config).run(sockets=[listening])


def open_socket(host: str, port: int) -> socket.socket:
    """A socket that listens there. BadSetting says what stands in the way."""
    try:
        family, kind, protocol, _, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except socket.gaierror as error:
        raise BadSetting(
            f"--host: {host}: {error.strerror}: expected an address of this machine, such as 127.0.0.1"
        ) from None
    listening = socket.socket(family, kind, protocol)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(place)
        listening.listen(_BACKLOG)
    except OSError as error:
        listening.close()
        raise BadSetting(_refused(host, port, error)) from None
    return listening


def address(host: str, port: int) -> str:
    """``http://127.0.0.1:8000``, ``http://[::1]:8000``."""
    return f"http://{f'[{host}]' if ':' in host else host}:{port}"


def _refused(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"--port: {port} is in use on {host}: stop what uses it, or choose another with --port"
    return f"--host, --port: {host}:{port} cannot be opened: {error.strerror}: expected an address of this machine and a free port"
