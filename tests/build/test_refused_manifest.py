"""One thing is broken in a copy of the real source: the build stops with exactly this line.

Each case: file, what is replaced once (None: the file is deleted), by what, and the line.
"""

from collections.abc import Callable

import pytest

MANIFEST = "manifest.json.j2"
KNOWN = "the names here are browser, entries, hosts, locales, pages, scripts, sites, text_of, version"

CASES: dict[str, tuple[str, str | None, str, str]] = {
    "undefined": (
        MANIFEST,
        "{{ version | json }}",
        "{{ versoin | json }}",
        f"manifest.json.j2: line N: 'versoin' is undefined; {KNOWN}",
    ),
    "syntax": (MANIFEST, "{{ version |", "{{ version", "manifest.json.j2: line N: expected token …"),
    "missing": (MANIFEST, None, "", "manifest.json.j2: missing; expected the template of the manifest"),
    "comma": (
        MANIFEST,
        '"manifest_version": 3,',
        '"manifest_version": 3',
        "manifest.json.j2: no JSON when rendered: Expecting ',' delimiter near …",
    ),
    "twice": (
        MANIFEST,
        '"name"',
        '"description": "x",\n"name"',
        "manifest.json.j2: description: given twice; expected each key once",
    ),
    "key": (
        MANIFEST,
        '"name"',
        '"web_accessible_resources": [],\n"name"',
        "manifest.json.j2: web_accessible_resources: not on the allowed list; expected one of action, …",
    ),
    "own world": (
        MANIFEST,
        '"run_at"',
        '"world": "MAIN", "run_at"',
        (
            "manifest.json.j2: content_scripts.world: not on the allowed list; "
            "expected one of js, matches, run_at"
        ),
    ),
    "permission": (
        MANIFEST,
        '["storage"',
        '["tabs", "storage"',
        "manifest.json.j2: permissions: 'tabs' is not on the allowed list: alarms, scripting, storage",
    ),
    "host": (
        MANIFEST,
        '"host_permissions": {{ hosts | json }}',
        '"host_permissions": ["<all_urls>"]',
        "manifest.json.j2: host_permissions: '<all_urls>' is not on the allowed list: https://www.linkedin.com/*",
    ),
    "match": (
        MANIFEST,
        '"matches": {{ pages | json }}',
        '"matches": ["https://*.linkedin.com/*"]',
        (
            "manifest.json.j2: content_scripts.1.matches: 'https://*.linkedin.com/*' is on no allowed host: "
            "https://www.linkedin.com/*"
        ),
    ),
    "script": (
        "content/dom.js",
        None,
        "",
        (
            "scripts.toml: engine.N: no file content/dom.js; "
            "expected it, or its template, in the extension's folder"
        ),
    ),
    "scripts": (
        "scripts.toml",
        '"content/dom.js"',
        '"content/style.js"',
        "scripts.toml: engine: 'content/style.js' given twice; expected it once",
    ),
    "world": (
        "scripts.toml",
        "engine = ",
        "motor = ",
        "scripts.toml: engine: missing",
    ),
    "background": (
        "background/worker.js.j2",
        None,
        "",
        (
            "manifest.json.j2: background.service_worker: no file background/worker.js; "
            "expected it, or its template, in the extension's folder"
        ),
    ),
    "popup": (
        "popup/popup.html",
        None,
        "",
        (
            "manifest.json.j2: action.default_popup: no file popup/popup.html; "
            "expected it, or its template, in the extension's folder"
        ),
    ),
    "locale": (
        MANIFEST,
        '"default_locale": "en"',
        '"default_locale": "is"',
        (
            "manifest.json.j2: default_locale: no file _locales/is/messages.json; "
            "expected it, or its template, in the extension's folder"
        ),
    ),
    "message": (
        MANIFEST,
        '"name": "__MSG_store_name__"',
        '"name": "__MSG_store_nam__"',
        "manifest.json.j2: name: no message 'store_nam'; expected it in the locales",
    ),
    "style": ("ui.css", None, "", "ui.css: missing; extension/content/style.js.j2 puts it in"),
    "icon": (
        "icons/icon.svg",
        None,
        "",
        "icons/icon.svg: missing; expected the drawing that the icons are made from",
    ),
    "drawing": ("icons/icon.svg", "<svg", "<gvs", "icons/icon.svg: expected an SVG drawing: …"),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_refused(refused: Callable[..., None], case: tuple[str, str | None, str, str]) -> None:
    refused(*case)
