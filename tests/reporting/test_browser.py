"""The HTML report in a real browser: filters, sorting, anchors, no error on the console, no request."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from reporting_samples import sample

from reconcile.reporting.html import to_html

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
DRIVER = shutil.which("chromedriver")
FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
pytestmark = pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="no chromium with its driver on this machine")


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[object]:
    webdriver = pytest.importorskip("selenium.webdriver")
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(DRIVER))
    yield driver
    driver.quit()


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(to_html(sample()), encoding="utf-8")
    return path.as_uri()


def titles(browser: object) -> list[str]:
    return browser.execute_script(
        "return Array.from(document.querySelectorAll('.fact:not([hidden]) h3')).map(e => e.textContent.split(':')[0])"
    )


def choose(browser: object, name: str, value: str) -> None:
    browser.execute_script(
        "const e = document.querySelector(`#filter [name=${arguments[0]}]`); e.value = arguments[1];"
        "e.dispatchEvent(new Event('input', {bubbles: true})); e.dispatchEvent(new Event('change', {bubbles: true}));",
        name,
        value,
    )


def test_no_error_on_the_console_and_no_request_leaves(browser: object, page: str) -> None:
    browser.get_log("browser")
    browser.get_log("performance")
    browser.get(page)
    assert browser.get_log("browser") == []
    events = [json.loads(one["message"])["message"] for one in browser.get_log("performance")]
    asked = [one["params"]["request"]["url"] for one in events if one["method"] == "Network.requestWillBeSent"]
    # the browser's own start page may still be loading its parts
    assert all(url.startswith(("file://", "data:", "chrome://")) for url in asked), asked
    assert any(url == page for url in asked)


def test_filters_show_what_fits_and_say_how_many(browser: object, page: str) -> None:
    browser.get(page)
    assert len(titles(browser)) == 5
    choose(browser, "verdict", "conflict")
    assert titles(browser) == ["People who left the Arva valley"]
    assert browser.find_element("id", "shown").text == "1 of 5 facts shown"
    assert not browser.find_element("id", "agree").is_displayed()
    choose(browser, "verdict", "")
    choose(browser, "source", "engineers")
    assert titles(browser) == ["Volume of the dam"]
    choose(browser, "source", "")
    choose(browser, "publisher", "Wire | <i>Service</i>")
    assert "Volume of the dam" not in titles(browser)
    assert len(titles(browser)) == 4
    choose(browser, "text", "no such words")
    assert titles(browser) == []
    assert browser.find_element("id", "nothing").is_displayed()
    browser.execute_script("document.querySelector('#filter button').click()")
    browser.execute_async_script("setTimeout(arguments[0], 20)")
    assert len(titles(browser)) == 5
    choose(browser, "text", "BRIDGES are closed")
    assert "Closed bridges" in titles(browser)


def test_sorting_keeps_every_fact_in_its_section(browser: object, page: str) -> None:
    browser.get(page)
    before = sorted(titles(browser))
    for order in ("title", "origins", "newest", "gravity"):
        choose(browser, "order", order)
        assert sorted(titles(browser)) == before
    assert titles(browser)[0] == "People who left the Arva valley"


def test_a_link_to_a_hidden_fact_brings_it_back(browser: object, page: str) -> None:
    browser.get(page)
    choose(browser, "verdict", "agree")
    claim = sample().claims[0]
    browser.execute_script(f"document.querySelector('#text-{claim.id} a').click()")
    row = browser.find_element("id", f"claim-{claim.id}")
    assert row.is_displayed()
    assert browser.execute_script("return document.querySelector(':target').id") == f"claim-{claim.id}"


def test_every_anchor_resolves(browser: object, page: str) -> None:
    browser.get(page)
    broken = browser.execute_script(
        "return Array.from(document.querySelectorAll('a[href^=\"#\"]'))"
        ".filter(a => !document.getElementById(a.getAttribute('href').slice(1))).length"
    )
    assert broken == 0


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_is_wider_than_the_screen(browser: object, page: str, width: int) -> None:
    metrics = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    browser.get(page)
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_an_article_that_means_harm_does_none(browser: object, tmp_path: Path) -> None:
    report = sample()
    evil = "</script><script>document.title='owned'</script><img src=http://beacon.example/x onerror=alert(1)>"
    facts = tuple(replace(one, title=evil) for one in report.findings.facts)
    documents = tuple(replace(one, publisher=evil, title=evil, notes=(evil,)) for one in report.documents)
    path = tmp_path / "evil.html"
    path.write_text(to_html(replace(report, documents=documents, findings=replace(report.findings, facts=facts))))
    browser.get_log("performance")
    browser.get(path.as_uri())
    assert browser.title != "owned"
    assert browser.execute_script("return document.images.length") == 0
    events = [json.loads(one["message"])["message"] for one in browser.get_log("performance")]
    asked = [one["params"]["request"]["url"] for one in events if one["method"] == "Network.requestWillBeSent"]
    assert not [url for url in asked if "beacon" in url]


def test_the_page_reads_without_its_script(browser: object, page: str) -> None:
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        browser.get(page)
        assert len(browser.find_elements("css selector", ".fact")) == 5
        assert not browser.find_element("id", "filter").is_displayed()
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
