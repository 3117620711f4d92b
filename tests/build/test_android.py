"""Firefox for Android has every WebExtension API and manifest key that is used, or does well without it."""

import json
import re
from pathlib import Path
from typing import Any

import node
import pytest

PROJECT = Path(__file__).resolve().parents[2]
DATA = node.modules(PROJECT) / "@mdn" / "browser-compat-data" / "data.json"
EXTENSIONS = json.loads(DATA.read_text("utf-8"))["webextensions"]
MANIFEST = json.loads((PROJECT / "tests/build/golden/firefox.json").read_text("utf-8"))
OLDEST = float(MANIFEST["browser_specific_settings"]["gecko_android"]["strict_min_version"])
# Keys that it passes over, and why nothing is lost by that.
PASSED_OVER = {"commands": "a shortcut, which needs a keyboard: popup and banner do the same by touch"}
# A name of types begins with a capital letter; `?.` says that what stands before it may be missing.
MEMBER = re.compile(r"\b(?:chrome|api)((?:\??\.[a-z]\w*)+(?:\?\.)?)")
TAKEN_APART = re.compile(r"\{ ([\w, ]+) \} = chrome\.(\w+);")


def has(feature: dict[str, Any]) -> bool:
    """Whether the oldest version that is supported has it, and without a preference set."""
    found = feature.get("__compat", {}).get("support", {}).get("firefox_android", [])
    return any(
        isinstance(one["version_added"], str)
        and one["version_added"] != "preview"
        and float(one["version_added"].lstrip("≤")) <= OLDEST
        and "flags" not in one
        and "version_removed" not in one
        for one in (found if isinstance(found, list) else [found])
    )


def missing(use: str) -> str | None:
    """What of a use such as `.tabs.onReplaced?.addListener` is taken for granted and not there; or None."""
    feature, path = EXTENSIONS["api"], ""
    for depth, (name, guard) in enumerate(re.findall(r"(\w+)(\?)?", use)):
        path = f"{path}.{name}"
        if name not in feature:
            # What an event or an area of the storage can do is the same for all of them.
            return None if depth > 1 else f"{path}: not in the data"
        feature = feature[name]
        if not has(feature):
            return None if guard else path
    return None


def uses(script: str) -> list[str]:
    """The members of the API that a script names, as they stand there."""
    apart = [
        f".{space}.{name.strip()}"
        for names, space in TAKEN_APART.findall(script)
        for name in names.split(",")
    ]
    # A namespace alone is no use: it is compared, or taken apart.
    return [use for use in MEMBER.findall(script) if re.search(r"\w\??\.\w", use)] + apart


def test_every_api_is_there_or_is_not_taken_for_granted() -> None:
    scripts = {path: path.read_text("utf-8") for path in (PROJECT / "extension").rglob("*.ts")}
    used = {use for script in scripts.values() for use in uses(script)}
    assert {".tabs.query", ".storage.local.set", ".webRequest.onBeforeRequest", ".commands?.getAll"} <= used
    assert {use: lack for use in used if (lack := missing(use))} == {}


@pytest.mark.parametrize(
    ("script", "lacks"),
    [
        ("chrome.tabs.query({})", []),
        ("await chrome.storage.managed.get()", [".storage.managed"]),
        ("await chrome.storage.managed?.get()", []),
        ("chrome.tabs.onReplaced.addListener(f)", [".tabs.onReplaced"]),
        ("chrome.commands?.onCommand.addListener(f)", []),
        ("chrome.commands.onCommand?.addListener(f)", [".commands"]),
        ("chrome.windows.create?.({})", [".windows"]),
        ("const { create } = chrome.windows;", [".windows"]),
        ("api.tabs.unheardOf()", [".tabs.unheardOf: not in the data"]),
        ("const tab: chrome.tabs.Tab = one", []),
    ],
)
def test_what_is_not_there_is_found(script: str, lacks: list[str]) -> None:
    assert [lack for use in uses(script) if (lack := missing(use))] == lacks


def test_every_key_of_the_manifest_is_there_or_not_missed() -> None:
    assert set(_lacking(MANIFEST, EXTENSIONS["manifest"])) == PASSED_OVER.keys()


def _lacking(value: Any, known: dict[str, Any], path: str = "") -> list[str]:
    """The keys, and the permissions, that are in the data and not in the browser."""
    if isinstance(value, list):
        return [lack for one in value for lack in _lacking(one, known, path)]
    if isinstance(value, str):
        return [f"{path}{value}"] if value in known and not has(known[value]) else []
    if not isinstance(value, dict):
        return []
    found: list[str] = []
    for key, inner in value.items():
        if key in known:
            found += [] if has(known[key]) else [f"{path}{key}"]
            found += _lacking(inner, known[key], f"{path}{key}.")
        else:
            assert path, f"{key}: no key that the data knows"
    return found
