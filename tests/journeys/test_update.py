"""An update from the build before the modules: what a person has is all there afterwards."""

import io
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import browsers
import pytest
from page import Page
from standin import AI_KEY
from tricks import seed, shown, stored, visit

PROJECT = Path(__file__).resolve().parents[2]
POPUP = "popup/popup.html"
BEFORE = "ac2e07bf2092fc82b3a749462db30f66601972af"
PROVED = 25  # seconds: a save, its hold, a reload


@pytest.fixture
def unpacked(browser_name: str, tmp_path: Path) -> Path:
    """The extension as it was built then, from the project's history, in a folder that may be changed."""
    parts = ["extension", "build", "pyproject.toml"]
    command = ["git", "archive", BEFORE, *parts]
    archive = subprocess.run(command, cwd=PROJECT, capture_output=True, check=False)
    assert archive.returncode == 0, f"a whole clone is needed: {archive.stderr.decode()}"
    old = tmp_path / "old"
    with tarfile.open(fileobj=io.BytesIO(archive.stdout)) as tar:
        tar.extractall(old, filter="data")
    subprocess.run([sys.executable, "build", browser_name], cwd=old, capture_output=True, check=True)
    installed = tmp_path / "installed"
    (old / "dist" / browser_name).rename(installed)
    return installed


def test_an_update_keeps_all_that_a_person_has(page: Page, unpacked: Path, dist: Path) -> None:
    page.open()
    page.wait_state("on")
    page.act("turn-off")
    page.wait_state("verified", timeout=PROVED)
    page.open_extension(POPUP)
    shown(page, "h1")
    kept = stored(page)
    seed(page, {**kept, "options": {"banner": "page", "reminder": 30}})
    kept = stored(page)
    page.driver.get("about:blank")

    shutil.rmtree(unpacked)
    shutil.copytree(dist / page.name, unpacked)
    page.extension = browsers.install(page.driver, unpacked)

    visit(page, POPUP)
    # What this version keeps besides is empty.
    assert stored(page) == {"jars": {}, "said": {}, **kept}
    card = shown(page, "[data-setting=ai-training]")
    assert card.get_attribute("data-state") == "off"
    page.open()
    page.wait_state("off")
    page.site.account.values[AI_KEY] = True
    page.open()
    page.wait_state("again")
