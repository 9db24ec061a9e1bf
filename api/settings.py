"""Every setting, read once: from options of the command line, else ``HOPTAC_…`` in the environment, else a default."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from ontology.errors import SettingsError
from ontology.iris import DEFAULT_BASE

#: An address without user, password, query or fragment.
_HTTP = r"^https?://[^\s/@?#]+(/[^\s?#]*)?$"

#: user and password (%-encoded), host, port, name, and what the driver understands besides.
_POSTGRESQL = re.compile(
    r"postgresql://([^/?@\s]*@)?(\[[\da-fA-F:.]+\]|[^/?@:\s\[\]]*)(:\d{1,5})?/[^/?\s]+(\?(&?(sslmode|unix_sock)=[^&\s]+)+)?"
)


class Settings(BaseSettings):
    """What can be configured; each description says what the value does."""

    model_config = SettingsConfigDict(env_prefix="HOPTAC_", extra="forbid", frozen=True)

    data_dir: Path = Field(
        Path(".data"), description="Folder of the ledger, the quad store and the embedded property store."
    )
    host: str = Field(
        "127.0.0.1", description="Address that `hoptac serve` listens on; the default is open to this machine only."
    )
    port: int = Field(8000, ge=0, le=65535, description="Port that `hoptac serve` listens on; 0 takes a free one.")
    ledger_uri: SecretStr | None = Field(
        None,
        description="Address of a PostgreSQL database (`postgresql://user:password@host/name`) that holds the ledger "
        "instead of a file in the data folder; never printed with its password.",
    )
    actor: str | None = Field(
        None, min_length=1, description="Who changes are said to be made by; the user of the operating system else."
    )
    store_uri: str | None = Field(
        None,
        pattern=r"^(neo4j|bolt)(\+s|\+ssc)?://",
        description="Address of a Neo4j 5 (`neo4j://…`, `bolt://…`); without one the embedded store is used.",
    )
    store_user: str = Field("neo4j", description="User at the store of `HOPTAC_STORE_URI`.")
    store_password: SecretStr = Field(SecretStr(""), description="Password of that user; never printed.")
    store_database: str = Field("neo4j", description="Database at that store.")
    sparql_uri: str | None = Field(
        None,
        pattern=_HTTP,
        description="Address for queries of a SPARQL 1.1 server that keeps the quads; "
        "without one they are in the data folder.",
    )
    sparql_update_uri: str | None = Field(
        None, pattern=_HTTP, description="Its address for updates; follows from the one for queries where it can."
    )
    sparql_graphs_uri: str | None = Field(
        None, pattern=_HTTP, description="Its address for the Graph Store HTTP Protocol; follows likewise."
    )
    sparql_user: str | None = Field(None, description="User at that server (HTTP Basic); none where it asks nobody.")
    sparql_password: SecretStr = Field(SecretStr(""), description="Password of that user; never printed.")
    base_iri: str = Field(
        DEFAULT_BASE,
        pattern=r"^https?://[^\s<>\"{}|\\^`?#]+/$",
        description="What the IRIs of everything begin with; absolute, ends in a slash.",
    )
    max_bytes: int = Field(
        20 * 1024 * 1024, ge=1, description="Largest file that is read, in bytes; a larger one is refused."
    )
    publisher: str = Field("hoptac", min_length=1, description="Who publishes releases: a name, as catalogues show it.")
    licence: str = Field(
        "https://creativecommons.org/licenses/by/4.0/",
        pattern=r"^https?://[^\s<>\"{}|\\^`]+$",
        description="IRI of the licence of what is released.",
    )
    page_size: int = Field(50, ge=1, le=500, description="Items on one page of a list when the request does not say.")

    @field_validator("ledger_uri")
    @classmethod
    def _names_a_database(cls, address: SecretStr | None) -> SecretStr | None:
        if address is None or not address.get_secret_value():
            return None  # a compose file cannot leave a variable out
        if not _POSTGRESQL.fullmatch(address.get_secret_value()):
            raise ValueError("it has to be like postgresql://user:password@host:port/name?sslmode=require")
        return address


def settings(**given: Any) -> Settings:
    """The settings; what is given (and not ``None``) wins over the environment.

    :raises SettingsError: a value makes no sense
    """
    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})
    except ValidationError as error:
        first = error.errors()[0]
        name = "HOPTAC_" + "_".join(str(part) for part in first["loc"]).upper()
        raise SettingsError(f"{name}: {first['msg'][:1].lower()}{first['msg'][1:]}", "see docs/settings.md") from error
