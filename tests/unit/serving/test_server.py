from __future__ import annotations

import socket

import pytest

from writer.errors import BadSetting
from writer.serving.server import address, open_socket


def test_a_port_in_use_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(BadSetting, match=f"--port: {port} is in use on 127.0.0.1: .*--port"):
            open_socket("127.0.0.1", port)


def test_an_address_that_this_machine_does_not_have_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("192.0.2.1", 8000))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: elsewhere)
    with pytest.raises(BadSetting, match="--host, --port: elsewhere:8000 cannot be opened"):
        open_socket("elsewhere", 8000)


def test_an_address_is_written_as_browsers_take_it() -> None:
    assert address("127.0.0.1", 8000) == "http://127.0.0.1:8000"
    assert address("::1", 8000) == "http://[::1]:8000"
