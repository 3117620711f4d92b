"""Fixtures: the stand-in site, one browser per name, language and session, a fresh tab per test."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import browsers
import pytest
from errors import BuildError
from page import Page
from selenium.webdriver.remote.webdriver import WebDriver
from standin import Scenario, Site
from xdist.scheduler import LoadScopeScheduling  # type: ignore[import-untyped]  # it has no types

PROJECT = Path(__file__).resolve().parent.parent
FAILURES = PROJECT / "shots" / "failures"
failed = pytest.StashKey[bool]()


def pytest_configure(config: pytest.Config) -> None:
    """Install and build what is needed once, by the commands that people use, before any worker starts."""
    if hasattr(config, "workerinput") or config.option.collectonly or _only(config, "unit"):
        return
    if not _only(config, "build", "unit"):
        try:
            for name in browsers.NAMES:
                browsers.need(name)
        except BuildError as error:
            pytest.exit(str(error), returncode=1)
    done = subprocess.run(
        [sys.executable, "build", "all"], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        pytest.exit(f"the build failed: {done.stderr.strip()}", returncode=1)


@pytest.hookimpl(tryfirst=True)  # before xdist reads the options
def pytest_cmdline_main(config: pytest.Config) -> None:
    """Start no workers for unit tests: they are done before workers would be there."""
    if _only(config, "unit"):
        config.option.numprocesses = 0
        config.option.dist = "no"
        config.option.tx = []


def _only(config: pytest.Config, *folders: str) -> bool:
    """Whether nothing but the tests in some of these folders is asked for."""
    paths = [(config.invocation_params.dir / arg.split("::")[0]).resolve() for arg in config.args]
    below = [PROJECT / "tests" / folder for folder in folders]
    return all(any(path.is_relative_to(folder) for folder in below) for path in paths)


class ByBrowser(LoadScopeScheduling):  # type: ignore[misc]  # its base has no types
    """A worker takes a file's tests for one browser, of the one that it has open as long as there are some.

    `--dist loadgroup` would do the same by marks, but xdist 3.8 sets them where pytest 9.2 reads nothing.
    """

    def __init__(self, config: pytest.Config, log: Any) -> None:
        """Note what each worker has last been given."""
        super().__init__(config, log)
        self.kinds: dict[Any, str] = {}

    def _split_scope(self, nodeid: str) -> str:
        if nodeid.startswith("tests/unit/"):
            return "unit"  # one process runs all of them
        return f"[{_kind(nodeid)}] {super()._split_scope(nodeid)}"

    def _assign_work_unit(self, node: Any) -> None:
        left = Counter(map(_kind, self.workqueue))
        kinds = (*browsers.NAMES, "")
        kind = self.kinds.get(node, kinds[len(self.kinds) % len(kinds)])
        if not left[kind]:
            kind = left.most_common(1)[0][0]
        self.kinds[node] = kind
        scope = next(scope for scope in self.workqueue if _kind(scope) == kind)
        self.workqueue.move_to_end(scope, last=False)
        super()._assign_work_unit(node)


def _kind(name: str) -> str:
    """The browser that a test needs, by its name or its scope's; empty for one that needs none."""
    return next((one for one in browsers.NAMES if f"[{one}" in name), "")


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> ByBrowser:
    """Have the tests shared out so."""
    return ByBrowser(config, log)


@pytest.fixture(scope="session")
def dist() -> Path:
    """The folder of the builds."""
    return PROJECT / "dist"


@pytest.fixture(scope="session")
def site() -> Iterator[Site]:
    """The stand-in site; each page fixture gives it a fresh account."""
    with Site() as running:
        yield running


@pytest.fixture(scope="session", params=browsers.NAMES)
def browser_name(request: pytest.FixtureRequest) -> str:
    """Every test that asks for a page runs in each browser."""
    return str(request.param)


