"""The explorer in a real browser: it fits the screen, asks nobody else, needs no script, and reads well to all."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed: the explorer was not looked at")
WIDTHS = (390, 1280)
# Where to keep pictures of all pages, to look at them: a folder, none unless told.
SHOTS = os.environ.get("EXPLORER_SHOTS")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Run a headless Chromium."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture(scope="module")
def pages(api: httpx.Client) -> dict[str, str]:
    """Return the path of a page of each kind."""

    def first(path: str) -> str:
        return str(api.get(path).json()["items"][0]["id"])

    return {
        "overview": "/",
        "article": f"/explore/articles/{first('/articles?limit=1')}",
        "claim": f"/explore/claims/{first('/claims?mode=direct&limit=1')}",
        "entity": f"/explore/entities/{first('/entities?type=person&limit=1')}",
        "group": f"/explore/groups/{first('/claims/groups?limit=1')}",
        "conflict": f"/explore/groups/{first('/claims/groups?conflicting=true&limit=1')}",
        "search": f"/explore?q={quote('الميناء')}",
    }


def opened(browser: Browser, url: str, **more: Any) -> Page:
    page = browser.new_context(**more).new_page()
    page.goto(url)
    return page


@pytest.mark.parametrize("width", WIDTHS)
def test_pages_fit_the_screen_and_ask_nobody_else(
    browser: Browser, live: str, pages: dict[str, str], width: int
) -> None:
    page = browser.new_context(viewport={"width": width, "height": 900}).new_page()
    complaints: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("request", lambda request: asked.append(request.url))
    for name, path in pages.items():
        answer = page.goto(live + path)
        assert answer is not None
        assert answer.status == 200
        assert "script-src" not in answer.headers["content-security-policy"]
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
        assert page.evaluate("getComputedStyle(document.body).direction") == "rtl"
        if SHOTS:
            page.screenshot(path=Path(SHOTS) / f"{name}-{width}.png", full_page=True)
    assert complaints == []
    assert all(url.startswith(live) for url in asked)


def test_nothing_serious_stands_in_the_way_of_anybody(browser: Browser, live: str, pages: dict[str, str]) -> None:
    for name, path in pages.items():
        for width in WIDTHS:
            page = opened(browser, live + path, bypass_csp=True, viewport={"width": width, "height": 900})
            found = Axe().run(page).response["violations"]
            serious = [one["id"] for one in found if one["impact"] in {"serious", "critical"}]
            assert serious == [], (name, width, [node["html"] for one in found for node in one["nodes"]][:5])


def test_pages_need_no_script(browser: Browser, live: str, pages: dict[str, str]) -> None:
    for name, path in pages.items():
        page = opened(browser, live + path, java_script_enabled=False)
        assert page.locator("h1").first.is_visible(), name
    page = opened(browser, live, java_script_enabled=False)
    assert page.locator("svg rect").count() > 5
    page.locator("input[name=q]").fill("ميناء")
    page.locator("button").click()
    assert page.locator("article.claim").count() > 0


def test_a_chain_is_drawn_from_speaker_to_outlet(browser: Browser, live: str, api: httpx.Client) -> None:
    claims = api.get("/claims?limit=100").json()["items"]
    outlets = {item["id"]: item["outlet"] for item in api.get("/articles?limit=100").json()["items"]}
    claim = next(one for one in claims if one["via"] and one["speakers"] and outlets[one["article_id"]])
    for path in (f"/explore/claims/{claim['id']}", f"/explore/articles/{claim['article_id']}#{claim['id']}"):
        page = opened(browser, live + path)
        scope = page.locator(f"#{claim['id']}" if "#" in path else "main")
        links = scope.locator("ol.chain > li").all_inner_texts()
        assert (claim["speakers"][0]["name"] or claim["speakers"][0]["text"]) in links[0]
        assert claim["via"][0]["name"] in links[1]
        assert links[-1].startswith("نشره")


def test_members_stand_side_by_side_with_their_differences(browser: Browser, live: str, api: httpx.Client) -> None:
    groups = api.get("/claims/groups?outlets_min=2&limit=100").json()["items"]
    group = next(one for one in groups if any(len(diff["diff"]) > 1 for diff in one["differences"]))
    page = opened(browser, f"{live}/explore/groups/{group['id']}", viewport={"width": 1280, "height": 900})
    members = page.locator(".members > article")
    assert members.count() == group["claims"]
    one, other = members.nth(0).bounding_box(), members.nth(1).bounding_box()
    assert one is not None
    assert other is not None
    assert one["y"] == other["y"]
    assert one["x"] > other["x"]
    assert page.locator(".members ins, .members del").count() > 0
    assert str(group["independent_origins"]) in page.locator(".counts").inner_text()
