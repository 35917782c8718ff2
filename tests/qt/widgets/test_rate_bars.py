"""The rates beside the bars, in the words of the sentences around them."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.rate_bars import RateBars, Rates, monthly


@pytest.mark.parametrize(
    ("rate", "unit", "said"),
    [
        (0.2512, "cm", "+0.25 cm a month"),
        (-0.1234, "in", "−0.123 in a month"),
        (0.0456, "L", "+0.046 L a month"),
        (0.0012, "", "+0.001 a month"),
        (0.001, "cm", "less than 0.01 cm a month"),
        (-0.0001, "L", "less than 0.001 L a month"),
    ],
)
def test_a_rate_is_rounded_as_in_the_sentences(rate: float, unit: str, said: str) -> None:
    assert monthly(rate, unit) == said


def test_an_amount_without_room_beside_its_name_stands_below(qtbot: QtBot, theme: ThemeManager) -> None:
    bars = RateBars(theme)
    qtbot.addWidget(bars)
    bars.show_rates(Rates(0.2512, 0.001, "cm", "lower"))
    wide, narrow = bars.heightForWidth(400), bars.heightForWidth(180)
    assert narrow > wide, "two lines more"
    assert bars.heightForWidth(179) == narrow and bars.hasHeightForWidth()
