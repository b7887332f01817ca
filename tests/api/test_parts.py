"""The entities of an article are paged like a collection, each once."""

import pytest
from flask.testing import FlaskClient


@pytest.mark.parametrize("limit", [1, 2, 7])
def test_a_walk_by_pages_returns_each_entity_once(client: FlaskClient, limit: int) -> None:
    article = client.get("/articles?limit=1").get_json()["items"][0]["id"]
    whole = client.get(f"/articles/{article}/entities?limit=100").get_json()
    found, path = [], f"/articles/{article}/entities?limit={limit}"
    while path:
        page = client.get(path).get_json()
        assert page["total"] == whole["total"]
        assert len(page["items"]) <= limit
        found += page["items"]
        path = page["next"]
    assert found == whole["items"]
    assert len({entity["id"] for entity in found}) == len(found)


def test_a_cursor_of_another_article_is_refused(client: FlaskClient) -> None:
    articles = [item["id"] for item in client.get("/articles?limit=2").get_json()["items"]]
    path = client.get(f"/articles/{articles[0]}/entities?limit=1").get_json()["next"]
    assert path
    assert client.get(path.replace(articles[0], articles[1])).status_code == 400
