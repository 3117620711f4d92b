"""Makes one browser's extension from the source: path → bytes, in memory until all is checked."""

import json
from collections.abc import Mapping
from pathlib import Path
from traceback import extract_tb
from typing import Any, Literal, NoReturn, get_args

import icons
import locales
import manifest
import scripts
import sites
from errors import BuildError
from jinja2 import Environment, StrictUndefined, TemplateError, TemplateRuntimeError, TemplateSyntaxError

Browser = Literal["chrome", "firefox"]
BROWSERS: tuple[Browser, ...] = get_args(Browser)
Tree = dict[str, bytes]

# What the build reads and does not ship; .d.ts holds types that scripts of several pages share, for tsc.
STAYS = (".toml", ".j2", ".d.ts")


def render(source: Path, browser: Browser, version: str) -> Tree:
    """Render the extension in the folder `source` for `browser`: path → bytes, sorted by path.

    Raises BuildError for anything that is missing, unknown, unparsable or not allowed.
    """
    if not source.is_dir():
        raise BuildError(f"{source.name}: missing; expected the extension's source in this folder")
    tree = _copied(source)
    all_sites = sites.load(source)
    all_locales = locales.load(source)
    all_scripts = scripts.load(source)
    tree |= _templates(
        source,
        {
            "browser": browser,
            "version": version,
            "sites": [site.for_engine() for site in all_sites],
            "hosts": [site.host for site in all_sites],
            "pages": [page for site in all_sites for page in site.pages],
            "entries": [page.removesuffix("*") for site in all_sites for page in site.pages],
            "scripts": all_scripts.model_dump(),
            "locales": {
                code: {"name": locale.language, "direction": locale.direction, "also": locale.also}
                for code, locale in all_locales.items()
            },
        },
    )
    scripts.check(all_scripts, tree, source)
    reference = all_locales[locales.REFERENCE]
    _check_names(all_sites, reference, source.name)
    for code, locale in all_locales.items():
        tree[f"_locales/{code}/messages.json"] = _encoded(locales.messages(code, locale, reference))
    shown = f"{source.name}/manifest.json.j2"
    if "manifest.json" not in tree:
        raise BuildError(f"{shown}: missing; expected the template of the manifest")
    parsed = manifest.parse(tree["manifest.json"].decode(), shown)
    tree |= icons.render(source, manifest.files(parsed).values())
    manifest.check(parsed, tree, shown)
    tree["manifest.json"] = _encoded(parsed)
    return dict(sorted(tree.items()))


def _check_names(all_sites: list[sites.Site], reference: locales.Locale, shown: str) -> None:
    """Refuse a setting that people would see without a name, or without what it does."""
    for site in all_sites:
        for number, setting in enumerate(site.settings):
            for message in (f"setting_{setting.id.replace('-', '_')}_{part}" for part in ("name", "does")):
                if message not in reference.messages:
                    raise BuildError(
                        f"{shown}/sites/{site.id}.toml: settings.{number}: no message {message!r}; "
                        f"expected it in {shown}/locales/{locales.REFERENCE}.toml"
                    )


def _copied(source: Path) -> Tree:
    """Give the files that ship as they are."""
    tree: Tree = {}
    for path in source.rglob("*"):
        name = path.relative_to(source).as_posix()
        # Files with a leading dot are what systems and editors leave behind.
        hidden = any(part.startswith(".") for part in path.relative_to(source).parts)
        stays = name.endswith(STAYS) or icons.is_drawing(name)
        if path.is_file() and not hidden and not stays:
            tree[name] = path.read_bytes()
    return tree


def _templates(source: Path, context: Mapping[str, Any]) -> Tree:
    """Render every template below `source`; the output drops the suffix .j2, or is left out if empty."""
    environment = Environment(undefined=StrictUndefined, keep_trailing_newline=True, autoescape=False)  # noqa: S701 - JSON and JavaScript, no HTML
    environment.filters["json"] = _json
    tree: Tree = {}
    for path in sorted(source.rglob("*.j2")):
        name = path.relative_to(source).as_posix()
        shown = f"{source.name}/{name}"

        def text_of(wanted: str, shown: str = shown) -> str:
            try:
                return (source / wanted).read_text(encoding="utf-8")
            except FileNotFoundError:
                raise BuildError(f"{source.name}/{wanted}: missing; {shown} puts it in") from None

        try:
            text = environment.from_string(path.read_text(encoding="utf-8")).render(context, text_of=text_of)
        except TemplateSyntaxError as error:
            raise BuildError(f"{shown}: line {error.lineno}: {error.message}") from None
        except TemplateError as error:
            frames = extract_tb(error.__traceback__)
            line = next(frame.lineno for frame in reversed(frames) if frame.filename == "<template>")
            known = ", ".join(sorted({*context, "text_of"}))
            raise BuildError(f"{shown}: line {line}: {error.message}; the names here are {known}") from None
        if text.strip():
            tree[name.removesuffix(".j2")] = text.encode()
    return tree


def _json(value: Any) -> str:
    # Jinja's own filter escapes quotes and ampersands for HTML, which makes selectors unreadable.
    return json.dumps(value, ensure_ascii=False, indent=2, default=_no_json)


def _no_json(value: Any) -> NoReturn:
    str(value)  # an undefined name raises its own error here
    raise TemplateRuntimeError(f"{value!r} is nothing that JSON can hold")


def _encoded(value: Any) -> bytes:
    return f"{_json(value)}\n".encode()
