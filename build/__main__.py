"""The command line: `uv run build [command]`. All options are declared here."""

import argparse
import re
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

from errors import BuildError

PROJECT = Path(__file__).resolve().parent.parent
DIST = PROJECT / "dist"
BROWSERS = ("firefox", "chrome")
SELF_HOSTED = "where Firefox is to look for a newer version, if you hand it out yourself: a folder's address"


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """End with one line instead of the whole usage."""
        self.exit(2, f"build: {message}; `{self.prog} --help` tells more\n")


def _build(args: argparse.Namespace) -> int:
    import ages
    import package

    started = time.perf_counter()
    made = package.build(PROJECT, DIST, args.browsers, release=args.release, base=args.update_url)
    for path in made:
        print(_described(path))
    print(f"built in {time.perf_counter() - started:.2f} s")
    for line in ages.told(ages.load(PROJECT / "extension", datetime.now(UTC).date())):
        print(line)
    return 0


def _base(text: str) -> str:
    if not re.fullmatch(r"https://[^\s/?#]+(/[^\s?#]*)?", text):
        raise argparse.ArgumentTypeError(f"expected a folder's https address, not {text!r}")
    return text.rstrip("/")


def _described(path: Path) -> str:
    shown = path.relative_to(PROJECT).as_posix()
    if path.is_file():
        return f"{shown:<34} {path.stat().st_size / 1024:7.1f} KB"
    sizes = [inner.stat().st_size for inner in path.rglob("*") if inner.is_file()]
    return f"{shown + '/':<34} {sum(sizes) / 1024:7.1f} KB in {len(sizes)} files"


def _release(args: argparse.Namespace) -> int:
    import release

    return release.main(PROJECT, DIST, confirm_old=args.confirm_old, base=args.update_url)


def _sign(args: argparse.Namespace) -> int:
    import sign

    return sign.firefox(PROJECT, DIST, args.channel)


def _upload(_: argparse.Namespace) -> int:
    import sign

    return sign.chrome(PROJECT, DIST)


def _lint(_: argparse.Namespace) -> int:
    import lint

    return lint.main(PROJECT, DIST)


def _mutate(args: argparse.Namespace) -> int:
    import mutate

    return mutate.main(PROJECT, args.files)


def _diagram(_: argparse.Namespace) -> int:
    import diagram

    return diagram.main(PROJECT)


def _browsers(_: argparse.Namespace) -> int:
    import browsers

    for name in BROWSERS:
        print(f"{name}: {browsers.need(name).binary}")
    return 0


def _run(args: argparse.Namespace) -> int:
    import run

    return run.main(PROJECT, DIST, args.browser, args.site)


def _demo(args: argparse.Namespace) -> int:
    import demo

    return demo.main(args.browser, args.lang, args.headless, args.site)


def _sheets(args: argparse.Namespace) -> int:
    import sheets

    return sheets.main(PROJECT, DIST, args.browser, args.lang)


def _pictures(args: argparse.Namespace) -> int:
    import pictures

    return pictures.main(PROJECT, DIST, args.lang)


def _bench(args: argparse.Namespace) -> int:
    import bench

    return bench.main(args)


