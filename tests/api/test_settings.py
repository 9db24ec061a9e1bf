"""Settings come from the command line, else from the environment, else they have a default; nonsense is one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from api.settings import Settings, settings
from ontology.errors import SettingsError


def test_the_defaults_are_open_to_this_machine_only_and_need_no_store() -> None:
    chosen = Settings()
    assert chosen.host == "127.0.0.1"
    assert chosen.store_uri is None


def test_the_environment_wins_over_the_default_and_an_option_over_both(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOPTAC_PORT", "9000")
    monkeypatch.setenv("HOPTAC_DATA_DIR", "/var/lib/hoptac")
    assert settings().port == 9000
    assert settings(port=9001, data_dir=None).port == 9001
    assert settings(port=None).data_dir == Path("/var/lib/hoptac")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "high"),
        ("PORT", "70000"),
        ("STORE_URI", "http://db.example.org"),
        ("LEDGER_URI", "mysql://user:hush@db.example.org/ledger"),
        ("LEDGER_URI", "postgresql://user:hush@db.example.org"),
        ("LEDGER_URI", "postgresql://user:hush@db.example.org:port/ledger"),
        ("LEDGER_URI", "postgresql://user:hush@@db.example.org/ledger"),
        ("LEDGER_URI", "postgresql://user:hush@db.example.org/ledger?timeout=never"),
        ("ACTOR", ""),
        ("SPARQL_URI", "neo4j://db.example.org"),
        ("SPARQL_URI", "http://me:secret@db.example.org/query"),
        ("SPARQL_UPDATE_URI", "db.example.org/update"),
        ("BASE_IRI", "example.org"),
        ("BASE_IRI", "https://example.org/no-slash"),
        ("MAX_BYTES", "0"),
        ("PAGE_SIZE", "501"),
    ],
)
def test_a_setting_that_makes_no_sense_is_named(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"HOPTAC_{name}", value)
    with pytest.raises(SettingsError, match=f"HOPTAC_{name}: ") as refused:
        settings()
    assert "\n" not in str(refused.value)
    assert "hush" not in str(refused.value)


@pytest.mark.parametrize("name", ["STORE_PASSWORD", "SPARQL_PASSWORD"])
def test_a_password_is_not_shown(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"HOPTAC_{name}", "hush-hush")
    monkeypatch.setenv("HOPTAC_LEDGER_URI", "postgresql://lan:hush-hush@db.example.org/ledger")
    assert "hush-hush" not in repr(settings())


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://lan:h%40sh@db.example.org:5432/ledger?sslmode=verify-full",
        "postgresql://lan@/ledger?unix_sock=/run/postgresql/.s.PGSQL.5432&sslmode=disable",
        "postgresql://lan:hush@[::1]/ledger",
    ],
)
def test_an_address_of_postgresql_is_taken_as_it_is(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOPTAC_LEDGER_URI", address)
    chosen = settings().ledger_uri
    assert chosen is not None
    assert chosen.get_secret_value() == address


def test_an_empty_address_of_the_ledger_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """A compose file cannot leave a variable out."""
    monkeypatch.setenv("HOPTAC_LEDGER_URI", "")
    assert settings().ledger_uri is None


def test_every_setting_says_what_it_does() -> None:
    assert all(field.description for field in Settings.model_fields.values())
