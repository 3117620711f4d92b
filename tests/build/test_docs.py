"""What people are told to type exists, and what pages lead to is there."""

import json
import re
import runpy
import shlex
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
PAGES = sorted([*PROJECT.glob("*.md"), *PROJECT.glob("docs/*.md"), *PROJECT.glob("store/*.toml")])
NAMES = [path.relative_to(PROJECT).as_posix() for path in PAGES]


@pytest.mark.parametrize("page", NAMES)
def test_every_command_is_one_that_the_build_takes(page: str) -> None:
    parser = runpy.run_path(str(PROJECT / "build" / "__main__.py"), run_name="read")["_parser"]()
    text = (PROJECT / page).read_text("utf-8")
    for command in re.findall(
        r"\buv run (?:--no-default-groups --group build )?build(?: ([^`\n#;&]+))?", text
    ):
        arguments = shlex.split(command)
        try:
            parser.parse_args(arguments or ["all"])
        except SystemExit:
            pytest.fail(f"{page}: uv run build {command}")


@pytest.mark.parametrize("page", [name for name in NAMES if name.endswith(".md")])
def test_every_link_to_a_file_leads_to_one(page: str) -> None:
    path = PROJECT / page
    for link in re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)[^)]*\)", path.read_text("utf-8")):
        assert (path.parent / link).exists(), f"{page}: {link}"


@pytest.mark.parametrize("page", NAMES)
def test_no_page_has_both_sides_of_a_merge(page: str) -> None:
    marks = re.findall(r"^(?:<{7}|={7}|>{7})(?: .*)?$", (PROJECT / page).read_text("utf-8"), re.MULTILINE)
    assert marks == []


def test_the_french_page_to_install_has_the_same_steps() -> None:
    english, french = (
        (PROJECT / "docs" / name).read_text("utf-8") for name in ("install.md", "install.fr.md")
    )
    for part in (r"^#+ ", r"^(?:\d|-) ?\. ", r"^```\w*\n.*?^```$", r"`[a-z]+:[^`]+`|`untick-[^`]+`|\*\*"):
        found = [re.findall(part, text, re.MULTILINE | re.DOTALL) for text in (english, french)]
        assert found[0] == found[1], part


@pytest.mark.parametrize("page", ["README.md", "docs/install.md"])
def test_what_an_organisation_copies_is_for_this_extension(page: str) -> None:
    golden = json.loads((PROJECT / "tests/build/golden/firefox.json").read_text("utf-8"))
    known = json.loads((PROJECT / "extension/managed.json").read_text("utf-8"))["properties"]
    (block,) = re.findall(
        r"^```json\n(.*?)^```$", (PROJECT / page).read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    policies = json.loads(block)["policies"]
    extension = golden["browser_specific_settings"]["gecko"]["id"]
    assert policies["3rdparty"]["Extensions"].keys() == {extension}
    assert policies["3rdparty"]["Extensions"][extension].keys() <= known.keys()
    assert policies.get("ExtensionSettings", {extension: {}}).keys() == {extension}


def test_every_place_that_contributors_are_sent_to_is_there() -> None:
    named = re.findall(r"`([a-z.]\S*/\S*?)`", (PROJECT / "CONTRIBUTING.md").read_text("utf-8"))
    assert named
    assert [name for name in named if "<" not in name and not (PROJECT / name).exists()] == []
