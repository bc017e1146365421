from __future__ import annotations

from pathlib import Path

import pytest

from writer.cli.house import HOUSE
from writer.cli.places import Places
from writer.cli.project import shipped
from writer.cli.settings import read_settings
from writer.errors import BadSetting


def test_without_anything_the_shipped_catalog_and_the_house_writer_are_used() -> None:
    settings = read_settings(Places(), {})
    assert settings.catalog == shipped("catalog")
    assert settings.data_dir == Path("writer-data")
    assert settings.model == HOUSE
    assert settings.user


def test_an_empty_variable_is_unset() -> None:
    empty = dict.fromkeys(
        ("WRITER_CATALOG", "WRITER_DATA_DIR", "WRITER_DATABASE_URL", "WRITER_USER", "WRITER_MODEL"), ""
    )
    assert read_settings(Places(), empty) == read_settings(Places(), {})


def test_the_command_line_wins_over_the_environment() -> None:
    environment = {"WRITER_CATALOG": "env", "WRITER_DATA_DIR": "env-data"}
    settings = read_settings(Places(Path("named"), Path("named-data")), environment)
    assert (settings.catalog, settings.data_dir) == (Path("named"), Path("named-data"))


def test_the_queue_lies_in_the_data_directory_unless_a_database_is_named() -> None:
    assert read_settings(Places(data_dir=Path("/d")), {}).database_url == "sqlite:////d/queue.sqlite3"
    assert read_settings(Places(), {"WRITER_DATABASE_URL": "postgresql://x@h/n"}).database_url == "postgresql://x@h/n"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("WRITER_DATABASE_URL", "mysql://x"),
        ("WRITER_DATABASE_URL", "queue.db"),
        ("WRITER_USER", "a\nb"),
        ("WRITER_USER", "x" * 101),
        ("WRITER_MODEL", " openai/x"),
        ("WRITER_MODEL", "house/zzz"),
        ("WRITER_TRACING", "yes"),
        ("WRITER_APPROVALS", "0"),
        ("WRITER_APPROVALS", "two"),
        ("WRITER_BLIND", "1"),
        ("WRITER_BLIND", "yes"),
        ("WRITER_LEASE_MINUTES", "-1"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(name: str, value: str) -> None:
    with pytest.raises(BadSetting, match=f"^{name}: cannot be used"):
        read_settings(Places(), {name: value})


def test_a_desk_of_several_people_is_set_by_the_environment() -> None:
    settings = read_settings(
        Places(), {"WRITER_APPROVALS": "2", "WRITER_WAIVERS_BY": "ann, ben", "WRITER_LEASE_MINUTES": "5"}
    )
    assert (settings.approvals, settings.waivers_by, settings.lease_minutes) == (2, ("ann", "ben"), 5)