class Browser:
    """An open browser that keeps what its scripts complain about."""

    def __init__(self, name: str, lang: str, port: int) -> None:
        """Open it."""
        self.name, self.lang = name, lang
        self.driver: WebDriver = browsers.open_browser(name, port=port, lang=lang)
        self.complaints: list[str] = []
        self.driver.script.add_javascript_error_handler(self._hear)
        self.driver.script.add_console_message_handler(self._hear)

    def _hear(self, entry: Any) -> None:
        trace = getattr(entry, "stack_trace", None) or getattr(entry, "stacktrace", None) or {}
        source = next((frame["url"] for frame in trace.get("callFrames", [])), "")
        if entry.level == "error" and re.match("(chrome|moz)-extension:", source):
            self.complaints.append(f"{source.rsplit('/', 1)[-1]}: {entry.text}")

    def heard(self) -> list[str]:
        """Errors of the extension's scripts since the last time."""
        # Events come before the answer to a later command on the same connection.
        self.driver.browsing_context.get_tree()
        complaints, self.complaints = self.complaints, []
        return complaints

    def fresh_tab(self) -> None:
        """Leave one empty tab."""
        old = self.driver.window_handles
        self.driver.switch_to.new_window("tab")
        kept = self.driver.current_window_handle
        for handle in old:
            self.driver.switch_to.window(handle)
            self.driver.close()
        self.driver.switch_to.window(kept)


@pytest.fixture(scope="session")
def opened(browser_name: str, site: Site) -> Iterator[Callable[[str], Browser]]:
    """Gives the session's browser for a language, opening it when it is first asked for."""
    running: dict[str, Browser] = {}

    def browser(lang: str) -> Browser:
        if lang not in running:
            try:
                running[lang] = Browser(browser_name, lang, site.port)
            except BuildError as error:
                pytest.exit(str(error), returncode=1)
        return running[lang]

    yield browser
    for one in running.values():
        one.driver.quit()


@pytest.fixture
def lang() -> str:
    """Language of browser and site; a test that wants another parametrises `lang`."""
    return "en"


@contextmanager
def _page(browser: Browser, site: Site, directory: Path | None, node: pytest.Item) -> Iterator[Page]:
    site.reset()
    site.scenario = Scenario(lang=browser.lang)
    browser.heard()
    # Anew for each test, so that it begins with an empty storage.
    extension = browsers.install(browser.driver, directory) if directory else None
    page = Page(browser.name, browser.driver, site, extension)
    try:
        yield page
        if node.stash.get(failed, False):
            page.shot(FAILURES / f"{re.sub('[^A-Za-z0-9.-]+', '-', node.name)}.png")
        complaints = browser.heard()
        assert not complaints, f"errors of the extension: {complaints}"
        assert not site.foreign, f"requests that no page of the site makes: {site.foreign}"
    finally:
        # For the next test; a script of a page that still ran would complain that its extension is gone.
        browser.fresh_tab()
        if extension:
            browsers.uninstall(browser.driver, extension)


@pytest.fixture
def unpacked(dist: Path, browser_name: str) -> Path:
    """The folder of the extension that the page's browser has."""
    return dist / browser_name


@pytest.fixture
def page(
    opened: Callable[[str], Browser],
    lang: str,
    site: Site,
    unpacked: Path,
    request: pytest.FixtureRequest,
) -> Iterator[Page]:
    """A fresh tab in a browser that has the extension, on a site with a fresh account."""
    with _page(opened(lang), site, unpacked, request.node) as fresh:
        yield fresh


@pytest.fixture
def bare(
    opened: Callable[[str], Browser], lang: str, site: Site, request: pytest.FixtureRequest
) -> Iterator[Page]:
    """A fresh tab in the same browser without the extension."""
    with _page(opened(lang), site, None, request.node) as fresh:
        yield fresh


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Remember a failure for the page fixture, which takes the picture."""
    report = yield
    item.stash[failed] = item.stash.get(failed, False) or report.failed
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tell the figures that tests have recorded."""
    reports = [report for found in terminalreporter.stats.values() for report in found]
    told = [dict(getattr(report, "user_properties", ())).get("figures") for report in reports]
    if any(told):
        terminalreporter.section("figures")
    for line in sorted({str(line) for line in told if line}):
        terminalreporter.write_line(line)
