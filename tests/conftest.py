"""What every test is kept from: the network beyond this machine, language models, and the settings of whoever runs it."""

from __future__ import annotations

import os
import socket
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

# Set before anything is imported: no test, and no program that a test starts, ever fetches a price list.
os.environ["LITELLM_LOCAL_MODEL_COST_MAP"] = "True"

# The same examples for everybody and no clock in the verdict; HYPOTHESIS_PROFILE=explore looks for new ones.
_SLOW = [HealthCheck.too_slow]
settings.register_profile("steady", derandomize=True, deadline=None, suppress_health_check=_SLOW)
settings.register_profile("explore", deadline=None, suppress_health_check=_SLOW, print_blob=True, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

_LOCAL_HOSTS = frozenset({"localhost", "127.0.0.1", "::1", "0.0.0.0", "::", "testserver", ""})
_PERSONAL = (
    "WRITER_CATALOG",
    "WRITER_DATA_DIR",
    "WRITER_DATABASE_URL",
    "WRITER_USER",
    "WRITER_MODEL",
    "OPENAI_API_KEY",
    "OPENAI_API_BASE",
    "OPENAI_BASE_URL",
    "ANTHROPIC_API_KEY",
    "GEMINI_API_KEY",
    "OLLAMA_API_BASE",
    "HTTP_PROXY",
    "HTTPS_PROXY",
    "ALL_PROXY",
    "http_proxy",
    "https_proxy",
    "all_proxy",
)


@pytest.fixture(autouse=True)
def nobodys_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test passes or fails alike for everybody: the tester's own variables are not seen."""
    for name in _PERSONAL:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True)
def only_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """A socket opens to this machine alone; anything else fails the test, whatever catches exceptions on the way."""
    connect, connect_ex, resolve = socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo

    def guarded_connect(self: socket.socket, address: Any) -> None:
        _refuse_elsewhere(self.family, address)
        connect(self, address)

    def guarded_connect_ex(self: socket.socket, address: Any) -> int:
        _refuse_elsewhere(self.family, address)
        return connect_ex(self, address)

    def guarded_resolve(host: Any, *args: Any, **kwargs: Any) -> Any:
        _refuse_host(host)
        return resolve(host, *args, **kwargs)

    monkeypatch.setattr(socket.socket, "connect", guarded_connect)
    monkeypatch.setattr(socket.socket, "connect_ex", guarded_connect_ex)
    monkeypatch.setattr(socket, "getaddrinfo", guarded_resolve)


@pytest.fixture(autouse=True)
def no_model_is_asked(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the house writer answers, unless the test is marked ``model`` (and then only on this machine, see above)."""
    if request.node.get_closest_marker("model") is None:
        from writer.llm.door import Door

        ask = Door.ask

        async def guarded_ask(self: Door, question: Any) -> Any:
            if not str(question.model).startswith("house/"):
                pytest.fail(f"the test asks the model {question.model}: mark it `model` if it means to")
            return await ask(self, question)

        monkeypatch.setattr(Door, "ask", guarded_ask)


def _refuse_elsewhere(family: int, address: Any) -> None:
    if family != socket.AF_UNIX:
        _refuse_host(address[0])


def _refuse_host(host: Any) -> None:
    name = host.decode() if isinstance(host, bytes) else host
    if name is not None and name not in _LOCAL_HOSTS and not str(name).startswith("127."):
        pytest.fail(f"the test reaches for {name}: tests stay on this machine")
