"""Texts reach the browsers as they are written; what ships is the same set of messages in every language."""

import json
import re
from pathlib import Path

import locales
import pytest
from errors import BuildError
from hypothesis import assume, given
from hypothesis import strategies as st
from render import render

# The languages of the site (a footer's list), by the names that browsers have for them today.
SPOKEN = (
    "ar bn cs da de el en es fa fi fil fr he hi hu id it ja ko mr ms nb nl pa pl pt_BR ro ru sv te th tr uk "
    "vi zh_CN zh_TW"
)
PIECES = ["{time}", "{n}", "$", "{", "}", "1", "a", "_", " ", "é", "\N{ARABIC LETTER SEEN}", "%", "\\", "\n"]


@given(st.lists(st.sampled_from(PIECES), min_size=1).map("".join))
def test_what_is_taken_is_what_is_written(text: str) -> None:
    assume(_is_taken(text))
    assert "$" not in text
    assert set(re.findall(r"\{(\w+)\}", text)) == set(locales.names(text))
    locale = locales.Locale(language="x", direction="ltr", messages={"key": text})
    assert locales.messages("en", locale, locale)["key"] == {"message": text}


@pytest.mark.parametrize("text", ["${n}", "$$", "$a$", "5 $"])
def test_what_browsers_would_take_for_a_placeholder_is_refused(text: str) -> None:
    with pytest.raises(BuildError, match=r"^file: '\$' means something else to browsers"):
        locales.check_text("file", "key", text)


def test_the_code_of_the_file_is_added() -> None:
    locale = locales.Locale(language="Português", direction="ltr", messages={})
    assert locales.messages("pt_BR", locale, locale) == {"ui_language": {"message": "pt_BR"}}


def test_every_language_of_the_site_ships_every_message(project: Path) -> None:
    tree = render(project / "extension", "chrome", "1")
    found = {
        path.split("/")[1]: json.loads(text) for path, text in tree.items() if path.startswith("_locales/")
    }
    assert sorted(found) == sorted(SPOKEN.split())
    assert {tuple(messages) for messages in found.values()} == {tuple(found["en"])}


def test_a_language_is_one_file(project: Path) -> None:
    folder = project / "extension" / "locales"
    (folder / "is.toml").write_text(
        (folder / "en.toml").read_text("utf-8").replace("English", "Íslenska"), "utf-8"
    )
    tree = render(project / "extension", "chrome", "1")
    assert "_locales/is/messages.json" in tree
    assert '"is":' in tree["content/locales.js"].decode().replace(" ", "")


def test_every_message_of_the_reference_has_its_note(project: Path) -> None:
    lines = (
        (project / "extension" / "locales" / "en.toml").read_text("utf-8").split("[messages]")[1].splitlines()
    )
    noted = False
    for line in lines:
        noted = line.startswith("#") or (noted and line != "")
        assert noted or not line, f"no note for translators above {line!r}"


def _is_taken(text: str) -> bool:
    try:
        locales.check_text("file", "key", text)
    except BuildError:
        return False
    return True
