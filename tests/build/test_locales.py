"""Texts reach the browsers as they are written: models of how each reads messages.json, and any text."""

import re
from typing import Any

import locales
import pytest
from errors import BuildError
from hypothesis import assume, example, given
from hypothesis import strategies as st

PIECES = [
    "{time}",
    "{n}",
    "$",
    "$$",
    "1",
    "9",
    "a",
    "_",
    "@",
    " ",
    "é",
    "\N{ARABIC LETTER SEEN}",
    "%",
    "\\",
    "\n",
    ".",
]
VALUES = {"time": "14:05", "n": "$3"}


def chromium(entry: dict[str, Any], values: list[str]) -> str:
    """As Chromium does: looks behind every "$" for a name and a "$"; then puts $1 to $9, and $ for $$."""
    text, at = entry["message"], 0
    while (at := text.find("$", at)) >= 0 and (end := text.find("$", at + 1)) >= 0:
        name = text[at + 1 : end]
        if not re.fullmatch(r"[A-Za-z0-9_@]+", name):
            at += 1
            continue
        content = entry["placeholders"][name.lower()]["content"]
        text = text[:at] + content + text[end + 1 :]
        at += len(content)
    return re.sub(
        r"\$(?:([1-9])|(\$+))", lambda found: values[int(found[1]) - 1] if found[1] else found[2], text
    )


def firefox(entry: dict[str, Any], values: list[str]) -> str:
    """As Firefox does: replaces names between two "$"; then puts any number, and $ for $$."""
    names = entry.get("placeholders", {})
    text = re.sub(
        r"\$([A-Za-z0-9@_]+)\$",
        lambda found: names.get(found[1].lower(), {"content": ""})["content"],
        entry["message"],
    )

    def put(found: re.Match[str]) -> str:
        if not found[1]:
            return found[2]
        return values[int(found[1]) - 1] if int(found[1]) <= len(values) else ""

    return re.sub(r"\$(?:([1-9][0-9]*)|(\$+))", put, text)


@given(st.lists(st.sampled_from(PIECES), min_size=1).map("".join))
@example("from {time}$ to {n}")
@example("5 $ for {n}, 1 $ less at {time}.")
@example("$a {n}")
def test_what_is_taken_is_shown_as_written(text: str) -> None:
    assume(_is_taken(text))
    order = locales.names(text)
    entry = locales.message(text, order)
    values = [VALUES[name] for name in order]
    expected = text.format_map(VALUES)
    assert chromium(entry, values) == expected
    assert firefox(entry, values) == expected


@pytest.mark.parametrize("text", ["${n}", "$$", "$a$", "$a{n}", "{n}1"])
def test_what_browsers_would_spoil_is_refused(text: str) -> None:
    with pytest.raises(BuildError, match=r"^file: .* cannot be shown by browsers"):
        locales.check_text("file", "key", text)


def test_numbers_follow_the_reference() -> None:
    order = locales.names("On since {date}, seen at {time}, since {date}")
    entry = locales.message("Vu à {time}, actif depuis {date}", order)
    assert entry == {
        "message": "Vu à $time$, actif depuis $date$",
        "placeholders": {"date": {"content": "$1"}, "time": {"content": "$2"}},
    }


def test_language_tag_and_direction_are_added() -> None:
    locale = locales.Locale(language="Português", direction="ltr", messages={})
    made = locales.messages("pt_BR", locale, locale)
    assert made == {"ui_language": {"message": "pt-BR"}, "ui_direction": {"message": "ltr"}}


def _is_taken(text: str) -> bool:
    try:
        locales.check_text("file", "key", text)
    except BuildError:
        return False
    return True
