"""The stores' texts: what a store would refuse, the build refuses first."""

import json
import re
from pathlib import Path

import gather
import listing
import package
import pytest
from errors import BuildError

PROJECT = Path(__file__).resolve().parents[2]
MANIFEST = PROJECT / "tests/build/golden/chrome.json"
LONG = "long " * 2_000


@pytest.mark.parametrize(
    ("file", "old", "new", "line"),
    [
        (
            "en.toml",
            'description = """\n',
            f'description = """\n{LONG}',
            "description: N characters; expected …",
        ),
        (
            "fr.toml",
            'description = """\n',
            'description = "Court."\nx = """\n',
            "description: 6 characters; …",
        ),
        (
            "en.toml",
            "What it does",
            "LinkedIn " * 3,
            "description: 'LinkedIn' 6 times; expected at most 5",
        ),
        ("en.toml", '"LinkedIn privacy"', f'"{"x" * 31}"', "search_terms: '…' has 31 characters; …"),
        ("en.toml", '"LinkedIn privacy"', '"a", "b", "c", "d"', "search_terms: 8 terms; expected at most 7"),
        ("en.toml", '"LinkedIn privacy"', f'"{"a " * 14}b"', "search_terms: N words; expected at most 21"),
        ("en.toml", 'amo = "en-US"', 'amo = "en_US"', "amo: expected a code such as …"),
        ("fr.toml", "{sites}", "28", "description: expected the placeholders {sites}, {languages}, {more}"),
        ("listing.toml", "Shows the reminder", LONG, "reasons.alarms: N characters; expected at most 1000"),
        ("listing.toml", "alarms = ", "tabs = ", "reasons: 'alarms': no reason; …"),
        ("listing.toml", '"https://www.linkedin.com/*" = ', '"*://*/*" = ', "reasons: '*://*/*': not in …"),
    ],
)
def test_what_a_store_would_refuse(project: Path, file: str, old: str, new: str, line: str) -> None:
    path = project / "store" / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(BuildError) as caught:
        _check(project)
    pattern = re.sub(r"\bN\b", "[0-9]+", re.escape(f"store/{file}: {line}")).replace("…", ".*")
    assert re.fullmatch(pattern, str(caught.value)), str(caught.value)


def _check(project: Path) -> None:
    listing.check(listing.load(project), json.loads(MANIFEST.read_text("utf-8")))


def test_the_build_looks_at_the_stores_texts(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "render", lambda *_: {"chrome": {"manifest.json": MANIFEST.read_bytes()}})
    assert package.build(project, project / "dist", ["chrome"])
    path = project / "store" / "listing.toml"
    path.write_text(path.read_text("utf-8").replace("alarms = ", "tabs = "), "utf-8")
    with pytest.raises(BuildError, match=r"^store/listing\.toml: reasons: 'alarms'"):
        package.build(project, project / "dist", ["chrome"])


def test_every_language_has_its_text() -> None:
    """And each store has its own code of it, once, or none: AMO's are in core/languages.py of its source."""
    texts = listing.load(PROJECT).texts
    assert texts.keys() == gather.load(PROJECT / "extension").locales.keys()
    assert {code for code, each in texts.items() if each.amo is None} == {"fil", "hi", "mr"}
    assert {code for code, each in texts.items() if each.chrome is None} == {"pa"}
    for store in ("amo", "chrome"):
        codes = [each for each in (getattr(text, store) for text in texts.values()) if each]
        assert len(codes) == len(set(codes))


def test_the_texts_say_what_is() -> None:
    """The buttons are those of the language, the sites and numbers those of the files."""
    facts = gather.load(PROJECT / "extension")
    store = listing.load(PROJECT)
    more = [site.name for site in facts.sites if not site.required]
    english = listing.described(store, facts)["en"]
    assert f"For {len(facts.guides)} more sites" in english
    assert f"by a click: {', '.join(more)}." in english
    for code, text in listing.described(store, facts).items():
        messages = facts.locales[code].messages
        named = [str(len(facts.guides)), str(len(facts.locales)), ", ".join(more), "LinkedIn", "MIT"]
        named += ["Facebook", "Instagram", "WhatsApp", messages["action_turn_off"], messages["action_undo"]]
        assert [each for each in named if each not in text] == [], code
        assert not re.search(r"<\w+|https?:|[{}]", text), code
        assert text.count("\n• ") == english.count("\n• "), code
        assert text.count("\n\n") == english.count("\n\n"), code


def test_what_is_pasted_by_hand_names_each_stores_language() -> None:
    made = listing.dashboards(listing.load(PROJECT), gather.load(PROJECT / "extension"))
    assert "\n## Norsk bokmål (Edge: nb, Chrome: no)\n\nEn bryter i LinkedIn-innstillingene" in made
    assert "\n## ਪੰਜਾਬੀ (Edge: pa, Chrome: not taken)\n" in made
