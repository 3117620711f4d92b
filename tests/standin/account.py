"""The settings of the site and the account that stands behind its pages."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

AI_KEY = "allowDataForGenerativeAI"
AI_PATH = "/mypreferences/d/settings/data-for-ai-improvement"


@dataclass(frozen=True)
class Setting:
    """One settings page: its address below /mypreferences/d (or /m), its keys, its category."""

    tail: str
    keys: tuple[str, ...]
    category: str

    @property
    def slug(self) -> str:
        """Last part of the address."""
        return self.tail.rsplit("/", 1)[-1]


SETTINGS = (
    Setting("settings/data-for-ai-improvement", (AI_KEY,), "privacy"),
    Setting("settings/policy-and-academic-research", ("allowAnonymizedDataResearch",), "privacy"),
    Setting("settings/share-data-with-select-partners", ("shareDataWithTrustedPartners",), "ads"),
    Setting(
        "settings/linkedin-promotions",
        ("allowProfileAndActivityDataForMarketingAds", "tipsForUsingLinkedinViaEmail"),
        "ads",
    ),
    Setting("settings/ads-by-age", ("allowAdsByAge",), "ads"),
    Setting("settings/ads-by-gender", ("allowAdsByGender",), "ads"),
    Setting("settings/ads-beyond-linkedin", ("allowLinkedInAudienceNetwork",), "ads"),
    Setting("settings/ads-interactions-with-business", ("allowUseOfThirdPartyData",), "ads"),
    Setting("settings/ads-related-actions", ("allowConversionTrackings",), "ads"),
    Setting("settings/ads-inferred-location", ("allowIpToPersonalizeAds",), "ads"),
    Setting("interest-categories", ("adsPrivacyAllowInterestsAndBehaviors",), "ads"),
    Setting("member-cookies", ("nonEssentialCookieConsent",), "account"),
)
KEYS = tuple(key for setting in SETTINGS for key in setting.keys)


@dataclass
class Account:
    """What the site has stored. `values` by key; `writes` holds every change that reached it, in order.

    due: values that the site will put back, each with its key and when, by the monotonic clock.
    """

    values: dict[str, bool] = field(default_factory=lambda: dict.fromkeys(KEYS, True))
    writes: list[tuple[str, bool]] = field(default_factory=list)
    signed_in: bool = True
    due: list[tuple[float, str, bool]] = field(default_factory=list)

    def write(self, key: str, value: bool) -> None:
        """Store one value that a page sent."""
        self.values[key] = value
        self.writes.append((key, value))

    def settle(self) -> None:
        """Put back what is due by now. Asked before every answer too: a timer may come late."""
        for at, key, value in self.due:
            if at <= time.monotonic():
                self.values[key] = value
        self.due = [one for one in self.due if one[0] > time.monotonic()]
