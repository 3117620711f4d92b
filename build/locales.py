"""The locale files: one TOML file per language, made into the browsers' messages.json."""

import re
from pathlib import Path
from typing import Annotated, Any, Literal

from errors import BuildError
from pydantic import Field
from tables import Table, read

REFERENCE = "en"
PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")
CODE = re.compile(r"[a-z]{2,3}(_([A-Z]{2}|[0-9]{3}))?")
# The stores refuse a longer name or summary: of a name Edge takes 45 characters, Firefox 50, Chrome 75 (MDN,
# manifest.json/name); of a summary Chrome 132 (its manifest's description), Firefox's store 250. A longer
# button does not fit a narrow banner.
LIMITS = {"store_name": 45, "store_summary": 132}
ACTION_LIMIT = 40


class Locale(Table):
    """A locale file. also: other codes for the language, which no standard says are the same."""

    language: Annotated[str, Field(min_length=1)]
    direction: Literal["ltr", "rtl"]
    also: list[Annotated[str, Field(pattern=CODE.pattern)]] = Field(default_factory=list)
    messages: dict[str, str]


def load(source: Path) -> dict[str, Locale]:
    """Read every locale file below `source`, the extension's folder: code → locale, sorted.

    Raises BuildError when one is wrong, or has a message or a placeholder that the reference lacks.
    """
    folder = f"{source.name}/locales"
    locales = {
        REFERENCE: read(source / "locales" / f"{REFERENCE}.toml", Locale, f"{folder}/{REFERENCE}.toml")
    }
    for path in sorted((source / "locales").glob("*.toml")):
        if not CODE.fullmatch(path.stem):
            raise BuildError(f"{folder}/{path.name}: expected a file name such as fr.toml or pt_BR.toml")
        locales[path.stem] = read(path, Locale, f"{folder}/{path.name}")
    for code in sorted(locales):
        _check(f"{folder}/{code}.toml", locales[code].messages, locales[REFERENCE].messages)
    return dict(sorted(locales.items()))


def messages(code: str, locale: Locale, reference: Locale) -> dict[str, Any]:
    """Give the content of messages.json in the order of the reference, whose text stands for one missing.

    Placeholders stay {as_written}: browsers leave them alone, and Untick puts the values in itself, by name.
    `ui_language`, the file's own code, is added: by it the browser says which file it took.
    """
    texts = {"ui_language": code} | reference.messages | locale.messages
    return {key: {"message": text} for key, text in texts.items()}


def names(text: str) -> list[str]:
    """Give the names of the placeholders in `text`, each once, in order of first appearance."""
    return list(dict.fromkeys(PLACEHOLDER.findall(text)))


def _check(shown: str, texts: dict[str, str], reference: dict[str, str]) -> None:
    for key, text in texts.items():
        where = f"{shown}: messages.{key}"
        if key not in reference:
            raise BuildError(
                f"{where}: unknown message; expected the messages of {REFERENCE}.toml, which lacks it"
            )
        if not re.fullmatch(r"[a-z][a-z0-9_]*", key) or key == "ui_language":
            raise BuildError(
                f"{where}: expected a name of small letters, digits and _, not one the build adds itself"
            )
        check_text(where, key, text)
        _check_placeholders(where, names(text), names(reference[key]))


def check_text(where: str, key: str, text: str) -> None:
    """Refuse a text that is empty, too long for its place, or not shown as it is written."""
    if not text.strip():
        raise BuildError(f"{where}: empty; expected a text")
    limit = LIMITS.get(key) or (ACTION_LIMIT if key.startswith("action_") else None)
    if limit and len(text) > limit:
        raise BuildError(f"{where}: {len(text)} characters; expected at most {limit}")
    if stray := re.search(r"[{}]", PLACEHOLDER.sub("", text)):
        raise BuildError(f"{where}: stray {stray[0]!r}; expected a placeholder such as {{time}}")
    if "$" in text:
        raise BuildError(
            f"{where}: '$' means something else to browsers; expected the currency's code or name"
        )


def _check_placeholders(where: str, found: list[str], expected: list[str]) -> None:
    for name in expected:
        if name not in found:
            raise BuildError(f"{where}: placeholder {{{name}}} is missing; {REFERENCE}.toml has it")
    for name in found:
        if name not in expected:
            raise BuildError(
                f"{where}: unknown placeholder {{{name}}}; {REFERENCE}.toml has {_listed(expected)}"
            )


def _listed(expected: list[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in expected) or "none"
