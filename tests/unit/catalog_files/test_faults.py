"""Every rule of the layout has a fault that breaks it, told as *where: what is wrong: what would be right*."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.catalog_files.fault_cases import CASES, ONE
from tests.unit.catalog_files.small import FILES, with_text, write_small
from writer.catalog_files.load import check_catalog, load_catalog
from writer.errors import CatalogFaults


@pytest.mark.parametrize(("file", "old", "new", "fault"), CASES)
def test_a_broken_rule_is_told_with_place_and_mend(
    tmp_path: Path, file: str, old: str, new: str, fault: str | None
) -> None:
    found = check_catalog(write_small(tmp_path, with_text(file, old, new)))
    if fault is None:
        assert found == ()
    else:
        assert f"{tmp_path}/{file}{fault.replace('{dir}', str(tmp_path))}" in found


def test_the_small_catalog_has_no_fault(tmp_path: Path) -> None:
    assert check_catalog(write_small(tmp_path)) == ()


def test_all_faults_of_all_files_come_at_once_in_the_order_of_the_files(tmp_path: Path) -> None:
    changes = with_text("providers.toml", '"Reseller"', "5") | with_text(ONE, "input = 0.1\n", "input = -1\n")
    changes[ONE] = str(changes[ONE]).replace("score = 58.6", 'score = "?"')
    changes["models/acme/three.toml"] = "nonsense"
    with pytest.raises(CatalogFaults) as raised:
        load_catalog(write_small(tmp_path, changes))
    assert [
        line.removeprefix(f"{tmp_path}/").partition(",")[0].partition(": not")[0] for line in raised.value.faults
    ] == [
        "providers.toml: reseller.name: got 5",
        f"{ONE}: offers[0].input: got -1",
        f'{ONE}: scores[0].score: got "?"',
        "models/acme/three.toml: line 1",
    ]


def test_ids_of_a_table_that_cannot_be_read_are_no_faults_of_their_own(tmp_path: Path) -> None:
    found = check_catalog(write_small(tmp_path, {"providers.toml": "["}))
    assert len(found) == 1


def test_a_table_may_be_absent_and_is_then_empty(tmp_path: Path) -> None:
    files: dict[str, str | bytes | None] = dict.fromkeys(FILES)
    files["vendors.toml"] = '[acme]\nname = "Acme"\n'
    files["models/acme/one.toml"] = 'name = "One"\nvendor = "acme"\n'
    catalog = load_catalog(write_small(tmp_path, files))
    assert (list(catalog.models), dict(catalog.workloads)) == (["one"], {})


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("models/acme/One.toml", "", ': got the slug "One", expected lower case letters, digits'),
        ("models/acme/a-vs-b.toml", "", ': got the slug "a-vs-b", expected lower case letters, digits'),
        ("models/acme/a--b.toml", "", ': got the slug "a--b", expected lower case letters, digits'),
        ("models/loose.toml", "", ": lies outside a vendor's directory, expected models/<vendor>/<slug>.toml"),
        ("models/other/one-7b.toml", 'name = "Other"\nvendor = "other"\n', ": has the slug of "),
        ("provders.toml", "", ": is no table of the layout, did you mean providers?"),
        ("models/acme/latin.toml", b'name = "caf\xe9"', ": is not UTF-8 (byte 11), expected text saved as UTF-8"),
        ("models/acme/nul.toml", b'name = "a\x00"', ": line 1, column 10: not TOML (Illegal character '\\x00')"),
    ],
)
def test_a_file_out_of_place_is_told(tmp_path: Path, name: str, content: str | bytes, fault: str) -> None:
    found = check_catalog(write_small(tmp_path, {name: content}))
    assert any(line.startswith(f"{tmp_path}/{name}{fault}") for line in found), found


def test_a_directory_that_is_none_is_told(tmp_path: Path) -> None:
    (line,) = check_catalog(tmp_path / "nowhere")
    assert (
        line
        == f"{tmp_path}/nowhere: is no directory, expected a catalog, such as catalog/ with models/<vendor>/<slug>.toml"
    )


def test_a_directory_without_models_is_told(tmp_path: Path) -> None:
    (line,) = check_catalog(tmp_path)
    assert line.startswith(f"{tmp_path}/models: cannot be listed (No such file or directory)")


def test_links_in_a_circle_and_directories_named_like_files_are_faults_not_traps(tmp_path: Path) -> None:
    directory = write_small(tmp_path)
    (directory / "models/acme/loop.toml").symlink_to(directory / "models/acme/loop.toml")
    (directory / "models/acme/folder.toml").mkdir()
    (directory / "models/round").symlink_to(directory / "models/round")
    found = check_catalog(directory)
    assert f"{tmp_path}/models/acme/folder.toml: is no plain file, expected a text file" in found
    assert any(line.startswith(f"{tmp_path}/models/acme/loop.toml: cannot be read (Too many levels") for line in found)


def test_no_fault_line_holds_a_character_that_a_terminal_would_obey(tmp_path: Path) -> None:
    changes = with_text(ONE, '"One 7B"', '"\\u001b[31m\\u202e"') | {"models/acme/a\u202eb.toml": ""}
    found = check_catalog(write_small(tmp_path, changes))
    assert len(found) == 2
    assert all(line.isprintable() for line in found)
