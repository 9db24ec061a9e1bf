"""The fixtures of the API's tests."""

from tests.api.fixtures import address, client, settings, workspace

__all__ = ["address", "client", "settings", "workspace"]
