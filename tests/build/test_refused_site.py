"""One thing is broken in a copy of the real source: the build stops with exactly this line.

Each case: file, what is replaced once (None: the file is deleted), by what, and the line.
"""

from collections.abc import Callable

import pytest

SITE = "sites/linkedin.toml"

CASES: dict[str, tuple[str, str | None, str, str]] = {
    "none": (SITE, None, "", "sites: no site file; expected at least one, such as linkedin.toml"),
    "syntax": (
        SITE,
        'id = "linkedin"',
        'id = "linkedin',
        "sites/linkedin.toml: no TOML: Illegal character '\\n' (at line 6, column 15)",
    ),
    "key": (
        SITE,
        'id = "linkedin"',
        'id = "linkedin"\nnmae = "x"',
        (
            "sites/linkedin.toml: nmae: unknown key; "
            "expected one of id, name, origin, checked, addresses, page, settings, words, refusals"
        ),
    ),
    "inner key": (
        SITE,
        'id = "ai-training"',
        'id = "ai-training"\nkee = "x"',
        (
            "sites/linkedin.toml: settings.0.kee: unknown key; "
            "expected one of id, paths, keys, default, since, source"
        ),
    ),
    "missing": (SITE, 'id = "ai-training"', "", "sites/linkedin.toml: settings.0.id: missing"),
    "id": (
        SITE,
        'id = "linkedin"',
        'id = "LinkedIn"',
        "sites/linkedin.toml: id: expected small letters, digits and hyphens, not 'LinkedIn'",
    ),
    "file name": (
        SITE,
        'id = "linkedin"',
        'id = "linked"',
        "sites/linkedin.toml: id: expected 'linkedin', as the file is called, not 'linked'",
    ),
    "origin": (
        SITE,
        'origin = "https://www.linkedin.com"',
        'origin = "https://www.linkedin.com/"',
        (
            "sites/linkedin.toml: origin: expected https and a host without path, "
            "such as https://www.example.com, not 'https://www.linkedin.com/'"
        ),
    ),
    "date": (
        SITE,
        "checked = 2026-08-21",
        'checked = "2026-08-21"',
        "sites/linkedin.toml: checked: expected a valid date, not '2026-08-21'",
    ),
    "path": (
        SITE,
        '"/mypreferences/d/interest-categories"',
        '"mypreferences"',
        (
            "sites/linkedin.toml: settings.11.paths.0: "
            "expected a path that begins with / and has no ?, # or *, not 'mypreferences'"
        ),
    ),
    "prefix": (
        SITE,
        '"/mypreferences/d/interest-categories"',
        '"/feed/"',
        (
            "sites/linkedin.toml: settings.11.paths: '/feed/' is below none of addresses.settings: "
            "/mypreferences/, /psettings/"
        ),
    ),
    "same id": (
        SITE,
        'id = "research"',
        'id = "ai-training"',
        "sites/linkedin.toml: settings: two have the id 'ai-training'; expected each id once",
    ),
    "same key": (
        SITE,
        'keys = ["allowAdsByAge"]',
        'keys = ["allowAdsByGender"]',
        "sites/linkedin.toml: settings: two have the key 'allowAdsByGender'; expected each key once",
    ),
    "default": (
        SITE,
        'default = "on"',
        'default = "yes"',
        "sites/linkedin.toml: settings.0.default: expected 'on', 'off' or 'unknown', not 'yes'",
    ),
    "grade": (
        SITE,
        'grade = "B"',
        'grade = "E"',
        "sites/linkedin.toml: settings.0.source.grade: expected 'A', 'B', 'C', 'D' or 'I', not 'E'",
    ),
    "shape": (
        SITE,
        'key_shape = "^(allow',
        'key_shape = "^((allow',
        "sites/linkedin.toml: page.key_shape: expected a regular expression: missing ), …",
    ),
    "language": (
        SITE,
        "[words.fr]",
        "[words.french]",
        "sites/linkedin.toml: words.french: expected a language such as en or pt_BR, not 'french'",
    ),
    "name": (
        SITE,
        'id = "research"',
        'id = "studies"',
        (
            "sites/linkedin.toml: settings.1: no message 'setting_studies_name'; "
            "expected it in extension/locales/en.toml"
        ),
    ),
    "host": (
        SITE,
        'origin = "https://www.linkedin.com"',
        'origin = "https://linkedin.example"',
        (
            "manifest.json.j2: host_permissions: 'https://linkedin.example/*' is not on the allowed list: "
            "https://www.linkedin.com/*"
        ),
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_refused(refused: Callable[..., None], case: tuple[str, str | None, str, str]) -> None:
    refused(*case)
