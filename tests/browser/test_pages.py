"""What a person sees and does in a browser: read, find, click, follow a quote to its passage."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.api.documents import ATTACK
from tests.api.test_http import PAGES

pytestmark = pytest.mark.browser


def opened(page: Page, address: str) -> Page:
    """The page, when the network on it (if there is one) has been drawn."""
    page.goto(address)
    if page.locator("#network-canvas").count():
        page.wait_for_selector("#network-canvas.drawn")
    return page


def point(page: Page, expression: str) -> dict[str, float]:
    """Where on the page a point of the drawing is; ``expression`` computes it from ``network``."""
    canvas = page.locator("#network-canvas canvas")
    canvas.evaluate("element => element.scrollIntoView({block: 'center'})")
    box = canvas.bounding_box()
    assert box is not None
    script = f"() => {{ const network = document.getElementById('network-canvas').network; return {expression}; }}"
    place: dict[str, float] = page.evaluate(script)
    return {"x": box["x"] + place["x"], "y": box["y"] + place["y"]}


def click(page: Page, expression: str) -> None:
    place = point(page, expression)
    page.mouse.click(place["x"], place["y"])


def panel(page: Page) -> Locator:
    return page.locator("#network-panel")


@pytest.mark.parametrize("path", [*PAGES, "/?lang=en", "/network?lang=en", "/no-such-page"])
def test_no_page_makes_the_browser_complain(page: Page, path: str) -> None:
    if path == "/no-such-page":
        page.route("**/no-such-page", lambda route: route.fulfill(response=route.fetch(), status=200))
    opened(page, path)
    expect(page.locator("h1").first).to_be_visible()


def test_a_hostile_document_stays_text_on_every_page_that_shows_it(page: Page) -> None:
    for path in ("/", "/documents/hostile", "/localities/ca-mau", "/agreements", "/tasks", "/bodies", "/network"):
        opened(page, path)
        page.wait_for_timeout(50)
        assert "owned" not in page.title().replace(ATTACK, "")
        assert page.locator("main script:not([type='application/json'])").count() == 0
        assert page.locator("img[src='x']").count() == 0
    expect(opened(page, "/documents/hostile").locator("#text")).to_contain_text(ATTACK)
    expect(page.locator("#text")).to_contain_text("{{ 7 * 7 }} và &lt;b&gt;")


def test_searching_without_marks_leads_to_the_locality_and_on_to_the_passage(page: Page) -> None:
    opened(page, "/")
    page.get_by_role("searchbox").first.fill("binh thuan")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Bình Thuận", exact=True).first.click()
    expect(page.locator("h1")).to_contain_text("Bình Thuận")
    page.locator(".quote a", has_text="ký ngày 20/01/2016").first.click()
    expect(page).to_have_url(re.compile(r"/documents/cong-van#c\d+-\d+$"))
    expect(page.locator("#text .here")).to_have_text("ký ngày 20/01/2016")
    expect(page.locator("#text .here")).to_be_in_viewport()


def test_a_passage_that_other_marks_cut_in_pieces_is_shown_whole(page: Page) -> None:
    page.goto("/tasks?deadline=2016")
    page.locator(".task > .quote a").first.click()
    expect(page.locator("#text .here").first).to_be_visible()
    shown = "".join(page.locator("#text .here").all_text_contents())
    assert shown == "tổ chức hội nghị xúc tiến hằng năm, hoàn thành trước 30/6/2016"
    assert page.locator("#text .here").count() > 1


def test_the_text_of_a_document_is_shown_as_it_is(page: Page) -> None:
    page.goto("/documents/cong-van")
    shown = page.locator("#text").evaluate("element => element.textContent")
    stored: dict[str, Any] = page.request.get("/documents/cong-van").json()
    assert shown.strip() == stored["text"].replace("\r\n", "\n").strip()


def test_clicking_an_edge_shows_its_statements_with_quotes_that_lead_to_the_passage(page: Page) -> None:
    opened(page, "/network")
    middle = (
        "(() => { const a = network.getPosition('binh-thuan'), b = network.getPosition('ho-chi-minh');"
        " return network.canvasToDOM({x: (a.x + b.x) / 2, y: (a.y + b.y) / 2}); })()"
    )
    click(page, middle)
    expect(panel(page).locator("h1")).to_contain_text("Bình Thuận")
    expect(panel(page).locator("h1")).to_contain_text("Thành phố Hồ Chí Minh")
    expect(panel(page).locator(".agreement")).to_have_count(2)
    panel(page).locator(".quote a", has_text="Thành phố Hồ Chí Minh").first.click()
    expect(page.locator("#text .here").first).to_be_in_viewport()


def test_clicking_a_node_shows_its_statements(page: Page) -> None:
    opened(page, "/network")
    click(page, "network.canvasToDOM(network.getPosition('ninh-thuan'))")
    expect(panel(page).locator("h1")).to_contain_text("Ninh Thuận")
    expect(panel(page).locator(".quote a").first).to_be_visible()


def test_the_first_page_has_the_network_too(page: Page) -> None:
    opened(page, "/")
    click(page, "network.canvasToDOM(network.getPosition('lam-dong'))")
    expect(panel(page).locator("h1")).to_contain_text("Lâm Đồng")


def test_filters_change_the_drawing_the_table_and_the_address_without_a_new_page(page: Page) -> None:
    opened(page, "/network")
    page.evaluate("window.same = true")
    page.get_by_label("Lĩnh vực").select_option("health")
    expect(page.locator("#network-table tr[data-edge]")).to_have_count(1)
    drawn = "document.getElementById('network-canvas').network.body.data"
    assert page.evaluate(f"{drawn}.edges.getIds()") == ["binh-thuan--ninh-thuan"]
    assert "field=health" in page.url
    page.get_by_label("Lĩnh vực").select_option("")
    expect(page.locator("#network-table tr[data-edge]")).to_have_count(8)
    page.get_by_label("Giai đoạn").fill("2012")
    page.get_by_label("Giai đoạn").press("Tab")
    expect(page.locator("#network-table tr[data-edge]")).to_have_count(1)
    assert page.evaluate(f"{drawn}.edges.getIds()") == ["binh-thuan--ho-chi-minh"]
    assert page.evaluate("window.same")


def test_as_of_today_joins_what_was_merged(page: Page) -> None:
    opened(page, "/network")
    page.get_by_label("Tên gọi").select_option("today")
    expect(page.locator("#network-table tr[data-node='lam-dong-2025']")).to_have_count(1)
    expect(page.locator("#network-table tr[data-node='binh-thuan']")).to_have_count(0)


def test_the_table_says_what_the_drawing_says_and_can_be_searched_and_used_by_keyboard(page: Page) -> None:
    opened(page, "/network")
    drawn = page.evaluate("document.getElementById('network-canvas').network.body.data.nodes.getIds().sort()")
    rows = page.locator("#network-table tr[data-node]")
    assert sorted(str(row.get_attribute("data-node")) for row in rows.all()) == drawn
    page.get_by_label("Tìm trong bảng").fill("lam dong")
    expect(page.locator("#network-table tbody tr:visible")).to_have_count(2)
    page.locator("#network-table tr[data-edge]:visible button").focus()
    page.keyboard.press("Enter")
    expect(panel(page).locator("h1")).to_contain_text("Lâm Đồng")
    expect(page.locator("tr[aria-selected]")).to_have_count(1)


def test_a_field_leads_to_provinces_and_their_words(page: Page) -> None:
    page.goto("/fields")
    page.get_by_role("link", name="Du lịch", exact=True).click()
    expect(page.locator("section.card")).to_have_count(3)
    page.locator(".quote a", has_text="du lịch").first.click()
    expect(page.locator("#text .here")).to_have_text("du lịch")


def test_the_pages_can_be_read_in_english_and_stay_so(page: Page) -> None:
    page.goto("/localities/binh-thuan")
    page.get_by_role("link", name="EN").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.get_by_role("link", name="Agreements").first.click()
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_everything_can_be_reached_by_keyboard_and_the_content_comes_first_if_wanted(page: Page) -> None:
    page.goto("/agreements")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


@pytest.mark.parametrize("path", ["/", "/network", "/documents/cong-van", "/localities/binh-thuan", "/agreements"])
def test_on_a_telephone_nothing_is_wider_than_the_screen(page: Page, path: str) -> None:
    page.set_viewport_size({"width": 375, "height": 700})
    opened(page, path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 375


def test_without_scripts_the_filters_and_links_still_work(browser: Browser, address: str) -> None:
    with browser.new_context(base_url=address, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto("/network")
        page.get_by_label("Lĩnh vực").select_option("health")
        page.get_by_role("button", name="Lọc").click()
        expect(page.locator("#network-table tr[data-edge]")).to_have_count(1)
        page.locator("#network-table tr[data-edge] a").click()
        expect(page.locator(".quote a").first).to_be_visible()
