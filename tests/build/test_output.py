"""What a build makes: the same bytes every time, and nothing but what the source says."""

import hashlib
import json
import re
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import locales
import package
import pytest
from render import BROWSERS, Browser, Tree, render

PROJECT = Path(__file__).resolve().parents[2]
GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("browser", BROWSERS)
def test_manifest_is_the_golden_one(project: Path, browser: Browser) -> None:
    """Where a change is meant, copy dist/<browser>/manifest.json to tests/build/golden/<browser>.json."""
    version = package.version(project)
    made = json.loads(render(project / "extension", [browser], version)[browser]["manifest.json"])
    golden = json.loads((GOLDEN / f"{browser}.json").read_text(encoding="utf-8"))
    assert made == golden | {"version": version}


def test_two_builds_are_byte_identical(project: Path, tmp_path: Path) -> None:
    digests = []
    for name in ("one", "two"):
        made = package.build(project, tmp_path / name, BROWSERS)
        zips = [path for path in made if path.suffix == ".zip"]
        assert len(zips) == len(BROWSERS)
        digests.append([hashlib.sha256(path.read_bytes()).hexdigest() for path in zips])
    assert digests[0] == digests[1]


def test_what_would_not_change_is_not_touched(project: Path, tmp_path: Path) -> None:
    """A browser may have it open."""
    before = [path.stat().st_ino for path in package.build(project, tmp_path / "dist", BROWSERS)]
    (tmp_path / "dist" / "untick-0.0.9-chrome.zip").touch()
    after = [path.stat().st_ino for path in package.build(project, tmp_path / "dist", BROWSERS)]
    assert [one == other for one, other in zip(before, after, strict=True)] == [False, True, False, True]
    (tmp_path / "dist" / "firefox" / "ui.css").write_text("stale", encoding="utf-8")
    package.build(project, tmp_path / "dist", BROWSERS)
    assert (tmp_path / "dist" / "firefox" / "ui.css").read_text(encoding="utf-8") != "stale"


@pytest.mark.parametrize("browser", BROWSERS)
def test_zip_holds_the_folder_and_is_small(project: Path, tmp_path: Path, browser: Browser) -> None:
    folder, zipped = package.build(project, tmp_path / "dist", [browser])
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    with zipfile.ZipFile(zipped) as archive:
        assert archive.namelist() == sorted(files)
        assert all(archive.read(name) == path.read_bytes() for name, path in files.items())
    # Languages and the comments of the bundles are most of it: what is held is that it does not grow unseen.
    assert zipped.stat().st_size < 600 * 1024


def test_version_comes_from_pyproject_alone(project: Path, tmp_path: Path) -> None:
    pyproject = project / "pyproject.toml"
    before = package.version(project)
    text = pyproject.read_text(encoding="utf-8")
    pyproject.write_text(text.replace(f'version = "{before}"', 'version = "7.65.432"'), encoding="utf-8")
    made = package.build(project, tmp_path / "dist", BROWSERS)
    names = [path.name for path in made]
    assert names == ["chrome", "firefox", "untick-7.65.432-chrome.zip", "untick-7.65.432-firefox.zip"]
    for folder in made[:2]:
        texts = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        assert [path.name for path, text in texts.items() if b"7.65.432" in text] == ["manifest.json"]


@pytest.mark.parametrize("browser", BROWSERS)
def test_icons_have_the_size_in_their_name(made: dict[Browser, Tree], browser: Browser) -> None:
    icons = {name: content for name, content in made[browser].items() if name.endswith(".png")}
    assert {"icons/icon-16.png", "icons/icon-32.png", "icons/icon-128.png"} <= icons.keys()
    for name, content in icons.items():
        side = int(re.findall(r"\d+", name)[0])
        assert content.startswith(b"\x89PNG")
        assert struct.unpack(">II", content[16:24]) == (side, side)


