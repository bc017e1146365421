from __future__ import annotations

import socket
import threading

import pytest

from writer.errors import BadSetting
from writer.serving.jobs import Jobs
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


def test_a_job_does_not_hold_up_whoever_asked_for_it() -> None:
    go, done = threading.Event(), []

    def run(job: str) -> None:
        go.wait(5)
        done.append(job)

    jobs = Jobs(run)
    jobs.submit("one")
    assert done == []
    go.set()
    jobs.close()
    assert done == ["one"]


def test_a_job_that_breaks_stops_no_other(caplog: pytest.LogCaptureFixture) -> None:
    done = []

    def run(job: str) -> None:
        if job == "bad":
            raise ZeroDivisionError(job)
        done.append(job)

    jobs = Jobs(run, at_once=1)
    for job in ("bad", "good"):
        jobs.submit(job).result(5)
    jobs.close()
    assert done == ["good"]
    assert "job bad broke off" in caplog.text
