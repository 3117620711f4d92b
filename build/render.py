"""Makes the extension of each browser from the source: path → bytes, in memory until all is checked."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, get_args

import gather
import icons
import locales
import manifest
import pages
import templates
from bundle import Bundling
from errors import BuildError

Browser = Literal["chrome", "firefox"]
BROWSERS: tuple[Browser, ...] = get_args(Browser)
Tree = dict[str, bytes]

# What ships as it is, beside the pages and the style sheets that they name.
COPIED = ("managed.json",)


def render(
    source: Path,
    browsers: Sequence[Browser],
    version: str,
    facts: gather.Facts | None = None,
    update_url: str | None = None,
) -> dict[Browser, Tree]:
    """Render the extension in the folder `source`: for each of `browsers` path → bytes, sorted by path.

    `facts`: what stands in `source`, where it has been gathered already. `update_url`: where a Firefox that
    got the extension from no store asks for a newer one. Raises BuildError for anything that is missing,
    unknown, unparsable or not allowed.
    """
    facts = facts or gather.load(source)
    patterns = {"hosts": facts.hosts, "optional": facts.optional, "pages": facts.pages}
    given = {"version": version, "update_url": update_url, **patterns}
    manifests = {browser: _manifest(source, {**given, "browser": browser}, facts) for browser in browsers}
    regions = {code: f"{source.name}/sites/{site}.toml" for code, site in facts.regions.items()}
    with Bundling(source, _data(source, facts), regions=regions) as bundling:
        common = _copied(source) | pages.load(source) | _messages(facts)
        drawn = {path for each in manifests.values() for path in manifest.files(each).values()}
        common |= icons.render(source, sorted(drawn))
        common |= bundling.files()
    pages.check(common, source.name)
    trees: dict[Browser, Tree] = {}
    for browser, parsed in manifests.items():
        manifest.check_files(parsed, common, f"{source.name}/{manifest.TEMPLATE}")
        trees[browser] = dict(sorted({**common, "manifest.json": _encoded(parsed)}.items()))
    return trees


def bundle_pages(source: Path, pages: Mapping[str, Path]) -> Tree:
    """Bundle what does not ship but uses what does: path → TypeScript gives path → script, a module.

    `source`: the extension's folder. Raises BuildError as `render` does.
    """
    with Bundling(source, _data(source, gather.load(source)), pages) as bundling:
        return bundling.files()


def _manifest(source: Path, context: Mapping[str, Any], facts: gather.Facts) -> dict[str, Any]:
    """Give the manifest for a browser, of which all is checked that no other file is needed for."""
    shown = f"{source.name}/{manifest.TEMPLATE}"
    path = source / manifest.TEMPLATE
    if not path.exists():
        raise BuildError(f"{shown}: missing; expected the template of the manifest")
    parsed = manifest.parse(templates.render(path, context, shown), shown)
    manifest.check(parsed, manifest.Patterns(facts.hosts, facts.optional, facts.pages), shown)
    return parsed


def _data(source: Path, facts: gather.Facts) -> dict[str, str]:
    """Give the modules of data: name → TypeScript."""
    context = {
        "sites": [site.data_with_facts() for site in facts.sites],
        "worded_sites": [site.data_with_words() for site in facts.sites],
        "words": facts.words.data(),
        "guides": [guide.data() for guide in facts.guides],
        "entries": facts.entries,
        "languages": facts.languages,
    }
    return {
        f"#data/{path.name.removesuffix('.ts.j2')}": templates.render(
            path, context, f"{source.name}/data/{path.name}"
        )
        for path in sorted((source / "data").glob("*.ts.j2"))
    }


def _messages(facts: gather.Facts) -> Tree:
    reference = facts.locales[locales.REFERENCE]
    return {
        f"_locales/{code}/messages.json": _encoded(locales.messages(code, locale, reference))
        for code, locale in facts.locales.items()
    }


def _copied(source: Path) -> Tree:
    return {name: (source / name).read_bytes() for name in COPIED if (source / name).exists()}


def _encoded(value: Mapping[str, Any]) -> bytes:
    return f"{templates.json_text(value)}\n".encode()
