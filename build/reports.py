"""Makes of a report a page of the stand-in, and a case for its test: what is right is to be filled in."""

import json
import subprocess
from collections.abc import Mapping
from itertools import count
from pathlib import Path
from typing import Any

import node
import sites
import words
from errors import BuildError
from jinja2 import Environment, FileSystemLoader, StrictUndefined

PROJECT = Path(__file__).resolve().parent.parent
SCRIPT = "build/rebuild.ts"
PAGES = Path("tests", "pages", "reports")
# A report is about 10 to 100 KB.
LARGEST = 1_000_000
UNKNOWN = "…"


def main(project: Path, file: Path) -> int:
    """Write page and case of the report in `file` below `project`; gives the exit code.

    Raises BuildError when that is no report.
    """
    folder = project / PAGES
    for path in write(project, file, folder):
        print(path.relative_to(project).as_posix())
    print("say in the second what is right there; then `uv run pytest tests/reports` fails until it is so")
    return 0


def write(project: Path, file: Path, folder: Path) -> tuple[Path, Path]:
    """Write page and case of the report in `file` into `folder`, by a name that is free; gives both.

    Raises BuildError when that is no report.
    """
    made = rebuilt(project, read(file), file.name)
    report = made["report"]
    first = f"{report['site']}-{report['setting']}-{report['told'] or 'untold'}"
    names = (first if number == 1 else f"{first}-{number}" for number in count(1))
    name = next(one for one in names if not (folder / f"{one}.html").exists())
    folder.mkdir(parents=True, exist_ok=True)
    page, case = folder / f"{name}.html", folder / f"{name}.toml"
    page.write_text(page_of(made), "utf-8")
    case.write_text(_render("case.toml.j2", {**made, "path": _path(report)}), "utf-8")
    return page, case


def read(file: Path) -> str:
    """Give what is in `file`. Raises BuildError when it is missing, too large for a report, or no text."""
    try:
        if file.stat().st_size > LARGEST:
            raise BuildError(f"{file.name}: larger than any report ({LARGEST // 1000} KB)")
        return file.read_text("utf-8")
    except OSError as error:
        raise BuildError(f"{file.name}: {error.strerror}") from None
    except UnicodeDecodeError:
        raise BuildError(f"{file.name}: no text") from None


def rebuilt(project: Path, text: str, shown: str) -> dict[str, Any]:
    """Give what a page is drawn from, and the report, of the report `text`; `shown`: its name in messages.

    Raises BuildError when that is no report, by the schema that the extension itself has.
    """
    node.modules(PROJECT)
    known = sites.load(project / "extension")
    given = {
        "text": text,
        "sites": [site.data_with_words() for site in known],
        "words": words.load(project / "extension", known).data(),
    }
    done = subprocess.run(
        [*node.program(), str(PROJECT / SCRIPT)],
        input=json.dumps(given),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    try:
        reply: dict[str, Any] = json.loads(done.stdout)
    except ValueError:
        raise BuildError(f"{SCRIPT}: gave no answer: {done.stderr.strip()[-300:]}") from None
    if "error" in reply:
        raise BuildError(f"{shown}: no report: {reply['error']}")
    return reply


def page_of(made: Mapping[str, Any]) -> str:
    """Give the page that what `rebuilt` gave is drawn on: only data, drawn by the stand-in's own script."""
    report = made["report"]
    lang = "und" if report["lang"] == UNKNOWN else report["lang"]
    return _render("page.html.j2", {"lang": lang, "title": made["title"], "body": made["body"]})


def _path(report: Mapping[str, Any]) -> str:
    """Give an address that stands for the report's, which leaves out what is not known of it."""
    return str(report["path"]).replace(UNKNOWN, "held")


def _render(name: str, values: Mapping[str, Any]) -> str:
    folder = PROJECT / "build" / "rebuilt"
    environment = Environment(
        loader=FileSystemLoader(folder),
        undefined=StrictUndefined,
        autoescape=name.endswith(".html.j2"),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["json"] = _quoted
    return environment.get_template(name).render(values)


def _quoted(text: str) -> str:
    """Give `text` as TOML has it, in one line of plain characters."""
    return json.dumps(text)
