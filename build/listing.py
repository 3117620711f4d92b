"""What the stores show and ask: texts of the folder store, held to what each store takes."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import gather
import locales
from errors import BuildError
from pydantic import AfterValidator, Field
from shapes import Slug, Text
from tables import Table, once, read, shaped

AMO = "amo-metadata.json"
DESCRIPTIONS = "descriptions.md"
COMMON = "listing"
# What a description says by these names changes with the files of sites and languages; `described` fills in.
PLACEHOLDERS = ("sites", "languages", "more")

# Characters of the long description. Edge: learn.microsoft.com, "Publish a Microsoft Edge extension", step 6.
# Chrome takes up to 16,000; for Firefox's store no limit was found. Edge's bind.
DESCRIPTION = (250, 10_000)
# Edge's search terms, from the same page: how many, characters of one, words of all together.
TERMS, TERM, WORDS = 7, 30, 21
OPTIONAL = "optional"
# Characters of a reason or of the single purpose in Chrome's dashboard: its users tell it, Google's pages do
# not.
REASON = 1_000
# Words that a description may have this often: Chrome's listing requirements call more "keyword spam".
OFTEN = 5
KEYWORDS = ("LinkedIn", "AI training", "privacy")


def _reason(text: str) -> str:
    if len(text) > REASON:
        raise ValueError(f"{len(text)} characters; expected at most {REASON}")
    return text


def _description(text: str) -> str:
    fewest, most = DESCRIPTION
    if not fewest <= len(text) <= most:
        raise ValueError(f"{len(text)} characters; expected {fewest} to {most}")
    for keyword in KEYWORDS:
        if text.count(keyword) > OFTEN:
            raise ValueError(f"{keyword!r} {text.count(keyword)} times; expected at most {OFTEN}")
    return text


def _placeholders(text: str) -> str:
    if sorted(locales.names(text)) != sorted(PLACEHOLDERS):
        raise ValueError(f"expected the placeholders {', '.join(f'{{{each}}}' for each in PLACEHOLDERS)}")
    return text


def _terms(terms: list[str]) -> list[str]:
    if len(terms) > TERMS:
        raise ValueError(f"{len(terms)} terms; expected at most {TERMS}")
    if long := next((term for term in terms if len(term) > TERM), None):
        raise ValueError(f"{long!r} has {len(long)} characters; expected at most {TERM}")
    if (words := sum(len(term.split()) for term in terms)) > WORDS:
        raise ValueError(f"{words} words; expected at most {WORDS}")
    return terms


Reason = Annotated[Text, AfterValidator(_reason)]


class Categories(Table):
    """The category in each store, as the store names it."""

    firefox: Slug
    chrome: Text
    edge: Text


class Question(Table):
    """A question on privacy that a store asks, and the answer."""

    question: Text
    answer: Reason


class Notes(Table):
    """What reviewers are told: how to try the extension, and how to make it again from its source."""

    trying: Reason
    rebuilding: Reason


class Listing(Table):
    """What the stores ask once.

    `reasons`: by permission or match pattern of the manifest; one for all hosts that are optional, so that
    another site is one file.
    """

    license: Text
    single_purpose: Reason
    categories: Categories
    reasons: dict[str, Reason]
    privacy: list[Question]
    notes: Notes


class Texts(Table):
    """What the stores show in one language.

    `amo`, `chrome`: its code at addons.mozilla.org and in Chrome's store; missing where they do not have it.
    Edge's store takes the languages of the package, and is the only one that asks for search terms.
    """

    amo: Annotated[str, shaped(r"[a-z]{2,3}(-[A-Z]{2})?", "a code such as fr or en-US")] | None = None
    chrome: Annotated[str, shaped(r"[a-z]{2,3}(_[A-Z]{2})?", "a code such as fr or pt_BR")] | None = None
    search_terms: Annotated[list[Text], AfterValidator(once), AfterValidator(_terms)] = Field(
        default_factory=list
    )
    description: Annotated[
        str, AfterValidator(str.strip), AfterValidator(_description), AfterValidator(_placeholders)
    ]


class Store(Table):
    """The folder store: the listing, and the texts by language."""

    listing: Listing
    texts: dict[str, Texts]


def load(project: Path) -> Store:
    """Read the folder store of `project`. Raises BuildError where a text is not as the stores take it."""
    folder = project / "store"
    listing = read(folder / f"{COMMON}.toml", Listing, f"store/{COMMON}.toml")
    texts = {
        path.stem: read(path, Texts, f"store/{path.name}")
        for path in sorted(folder.glob("*.toml"))
        if path.stem != COMMON
    }
    return Store(listing=listing, texts=texts)


def check(store: Store, manifest: Mapping[str, Any]) -> None:
    """Refuse a permission or host of the manifest without a reason, and a reason for none."""
    optional = {OPTIONAL} if manifest.get("optional_host_permissions") else set()
    asked = {*manifest["permissions"], *manifest["host_permissions"], *optional}
    for name in sorted(asked ^ store.listing.reasons.keys()):
        lacks = "no reason" if name in asked else "not in the manifest"
        raise BuildError(f"store/{COMMON}.toml: reasons: {name!r}: {lacks}; expected one for each permission")


def described(store: Store, facts: gather.Facts) -> dict[str, str]:
    """Give the description in each language, by the code of its file.

    `{sites}`: how many sites are guided; `{languages}`: how many languages there are; `{more}`: the sites
    that a person can turn on.
    """
    more = ", ".join(site.name for site in facts.sites if not site.required)
    numbers = {"sites": len(facts.guides), "languages": len(facts.locales), "more": more}
    return {code: texts.description.format_map(numbers) for code, texts in store.texts.items()}


def amo(store: Store, facts: gather.Facts, said: str, rebuild: str) -> str:
    """Give what `web-ext sign --amo-metadata` sends beside the package, as JSON.

    `said`: the release notes. `rebuild`: the command that makes the package again.
    """
    notes = store.listing.notes
    descriptions = described(store, facts)
    made = {
        "categories": [store.listing.categories.firefox],
        "description": {
            texts.amo: descriptions[code] for code, texts in store.texts.items() if texts.amo is not None
        },
        "version": {
            "license": store.listing.license,
            "release_notes": {"en-US": said},
            "approval_notes": f"{notes.trying}\n\n{notes.rebuilding} The command: {rebuild}",
        },
    }
    return f"{json.dumps(made, ensure_ascii=False, indent=2)}\n"


def dashboards(store: Store, facts: gather.Facts) -> str:
    """Give what is pasted by hand into the forms of Chrome's and Edge's stores, as Markdown."""
    descriptions = described(store, facts)
    made = ["# Descriptions for Chrome's and Edge's stores"]
    for code, texts in store.texts.items():
        made += [
            f"## {facts.locales[code].language} (Edge: {code}, Chrome: {texts.chrome or 'not taken'})",
            descriptions[code],
            f"Edge's search terms: {'; '.join(texts.search_terms)}",
        ]
    return "\n\n".join(made) + "\n"
