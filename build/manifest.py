"""What a rendered manifest may say, and what must exist because it says so."""

import json
import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple

from errors import BuildError

# Widening this list is the step of a review: whatever is not here stops the build.
# "" is the manifest itself, any other name a table in it.
ALLOWED_KEYS = {
    "": {
        "manifest_version",
        "name",
        "description",
        "version",
        "default_locale",
        "icons",
        "action",
        "commands",
        "options_ui",
        "permissions",
        "host_permissions",
        "optional_host_permissions",
        "content_scripts",
        "background",
        "storage",
        "minimum_chrome_version",
        "browser_specific_settings",
    },
    "action": {"default_title", "default_icon", "default_popup"},
    "options_ui": {"page", "open_in_tab"},
    "storage": {"managed_schema"},
    "background": {"service_worker", "scripts"},
    "content_scripts": {"matches", "exclude_matches", "js", "run_at"},
}
ALLOWED_PERMISSIONS = {"storage", "scripting", "alarms", "webRequest"}

TEMPLATE = "manifest.json.j2"
FILE = re.compile(r"[\w-]+(/[\w.-]+)*\.(js|html|css|json|png|svg)")
MESSAGE = re.compile(r"__MSG_(\w+)__")


class Patterns(NamedTuple):
    """Match patterns of the site files.

    All pages of the sites that are asked for at installation, those of all others, and the pages of the first
    that need the engine.
    """

    hosts: list[str]
    optional: list[str]
    pages: list[str]


def parse(text: str, shown: str) -> dict[str, Any]:
    """Parse a rendered manifest. Raises BuildError when it is no JSON object or has a key twice."""

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(pairs)
        if len(made) < len(pairs):
            twice = next(key for number, (key, _) in enumerate(pairs) if key in dict(pairs[:number]))
            raise BuildError(f"{shown}: {twice}: given twice; expected each key once")
        return made

    try:
        parsed = json.loads(text, object_pairs_hook=once)
    except json.JSONDecodeError as error:
        near = text[max(0, error.pos - 30) : error.pos + 10]
        raise BuildError(f"{shown}: no JSON when rendered: {error.msg} near {near!r}") from None
    if not isinstance(parsed, dict):
        raise BuildError(f"{shown}: expected a JSON object when rendered")
    return parsed


def files(manifest: Mapping[str, Any]) -> dict[str, str]:
    """Give key → path for every file that the manifest names, the keys joined by dots."""
    named = {key: text for key, text in _strings(manifest) if FILE.fullmatch(text)}
    if locale := manifest.get("default_locale"):
        named["default_locale"] = f"_locales/{locale}/messages.json"
    return named


def check(manifest: Mapping[str, Any], patterns: Patterns, shown: str) -> None:
    """Refuse what is off the allowed lists or of no site."""
    _check_keys(manifest, shown)
    _check_listed("permissions", manifest.get("permissions", []), ALLOWED_PERMISSIONS, shown)
    for key, allowed in (
        ("host_permissions", patterns.hosts),
        ("optional_host_permissions", patterns.optional),
    ):
        _check_sites(key, manifest.get(key, []), allowed, shown)
    for number, script in enumerate(manifest.get("content_scripts", [])):
        matches = script.get("matches", [])
        _check_sites(f"content_scripts.{number}.matches", matches, {*patterns.hosts, *patterns.pages}, shown)


def check_files(manifest: Mapping[str, Any], tree: Mapping[str, bytes], shown: str) -> None:
    """Refuse files and messages that are not in `tree` (path → bytes)."""
    for key, path in files(manifest).items():
        if path not in tree:
            raise BuildError(f"{shown}: {key}: no file {path}; expected it in the extension, or made from it")
    known = json.loads(tree[f"_locales/{manifest['default_locale']}/messages.json"])
    for key, text in _strings(manifest):
        for name in MESSAGE.findall(text):
            if name not in known:
                raise BuildError(f"{shown}: {key}: no message {name!r}; expected it in the locales")


def _check_keys(manifest: Mapping[str, Any], shown: str) -> None:
    for table, allowed in ALLOWED_KEYS.items():
        value = manifest.get(table, {}) if table else manifest
        for part in value if isinstance(value, list) else [value]:
            for key in sorted(set(part) - allowed):
                where = f"{table}.{key}" if table else key
                raise BuildError(
                    f"{shown}: {where}: not on the allowed list; expected one of {', '.join(sorted(allowed))}"
                )


def _check_listed(key: str, values: Collection[str], allowed: Collection[str], shown: str) -> None:
    for value in sorted(set(values) - set(allowed)):
        raise BuildError(
            f"{shown}: {key}: {value!r} is not on the allowed list: {', '.join(sorted(allowed))}"
        )


def _check_sites(key: str, values: Collection[str], patterns: Collection[str], shown: str) -> None:
    for value in sorted(set(values) - set(patterns)):
        raise BuildError(f"{shown}: {key}: {value!r} is of no site file: {', '.join(sorted(patterns))}")


def _strings(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _strings(inner, f"{key}.{name}" if key else name)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _strings(inner, f"{key}.{number}")