def test_nothing_ships_but_what_is_meant_to(made: dict[Browser, Tree]) -> None:
    tree = made["chrome"]
    assert list(tree) == sorted(tree)
    folders = r"_locales/\w+/messages\.json|icons/[a-z]+-\d+\.png"
    others = [name for name in tree if not re.fullmatch(folders, name)]
    assert others == [
        "background/background.js",
        "licenses.txt",
        "managed.json",
        "manifest.json",
        "marks.css",
        "options/options.css",
        "options/options.html",
        "options/options.js",
        "overview/overview.css",
        "overview/overview.html",
        "overview/overview.js",
        "own/pages.css",
        "page/engine.js",
        "page/guide.js",
        "page/report.js",
        "page/shield.js",
        "popup/popup.html",
        "popup/popup.js",
        "receipts/receipt.schema.json",
        "receipts/receipts.css",
        "receipts/receipts.html",
        "receipts/receipts.js",
        "report/report.css",
        "report/report.html",
        "report/report.js",
        "ui.css",
    ]


def test_both_browsers_get_the_same_but_for_the_manifest(made: dict[Browser, Tree]) -> None:
    chrome, firefox = made["chrome"], made["firefox"]
    assert chrome.keys() == firefox.keys()
    assert [name for name in chrome if chrome[name] != firefox[name]] == ["manifest.json"]


def test_site_data_names_no_source(made: dict[Browser, Tree]) -> None:
    engine, background = (
        made["chrome"][f"{name}.js"].decode() for name in ("page/engine", "background/background")
    )
    assert '"2025-11-03"' in background
    assert "opposite" in engine
    unwanted = ("psst-policy", "policy.ts", "Settings & Privacy")
    assert not [word for word in unwanted if word in engine + background]


EXAMPLE = """
id = "example"
name = "Example"
origin = "https://www.example.com"
required = true
checked = 2026-11-27
primary = "example-training"
[addresses]
forms = ["/settings/"]
lists = ["/settings/all/"]
settings = ["/settings/"]
sign_in = ["/login"]
objection = "https://www.example.com/objection"
[page]
main = "main"
save = "^/api/"
key_shape = "^use_"
[sources.seen]
grade = "C"
date = 2026-11-27
where = "a page of our own"
[[settings]]
id = "example-training"
name = "Training of models"
does = "Lets Example train models on what you write."
page = "privacy"
keys = ["use_for_training"]
default = "on"
source = "seen"
[settings.words.en]
phrases = ["Improve our models"]
topic = ["models"]
act = ["improve"]
"""


def test_another_site_is_one_file(
    project: Path, made: dict[Browser, Tree], tree: Callable[..., Tree]
) -> None:
    before = made["firefox"]
    (project / "extension" / "sites" / "example.toml").write_text(EXAMPLE, encoding="utf-8")
    after = tree("firefox")
    assert before.keys() == after.keys()
    manifest = json.loads(after["manifest.json"])
    assert manifest["host_permissions"] == ["https://www.example.com/*", "https://www.linkedin.com/*"]
    assert "https://www.example.com/settings/*" in manifest["content_scripts"][1]["matches"]
    for bundle in ("page/shield.js", "page/engine.js", "popup/popup.js", "background/background.js"):
        assert b"https://www.example.com" in after[bundle]
    french = json.loads(after["_locales/fr/messages.json"])
    assert french["setting_example_training_name"] == {"message": "Training of models"}


def test_no_page_is_of_two_entries_of_scripts(made: dict[Browser, Tree]) -> None:
    """Chromium may run entries in any order, and the engine needs the shield to come first."""
    for files in made.values():
        anywhere, settings = json.loads(files["manifest.json"])["content_scripts"]
        assert anywhere["exclude_matches"] == settings["matches"]
        assert settings["js"] == [*anywhere["js"], "page/engine.js"]


def test_languages_have_the_same_messages_in_the_same_order(made: dict[Browser, Tree]) -> None:
    loaded = locales.load(PROJECT / "extension")
    order = {tuple(json.loads(made["chrome"][f"_locales/{code}/messages.json"])) for code in loaded}
    assert len(order) == 1
    assert {"en", "fr"} <= loaded.keys()
