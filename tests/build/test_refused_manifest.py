"""One thing is broken in a copy of the real source: the build stops with exactly this line.

Each case: file, what is replaced once (None: the file is deleted), by what, and the line.
"""

from collections.abc import Callable

import pytest

MANIFEST = "manifest.json.j2"
KNOWN = "the names here are browser, hosts, optional, pages, update_url, version"

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
            "expected one of exclude_matches, js, matches, run_at"
        ),
    ),
    "permission": (
        MANIFEST,
        '["storage"',
        '["tabs", "storage"',
        (
            "manifest.json.j2: permissions: 'tabs' is not on the allowed list: "
            "alarms, scripting, storage, webRequest"
        ),
    ),
    "host": (
        MANIFEST,
        '"host_permissions": {{ hosts | json }}',
        '"host_permissions": ["<all_urls>"]',
        "manifest.json.j2: host_permissions: '<all_urls>' is of no site file: https://www.linkedin.com/*",
    ),
    "optional host": (
        MANIFEST,
        "{{ optional | json }}",
        '["https://*/*"]',
        (
            "manifest.json.j2: optional_host_permissions: 'https://*/*' is of no site file: "
            "https://chatgpt.com/*, https://x.com/*"
        ),
    ),
    "match": (
        MANIFEST,
        '"matches": {{ pages | json }}',
        '"matches": ["https://*.linkedin.com/*"]',
        (
            "manifest.json.j2: content_scripts.1.matches: 'https://*.linkedin.com/*' is of no site file: "
            "https://www.linkedin.com/*, …"
        ),
    ),
    "script": (
        MANIFEST,
        "page/engine.js",
        "page/motor.js",
        (
            "manifest.json.j2: content_scripts.1.js.1: no file page/motor.js; "
            "expected it in the extension, or made from it"
        ),
    ),
    "data": (
        "data/sites.ts.j2",
        "{{ sites",
        "{{ site",
        "data/sites.ts.j2: line N: 'site' is undefined; the names here are entries, …",
    ),
    "popup": (
        "popup/popup.html",
        None,
        "",
        (
            "manifest.json.j2: action.default_popup: no file popup/popup.html; "
            "expected it in the extension, or made from it"
        ),
    ),
    "locale": (
        MANIFEST,
        '"default_locale": "en"',
        '"default_locale": "is"',
        (
            "manifest.json.j2: default_locale: no file _locales/is/messages.json; "
            "expected it in the extension, or made from it"
        ),
    ),
    "message": (
        MANIFEST,
        '"name": "__MSG_store_name__"',
        '"name": "__MSG_store_nam__"',
        "manifest.json.j2: name: no message 'store_nam'; expected it in the locales",
    ),
    "style": (
        "own/pages.css",
        None,
        "",
        "options/options.html: no file own/pages.css; expected it in the extension",
    ),
    "module": (
        "popup/popup.html",
        "popup.js",
        "pop.js",
        "popup/popup.html: no file popup/pop.js; expected it in the extension",
    ),
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
