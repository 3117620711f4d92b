"""One thing is wrong in the file of a site on which nothing is pressed: the build says so in one line."""

from collections.abc import Callable

import pytest

SITE = "sites/claude.toml"
FORM = "sites/facebook.toml"
READ = "sites/github.toml"

CASES: dict[str, tuple[str, str, str, str]] = {
    "kind": (
        SITE,
        'kind = "guide"',
        'kind = "guided"',
        "sites/claude.toml: kind: expected 'read', 'guide', 'form' or 'none', not 'guided'",
    ),
    "key": (
        SITE,
        'kind = "guide"',
        'kind = "guide"\nadress = "x"',
        (
            "sites/claude.toml: adress: unknown key; expected one of id, name, kind, checked, grade, "
            "address, pages, sign_in, default, regions, protects, words, state, forms, texts"
        ),
    ),
    "file name": (
        SITE,
        'id = "claude"',
        'id = "claud"',
        "sites/claude.toml: id: expected 'claude', as the file is called, not 'claud'",
    ),
    "address": (
        SITE,
        'address = "https://claude.ai',
        'address = "http://claude.ai',
        "sites/claude.toml: address: expected an https address, not …",
    ),
    "state that nobody reads": (
        READ,
        'kind = "read"',
        'kind = "guide"',
        "sites/github.toml: state: expected where `kind` is 'read', and nowhere else",
    ),
    "no state": (
        SITE,
        'kind = "guide"',
        'kind = "read"',
        "sites/claude.toml: state: expected where `kind` is 'read', and nowhere else",
    ),
    "state without words": (
        READ,
        "words = [",
        "words = []\n#",
        "sites/github.toml: state: expected `words`, `address`, `pages` and `sign_in` too: its other …",
    ),
    "state without sign-in pages": (
        READ,
        "sign_in = [",
        "sign_in = []  # ",
        "sites/github.toml: state: expected `words`, `address`, `pages` and `sign_in` too: its other …",
    ),
    "sign-in pages that nobody needs": (
        SITE,
        'grade = "C"',
        'grade = "C"\nsign_in = ["/login"]',
        "sites/claude.toml: sign_in: expected where `kind` is 'read', and nowhere else",
    ),
    "sign-in page": (
        READ,
        'sign_in = ["/login"',
        'sign_in = ["login"',
        "sites/github.toml: sign_in.0: expected a path that begins with / and has no ?, # or *, not 'login'",
    ),
    "page": (
        SITE,
        '"https://claude.ai/settings",',
        '"https://*.claude.ai/settings",',
        "sites/claude.toml: pages.0: expected an https address in small letters up to its path, with …",
    ),
    "page twice": (
        SITE,
        '"https://claude.ai/settings",',
        '"https://claude.ai/settings", "https://claude.ai/settings",',
        "sites/claude.toml: pages: 'https://claude.ai/settings' given twice; expected it once",
    ),
    "another site's host": (
        SITE,
        '"https://claude.ai/settings",',
        '"https://x.com/settings/claude",',
        "sites/claude.toml: pages: https://x.com/* is of x.toml; expected a host once",
    ),
    "another guide's host": (
        FORM,
        '"https://www.facebook.com/privacy",',
        '"https://claude.ai/privacy",',
        "sites/facebook.toml: pages: https://claude.ai/* is of claude.toml; expected a host once",
    ),
    "region that is a group without a name": (
        FORM,
        'regions = ["EU"',
        'regions = ["EEA"',
        (
            "sites/facebook.toml: regions.0: expected a region's code of ISO 3166 or CLDR, such as CH or EU; "
            "of the EEA its members', not 'EEA'"
        ),
    ),
    "region twice": (
        FORM,
        'regions = ["EU"',
        'regions = ["GB"',
        "sites/facebook.toml: regions: 'GB' given twice; expected it once",
    ),
    "language": (SITE, "[texts.fr]", "[texts.de]", "sites/claude.toml: texts.fr: missing"),
    "texts": (
        SITE,
        "[texts.fr]\nway = [",
        '[texts.fr]\nway = [\n  "Encore une étape.",',
        "sites/claude.toml: texts.fr.way: 4 texts; expected 3, as in English",
    ),
    "forms": (
        FORM,
        "[[forms]]",
        '[[forms]]\naddress = "https://example.com/form"\ngrade = "D"\n\n[[forms]]',
        "sites/facebook.toml: texts.en.forms: expected one text for each of `forms`",
    ),
}


@pytest.mark.usefixtures("no_node")
@pytest.mark.parametrize("case", CASES)
def test_refused(refused: Callable[[str, str | None, str, str], None], case: str) -> None:
    refused(*CASES[case])


def test_a_region_that_no_browser_can_name(refused: Callable[[str, str | None, str, str], None]) -> None:
    said = "sites/facebook.toml: regions: Intl has no name for 'QQ'; expected a code such as CH or EU"
    refused(FORM, '"KR"]', '"QQ"]', said)
