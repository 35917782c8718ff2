"""Food by day and quick items: what is kept, how it is added to, and what makes no sense."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from food_cases import TODAY, before, eat, lifter, weigh
from helpers import CALF, WEIGHT, database_dump, entry, somebody
from legwork.domain.food.amounts import FoodUnits, Nutrient, parse_amount
from legwork.domain.units import Quantity, UnitSystem
from legwork.errors import UserError
from legwork.services.check_ins import Day, RecordReadings, check_in_days, on_day
from legwork.services.choices import SetChoices
from legwork.services.food import (
    AddItemToDay,
    DeleteItem,
    FoodItem,
    RecordFood,
    RepeatDay,
    SaveItem,
    food_days,
    food_units,
    items_of,
    newest_food_day,
)
from legwork.services.food_targets import choose_drink_unit, choose_energy_shown, choose_energy_unit
from legwork.services.people import Person
from legwork.services.profile import Profile

ENERGY, PROTEIN, WATER = Nutrient.ENERGY, Nutrient.PROTEIN, Nutrient.WATER
KCAL_240 = Quantity(240.0, "kcal", "240")
GLASS = Quantity(0.25, "mL", "250")
KG = Quantity(80.5, "kg", "80,5")


def _texts(profile: Profile, person: Person, day: date) -> dict[str, str]:
    found = food_days(profile, person.id, day, day)
    amounts = found[day].amounts if day in found else {}
    return {key.value: f"{one.entered} {one.unit}" for key, one in amounts.items()}


def test_a_day_is_kept_as_it_was_typed(profile: Profile, person: Person) -> None:
    eat(profile, person, TODAY, kcal="1800 + 240", water="500 ml", protein="140,5")
    [found] = food_days(profile, person.id, before(7), TODAY).values()
    assert found.amounts == {
        ENERGY: Quantity(2040.0, "kcal", "1800+240"), WATER: Quantity(0.5, "mL", "500"),
        PROTEIN: Quantity(140.5, "g", "140,5"),
    }  # fmt: skip
    assert found.weight is None and newest_food_day(profile, person.id, TODAY) == TODAY


def test_amounts_that_are_not_named_stay_and_none_clears_one(profile: Profile, person: Person) -> None:
    eat(profile, person, TODAY, kcal="2000", protein="150")
    eat(profile, person, TODAY, water="2")
    profile.apply(RecordFood(person.id, TODAY, ((ENERGY, None), (PROTEIN, KCAL_240))))
    assert _texts(profile, person, TODAY) == {"protein": "240 kcal", "water": "2 L"}
    profile.apply(RecordFood(person.id, TODAY, ((PROTEIN, None), (WATER, None), (ENERGY, None))))
    assert food_days(profile, person.id, TODAY, TODAY) == {}


def test_weight_and_food_are_one_edit_and_one_undo(profile: Profile, person: Person) -> None:
    empty = database_dump(profile)
    outcome = profile.apply(RecordFood(person.id, TODAY, ((ENERGY, KCAL_240),), KG))
    [found] = food_days(profile, person.id, TODAY, TODAY).values()
    assert (found.weight, found.amounts) == (KG, {ENERGY: KCAL_240})
    assert on_day(profile, person.id, TODAY).value(WEIGHT) == 80.5
    assert {"food_amount", "reading", "check_in"} <= set(outcome.changes.rows)
    assert outcome.changes.spots == {WEIGHT} and outcome.changes.people == {person.id}
    profile.apply(outcome.inverse)
    assert database_dump(profile) == empty


def test_the_weight_of_a_check_in_is_shown_and_the_tape_is_left_alone(profile: Profile, person: Person) -> None:
    readings = (entry(WEIGHT, "80 + 81 + 80.4"), entry(CALF, "38"))
    profile.apply(RecordReadings(person.id, (Day(TODAY, readings, "tired"),)))
    assert food_days(profile, person.id, TODAY, TODAY)[TODAY].weight == Quantity(80.4, "kg", "80.4")
    eat(profile, person, TODAY, kcal="2000")
    assert len(on_day(profile, person.id, TODAY).readings[WEIGHT]) == 3
    profile.apply(RecordFood(person.id, TODAY, clear_weight=True))
    check_in = on_day(profile, person.id, TODAY)
    assert (set(check_in.readings), check_in.note) == ({CALF}, "tired")
    assert food_days(profile, person.id, TODAY, TODAY)[TODAY].weight is None


def test_two_readings_of_the_scale_are_their_middle(profile: Profile, person: Person) -> None:
    profile.apply(RecordReadings(person.id, (Day(TODAY, (entry(WEIGHT, "80 + 80.5"),)),)))
    assert food_days(profile, person.id, TODAY, TODAY)[TODAY].weight == Quantity(80.25, "kg", "80.25")


def test_a_check_in_of_weight_alone_goes_with_it(profile: Profile, person: Person) -> None:
    weigh(profile, person, TODAY, 80)
    profile.apply(RecordFood(person.id, TODAY, clear_weight=True))
    assert check_in_days(profile, person.id) == {}


def test_days_come_in_order_and_only_of_this_person_and_these_days(profile: Profile, person: Person) -> None:
    ben = somebody(profile, "Ben")
    for days in (1, 5, 3, 40):
        eat(profile, person, before(days), kcal="2000")
    weigh(profile, person, before(4), 80)
    eat(profile, ben, before(2), kcal="3000")
    assert list(food_days(profile, person.id, before(7), TODAY)) == [before(5), before(4), before(3), before(1)]


def test_what_is_to_come_is_not_written_down(profile: Profile, person: Person) -> None:
    tomorrow = date.today() + timedelta(days=1)
    for edit in (RecordFood(person.id, tomorrow, ((ENERGY, KCAL_240),)), RecordFood(person.id, tomorrow, (), KG)):
        with pytest.raises(UserError, match="choose today or a day before"):
            profile.apply(edit)
    eat(profile, person, TODAY, kcal="2000")
    with pytest.raises(UserError, match="choose today"):
        profile.apply(RepeatDay(person.id, tomorrow, TODAY))


@pytest.mark.parametrize("value", [-1.0, float("nan"), float("inf"), 20_001.0])
def test_what_no_day_has_is_refused_whole(profile: Profile, person: Person, value: float) -> None:
    before_it = database_dump(profile)
    amounts = ((PROTEIN, Quantity(150.0, "g", "150")), (ENERGY, Quantity(value, "kcal", "?")))
    with pytest.raises(UserError):
        profile.apply(RecordFood(person.id, TODAY, amounts, KG))
    assert database_dump(profile) == before_it


def test_somebody_who_is_gone(profile: Profile) -> None:
    for edit in (
        RecordFood(99, TODAY, ((ENERGY, KCAL_240),)), RepeatDay(99, TODAY, before(1)), AddItemToDay(99, TODAY, "Tea"),
        SaveItem(99, "Tea", ((WATER, GLASS),)),
    ):  # fmt: skip
        with pytest.raises(UserError, match="no longer here"):
            profile.apply(edit)


def test_a_day_is_repeated_without_its_weight(profile: Profile, person: Person) -> None:
    eat(profile, person, before(1), kcal="1800+240", water="500 ml")
    weigh(profile, person, before(1), 80)
    eat(profile, person, TODAY, kcal="300", protein="20")
    outcome = profile.apply(RepeatDay(person.id, TODAY, before(1)))
    assert _texts(profile, person, TODAY) == {"energy": "1800+240 kcal", "water": "500 mL"}
    assert food_days(profile, person.id, TODAY, TODAY)[TODAY].weight is None
    profile.apply(outcome.inverse)
    assert _texts(profile, person, TODAY) == {"energy": "300 kcal", "protein": "20 g"}


def test_an_empty_day_cannot_be_repeated(profile: Profile, person: Person) -> None:
    weigh(profile, person, before(1), 80)
    with pytest.raises(UserError, match="Nothing is written down for 16 Sep"):
        profile.apply(RepeatDay(person.id, TODAY, before(1)))


def test_an_item_is_added_to_what_stands_there(profile: Profile, person: Person) -> None:
    bar = ((ENERGY, parse_amount("1000 kJ", ENERGY, FoodUnits())), (WATER, GLASS))
    profile.apply(SaveItem(person.id, " Bar \n", bar))
    eat(profile, person, TODAY, kcal="1800")
    for _ in range(2):
        outcome = profile.apply(AddItemToDay(person.id, TODAY, "Bar"))
    assert _texts(profile, person, TODAY) == {"energy": "1800+239+239 kcal", "water": "250+250 mL"}
    profile.apply(outcome.inverse)
    assert _texts(profile, person, TODAY) == {"energy": "1800+239 kcal", "water": "250 mL"}
    assert items_of(profile, person.id) == (FoodItem("Bar", dict(bar)),)


def test_an_item_that_would_be_too_much_is_refused(profile: Profile, person: Person) -> None:
    profile.apply(SaveItem(person.id, "Barrel", ((WATER, Quantity(19.0, "L", "19")),)))
    profile.apply(AddItemToDay(person.id, TODAY, "Barrel"))
    with pytest.raises(UserError, match="more than 20 L"):
        profile.apply(AddItemToDay(person.id, TODAY, "Barrel"))
    assert _texts(profile, person, TODAY) == {"water": "19 L"}


def test_items_keep_their_order_when_they_change(profile: Profile, person: Person) -> None:
    for name in ("Tea", "Oats", "Bar"):
        profile.apply(SaveItem(person.id, name, ((WATER, GLASS),)))
    litres = Quantity(2.0, "L", "2")
    profile.apply(SaveItem(person.id, "Green tea", ((WATER, litres), (PROTEIN, GLASS)), "Tea"))
    profile.apply(SaveItem(person.id, "Green tea", ((PROTEIN, GLASS),), "Green tea"))
    profile.apply(SaveItem(person.id, "OATS", ((ENERGY, KCAL_240),), "Oats"))
    profile.apply(SaveItem(person.id, "Bar", ((ENERGY, KCAL_240), (PROTEIN, GLASS)), "Bar"))
    found = items_of(profile, person.id)
    assert [(one.name, set(one.amounts)) for one in found] == [
        ("Green tea", {PROTEIN}), ("OATS", {ENERGY}), ("Bar", {ENERGY, PROTEIN}),
    ]  # fmt: skip
    same = profile.apply(SaveItem(person.id, "Bar", ((ENERGY, KCAL_240), (PROTEIN, GLASS)), "Bar"))
    assert same.changes.rows == {}


def test_a_deleted_item_stays_in_the_days(profile: Profile, person: Person) -> None:
    profile.apply(SaveItem(person.id, "Tea", ((WATER, GLASS),)))
    profile.apply(AddItemToDay(person.id, TODAY, "Tea"))
    edit = DeleteItem(person.id, "Tea")
    assert edit.notable and "Tea" in edit.label
    profile.apply(edit)
    assert items_of(profile, person.id) == () and _texts(profile, person, TODAY) == {"water": "250 mL"}


@pytest.mark.parametrize(
    ("name", "amounts", "instead_of", "said"),
    [
        ("", ((WATER, GLASS),), "", "Give the item a name"),
        (" \n", ((WATER, GLASS),), "", "Give the item a name"),
        ("x" * 81, ((WATER, GLASS),), "", "too long"),
        ("Oats", (), "", "at least one amount"),
        ("tea", ((WATER, GLASS),), "", "an item named Tea already"),
        ("Tea", ((WATER, GLASS),), "Bar", "an item named Tea already"),
        ("Oats", ((WATER, GLASS),), "Gone", "no longer here"),
        ("Oats", ((WATER, Quantity(-1.0, "L", "-1")),), "", "smaller than none"),
        ("Oats", ((WATER, Quantity(21.0, "L", "21")),), "", "more than 20 L"),
    ],
)
def test_items_that_make_no_sense(
    profile: Profile, person: Person, name: str, amounts: tuple[tuple[Nutrient, Quantity], ...], instead_of: str,
    said: str,
) -> None:  # fmt: skip
    for there in ("Tea", "Bar"):
        profile.apply(SaveItem(person.id, there, ((WATER, GLASS),)))
    kept = database_dump(profile)
    with pytest.raises(UserError, match=said):
        profile.apply(SaveItem(person.id, name, amounts, instead_of))
    assert database_dump(profile) == kept


def test_an_item_that_is_gone_is_told(profile: Profile, person: Person) -> None:
    for edit in (AddItemToDay(person.id, TODAY, "Tea"), DeleteItem(person.id, "Tea")):
        with pytest.raises(UserError, match="This item is no longer here"):
            profile.apply(edit)


def test_while_energy_is_left_out_it_is_neither_read_nor_touched(profile: Profile, person: Person) -> None:
    profile.apply(SaveItem(person.id, "Shake", ((ENERGY, KCAL_240), (PROTEIN, Quantity(30.0, "g", "30")))))
    profile.apply(SaveItem(person.id, "Beer", ((ENERGY, KCAL_240),)))
    eat(profile, person, before(1), kcal="2000", protein="150")
    eat(profile, person, before(2), kcal="1900")
    eat(profile, person, TODAY, kcal="700", fat="9")
    profile.apply(choose_energy_shown(person.id, False, TODAY))
    found = food_days(profile, person.id, before(9), before(1))
    assert [set(one.amounts) for one in found.values()] == [{PROTEIN}]
    assert [one.name for one in items_of(profile, person.id)] == ["Shake"]
    profile.apply(RepeatDay(person.id, TODAY, before(1)))
    profile.apply(AddItemToDay(person.id, TODAY, "Shake"))
    profile.apply(SaveItem(person.id, "Shake", ((PROTEIN, Quantity(25.0, "g", "25")),), "Shake"))
    with pytest.raises(UserError, match="nothing to repeat"):
        profile.apply(RepeatDay(person.id, TODAY, before(2)))
    with pytest.raises(UserError, match="nothing is shown because it holds only what you leave out") as told:
        profile.apply(SaveItem(person.id, "beer", ((WATER, GLASS),)))
    assert "nergy" not in str(told.value) and "kcal" not in str(told.value)
    profile.apply(choose_energy_shown(person.id, True, TODAY))
    assert _texts(profile, person, TODAY) == {"energy": "700 kcal", "protein": "150+30 g"}
    assert _texts(profile, person, before(1)) == {"energy": "2000 kcal", "protein": "150 g"}
    assert items_of(profile, person.id)[0].amounts == {ENERGY: KCAL_240, PROTEIN: Quantity(25.0, "g", "25")}


def test_nobody_under_age_is_shown_energy_whatever_is_chosen(profile: Profile) -> None:
    today = date.today()
    child = lifter(profile, birth_date=today.replace(year=today.year - 17, day=1))
    eat(profile, child, today, kcal="2000", protein="90")
    profile.apply(choose_energy_shown(child.id, True, today))
    assert set(food_days(profile, child.id, today, today)[today].amounts) == {PROTEIN}
    grown = today + timedelta(days=3 * 366)
    assert set(food_days(profile, child.id, today, today, grown)[today].amounts) == {ENERGY, PROTEIN}
    profile.apply(SaveItem(child.id, "Beer", ((ENERGY, KCAL_240),)))
    assert items_of(profile, child.id, today) == () and len(items_of(profile, child.id, grown)) == 1


def test_units_follow_the_person_until_they_choose(profile: Profile, person: Person) -> None:
    ben = somebody(profile, "Ben", units=UnitSystem.IMPERIAL)
    assert food_units(profile, person) == FoodUnits("kcal", "L")
    assert food_units(profile, ben) == FoodUnits("kcal", "fl oz")
    profile.apply(choose_energy_unit(person.id, "kJ", TODAY))
    profile.apply(choose_drink_unit(person.id, "fl oz", TODAY))
    profile.apply(choose_drink_unit(ben.id, "L", TODAY))
    assert (food_units(profile, person), food_units(profile, ben)) == (FoodUnits("kJ", "fl oz"), FoodUnits())
    profile.apply(SetChoices(person.id, (("food/energy_unit", ("stone",)), ("food/drink_unit", ("?",))), TODAY, "x"))
    assert food_units(profile, person) == FoodUnits()


@pytest.mark.parametrize(("choose", "unit"), [(choose_energy_unit, "cal"), (choose_drink_unit, "fl_oz")])
def test_units_that_are_none(choose: object, unit: str) -> None:
    with pytest.raises(ValueError, match=unit):
        choose(1, unit, TODAY)  # type: ignore[operator]


def test_what_the_menu_says(person: Person) -> None:
    year = date.today().year
    day, source = date(year, 3, 2), date(year, 3, 1)
    assert RecordFood(person.id, day, ((ENERGY, KCAL_240),), KG).label == "Food of 2 Mar"
    assert RecordFood(person.id, day, (), KG).label == "Weight of 2 Mar"
    assert RecordFood(person.id, day, clear_weight=True).label == "Weight of 2 Mar"
    assert RepeatDay(person.id, day, source).label == "Food of 2 Mar as on 1 Mar"
    assert AddItemToDay(person.id, day, "Tea").label == "Add Tea"
    assert SaveItem(person.id, " Tea ", ()).label == "Quick item Tea"
