"""`writer check --cases` (the contract, section 4)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.integration.writer_command import CORPUS
from writer.cli.faults import exit_status
from writer.cli.main import run

GOOD = {"id": "good", "a": "gpt-4.1", "b": "o3", "text": "Both models are sold by Azure."}
BAD = {"id": "bad", "a": "gpt-4.1", "b": "o3", "text": "GPT-4.1 costs $777 per 1M input tokens."}


def judged(tmp_path: Path, capsys: pytest.CaptureFixture[str], *lines: object) -> tuple[int, list[dict[str, object]]]:
    file = tmp_path / "cases.jsonl"
    file.write_bytes(
        b"".join((line if isinstance(line, bytes) else json.dumps(line).encode()) + b"\n" for line in lines)
    )
    status = exit_status(lambda: run(["check", "--cases", str(file), "--catalog", str(CORPUS)]))
    return status, [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_each_line_is_answered_in_its_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, answers = judged(tmp_path, capsys, BAD, GOOD, BAD)
    assert status == 1
    assert [answer["id"] for answer in answers] == ["bad", "good", "bad"]
    assert [answer["accepted"] for answer in answers] == [False, True, False]


def test_an_answer_has_the_contracts_keys_and_offsets_are_code_points(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = "\N{GRINNING FACE}\n\n" + str(BAD["text"])
    _, [answer] = judged(tmp_path, capsys, {**BAD, "text": text, "errors": "the caller's own"})
    assert list(answer) == ["id", "accepted", "quantities", "violations"]
    violations = answer["violations"]
    assert isinstance(violations, list)
    assert violations
    for violation in violations:
        assert list(violation) == ["start", "end", "quote", "rule", "message", "expected"]
        assert text[violation["start"] : violation["end"]] == violation["quote"]


def test_all_accepted_is_zero(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert judged(tmp_path, capsys, GOOD)[0] == 0
    assert judged(tmp_path, capsys) == (0, [])


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ({**GOOD, "a": "nobody-9"}, "no model of the catalog"),
        ({**GOOD, "b": "gpt-4.1"}, "cannot be compared with itself"),
        ({"id": "good", "a": "gpt-4.1", "b": "o3"}, "text: Field required"),
        ({**GOOD, "text": 7}, "text: "),
        (b"{", "no JSON"),
        (b"[1]", "expected an object"),
        (b"\xff\xfe", "no JSON"),
        (b"[" * 100_000, "nested too deeply"),
        ({**GOOD, "text": "\ud800"}, "half a surrogate pair"),
    ],
)
def test_a_line_that_cannot_be_read_stops_nothing(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    line: object,
    error: str,
) -> None:
    status, answers = judged(tmp_path, capsys, line, BAD)
    assert status == 2
    assert error in str(answers[0]["error"])
    assert answers[0]["id"] == (line["id"] if isinstance(line, dict) else None)
    assert answers[1]["accepted"] is False


def test_a_file_that_is_not_there_is_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_status(lambda: run(["check", "--cases", "/no/such/file", "--catalog", str(CORPUS)])) == 2
    assert "/no/such/file: No such file" in capsys.readouterr().err
