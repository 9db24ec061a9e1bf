"""Whatever is asked, the answer is an answer or a problem that names what is wrong, never a failure of the server."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from httpx import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

pytestmark = pytest.mark.parametrize("client", ["embedded"], indirect=True)

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
PARAMETERS = st.dictionaries(
    st.sampled_from(["q", "locality", "field", "body", "period", "as_of", "limit", "cursor", "lang", "f", "kind"]),
    WORDS | st.sampled_from(["binh-thuan", "tourism", "2015/2020", "today", "'", "})-[", "$tokens", "0", "-1", "1e9"]),
    max_size=4,
)
LISTS = st.sampled_from(["/", "/localities", "/fields", "/agreements", "/tasks", "/bodies", "/documents", "/network"])
FEW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@FEW
@given(path=LISTS, parameters=PARAMETERS, media=st.sampled_from(["text/html", "application/json"]))
def test_any_filter_of_a_list(client: Client, path: str, parameters: dict[str, str], media: str) -> None:
    answer = client.get(path, params=parameters, headers={"Accept": media})
    assert answer.status_code in (200, 404, 422), answer.text


@FEW
@given(
    path=st.sampled_from(["/localities/{}", "/fields/{}/localities", "/agreements/{}", "/bodies/{}", "/documents/{}"]),
    identifier=WORDS,
)
def test_any_id(client: Client, path: str, identifier: str) -> None:
    answer = client.get(path.format(quote(identifier, safe="")), follow_redirects=True)
    assert answer.status_code in (200, 404, 422), answer.text
