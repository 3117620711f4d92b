"""One thing is broken in a copy of the real source: the build stops with exactly this line.

Nothing is bundled before. Each case: file, what is replaced once (None: the file is deleted), by what, and
the line.
"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from errors import BuildError
from render import render

SITE = "sites/linkedin.toml"
LETTERS = Path(__file__).parents[1] / "format" / "sites"

CASES: dict[str, tuple[str, str | None, str, str]] = {
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
            "expected one of id, name, kind, origin, required, checked, primary, addresses, page, own, "
            "sources, settings, languages, regions, texts"
        ),
    ),
    "inner key": (
        SITE,
        'id = "ai-training"',
        'id = "ai-training"\nkee = "x"',
        (
            "sites/linkedin.toml: settings.0.kee: unknown key; "
            "expected one of id, page, alias, open, keys, default, since, source, name, does, words"
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
    "primary": (
        SITE,
        'primary = "ai-training"',
        'primary = "ai"',
        "sites/linkedin.toml: primary: 'ai' is no setting; expected one of ai-training, research, …",
    ),
    "form": (
        SITE,
        '"/mypreferences/d/",',
        '"mypreferences",',
        (
            "sites/linkedin.toml: addresses.forms.0: "
            "expected a path that begins with / and has no ?, # or *, not 'mypreferences'"
        ),
    ),
    "page": (
        SITE,
        'page = "interest-categories"',
        'page = "/interest-categories"',
        (
            "sites/linkedin.toml: settings.11.page: "
            "expected a path without / in front, and with no ?, # or *, not '/interest-categories'"
        ),
    ),
    "prefix": (
        SITE,
        '"/mypreferences/d/",',
        '"/feed/",',
        (
            "sites/linkedin.toml: settings.0.page: '/feed/settings/data-for-ai-improvement' is below none of "
            "addresses.settings: /mypreferences/, /psettings/, /mwlite/settings"
        ),
    ),
    "settings": (
        SITE,
        '"/psettings/"',
        '"/psettings/#top"',
        (
            "sites/linkedin.toml: addresses.settings.1: expected a path that begins with /, or with /#, "
            "and has no other ?, # or *, not '/psettings/#top'"
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
        "sites/linkedin.toml: sources.psst-policy.grade: expected 'A', 'B', 'C', 'D' or 'I', not 'E'",
    ),
    "source": (
        SITE,
        'source = "psst-user"',
        'source = "psst"',
        "sites/linkedin.toml: settings.0.source: 'psst' is no source; expected one of psst-policy, psst-user",
    ),
    "attribute": (
        SITE,
        "key_shape = ",
        'key_attribute = "[data-testid]"\nkey_shape = ',
        "sites/linkedin.toml: page.key_attribute: expected an attribute's name in small letters, …",
    ),
    "save": (
        SITE,
        'save = "^/mysettings-api/"',
        'save = "^/mysettings-api/["',
        "sites/linkedin.toml: page.save: expected a regular expression: unterminated character set …",
    ),
    "optional without texts": (
        SITE,
        "required = true",
        "required = false",
        "sites/linkedin.toml: texts.en: missing",
    ),
    "texts": (
        "sites/x.toml",
        "[texts.fr]\nway = [",
        '[texts.fr]\nway = [\n"Ouvrez X.",',
        "sites/x.toml: texts.fr.way: 4 texts; expected 3, as in English",
    ),
    "own": (
        SITE,
        'unsure = "unsure_hand"',
        'unsure = "unsure_hnad"',
        ("sites/linkedin.toml: own: no message 'unsure_hnad'; expected it in extension/locales/en.toml"),
    ),
    "shape": (
        SITE,
        'key_shape = "^(allow',
        'key_shape = "^((allow',
        "sites/linkedin.toml: page.key_shape: expected a regular expression: missing ), …",
    ),
    "language": (
        SITE,
        "[languages.fr]",
        "[languages.french]",
        "sites/linkedin.toml: languages.french: expected a language such as en or pt_BR, not 'french'",
    ),
    "language of words": (
        "words.toml",
        "[languages.fr]",
        "[languages.br]",
        (
            "sites/chatgpt.toml: has words of 'fr', but extension/words.toml has no languages.fr; "
            "expected it, with what labels say on any site"
        ),
    ),
    "menu": (
        SITE,
        'menu = ["Settings & Privacy"',
        'menu = ["Settings & Privacy "',
        (
            "sites/linkedin.toml: languages.en.menu.0: "
            "expected words without space at either end, not 'Settings & Privacy '"
        ),
    ),
    "opposite": (
        "words.toml",
        'opposite = ["nicht"',
        'contrary = ["nicht"',
        "words.toml: languages.de.opposite: missing",
    ),
    "word": (
        "words.toml",
        'opposite = ["nicht"',
        'opposite = ["nicht|nie"',
        (
            "words.toml: languages.de.opposite.0: "
            "expected words without | and without space at either end, not 'nicht|nie'"
        ),
    ),
    "name": (
        SITE,
        'id = "research"',
        'id = "studies"',
        (
            "sites/linkedin.toml: settings.1: no message 'setting_studies_name'; "
            "expected it in extension/locales/en.toml, or `name` here"
        ),
    ),
    "name twice": (
        SITE,
        'id = "research"',
        'id = "research"\nname = "Research"',
        (
            "sites/linkedin.toml: settings.1.name: "
            "'setting_research_name' is in extension/locales/en.toml too; expected it once"
        ),
    ),
    "name of it": (
        SITE,
        'id = "research"',
        'id = "studies"\nname = "Costs 5 $"',
        (
            "sites/linkedin.toml: settings.1.name: '$' means something else to browsers; "
            "expected the currency's code or name"
        ),
    ),
}


@pytest.mark.usefixtures("no_node")
@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_refused(refused: Callable[..., None], case: tuple[str, str | None, str, str]) -> None:
    refused(*case)


@pytest.mark.usefixtures("no_node")
def test_none_to_ask_for_at_installation(refused: Callable[..., None]) -> None:
    refused(SITE, None, "", "sites: none is `required`; expected at least one, such as linkedin.toml")


@pytest.mark.usefixtures("no_node")
def test_settings_of_one_name_in_two_sites(project: Path) -> None:
    sites = project / "extension" / "sites"
    text = (sites / "linkedin.toml").read_text("utf-8").replace('id = "linkedin"', 'id = "another"')
    (sites / "another.toml").write_text(text, "utf-8")
    line = (
        "extension/sites/linkedin.toml: settings.0.id: another.toml has a setting 'ai-training' too; "
        "expected each id in one site only"
    )
    with pytest.raises(BuildError, match=f"^{re.escape(line)}$"):
        render(project / "extension", ["chrome"], "1")


@pytest.mark.usefixtures("no_node")
@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (
            "https://www.letters.example",
            "https://x.com",
            "x.toml: origin: https://x.com/* is of letters.toml; expected a host once",
        ),
        ("letters-ai", "github", "github.toml: id: a setting has it too; expected each id once"),
    ],
)
def test_sites_that_clash(project: Path, old: str, new: str, line: str) -> None:
    text = (LETTERS / "letters.toml").read_text("utf-8")
    assert old in text
    (project / "extension" / "sites" / "letters.toml").write_text(text.replace(old, new), "utf-8")
    with pytest.raises(BuildError, match=f"^{re.escape('extension/sites/' + line)}$"):
        render(project / "extension", ["chrome"], "1")
