"""One thing is broken in the file of a site with its switch in a dialog: the build stops with one line.

Each case: what is replaced once, by what, and the line.
"""

from collections.abc import Callable

import pytest

SITE = "sites/chatgpt.toml"

CASES: dict[str, tuple[str, str, str]] = {
    "alias": (
        'alias = "/#settings',
        'alias = "?tab=#settings',
        (
            "sites/chatgpt.toml: settings.0.alias: expected a path, or all of it from / or /# on, "
            "with no other ?, # or *, not '?tab=#settings/DataControls'"
        ),
    ),
    "alias below nothing": (
        'alias = "/#settings',
        'alias = "/#menu',
        (
            "sites/chatgpt.toml: settings.0.page: '/#menu/DataControls' is below none of "
            "addresses.settings: /settings/, /#settings"
        ),
    ),
    "open": (
        'open = "improve-model-open',
        'open = "improve model open',
        (
            "sites/chatgpt.toml: settings.0.open: expected a hook without space, "
            "not 'improve model open-modal-button'"
        ),
    ),
    "open by its own key": (
        'open = "improve-model-open-modal-button"',
        'open = "improve-model-toggle"',
        (
            "sites/chatgpt.toml: settings.0.open: 'improve-model-toggle' is a switch's key; "
            "expected the hook of what opens its dialog"
        ),
    ),
    "open without an attribute": (
        'key_attribute = "data-testid"',
        "",
        (
            "sites/chatgpt.toml: settings.0.open: no page.key_attribute; "
            "expected it, as the hook is written there"
        ),
    ),
}


@pytest.mark.usefixtures("no_node")
@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_refused(refused: Callable[..., None], case: tuple[str, str, str]) -> None:
    refused(SITE, *case)
