"""Of the ratios of lifts only those that surely stand out are printed."""

from __future__ import annotations

from datetime import date

from helpers import somebody
from legwork.domain.sites import Side
from legwork.domain.units import Quantity
from legwork.qt.pages.balance.sheet import sheet_of
from legwork.services.balance_view import balance_view
from legwork.services.lifts import SetLift
from legwork.services.profile import Profile

TODAY = date(2025, 6, 2)


def test_only_ratios_that_stand_out_are_printed(profile: Profile) -> None:
    man = somebody(profile, sex="male")
    for lift, kg in (("squat", 120.0), ("bench_press", 100.0), ("deadlift", 131.0), ("row", 80.0)):
        profile.apply(SetLift(man.id, TODAY, lift, Side.NONE, Quantity(kg, "kg", f"{kg:g}"), 1, 0))
    view = balance_view(profile, man, TODAY)
    assert "Squat to row" in [one.name for one in view.strength.ratios]
    printed = {one.name: one.words for one in sheet_of(view).strength}
    assert list(printed) == ["Squat to bench press", "Deadlift to bench press"]
    assert printed["Squat to bench press"].startswith("Your squat is low for your bench press")
