"""A real headless browser on a page from disk, for the tests of ``lpi web``."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

VERPLICHT = bool(os.environ.get("LPI_BROWSER"))
"""Set where a browser must be there: then its absence is a failure, not a skip."""
OPTIES = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")


def _ontbreekt(wat: str) -> Any:
    if VERPLICHT:
        pytest.fail(wat)
    pytest.skip(wat)


@contextmanager
def start_browser() -> Iterator[Any]:
    """Chromium through playwright; skips the test when one of them is not installed."""
    programma = shutil.which("chromium") or shutil.which("google-chrome")
    if programma is None:
        _ontbreekt("geen browser: installeer chromium")
    try:
        from playwright.sync_api import sync_playwright
    except ModuleNotFoundError:
        _ontbreekt("playwright ontbreekt: pip install '.[browser]'")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=programma, args=list(OPTIES))
        yield browser
        browser.close()
