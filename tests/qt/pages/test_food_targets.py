"""The week, the targets and what is spent, as they are seen and chosen; and what is said where a fact is missing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from food_driver import TODAY, YESTERDAY, FoodDesk, food_of
from legwork.domain.food.targets import Wish
from legwork.domain.measures import Family, Measure
from legwork.domain.units import Quantity
from legwork.qt.widgets.food_week_picture import FoodWeekPicture
from legwork.services.food_targets import choose_activity, choose_wish, food_plan
from legwork.services.goals import SetGoal
from legwork.services.people import AddPerson
from legwork.services.settings import TEXT_PERCENT, ChangeSetting
from program_driver import Desk, fill, opened

TAB = Qt.FocusPolicy.TabFocus
ADULT = AddPerson("Ada", "female", date(1990, 3, 1), Quantity(165.0, "cm", "165"))


@pytest.fixture
def food(desk: Desk) -> FoodDesk:
    return FoodDesk(desk)


@pytest.fixture
def weighed(food: FoodDesk) -> FoodDesk:
    food.remember(YESTERDAY, weight="80")
    return food


@pytest.fixture
def measured(desk: Desk) -> FoodDesk:
    """Forty days on which less was eaten than the equation says, at a weight that stays: so less is spent."""
    profile, person = desk.context.profile, desk.person
    for back in range(1, 41):
        profile.apply(food_of(person.id, TODAY - timedelta(days=back), energy=str(1900 + 10 * (back % 5)), weight="80"))
    profile.apply(choose_wish(person.id, Wish.MAINTAIN, TODAY))
    desk.context.runner.reload_everything()
    return FoodDesk(desk)


def texts(widget: QWidget) -> str:
    return " ".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def someone(qtbot: QtBot, folder: Path, person: AddPerson) -> Iterator[FoodDesk]:
    fill(folder, person)
    with opened(qtbot, folder) as desk:
        yield FoodDesk(desk)


@pytest.fixture
def young(qtbot: QtBot, folder: Path) -> Iterator[FoodDesk]:
    yield from someone(
        qtbot, folder, AddPerson("Kim", "male", TODAY - timedelta(days=15 * 365), Quantity(170, "cm", "170"))
    )


@pytest.fixture
def of_unknown_height(qtbot: QtBot, folder: Path) -> Iterator[FoodDesk]:
    yield from someone(qtbot, folder, AddPerson("Kim", "male", date(1990, 1, 1)))


# Targets


def test_targets_stand_beside_the_fields_with_their_sums_below(desk: Desk, weighed: FoodDesk) -> None:
    """80 kg: protein 1.6 to 2.2 g a kilogram."""
    assert weighed.said("food_words_protein") == "128 to 176 g"
    assert weighed.page.day_card.rows["protein"].bar.range == (128, 176)
    assert "128 to 176 g" in texts(weighed.page.targets.card.targets)
    assert weighed.said("food_sums") == ""
    desk.click("food_sums_fold")
    desk.settle()
    assert "Protein: 1.6 to 2.2 g × 80.0 kg = 128 to 176 g" in weighed.said("food_sums")


def test_the_bar_follows_what_is_typed(weighed: FoodDesk) -> None:
    bar = weighed.page.day_card.rows["protein"].bar
    assert bar.amount is None, "no entry is not nothing eaten"
    weighed.enter("protein", "0")
    assert bar.amount == 0
    weighed.enter("protein", "90+40")
    assert bar.amount == 130


def test_a_wish_moves_the_energy_and_can_be_undone(desk: Desk, weighed: FoodDesk) -> None:
    before = weighed.said("food_words_energy")
    chooser = desk.child(QComboBox, "food_wish")
    chooser.setFocus()
    chooser.setCurrentIndex(chooser.findData(Wish.MAINTAIN))
    desk.press(Qt.Key.Key_End)
    desk.settle()
    plan = food_plan(desk.context.profile, desk.person, TODAY)
    assert plan.wish is Wish.LESS and plan.wish_chosen
    assert weighed.said("food_words_energy") != before
    desk.undo()
    desk.settle()
    assert weighed.said("food_words_energy") == before
    assert chooser.currentData() != Wish.LESS


def test_a_deficit_says_what_it_costs_while_the_goal_is_growth(desk: Desk, weighed: FoodDesk) -> None:
    person = desk.person
    desk.context.runner.apply(choose_wish(person.id, Wish.LESS, TODAY))
    desk.settle()
    assert weighed.said("food_cautions") == ""
    later = TODAY + timedelta(days=200)
    goal = SetGoal(person.id, str(Measure(Family.VOLUME, "leg")), Quantity(9.0, "L", "9"), later, TODAY, "Leg")
    desk.context.runner.apply(goal)
    desk.settle()
    assert "works against growth" in weighed.said("food_cautions")


def test_units_are_chosen_on_the_page(desk: Desk, weighed: FoodDesk) -> None:
    weighed.enter("energy", "2400")
    desk.click("food_energy_unit_1")
    desk.click("food_drink_unit_1")
    desk.settle()
    assert weighed.field("energy").text() == "2400 kcal", "what was typed stays as it was typed"
    assert weighed.said("food_words_energy").startswith("10 042 of ") and weighed.said("food_words_energy").endswith(
        "kJ"
    )
    assert weighed.said("food_words_water") == "81 to 95 fl oz"
    weighed.enter("energy", "9000")
    assert weighed.stored()["energy"] == "9000 kJ"


def test_another_activity_is_kept(desk: Desk, weighed: FoodDesk) -> None:
    chooser = desk.child(QComboBox, "food_activity")
    chooser.setFocus()
    desk.press(Qt.Key.Key_End)
    desk.settle()
    plan = food_plan(desk.context.profile, desk.person, TODAY)
    assert plan.activity_chosen and plan.activity.value == "very_high"


# What is missing


def test_a_missing_weight_is_typed_on_this_page(desk: Desk, food: FoodDesk) -> None:
    assert "No weight of the last 12 weeks" in food.said("food_missing")
    assert food.said("food_words_protein") == "" and not food.page.day_card.rows["protein"].bar.isVisible()
    food.alt(Qt.Key.Key_Left)
    desk.click("food_mend")
    assert food.page.day == TODAY and desk.has_focus("food_weight")
    desk.write("80")
    desk.press(Qt.Key.Key_Return)
    desk.settle()
    assert food.said("food_missing") == "" and food.said("food_words_protein") == "128 to 176 g"


def test_a_missing_height_leads_to_people(of_unknown_height: FoodDesk) -> None:
    food, desk = of_unknown_height, of_unknown_height.desk
    food.enter("weight", "80")
    assert "height" in food.said("food_missing")
    desk.click("food_mend")
    assert desk.window.current_page().name == "people"


def test_somebody_under_age_sees_nothing_of_energy(young: FoodDesk) -> None:
    young.enter("weight", "60")
    young.enter("protein", "80")
    assert young.stored() == {"weight": "60 kg", "protein": "80 g"}
    assert "adults only" in young.said("food_missing")
    assert not young.page.day_card.rows["energy"].isVisible()
    assert not young.page.targets.spending.isVisible()
    assert not young.page.targets.card.energy.isVisible(), "that is not theirs to choose"
    shown = texts(young.page) + " ".join(one.text() for one in young.page.findChildren(QPushButton) if one.isVisible())
    assert "kcal" not in shown and "kJ" not in shown


def test_energy_can_be_left_out_altogether(desk: Desk, measured: FoodDesk) -> None:
    assert "kcal" in texts(measured.page)
    desk.click(desk.child(QCheckBox, "food_energy_shown"))
    desk.settle()
    assert not measured.page.day_card.rows["energy"].isVisible()
    buttons = " ".join(one.text() for one in measured.page.findChildren(QPushButton) if one.isVisible())
    said = texts(measured.page) + buttons
    assert (
        "kcal " not in f"{said} ".replace("nothing of kcal or kJ", "")
        and not measured.page.targets.spending.isVisible()
    )
    picture = measured.page.week_card.picture
    assert picture.accessibleDescription() and "Energy" not in picture.accessibleDescription()
    assert measured.said("food_words_protein")
    desk.undo()
    desk.settle()
    assert measured.page.day_card.rows["energy"].isVisible() and measured.page.targets.spending.isVisible()


# What is spent


def test_too_little_is_known_at_first(weighed: FoodDesk) -> None:
    assert weighed.said("food_spent") == ""
    assert "21 days" in weighed.said("food_spent_notes")
    weighed.enter("energy", "2400")
    weighed.remember(YESTERDAY, energy="2300")
    assert "Still needed: 13 more days with their energy" in weighed.said("food_spent_notes")
    assert not weighed.page.targets.spending.proposal.isVisible()


def test_what_is_spent_is_an_interval_and_a_correction_can_be_taken(desk: Desk, measured: FoodDesk) -> None:
    low, high = (int(one.replace(" ", "")) for one in measured.said("food_spent").split(" kcal")[0].split(" to "))
    assert low < 1950 < high, "as much as was eaten, at a weight that stayed"
    before = measured.said("food_words_energy")
    assert "−200 kcal" in measured.said("food_step") and measured.said("food_step_reason")
    desk.click("food_step_take")
    desk.settle()
    assert food_plan(desk.context.profile, desk.person, TODAY).step_kcal == -200
    assert measured.said("food_words_energy") != before
    assert not measured.page.targets.spending.proposal.isVisible(), "the scale must show it first"
    desk.click("food_step_drop")
    desk.settle()
    assert measured.said("food_words_energy") == before
    desk.undo()
    desk.undo()
    desk.settle()
    assert measured.page.targets.spending.proposal.isVisible()
    assert measured.said("food_words_energy") == before


def test_a_correction_can_be_refused(desk: Desk, measured: FoodDesk) -> None:
    before = measured.said("food_words_energy")
    desk.click("food_step_refuse")
    desk.settle()
    assert not measured.page.targets.spending.proposal.isVisible()
    assert measured.said("food_words_energy") == before
    desk.go("measure")
    desk.go("food")
    assert not measured.page.targets.spending.proposal.isVisible()
    desk.undo()
    desk.settle()
    assert measured.page.targets.spending.proposal.isVisible()


# The week


def test_an_empty_week_says_what_will_stand_there(desk: Desk, food: FoodDesk) -> None:
    assert "side by side" in food.said("food_week_empty")
    food.enter("protein", "120")
    assert food.said("food_week_empty") == ""
    food.alt(Qt.Key.Key_Up)
    assert food.said("food_week_empty") == "Nothing is written down in this week."


def test_the_week_is_walked_by_keys_and_a_day_opened(desk: Desk, food: FoodDesk) -> None:
    monday = TODAY - timedelta(days=7 + TODAY.weekday())
    food.remember(monday, protein="100")
    food.remember(monday + timedelta(days=2), protein="140")
    desk.click("food_week_back")
    desk.settle()
    picture = desk.child(FoodWeekPicture, "food_week_picture")
    assert len(picture.sentences()) == 7
    assert "Protein 140 g" in picture.sentences()[2] and "nothing written down" in picture.sentences()[1]
    picture.setFocus(Qt.FocusReason.TabFocusReason)
    desk.press(Qt.Key.Key_Right)
    desk.press(Qt.Key.Key_Right)
    assert "Protein 140 g" in picture.accessibleDescription()
    desk.press(Qt.Key.Key_Return)
    desk.settle()
    assert food.page.day == monday + timedelta(days=2)
    desk.click(picture, picture.day_rect(0).center().toPoint())
    desk.settle()
    assert food.page.day == monday and food.field("protein").text() == "100"


def test_days_to_come_cannot_be_chosen(desk: Desk, food: FoodDesk) -> None:
    food.enter("protein", "100")
    picture = food.page.week_card.picture
    assert len(picture.sentences()) == TODAY.weekday() + 1
    for place in range(TODAY.weekday() + 1, 7):
        with desk.qtbot.assertNotEmitted(picture.day_chosen):
            desk.click(picture, picture.day_rect(place).center().toPoint())


def test_how_the_week_went_is_told_in_neutral_words(food: FoodDesk) -> None:
    monday = TODAY - timedelta(days=7 + TODAY.weekday())
    for back, protein in ((0, "130"), (1, "150"), (2, "60")):
        food.remember(monday + timedelta(days=back), protein=protein)
    food.remember(YESTERDAY, weight="80")
    food.alt(Qt.Key.Key_Up)
    assert "Protein lay in or near its target on 2 of 3 days." in food.said("food_week_words")


def test_a_day_of_last_year_opens(food: FoodDesk) -> None:
    long_ago = TODAY - timedelta(days=400)
    food.remember(long_ago, energy="2000", weight="70")
    food.page.show_day(long_ago)
    food.desk.settle()
    assert food.field("energy").text() == "2000"
    food.enter("protein", "120")
    assert food.stored(long_ago) == {"energy": "2000 kcal", "protein": "120 g", "weight": "70 kg"}


def test_choices_of_one_are_not_those_of_another(desk: Desk, weighed: FoodDesk) -> None:
    from legwork.domain.food.energy import Activity

    desk.context.runner.apply(choose_activity(desk.person.id, Activity.HIGH, TODAY))
    desk.context.runner.apply(ADULT)
    desk.context.look_at(desk.context.people[-1].uid)
    desk.settle()
    assert "No weight" in weighed.said("food_missing")


# The whole page


def test_a_leg_day_has_more_carbohydrate_and_says_so(sample_desk: Desk) -> None:
    food = FoodDesk(sample_desk)
    found: dict[bool, set[float]] = {True: set(), False: set()}
    for _ in range(7):
        meant = food.page.day_card.rows["carbohydrate"].bar.range
        assert meant is not None
        found["a leg day" in food.said("food_words_carbohydrate")].add(meant[0])
        food.alt(Qt.Key.Key_Left)
    assert len(found[True]) == len(found[False]) == 1, "the sample trains legs on some days of each week"
    assert found[True].pop() > found[False].pop() + 50


def test_nothing_is_cut_off_in_a_small_window_with_large_text(sample_desk: Desk) -> None:
    sample_desk.context.runner.apply(ChangeSetting(TEXT_PERCENT, "150"))
    sample_desk.window.resize(1000, 700)
    food = FoodDesk(sample_desk)
    sample_desk.click("food_sums_fold")
    sample_desk.settle()
    view = food.page.area.viewport()
    shown = [one for one in food.page.area.widget().findChildren(QWidget) if one.isVisible()]
    wide = [one for one in shown if one.mapTo(view, one.rect().topRight()).x() > view.width()]
    assert len(shown) > 60 and [one.objectName() or type(one).__name__ for one in wide] == []
    labels = [one for one in shown if isinstance(one, QLabel) and one.text()]
    low = [one.text() for one in labels if one.height() < one.heightForWidth(one.width())]
    assert low == []


def test_names_are_given_once(desk: Desk, measured: FoodDesk) -> None:
    desk.click("food_sums_fold")
    desk.settle()
    stops = [one for one in measured.page.findChildren(QWidget) if one.isVisible() and one.focusPolicy() & TAB]
    named = [one.objectName() for one in stops if not one.objectName().startswith("qt_")]
    assert len(named) > 15 and sorted(named) == sorted(set(named))


def test_tab_leads_through_the_page_from_top_to_bottom(desk: Desk, measured: FoodDesk) -> None:
    desk.click(measured.field("weight"))
    visited = []
    for _ in range(18):
        visited.append(QApplication.focusWidget().objectName())
        desk.press(Qt.Key.Key_Tab)
    assert visited == [
        "food_weight", "food_energy", "food_protein", "food_carbohydrate", "food_fat", "food_water", "food_item_new",
        "food_week_back", "food_week_picture", "food_week_picture_table_fold", "food_wish", "food_activity",
        "food_sums_fold", "food_energy_unit_0", "food_drink_unit_0", "food_energy_shown", "food_step_take",
        "food_step_refuse",
    ]  # fmt: skip


def test_what_is_meant_for_one_day_is_not_said_of_another(weighed: FoodDesk) -> None:
    assert weighed.said("food_words_protein") == "128 to 176 g"
    weighed.page.show_day(YESTERDAY)
    assert weighed.page.busy, "it is not worked out yet"
    assert weighed.said("food_words_protein") == ""
    assert weighed.page.day_card.rows["protein"].bar.range is None
    weighed.desk.settle()
    assert weighed.said("food_words_protein") == "128 to 176 g"
