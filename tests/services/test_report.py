"""The report for scripts: every figure, with units, the same whatever units a person reads, and documented."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import pytest

from helpers import day, somebody
from legwork.domain.strength_balance import RatioCall
from legwork.domain.units import Quantity, UnitSystem
from legwork.paths import resources_dir
from legwork.services import report
from legwork.services.check_ins import RecordReadings
from legwork.services.people import ChangePerson, everybody
from legwork.services.profile import Profile
from legwork.services.sample import FillWithSample

TODAY = date(2026, 11, 25)


def told(profile: Profile) -> dict[str, Any]:
    tree: dict[str, Any] = json.loads(report.as_json(profile, everybody(profile), TODAY))
    return tree


@pytest.fixture
def sample(profile: Profile) -> Profile:
    profile.apply(FillWithSample(TODAY, weeks=30))
    return profile


def test_the_published_vector_comes_out(profile: Profile) -> None:
    """SCIENCE section 1: man 180 cm; thigh p10/50/90 58.996/62.303/65.796 cm, calf 37.128/39.342/41.689."""
    person = somebody(profile, sex="male", stature=Quantity(180, "cm", "180"))
    girths = {"flexed_arm": "40", "forearm": "32", "wrist": "17.5"}
    sided = {f"{site}_{side}": text for site, text in girths.items() for side in ("left", "right")}
    texts = {**sided, "chest": "112", "shoulders": "124", "neck": "40", "waist": "84", "upper_thigh_left": "57.8"}
    profile.apply(RecordReadings(person.id, (day(TODAY, **texts),)))
    legs = {one["site"]: one for one in told(profile)["people"][0]["balance"]["legs"]}
    assert legs["upper_thigh"]["middle_cm"] == pytest.approx(62.303, abs=5e-4)
    assert legs["upper_thigh"]["people_10_90_cm"] == pytest.approx([58.996, 65.796], abs=5e-4)
    assert legs["upper_thigh"]["gap_to_middle_cm"]["value"] == pytest.approx(4.503, abs=5e-4)
    assert legs["upper_thigh"]["percentile"]["value"] == pytest.approx(3.90, abs=0.05)
    assert legs["calf"]["middle_cm"] == pytest.approx(39.342, abs=5e-4)
    assert legs["calf"]["own_cm"] is None


def test_units_change_nothing_but_what_was_typed(sample: Profile) -> None:
    before = told(sample)
    sample.apply(ChangePerson(everybody(sample)[0].id, "units", UnitSystem.IMPERIAL))
    after = told(sample)
    numbers = [_numbers(tree["people"][0]) for tree in (before, after)]
    assert numbers[0] == pytest.approx(numbers[1], rel=1e-5, abs=1e-5)
    assert {one["unit"] for one in after["people"][0]["measures"]} <= {"cm", "kg", "%", "L", ""}


def _numbers(tree: object) -> list[float]:
    if isinstance(tree, dict):
        return [number for key in tree for number in _numbers(tree[key])]
    if isinstance(tree, list):
        return [number for one in tree for number in _numbers(one)]
    return [float(tree)] if isinstance(tree, int | float) and not isinstance(tree, bool) else []


def test_every_page_is_in_it(sample: Profile) -> None:
    [person] = told(sample)["people"]
    assert person["check_ins"]["count"] > 20
    measures = {one["measure"] for one in person["measures"]}
    assert {
        "site/upper_thigh:left",
        "ratio/thigh_arm",
        "volume/leg:right",
        "difference/calf",
        "balance/index",
    } <= measures
    assert {one["call"] for one in person["sides"]} <= {"left larger", "right larger", "within"}
    lifts = {(one["lift"], one["side"]): one for one in person["strength"]["lifts"]}
    [calf] = [one for one in person["measures"] if one["measure"] == "site/calf:left"]
    assert len(calf["points"]) == calf["readings"] and calf["points"][-1][1] == calf["last_value"]
    assert person["answers"]["leg_days"] == ["two"]
    assert {one["site"] for one in person["balance"]["body_map"]} >= {"upper_thigh", "calf", "chest"}
    assert len(lifts) == 8 and lifts["split_squat", "left"]["load_kg"] == 44
    assert person["strength"]["ratios"][0]["ratio"] == "squat/bench_press"
    assert set(person["strength"]["ratios"][0]["percentile"]) == {"value", "low_80", "high_80", "tail"}
    assert {one["call"] for one in person["strength"]["ratios"]} <= set(RatioCall)
    assert {one["writer"] for one in person["proportions"]} == {"mccallum", "reeves", "butt", "adonis"}
    assert len(person["causes"]["ranked"]) == 9
    assert person["next_steps"]["hard_sets_a_week"]["calves"][0] >= 3
    assert person["goals"][0]["unit"] == "cm"


def test_the_log_is_in_it(sample: Profile) -> None:
    """Sam's last weeks are those of the plan: three leg days, and the squat of Monday at 107.5 kg."""
    [person] = told(sample)["people"]
    training = person["training"]
    assert training["last_day"] == "2026-11-23" and training["workouts"] > 60
    weeks = training["weeks"]
    assert [one["monday"] for one in weeks][-2:] == ["2026-11-16", "2026-11-23"] and len(weeks) == 12
    assert [one["leg_days"] for one in weeks][-4:] == [3, 3, 3, 1]
    assert weeks[-1]["workouts"] == 1 and weeks[-1]["hard_sets"]["upper"] == 0
    assert weeks[-2]["hard_sets"]["lower"] > weeks[-2]["hard_sets"]["upper"] > 0
    assert weeks[-2]["tonnage_kg"]["lower"] > 20_000
    quads = weeks[-2]["hard_sets_by_muscle"]["quadriceps"]
    assert quads["direct"] >= 10 and quads["indirect"] >= 0
    lifts = {(one["exercise"], one["side"]): one for one in training["lifts"]}
    assert lifts["squat", "none"]["newest"]["day"] == "2026-11-23"
    assert lifts["squat", "none"]["best"]["one_rep_max_kg"] == pytest.approx(144, rel=0.04)
    assert lifts["bulgarian_split_squat", "left"]["newest"]["one_rep_max_kg"] > 0


