"""Texts reach the browsers as they are written; what ships is the same set of messages in every language."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import gather
import locales
import package
import pytest
from errors import BuildError
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from render import Browser, Tree

# The languages of the site (a footer's list), by the names that browsers have for them today.
SPOKEN = (
    "ar bn cs da de el en es fa fi fil fr he hi hu id it ja ko mr ms nb nl pa pl pt_BR ro ru sv te th tr uk "
    "vi zh_CN zh_TW"
)
PIECES = ["{time}", "{n}", "$", "{", "}", "1", "a", "_", " ", "é", "\N{ARABIC LETTER SEEN}", "%", "\\", "\n"]


@settings(deadline=None)  # another test may have the processor
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


def test_every_language_of_the_site_ships_every_message(made: dict[Browser, Tree]) -> None:
    shipped = {path: text for path, text in made["chrome"].items() if path.startswith("_locales/")}
    found = {path.split("/")[1]: json.loads(text) for path, text in shipped.items()}
    assert sorted(found) == sorted(SPOKEN.split())
    assert {tuple(messages) for messages in found.values()} == {tuple(found["en"])}


def test_a_language_is_one_file(project: Path, tree: Callable[..., Tree]) -> None:
    folder = project / "extension" / "locales"
    (folder / "is.toml").write_text(
        (folder / "en.toml").read_text("utf-8").replace("English", "Íslenska"), "utf-8"
    )
    after = tree()
    assert "_locales/is/messages.json" in after
    assert "Íslenska" in after["background/background.js"].decode()


def test_english_stands_for_what_a_language_lacks_and_is_counted(
    project: Path, tree: Callable[..., Tree]
) -> None:
    path = project / "extension" / "locales" / "fr.toml"
    path.write_text(re.sub(r"^off_title = .*\n", "", path.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
    after = tree()
    shown, english = (json.loads(after[f"_locales/{code}/messages.json"]) for code in ("fr", "en"))
    assert shown["off_title"] == english["off_title"]
    assert list(shown) == list(english)
    assert gather.load(project / "extension").untranslated() == {"fr": 1}


def test_a_release_has_every_message_in_every_language(project: Path) -> None:
    path = project / "extension" / "locales" / "fr.toml"
    path.write_text(re.sub(r"^off_title = .*\n", "", path.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
    with pytest.raises(BuildError, match=r"^extension/locales: 1 messages .* missing in fr 1; a release has"):
        package.build(project, project / "dist", ["chrome"], release=True)


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
