"""What each command does. What that needs is imported when it is asked for: no command waits for the rest."""

import argparse
import time
from datetime import UTC, datetime
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
DIST = PROJECT / "dist"
BROWSERS = ("firefox", "chrome")


def build(args: argparse.Namespace) -> int:
    """Make the extension; tell what was made, and how old its rules are."""
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


def _described(path: Path) -> str:
    shown = path.relative_to(PROJECT).as_posix()
    if path.is_file():
        return f"{shown:<34} {path.stat().st_size / 1024:7.1f} KB"
    sizes = [inner.stat().st_size for inner in path.rglob("*") if inner.is_file()]
    return f"{shown + '/':<34} {sum(sizes) / 1024:7.1f} KB in {len(sizes)} files"


def release(args: argparse.Namespace) -> int:
    """Make what people and stores get."""
    import release

    return release.main(PROJECT, DIST, confirm_old=args.confirm_old, base=args.update_url)


def sign(args: argparse.Namespace) -> int:
    """Have Firefox's package signed."""
    import sign

    return sign.firefox(PROJECT, DIST, args.channel)


def upload(_: argparse.Namespace) -> int:
    """Put Chrome's package into its store's draft."""
    import sign

    return sign.chrome(PROJECT, DIST)


def lint(_: argparse.Namespace) -> int:
    """Check all that reads code instead of running it."""
    import lint

    return lint.main(PROJECT, DIST)


def mutate(args: argparse.Namespace) -> int:
    """Break the core in small ways."""
    import mutate

    return mutate.main(PROJECT, args.files)


def diagram(_: argparse.Namespace) -> int:
    """Draw the state machine."""
    import diagram

    return diagram.main(PROJECT)


def browsers(_: argparse.Namespace) -> int:
    """Install the browsers that are missing."""
    import browsers

    for name in BROWSERS:
        print(f"{name}: {browsers.need(name).binary}")
    return 0


def run(args: argparse.Namespace) -> int:
    """Open the real settings page with the extension."""
    import run

    return run.main(PROJECT, DIST, args.browser, args.site)


def demo(args: argparse.Namespace) -> int:
    """Show the extension at work on a stand-in."""
    import demo

    return demo.main(args.browser, args.lang, args.headless, args.site)


def sheets(args: argparse.Namespace) -> int:
    """Draw every state in every language."""
    import sheets

    return sheets.main(PROJECT, DIST, args.browser, args.lang)


def pictures(args: argparse.Namespace) -> int:
    """Make the pictures that the stores show."""
    import pictures

    return pictures.main(PROJECT, DIST, args.lang)


def bench(args: argparse.Namespace) -> int:
    """Measure what the extension costs a page."""
    import bench

    return bench.main(args)


def capture(args: argparse.Namespace) -> int:
    """Save reports of real settings pages."""
    import capture

    return capture.main(PROJECT, DIST, args.browser, args.site, profile=args.profile, into=args.into)


def page(args: argparse.Namespace) -> int:
    """Make a page and a test of a person's report."""
    import reports

    return reports.main(PROJECT, args.file)


def oldest(args: argparse.Namespace) -> int:
    """Run the tests in the oldest supported browsers."""
    import oldest

    return oldest.main(PROJECT, DIST, args.arguments)
