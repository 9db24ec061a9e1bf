"""The pictures of the documentation, from the examples: ``python -m tests.browser.screenshots`` (needs Chromium).

The examples have to be loaded into the data folder of the settings (``make serve`` does it).
"""

from __future__ import annotations

import shutil
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from api.app import create_app
from api.opening import open_workspace
from api.settings import settings
from tests.api.serving import served
from tests.browser.conftest import ARGUMENTS

IMAGES = Path(__file__).resolve().parents[2] / "docs" / "images"


def main() -> None:
    IMAGES.mkdir(exist_ok=True)
    chosen = settings()
    with open_workspace(chosen) as workspace, served(create_app(chosen, workspace)) as address:
        document = next(head.id for head in workspace.documents() if "binh-thuan" in head.filename)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
            page = browser.new_page(base_url=address, viewport={"width": 1360, "height": 900}, reduced_motion="reduce")
            page.goto("/")
            page.wait_for_selector("#network-canvas.drawn")
            page.screenshot(path=IMAGES / "home.png")
            page.goto("/network")
            page.wait_for_selector("#network-canvas.drawn")
            select(page, "binh-thuan--ho-chi-minh")
            page.screenshot(path=IMAGES / "network.png")
            page.goto(f"/documents/{document}")
            page.screenshot(path=IMAGES / "document.png")
            browser.close()


def select(page: Page, edge: str) -> None:
    """Select an edge through the table, and go back to the top where the drawing is."""
    page.locator(f"tr[data-edge='{edge}'] button").click()
    page.wait_for_selector("#network-panel .agreement")
    page.locator("#network-fit").click()
    page.evaluate("scrollTo(0, 0)")
    page.wait_for_timeout(300)


if __name__ == "__main__":
    main()