def test_without_a_workout_nothing_is_told_of_training(profile: Profile) -> None:
    somebody(profile)
    training = told(profile)["people"][0]["training"]
    assert training["workouts"] == 0 and training["last_day"] is None
    assert training["weeks"] == [] and training["lifts"] == []


def _fields(tree: object) -> set[str]:
    if isinstance(tree, dict):
        # Below these the keys are sites and muscles, not fields.
        named = {
            "girths_cm",
            "narrower_with",
            "hard_sets_a_week",
            "answers",
            "formulas_kg",
            "hard_sets_by_muscle",
        }
        return {str(key) for key in tree} | {
            field
            for key, one in tree.items()
            for field in (_fields(list(one.values())) if key in named else _fields(one))
        }
    if isinstance(tree, list):
        return {field for one in tree for field in _fields(one)}
    return set()


def test_the_help_names_every_field_and_no_other(sample: Profile) -> None:
    text = (resources_dir() / "help" / "en" / "46-report.md").read_text(encoding="utf-8")
    bold = {word for part in re.findall(r"\*\*([a-z_ ]+):?\*\*", text) for word in part.split()}
    documented = set(re.findall(r"`([a-z_0-9]+)`", text)) | bold
    fields = _fields(told(sample)) | {"held_back", "area", "urgency", "check", "seen", "may_mean"}
    assert fields - documented == set()
    assert documented - fields - {"null", "_95"} == set()


def test_nobody_measured_and_nothing_known(profile: Profile) -> None:
    somebody(profile)
    [person] = told(profile)["people"]
    assert person["measures"] == [] and person["balance"]["lacks"] == ["sex"]
    assert person["balance"]["index"] is None and person["check_ins"]["first"] is None


def test_the_text_says_the_main_things(sample: Profile) -> None:
    text = report.as_text(sample, everybody(sample), TODAY)
    assert "Of 100 men with your height, waist and upper body" in text
    assert "Leg balance" in text and "1. " in text
