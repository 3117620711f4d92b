"""What is bundled can be read and made again, and a mistake in it is told in one line."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from errors import BuildError
from render import Browser, Tree, bundle_pages, render

BUNDLES = [
    "page/shield",
    "page/engine",
    "page/guide",
    "page/report",
    "background/background",
    "overview/overview",
    "popup/popup",
    "options/options",
    "receipts/receipts",
    "report/report",
]
SHIELD = "page/shield.ts"


EAGER = "//# allFunctionsCalledOnLoad"


def head(tree: Tree, name: str) -> list[str]:
    """The lines of a bundle, without Chromium's hint to compile all of it at once."""
    first, *rest = tree[f"{name}.js"].decode().splitlines()
    is_eager = name in ("page/engine", "page/guide")
    assert (first == EAGER) is is_eager, name
    return rest if is_eager else [first, *rest]


def test_each_says_what_it_is_and_is_strict(made: dict[Browser, Tree]) -> None:
    tree = made["chrome"]
    assert {f"{name}.js" for name in BUNDLES} == {name for name in tree if name.endswith(".js")}
    for name in BUNDLES:
        strict, comment, *_ = head(tree, name)
        assert strict == '"use strict";'
        assert comment.startswith(f"/* extension/{name}.ts and what it imports. `uv run build` makes")


def test_each_is_one_file_that_holds_all_it_needs(made: dict[Browser, Tree]) -> None:
    for name, content in made["chrome"].items():
        if name.endswith(".js"):
            assert not re.findall(r"^(?:import|export)\b.*$", content.decode(), re.MULTILINE)


def test_classic_scripts_leave_nothing_in_the_scope_that_others_share(made: dict[Browser, Tree]) -> None:
    for name in BUNDLES[:5]:
        lines = head(made["chrome"], name)
        assert lines[2] == "(function() {"
        assert lines[-1] == "})();"


def test_names_and_documentation_stay(project: Path, tree: Callable[..., Tree]) -> None:
    path = project / "extension" / SHIELD
    more = "/** What a reader needs. */\nconst aNameToRead = () => location.href;\naNameToRead();\n"
    path.write_text(path.read_text("utf-8") + more, "utf-8")
    made = tree()["page/shield.js"].decode()
    assert "/** What a reader needs. */\n\tconst aNameToRead = () => location.href;" in made


def test_a_style_sheet_is_its_text(project: Path) -> None:
    page = project / "page.ts"
    (project / "page.css").write_text('b::after { content: "\\201c `${x}`"; }\n', "utf-8")
    page.write_text('import text from "./page.css";\nconsole.log(text);\n', "utf-8")
    made = bundle_pages(project / "extension", {"more/page.js": page})
    assert list(made) == ["more/page.js"]
    assert 'b::after { content: "\\\\201c \\`\\${x}\\`"; }\n' in made["more/page.js"].decode()


def test_no_path_of_the_machine(project: Path, tree: Callable[..., Tree]) -> None:
    inside = str(project).encode()
    assert not [name for name, content in tree().items() if inside in content]


def test_notices_of_all_libraries(made: dict[Browser, Tree]) -> None:
    texts = [content.decode() for name, content in made["chrome"].items() if name.endswith(".js")]
    comment = re.compile(r"^// node_modules/((?:@[^/\s]+/)?[^/\s]+)/", re.MULTILINE)
    bundled = {library for text in texts for library in comment.findall(text)}
    notices = made["chrome"]["licenses.txt"].decode()
    assert "valibot" in bundled
    assert bundled == set(re.findall(r"^(\S+) \d+\.\d+\.\d+$", notices, re.MULTILINE))
    assert notices.count("Permission is hereby granted") == len(bundled)


@pytest.mark.parametrize(
    ("code", "line"),
    [
        (
            'import { x } from "./nothing.ts";\nx();',
            "line N: Could not resolve './nothing.ts' in extension/FILE",
        ),
        ("const = 3;", "line N: Unexpected token"),
        (
            'import { nothing } from "../core/site.ts";\nnothing();',
            'line N: "nothing" is not exported by "extension/core/site.ts".',
        ),
        ('import fs from "node:fs";\nfs();', "line N: Could not resolve 'node:fs' in extension/FILE"),
        ('eval("1");', "line N: Use of direct `eval` function is strongly discouraged …"),
        ("export const left = 1;", "If you do not supply …"),
    ],
)
def test_a_mistake_is_one_line(project: Path, code: str, line: str) -> None:
    path = project / "extension" / SHIELD
    path.write_text(f"{path.read_text('utf-8')}\n{code}\n", "utf-8")
    _refuses(project, f"extension/FILE: {line}")


def test_modules_import_each_other_one_way(project: Path) -> None:
    page = project / "extension" / "page"
    shield = page / "shield.ts"
    shield.write_text(f'{shield.read_text("utf-8")}\nimport {{ a }} from "./a.ts";\na();\n', "utf-8")
    (page / "a.ts").write_text('import { b } from "./b.ts";\nexport const a = () => b();\n', "utf-8")
    (page / "b.ts").write_text('import { a } from "./a.ts";\nexport const b = () => a();\n', "utf-8")
    _refuses(project, "extension/FILE: Circular dependency: extension/page/… -> extension/page/…")


def test_an_entry_that_is_not_there(project: Path) -> None:
    (project / "extension" / SHIELD).unlink()
    _refuses(project, "extension/FILE: Cannot resolve entry module extension/FILE.")


def _refuses(project: Path, line: str) -> None:
    with pytest.raises(BuildError) as caught:
        render(project / "extension", ["chrome"], "1")
    pattern = re.sub(r"\bN\b", "[0-9]+", re.escape(line.replace("FILE", SHIELD))).replace("…", ".*")
    assert re.fullmatch(pattern, str(caught.value)), str(caught.value)


def test_what_every_page_of_a_site_parses_is_little(made: dict[Browser, Tree]) -> None:
    for tree in made.values():
        assert len(tree["page/shield.js"]) < 4_700
        # The words of 36 languages among them: translators of pages change the language while a page stands.
        assert len(tree["page/engine.js"]) < 250_000