def _oldest(args: argparse.Namespace) -> int:
    import oldest

    return oldest.main(PROJECT, DIST, args.arguments)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="uv run build",
        description="Makes the extension and tries it. Without a command: all.",
        epilog="example: uv run build && uv run build demo",
    )
    commands = parser.add_subparsers(metavar="command", required=True)

    def add(
        name: str, does: str, example: str, command: Callable[[argparse.Namespace], int]
    ) -> argparse.ArgumentParser:
        epilog = f"example: uv run build {example}"
        added = commands.add_parser(
            name, help=does, description=f"{does[0].upper()}{does[1:]}.", epilog=epilog
        )
        added.set_defaults(command=command)
        return added

    both = "make dist/chrome, dist/firefox and a zip of each"
    for name, does, made in (
        ("all", both, ("chrome", "firefox")),
        ("firefox", "make dist/firefox and its zip", ("firefox",)),
        ("chrome", "make dist/chrome and its zip", ("chrome",)),
    ):
        building = add(name, does, name, _build)
        building.set_defaults(browsers=made)
        building.add_argument(
            "--release",
            action="store_true",
            help="refuse messages that a language lacks, not only count them",
        )
        building.add_argument("--update-url", type=_base, metavar="URL", help=SELF_HOSTED)
    making = add(
        "release",
        "make in dist/release what people and stores get: packages, source, sums, notes",
        "release --update-url https://example.org/untick",
        _release,
    )
    making.add_argument(
        "--confirm-old", action="store_true", help="also with rules nobody has looked at for long"
    )
    making.add_argument("--update-url", type=_base, metavar="URL", help=SELF_HOSTED)
    signing = add("sign", "have addons.mozilla.org sign the release's package", "sign unlisted", _sign)
    signing.add_argument(
        "channel", choices=("listed", "unlisted"), help="in the store, or for you to hand out"
    )
    add("upload", "put the release's package into the draft at Chrome's store", "upload", _upload)
    add("lint", "make all, then check all that reads code instead of running it", "lint", _lint)
    mutate = add(
        "mutate",
        "break the core in small ways, one after another, and tell what no unit test sees",
        "mutate extension/core/site.ts",
        _mutate,
    )
    mutate.add_argument("files", nargs="*", metavar="FILE", help="default: all of extension/core")
    diagram = "draw the state machine of an opt-out from its code, into docs/optout.md"
    add("diagram", diagram, "diagram", _diagram)
    install = "install the browsers that tests and demo drive, where they are missing"
    add("browsers", install, "browsers", _browsers)

    run = add(
        "run",
        "open the real settings page in your own browser with the extension",
        "run --browser chrome",
        _run,
    )
    demo = add(
        "demo",
        "show the extension at work on a stand-in of the site, on this machine",
        "demo --lang fr --headless",
        _demo,
    )
    for with_browser in (run, demo):
        with_browser.add_argument(
            "--browser", choices=BROWSERS, help="default: firefox, or chrome where there is no firefox"
        )
    run.add_argument("--site", metavar="ID", help="default: every site")
    demo.add_argument(
        "--lang", default="en", metavar="CODE", help="language of browser and site (default: en)"
    )
    demo.add_argument("--site", choices=("linkedin", "x"), default="linkedin", help="default: linkedin")
    demo.add_argument("--headless", action="store_true", help="open no window, and end by itself")

    sheet = add(
        "sheets",
        "draw every state in every language, narrow and wide, light and dark, into shots/sheets",
        "sheets --lang fr ar",
        _sheets,
    )
    sheet.add_argument("--browser", choices=BROWSERS, default="chrome", help="default: chrome")
    picture = add(
        "pictures",
        "make in dist/store the pictures that the stores show, from the extension at work",
        "pictures --lang fr ar",
        _pictures,
    )
    for drawing in (sheet, picture):
        drawing.add_argument("--lang", nargs="+", default=[], metavar="CODE", help="default: all")

    bench = add(
        "bench",
        "measure what the extension costs a page, beside an empty one",
        "bench --rows 3000 30000",
        _bench,
    )
    rows = "sizes of the page to measure on (default: 3000 30000 300000)"
    bench.add_argument(
        "--rows", type=int, nargs="+", default=[3_000, 30_000, 300_000], metavar="N", help=rows
    )

    old = add(
        "oldest",
        "run the tests in the oldest browsers that are supported",
        "oldest -- -k proof tests/journeys",
        _oldest,
    )
    old.add_argument("arguments", nargs="*", metavar="...", help="what pytest is given")
    return parser


def main(arguments: Sequence[str]) -> int:
    """Run the command that `arguments` name; gives the exit code."""
    args = _parser().parse_args(arguments or ["all"])
    try:
        code: int = args.command(args)
    except BuildError as error:
        print(f"build: {error}", file=sys.stderr)
        return 1
    except ModuleNotFoundError as error:
        print(f"build: {error.name} is not installed; start it by `uv run build`", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
