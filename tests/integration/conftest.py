from __future__ import annotations

from pathlib import Path

import pytest

from tests.integration.writer_command import Program


@pytest.fixture
def writer(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Program:
    monkeypatch.setenv("WRITER_USER", "ann")
    return Program(tmp_path / "data", capsys)
