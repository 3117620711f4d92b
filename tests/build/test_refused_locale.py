"""One thing is broken in a copy of the real source: the build stops with exactly this line.

Each case: file, what is replaced once (None: the file is deleted), by what, and the line.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from errors import BuildError
from render import Tree, render

EN = """language = "English"
direction = "ltr"

[messages]
store_name = "Untick"
store_summary = "Turns it off."
command_reach = "Open Untick"
action_off = "Turn it off"
seen = "On since {date}, seen at {time}"
setting_one_name = "One"
setting_one_does = "What it does"
"""
FR = (
    EN.replace("English", "Français")
    .replace("Turns it off.", "Désactive.")
    .replace("On since {date}, seen at {time}", "Vu à {time}, actif depuis {date}")
)
CASES: dict[str, tuple[str, str | None, str, str]] = {
    "none": ("locales/en.toml", None, "", "locales/en.toml: missing; expected a TOML file here"),
    "stray message": (
        "locales/fr.toml",
        "store_name",
        'more = "x"\nstore_name',
        "locales/fr.toml: messages.more: unknown message; expected the messages of en.toml, which lacks it",
    ),
    "placeholder": (
        "locales/fr.toml",
        " {time}",
        " midi",
        "locales/fr.toml: messages.seen: placeholder {time} is missing; en.toml has it",
    ),
    "stray placeholder": (
        "locales/fr.toml",
        "{date}",
        "{date} {day}",
        "locales/fr.toml: messages.seen: unknown placeholder {day}; en.toml has {date}, {time}",
    ),
    "brace": (
        "locales/fr.toml",
        "{date}",
        "{date} {Day}",
        "locales/fr.toml: messages.seen: stray '{'; expected a placeholder such as {time}",
    ),
    "dollar": (
        "locales/fr.toml",
        " {date}",
        " ${date}",
        (
            "locales/fr.toml: messages.seen: '$' means something else to browsers; "
            "expected the currency's code or name"
        ),
    ),
    "empty": (
        "locales/fr.toml",
        "Désactive.",
        " ",
        "locales/fr.toml: messages.store_summary: empty; expected a text",
    ),
    "long name": (
        "locales/en.toml",
        'store_name = "Untick"',
        f'store_name = "{"x" * 46}"',
        "locales/en.toml: messages.store_name: 46 characters; expected at most 45",
    ),
    "long summary": (
        "locales/en.toml",
        "Turns it off.",
        "x" * 133,
        "locales/en.toml: messages.store_summary: 133 characters; expected at most 132",
    ),
    "long action": (
        "locales/en.toml",
        "Turn it off",
        "x" * 41,
        "locales/en.toml: messages.action_off: 41 characters; expected at most 40",
    ),
    "number": (
        "locales/fr.toml",
        '"Désactive."',
        "3",
        "locales/fr.toml: messages.store_summary: expected a valid string, not 3",
    ),
    "direction": (
        "locales/fr.toml",
        '"ltr"',
        '"left"',
        "locales/fr.toml: direction: expected 'ltr' or 'rtl', not 'left'",
    ),
    "key": (
        "locales/fr.toml",
        "language",
        'author = "x"\nlanguage',
        "locales/fr.toml: author: unknown key; expected one of language, direction, also, messages",
    ),
    "reserved": (
        "locales/en.toml",
        "store_name",
        'ui_language = "x"\nstore_name',
        (
            "locales/en.toml: messages.ui_language: "
            "expected a name of small letters, digits and _, not one the build adds itself"
        ),
    ),
}


@pytest.fixture(autouse=True)
def _small(project: Path) -> None:
    folder = project / "extension" / "locales"
    for path in folder.iterdir():
        path.unlink()
    (folder / "en.toml").write_text(EN, encoding="utf-8")
    (folder / "fr.toml").write_text(FR, encoding="utf-8")
    # Of many settings only one, since each needs its messages, and none of the site's own.
    for other in ("chatgpt", "x"):
        (project / "extension" / "sites" / f"{other}.toml").unlink()
    site = project / "extension" / "sites" / "linkedin.toml"
    head, first, *settings = site.read_text(encoding="utf-8").split("[[settings]]")
    languages = settings[-1][settings[-1].index("\n[languages.") :]
    own = head[head.index("[own]") : head.index("[sources.")]
    text = f"{head.replace(own, '')}[[settings]]{first}{languages}"
    site.write_text(text.replace('"ai-training"', '"one"'), encoding="utf-8")


@pytest.mark.usefixtures("no_node")
@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_refused(refused: Callable[..., None], case: tuple[str, str | None, str, str]) -> None:
    refused(*case)


def test_whole_is_taken(tree: Callable[..., Tree]) -> None:
    assert "_locales/fr/messages.json" in tree()


def test_file_name(project: Path) -> None:
    (project / "extension" / "locales" / "french.toml").write_text(FR, encoding="utf-8")
    with pytest.raises(BuildError, match=r"^extension/locales/french\.toml: expected a file name such as fr"):
        render(project / "extension", ["chrome"], "1")


def test_not_utf8(project: Path) -> None:
    (project / "extension" / "locales" / "fr.toml").write_bytes(b'language = "Fran\xe7ais"')
    with pytest.raises(BuildError, match=r"^extension/locales/fr\.toml: not UTF-8 \(at byte 16\)$"):
        render(project / "extension", ["chrome"], "1")
