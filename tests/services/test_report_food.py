"""Food in the report for scripts: the figures of the page, and nothing of what is left out."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest

from food_cases import TODAY, before, eat, lifter, weigh
from helpers import somebody
from legwork.domain.food.energy import Activity
from legwork.domain.food.targets import Wish
from legwork.services import report
from legwork.services.food_targets import choose_activity, choose_energy_shown, choose_wish
from legwork.services.food_view import TakeCorrection
from legwork.services.people import everybody
from legwork.services.profile import Profile
from legwork.services.report_food import food
from legwork.services.sample import FillWithSample


def _told(profile: Profile, today: date = TODAY) -> dict[str, Any]:
    tree: dict[str, Any] = json.loads(report.as_json(profile, everybody(profile), today))
    found: dict[str, Any] = tree["people"][0]["food"]
    return found


def test_targets_and_days(profile: Profile) -> None:
    person = lifter(profile)
    weigh(profile, person, TODAY, 80)
    for edit in (choose_activity(person.id, Activity.MODERATE, TODAY), choose_wish(person.id, Wish.MORE, TODAY)):
        profile.apply(edit)
    eat(profile, person, before(1), kcal="8368 kJ", water="500 ml")
    eat(profile, person, before(84), kcal="2000")
    found = _told(profile)
    assert found["targets"]["energy_kcal"] == pytest.approx([3034.9, 3310.8])
    assert found["targets"]["protein_g"] == pytest.approx([128, 176])
    assert found["targets"]["water_l"] == pytest.approx([2.4, 2.8])
    assert found["days"] == [{"day": before(1).isoformat(), "energy_kcal": 2000.0, "water_l": 0.5}]
    assert (found["wish"], found["activity"], found["missing"]) == ("more", "moderate", None)
    assert found["expenditure"]["value_kcal"] is None and "Still needed" in found["expenditure"]["said"][0]


def test_the_sample_has_an_interval_and_a_correction(profile: Profile) -> None:
    profile.apply(FillWithSample(TODAY))
    spent = _told(profile)["expenditure"]
    assert spent["low_80"] < spent["value_kcal"] < spent["high_80"] and spent["days_with_energy"] > 60
    assert spent["correction_kcal"] in (75.0, 100.0, 125.0, 150.0, 175.0, 200.0)


def test_nothing_of_energy_while_it_is_left_out(profile: Profile) -> None:
    profile.apply(FillWithSample(TODAY))
    sam = everybody(profile)[0]
    profile.apply(TakeCorrection(sam.id, 150.0, TODAY))
    profile.apply(choose_energy_shown(sam.id, False, TODAY))
    whole = report.as_json(profile, everybody(profile), TODAY)
    assert "kcal" not in whole and "+150" not in whole and '"energy_kcal"' not in whole
    found = _told(profile)
    assert found["energy_shown"] is False and "expenditure" not in found and found["targets"]["protein_g"]
    assert "wish" not in found


def test_nobody_known(profile: Profile) -> None:
    found = food(profile, somebody(profile), TODAY)
    assert found["targets"] is None and found["days"] == [] and str(found["missing"]).startswith("No weight")


def test_a_child(profile: Profile) -> None:
    today = date.today()
    child = lifter(profile, birth_date=today - timedelta(days=16 * 366))
    weigh(profile, child, today, 60)
    eat(profile, child, today, kcal="2000", protein="80")
    found = _told(profile, today)
    assert found["targets"] is None and found["days"] == [{"day": today.isoformat(), "protein_g": 80.0}]
    assert "kcal" not in json.dumps(found)
