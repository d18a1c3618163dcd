"""A real headless browser on a page from disk, for the tests of ``lpi web``."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

OPTIES = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")


@contextmanager
def start_browser() -> Iterator[Any]:
    """Chromium through playwright; fails when one of them is not installed."""
    programma = shutil.which("chromium") or shutil.which("google-chrome")
    if programma is None:
        pytest.fail("geen browser: installeer chromium")
    try:
        from playwright.sync_api import sync_playwright
    except ModuleNotFoundError:
        pytest.fail("playwright ontbreekt: pip install '.[browser]'")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=programma, args=list(OPTIES))
        yield browser
        browser.close()
