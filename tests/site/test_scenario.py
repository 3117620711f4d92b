"""What a scenario refuses."""

import pytest
from standin import Scenario


def test_an_unknown_value_is_refused() -> None:
    with pytest.raises(ValueError, match=r"Scenario\.draw: 'soon'; expected one of at-once, late"):
        Scenario(draw="soon")
