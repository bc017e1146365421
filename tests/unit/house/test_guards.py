"""The guards of tests/conftest.py hold."""

from __future__ import annotations

import asyncio
import socket

import pytest

from writer.llm.door import Door
from writer.llm.question import Question


def test_a_test_cannot_reach_beyond_this_machine() -> None:
    with socket.socket() as outside, pytest.raises(pytest.fail.Exception, match="tests stay on this machine"):
        outside.connect(("192.0.2.1", 80))


def test_a_test_cannot_resolve_a_name() -> None:
    with pytest.raises(pytest.fail.Exception, match=r"reaches for example\.com"):
        socket.getaddrinfo("example.com", 443)


def test_a_test_may_serve_and_ask_itself() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as client:
        assert client.getpeername() == server.getsockname()


def test_a_test_cannot_ask_a_model_unless_it_says_so() -> None:
    question = Question(model="openai/gpt-4o-mini", messages=())
    with pytest.raises(pytest.fail.Exception, match="mark it `model`"):
        asyncio.run(Door().ask(question))
