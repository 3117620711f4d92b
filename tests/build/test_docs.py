"""What people are told to type exists, and what pages lead to is there."""

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
