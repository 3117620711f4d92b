"""A real Firefox that has the extension from no store gets a newer one by the update manifest."""

import json
import re
import ssl
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import browsers
import package
import pytest
import sign
import trustme
from selenium import webdriver

BASE = "https://example.org/untick"
UPDATE = """
const [id, done] = arguments;
const {AddonManager} = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
const told = (what) => done(`failed: ${what}`);
AddonManager.getAddonByID(id).then((addon) => addon.findUpdates({
  onNoUpdateAvailable: () => told('none'),
  onUpdateAvailable: (_, found) => found.install().then(() => AddonManager.getAddonByID(id)).then(
    ({version}) => done(version), () => told(found.error)),
}, AddonManager.UPDATE_WHEN_USER_REQUESTED));
"""


class _Served(SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        """Let nothing of it be kept: a file changes in the test."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, int]]:
    """Give a folder, and the port at which it is served as that of every host."""
    folder = tmp_path / "served"
    (folder / "untick").mkdir(parents=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("example.org").configure_cert(context)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Served, directory=folder)) as server:
        server.socket = context.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield folder / "untick", server.server_port
        server.shutdown()


@pytest.fixture
def firefox(served: tuple[Path, int]) -> Iterator[webdriver.Firefox]:
    driver = browsers.open_browser("firefox", port=served[1])
    assert isinstance(driver, webdriver.Firefox)
    with driver.context(driver.CONTEXT_CHROME):
        # What an unsigned package and a certificate of our own need; the extended support release allows it.
        driver.execute_script(
            "for (const name of arguments) Services.prefs.setBoolPref(name, false);",
            "xpinstall.signatures.required",
            "extensions.update.requireBuiltInCerts",
            "extensions.install.requireBuiltInCerts",
        )
    yield driver
    driver.quit()


def _xpi(project: Path, number: str, folder: Path) -> Path:
    path = project / "pyproject.toml"
    text = re.sub(r'^version = ".*"', f'version = "{number}"', path.read_text("utf-8"), flags=re.MULTILINE)
    path.write_text(text, "utf-8")
    _, zipped = package.build(project, folder, ["firefox"], base=BASE)
    return zipped.rename(folder / f"untick-{number}.xpi")


@pytest.mark.long
def test_firefox_updates_by_the_manifest(
    project: Path, tmp_path: Path, served: tuple[Path, int], firefox: webdriver.Firefox
) -> None:
    old = _xpi(project, "0.1.0", tmp_path / "old")
    new = _xpi(project, "0.1.1", tmp_path / "new")
    manifest = json.loads((tmp_path / "new/firefox/manifest.json").read_text("utf-8"))
    gecko = manifest["browser_specific_settings"]["gecko"]
    folder, _ = served
    (folder / package.UPDATES).write_text(sign.updates(gecko, "0.1.1", new), "utf-8")
    assert firefox.install_addon(str(old), temporary=False) == gecko["id"]
    with firefox.context(firefox.CONTEXT_CHROME):
        (folder / new.name).write_bytes(new.read_bytes() + b"\n")
        assert firefox.execute_async_script(UPDATE, gecko["id"]) == "failed: -2"  # ERROR_INCORRECT_HASH
        (folder / new.name).write_bytes(new.read_bytes())
        assert firefox.execute_async_script(UPDATE, gecko["id"]) == "0.1.1"
