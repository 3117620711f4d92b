"""Here the banner moves, as it does for most: an attack may listen for that."""

from collections.abc import Iterator

import pytest
from page import Page
from preferring import MOTION, preferring


@pytest.fixture(autouse=True)
def motion(page: Page) -> Iterator[None]:
    """Ask for it, whatever the browser was opened with."""
    with preferring(page, *MOTION):
        yield
