"""What each room of the source may know: the core nothing of browsers, no script anything of one site."""

import re
import tomllib
from pathlib import Path
from urllib.parse import urlsplit

import pytest

EXTENSION = Path(__file__).resolve().parents[2] / "extension"
CORE = sorted((EXTENSION / "core").rglob("*.ts"))
COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.DOTALL)
IMPORT = re.compile(r"\bfrom\s+\"([^\"]+)\"|\bimport\s*\(?\s*\"([^\"]+)\"")
SOURCES = sorted(
    path for path in EXTENSION.rglob("*") if path.suffix in {".ts", ".html", ".css", ".json", ".j2"}
)


def shown(path: Path) -> str:
    return path.relative_to(EXTENSION).as_posix()


@pytest.mark.parametrize("path", CORE, ids=shown)
def test_core_imports_nothing_but_core_and_its_library(path: Path) -> None:
    for name in ("".join(found) for found in IMPORT.findall(path.read_text("utf-8"))):
        inside = name.startswith("./") and (path.parent / name).resolve() in CORE
        assert inside or name == "valibot", f"{shown(path)} imports {name}"


@pytest.mark.parametrize("path", CORE, ids=shown)
def test_core_reads_no_clock_and_throws_no_dice(path: Path) -> None:
    code = COMMENT.sub("", path.read_text("utf-8"))
    assert not re.findall(r"\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bTemporal\.Now\b", code)


@pytest.mark.parametrize("path", SOURCES, ids=shown)
def test_no_script_names_a_site(path: Path) -> None:
    sites = [tomllib.loads(file.read_text("utf-8")) for file in (EXTENSION / "sites").glob("*.toml")]
    code = COMMENT.sub("", path.read_text("utf-8"))
    switches = [site for site in sites if "settings" in site]
    names = {name for site in switches for name in (site["id"], site["name"], site["origin"])}
    names -= {"x", "X"}  # names of other things too; what is the site's alone is its origin and its settings
    names |= {setting["id"] for site in switches for setting in site["settings"] if "-" in setting["id"]}
    # Others are called by words such as "X" and "Zoom": their hosts are theirs alone.
    names |= {urlsplit(site["address"]).hostname or "" for site in sites if "address" in site}
    assert not [name for name in names if re.search(rf"\b{re.escape(name)}\b", code, re.IGNORECASE)]
