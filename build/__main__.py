"""The command line: `uv run build [command]`. All options are declared here."""

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

import commands
from commands import BROWSERS, PROJECT
from errors import BuildError

SELF_HOSTED = "where Firefox is to look for a newer version, if you hand it out yourself: a folder's address"


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """End with one line instead of the whole usage."""
        self.exit(2, f"build: {message}; `{self.prog} --help` tells more\n")


def _base(text: str) -> str:
    if not re.fullmatch(r"https://[^\s/?#]+(/[^\s?#]*)?", text):
        raise argparse.ArgumentTypeError(f"expected a folder's https address, not {text!r}")
    return text.rstrip("/")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="uv run build",
        description="Makes the extension and tries it. Without a command: all.",
        epilog="example: uv run build && uv run build demo",
    )
    known = parser.add_subparsers(metavar="command", required=True)

    def add(
        name: str, does: str, example: str, command: Callable[[argparse.Namespace], int]
    ) -> argparse.ArgumentParser:
        epilog = f"example: uv run build {example}"
        added = known.add_parser(name, help=does, description=f"{does[0].upper()}{does[1:]}.", epilog=epilog)
        added.set_defaults(command=command)
        return added

    both = "make dist/chrome, dist/firefox and a zip of each"
    for name, does, made in (
        ("all", both, ("chrome", "firefox")),
        ("firefox", "make dist/firefox and its zip", ("firefox",)),
        ("chrome", "make dist/chrome and its zip", ("chrome",)),
    ):
        building = add(name, does, name, commands.build)
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
        commands.release,
    )
    making.add_argument(
        "--confirm-old", action="store_true", help="also with rules nobody has looked at for long"
    )
    making.add_argument("--update-url", type=_base, metavar="URL", help=SELF_HOSTED)
    signing = add(
        "sign", "have addons.mozilla.org sign the release's package", "sign unlisted", commands.sign
    )
    signing.add_argument(
        "channel", choices=("listed", "unlisted"), help="in the store, or for you to hand out"
    )
    add("upload", "put the release's package into the draft at Chrome's store", "upload", commands.upload)
    add("lint", "make all, then check all that reads code instead of running it", "lint", commands.lint)
    mutate = add(
        "mutate",
        "break the core in small ways, one after another, and tell what no unit test sees",
        "mutate extension/core/site.ts",
        commands.mutate,
    )
    mutate.add_argument("files", nargs="*", metavar="FILE", help="default: all of extension/core")
    diagram = "draw the state machine of an opt-out from its code, into docs/optout.md"
    add("diagram", diagram, "diagram", commands.diagram)
    install = "install the browsers that tests and demo drive, where they are missing"
    add("browsers", install, "browsers", commands.browsers)

    run = add(
        "run",
        "open the real settings page in your own browser with the extension",
        "run --browser chrome",
        commands.run,
    )
    demo = add(
        "demo",
        "show the extension at work on a stand-in of the site, on this machine",
        "demo --lang fr --headless",
        commands.demo,
    )
    capture = add(
        "capture",
        "save reports of a site's real settings pages, in a browser where you sign in yourself",
        "capture --site linkedin",
        commands.capture,
    )
    capture.add_argument("--site", metavar="ID", help="default: every site that is asked for at installation")
    capture.add_argument(
        "--profile",
        type=Path,
        metavar="DIR",
        help="a browser's profile (default: a new one, deleted at the end)",
    )
    capture.add_argument(
        "--into", type=Path, default=PROJECT / "reports", metavar="DIR", help="default: reports"
    )
    for with_browser in (run, demo, capture):
        with_browser.add_argument(
            "--browser", choices=BROWSERS, help="default: firefox, or chrome where there is no firefox"
        )
    run.add_argument("--site", metavar="ID", help="default: every site")
    demo.add_argument(
        "--lang", default="en", metavar="CODE", help="language of browser and site (default: en)"
    )
    demo.add_argument(
        "--site", choices=("linkedin", "x", "chatgpt"), default="linkedin", help="default: linkedin"
    )
    demo.add_argument("--headless", action="store_true", help="open no window, and end by itself")

    sheet = add(
        "sheets",
        "draw every state in every language, narrow and wide, light and dark, into shots/sheets",
        "sheets --lang fr ar",
        commands.sheets,
    )
    sheet.add_argument("--browser", choices=BROWSERS, default="chrome", help="default: chrome")
    picture = add(
        "pictures",
        "make in dist/store the pictures that the stores show, from the extension at work",
        "pictures --lang fr ar",
        commands.pictures,
    )
    for drawing in (sheet, picture):
        drawing.add_argument("--lang", nargs="+", default=[], metavar="CODE", help="default: all")

    page = add(
        "page",
        "make of a person's report a page of the stand-in, and its test",
        "page untick-report-linkedin-ai-training.json",
        commands.page,
    )
    page.add_argument("file", type=Path, metavar="FILE", help="what a person has saved or copied")

    bench = add(
        "bench",
        "measure what the extension costs a page, beside an empty one",
        "bench --rows 3000 30000",
        commands.bench,
    )
    rows = "sizes of the page to measure on (default: 3000 30000 300000)"
    bench.add_argument(
        "--rows", type=int, nargs="+", default=[3_000, 30_000, 300_000], metavar="N", help=rows
    )

    old = add(
        "oldest",
        "run the tests in the oldest browsers that are supported",
        "oldest -- -k proof tests/journeys",
        commands.oldest,
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
