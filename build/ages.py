"""How long ago somebody last looked at what the rules are from."""

from datetime import date
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import guides
import sites

OLD = 180  # days: in half a year a site may well have moved a setting


class Rule(NamedTuple):
    """A rule by name, and the days since its source was seen; None where the file gives no day."""

    name: str
    days: int | None

    @property
    def old(self) -> bool:
        """Whether it is to be looked at again; what has no day may be of any age."""
        return self.days is None or self.days > OLD


def load(source: Path, today: date) -> list[Rule]:
    """Give all rules below `source`, the extension's folder, the youngest first. Raises BuildError.

    A rule is a setting of a site with a switch, or the way to a site's switch or form.
    """
    seen = {
        f"{site.id}/{setting.id}": site.sources[setting.source].date
        for site in sites.load(source)
        for setting in site.settings
    } | {guide.id: guide.checked for guide in guides.load(source)}
    rules = [Rule(name, (today - day).days if day else None) for name, day in seen.items()]
    return sorted(rules, key=lambda rule: (rule.days is None, rule.days, rule.name))


def told(rules: list[Rule]) -> list[str]:
    """Tell each rule's age, a line for all of one age, and how many are old."""
    lines = ["days since the source of a rule was seen:"]
    for days, alike in groupby(rules, lambda rule: rule.days):
        names = ", ".join(rule.name for rule in alike)
        lines.append(f"{'unknown' if days is None else days:>7}  {names}")
    if old := [rule for rule in rules if rule.old]:
        lines.append(f"warning: {len(old)} of {len(rules)} rules are older than {OLD} days or of unknown age")
    return lines
