"""The goals of the report: the numbers of their view in SI, and nothing dropped."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest

from goal_cases import TODAY, growing, measure, plan, train, want
from legwork.domain.units import Quantity, UnitSystem
from legwork.services.goals import SetGoal
from legwork.services.people import ChangePerson, Person, everybody
from legwork.services.profile import Profile
from legwork.services.report_goals import goals


def told(profile: Profile) -> dict[str, Any]:
    [person] = everybody(profile)
    found: dict[str, Any] = json.loads(json.dumps(goals(profile, person, TODAY)))
    return found


def test_a_goal_with_its_ways(profile: Profile, person: Person) -> None:
    measure(profile, person, "calf_left", growing(0.02))
    train(profile, person, 10)
    plan(profile, person, 14)
    view = want(profile, person, "site/calf:left", 38.5)
    [one] = told(profile)["goals"]
    assert (one["measure"], one["value"], one["unit"], one["missing"]) == ("site/calf:left", 38.5, "cm", None)
    assert one["now"] == pytest.approx(view.now, abs=1e-6) and one["progress"] == 0.0
    assert one["wish"] == view.wish and one["likely_per_month"] == pytest.approx(view.likely, abs=1e-6)
    assert [way["way"] for way in one["ways"]] == ["as_now", "plan", "half"]
    assert [way["sets_a_week"] for way in one["ways"]] == [10, 14, 7]
    days = [one["ways"][0]["reached"][f"chance_{chance}"] for chance in (10, 25, 50, 75)]
    assert days == sorted(days) and one["ways"][0]["four_in_five"] < one["ways"][0]["as_likely_as_not"]
    assert one["said"][0] == view.head


def test_units_change_no_number(profile: Profile, person: Person) -> None:
    measure(profile, person, "calf_left", growing(0.02))
    want(profile, person, "site/calf:left", 39.0)
    [before] = told(profile)["goals"]
    profile.apply(ChangePerson(person.id, "units", UnitSystem.IMPERIAL))
    [after] = told(profile)["goals"]
    for key in ("value", "start", "now", "now_95", "progress", "needed_per_month", "likely_per_month"):
        assert after[key] == pytest.approx(before[key], rel=1e-4, abs=1e-5), key


def test_what_is_not_known_is_not_dropped(profile: Profile, person: Person) -> None:
    profile.apply(SetGoal(person.id, "mood/good", Quantity(9, "", "9"), TODAY + timedelta(9), TODAY, "Mood"))
    want(profile, person, "site/calf", 39.0)
    first, last = told(profile)["goals"]
    assert first["missing"].startswith("Not measured yet") and first["ways"] == [] and first["now"] is None
    assert (last["measure"], last["value"]) == ("mood/good", 9) and "ways" not in last


def test_contradictions_are_in_it(profile: Profile, person: Person) -> None:
    measure(profile, person, "calf_left", lambda week: 38.0)
    assert told(profile)["goal_contradictions"] == []
    want(profile, person, "site/calf:left", 36.0)
    [said] = told(profile)["goal_contradictions"]
    assert "asks for less" in said
