"""Food of other programs: new, corrected, never over what was typed, and nothing of what is left out of view."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from health_files import MFP_BODY, MFP_FOOD, zipped
from helpers import database_dump
from legwork.domain.food.amounts import Nutrient
from legwork.domain.units import Quantity
from legwork.formats.records import MeasurementTable
from legwork.services import importing
from legwork.services.choices import SetChoices
from legwork.services.documents import read_document
from legwork.services.edit import Outcome
from legwork.services.food import RecordFood, food_days
from legwork.services.importing import LEAVE_OUT, ImportTable, Plan
from legwork.services.people import Person
from legwork.services.profile import Profile

MON, TUE = date(2026, 1, 5), date(2026, 1, 6)
ENERGY, PROTEIN = Nutrient.ENERGY, Nutrient.PROTEIN


def _read(folder: Path, data: str | bytes) -> MeasurementTable:
    file = folder / "export"
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    found = importing.read_file(file)
    assert isinstance(found, MeasurementTable)
    return found


def _take(profile: Profile, person: Person, table: MeasurementTable, **choices: str) -> tuple[Plan, Outcome]:
    wanted = importing.proposed(table) | choices
    plan = importing.preview(profile, person.id, table, wanted)
    outcome = profile.apply(ImportTable(person.id, table, tuple(wanted.items()), "export"))
    assert plan.changes_nothing == (not outcome.changes.rows)
    return plan, outcome


def _eaten(profile: Profile, person: Person, day: date) -> dict[str, str]:
    found = food_days(profile, person.id, day, day)
    return {one.value: f"{each.entered} {each.unit}" for one, each in found[day].amounts.items()} if found else {}


def test_food_comes_in_once_and_goes_in_one_step(profile: Profile, person: Person, tmp_path: Path) -> None:
    before = database_dump(profile)
    plan, outcome = _take(profile, person, _read(tmp_path, MFP_FOOD))
    assert importing.plan_sentence(plan) == "8 new amounts of food and drink on 2 days."
    assert _eaten(profile, person, MON) == {
        "energy": "1568 kcal", "protein": "73.1 g", "carbohydrate": "116.7 g", "fat": "59 g",
    }  # fmt: skip
    [ada] = [one for one in read_document(profile).people if one.uid == person.uid]
    assert {each.source for one in ada.food for each in one.amounts} == {"myfitnesspal"}
    again, _ = _take(profile, person, _read(tmp_path, MFP_FOOD))
    assert importing.plan_sentence(again) == "All of it is here already. Nothing would change."
    profile.apply(outcome.inverse)
    assert database_dump(profile) == before


def test_a_newer_file_corrects_and_what_was_typed_stays(profile: Profile, person: Person, tmp_path: Path) -> None:
    _take(profile, person, _read(tmp_path, MFP_FOOD))
    profile.apply(RecordFood(person.id, MON, ((ENERGY, Quantity(1600.0, "kcal", "1600")),)))
    newer = MFP_FOOD.replace("518.0", "618.0").replace("27.6", "30.6") + "2026-01-08,Dinner,500,1,1,1,1,1,1,1,\n"
    plan, _ = _take(profile, person, _read(tmp_path, newer))
    assert importing.plan_sentence(plan) == (
        "4 new amounts of food and drink on 2 days, 1 amount of food or drink corrected, 6 here already, "
        "1 stays as you typed it."
    )
    assert _eaten(profile, person, MON)["energy"] == "1600 kcal"
    assert _eaten(profile, person, MON)["protein"] == "76.1 g"


def test_another_program_does_not_overwrite_either(profile: Profile, person: Person, tmp_path: Path) -> None:
    _take(profile, person, _read(tmp_path, MFP_FOOD))
    plan, _ = _take(profile, person, _read(
        tmp_path, "Date,Energy (kcal),Protein (g),Completed\n2026-01-05,2000,73.1,true\n"
    ))  # fmt: skip
    assert (plan.food.kept_other, plan.food.same, plan.food.new) == (1, 1, 0)
    assert _eaten(profile, person, MON)["energy"] == "1568 kcal"


def test_energy_that_is_left_out_stays_out(profile: Profile, person: Person, tmp_path: Path) -> None:
    profile.apply(SetChoices(person.id, (("food/energy_shown", ("no",)),), MON, "No energy"))
    plan, _ = _take(profile, person, _read(tmp_path, MFP_FOOD))
    assert (plan.food.new, plan.food.left_out) == (6, 2)
    assert not [row for row in database_dump(profile)["food_amount"] if "energy" in row]


def test_a_column_may_be_left_out(profile: Profile, person: Person, tmp_path: Path) -> None:
    plan, _ = _take(profile, person, _read(tmp_path, MFP_FOOD), Calories=LEAVE_OUT)
    assert (plan.food.new, plan.food.left_out) == (6, 2)
    assert "energy" not in _eaten(profile, person, MON)


def test_weights_and_food_of_one_zip_are_one_step(profile: Profile, person: Person, tmp_path: Path) -> None:
    before = database_dump(profile)
    plan, outcome = _take(profile, person, _read(tmp_path, zipped({"a.csv": MFP_FOOD, "b.csv": MFP_BODY})))
    assert importing.plan_sentence(plan) == (
        "5 new readings, 2 new check-ins, 8 new amounts of food and drink on 2 days."
    )
    assert {"reading", "food_amount"} <= set(outcome.changes.rows)
    profile.apply(outcome.inverse)
    assert database_dump(profile) == before
