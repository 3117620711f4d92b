"""All that is known before anything is rendered: sites and languages, checked also against each other."""

from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

import guides
import locales
import sites
import words
from errors import BuildError

PARTS = ("name", "does")


class Facts(NamedTuple):
    """The site files, and the locale files by code; the reference has what sites say of their settings."""

    sites: list[sites.Site]
    guides: list[guides.Guide]
    words: words.Common
    locales: dict[str, locales.Locale]

    @property
    def hosts(self) -> list[str]:
        """Match patterns of all pages of the sites that are asked for at installation."""
        return [site.host for site in self.sites if site.required]

    @property
    def optional(self) -> list[str]:
        """The same of those that a person turns on."""
        guided = [host for guide in self.guides for host in guide.hosts]
        return [*(site.host for site in self.sites if not site.required), *guided]

    @property
    def pages(self) -> list[str]:
        """Match patterns of the pages that need the engine, of the sites asked for at installation."""
        return [page for site in self.sites if site.required for page in site.pages]

    @property
    def entries(self) -> list[str]:
        """What the addresses of such pages begin with, of any site, and of those that are guided."""
        switched = [entry for site in self.sites for entry in site.entries]
        return [*switched, *(entry for guide in self.guides for entry in guide.entries)]

    @property
    def regions(self) -> dict[str, str]:
        """The codes of all regions that are named: code → id of a site whose file names it."""
        switched = {code: site.id for site in self.sites for code in site.regions or ()}
        return switched | {code: guide.id for guide in self.guides for code in guide.regions or ()}

    @property
    def languages(self) -> dict[str, dict[str, Any]]:
        """What scripts know of each language without its messages."""
        return {
            code: {"name": locale.language, "direction": locale.direction, "also": locale.also}
            for code, locale in self.locales.items()
        }

    def untranslated(self) -> Counter[str]:
        """Count the messages that a language lacks, by its code: there people read English."""
        reference = self.locales[locales.REFERENCE].messages
        lacking = {code: len(reference.keys() - each.messages.keys()) for code, each in self.locales.items()}
        return Counter({code: count for code, count in lacking.items() if count})


def load(source: Path) -> Facts:
    """Read what stands below `source`, the extension's folder. Raises BuildError when something is wrong."""
    all_sites = sites.load(source)
    found = locales.load(source)
    reference = found[locales.REFERENCE]
    named = {**reference.messages, **_names(all_sites, reference, source.name)}
    found[locales.REFERENCE] = reference.model_copy(update={"messages": named})
    all_guides = guides.load(source)
    _check_hosts(all_sites, all_guides, source.name)
    return Facts(all_sites, all_guides, words.load(source, all_sites), found)


def _check_hosts(all_sites: list[sites.Site], all_guides: list[guides.Guide], shown: str) -> None:
    """Refuse a host of two sites: who gives the right to the one back would take it from the other."""
    owners: dict[str, str] = {}
    for name, key, host in [
        *((site.id, "origin", site.host) for site in all_sites),
        *((guide.id, "pages", host) for guide in all_guides for host in guide.hosts),
    ]:
        if owner := owners.get(host):
            raise BuildError(
                f"{shown}/sites/{name}.toml: {key}: {host} is of {owner}.toml; expected a host once"
            )
        owners[host] = name
    settings = {setting.id for site in all_sites for setting in site.settings}
    for guide in all_guides:
        if guide.id in settings:
            raise BuildError(
                f"{shown}/sites/{guide.id}.toml: id: a setting has it too; expected each id once"
            )


def _names(all_sites: list[sites.Site], reference: locales.Locale, shown: str) -> dict[str, str]:
    """Give the messages that site files bring for their own settings.

    Refuses a setting that people would see without a name or without what it does, or that has them twice.
    """
    brought: dict[str, str] = {}
    for site in all_sites:
        for message in site.own.names() if site.own else []:
            if message not in reference.messages:
                raise BuildError(
                    f"{shown}/sites/{site.id}.toml: own: no message {message!r}; "
                    f"expected it in {shown}/locales/{locales.REFERENCE}.toml"
                )
        for number, setting in enumerate(site.settings):
            for part in PARTS:
                message = f"setting_{setting.id.replace('-', '_')}_{part}"
                where = f"{shown}/sites/{site.id}.toml: settings.{number}"
                own: str | None = getattr(setting, part)
                known = f"{shown}/locales/{locales.REFERENCE}.toml"
                if own is None and message not in reference.messages:
                    raise BuildError(
                        f"{where}: no message {message!r}; expected it in {known}, or `{part}` here"
                    )
                if own is not None:
                    if message in reference.messages:
                        raise BuildError(f"{where}.{part}: {message!r} is in {known} too; expected it once")
                    locales.check_text(f"{where}.{part}", message, own)
                    brought[message] = own
    return brought
