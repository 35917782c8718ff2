"""Which measures are followed: ticks by keyboard, what is offered, and that the choice is kept."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from charts_driver import DAYS, TODAY, Charts
from legwork.services.people import AddPerson
from program_driver import ALEX, Desk, fill, opened, readings

VOLUME_SITES = {
    "upper_thigh_left": "60", "lower_thigh_left": "42", "knee_left": "38", "calf_left": "38", "ankle_left": "23",
}  # fmt: skip
KIM = AddPerson("Kim", "female")


def test_a_newcomer_sees_the_thighs(charts: Charts) -> None:
    assert charts.ticked() == ["Upper thigh"]
    assert charts.drawn() == ["Upper thigh, left"]
    assert charts.sentence("Upper thigh, left").startswith("Upper thigh, left: 60.0 to 63.0")
    assert "4 readings" in charts.sentence("Upper thigh, left")


def test_only_what_was_measured_is_offered_in_groups(charts: Charts) -> None:
    offered = charts.offered()
    girths = offered[offered.index("Girths") + 1 : offered.index("Limb volume")]
    assert girths == ["  Upper thigh", "  Calf"]
    assert "  Body weight" in offered and "  Waist" not in offered
    assert "  Calf, left − right" in offered and "  Upper thigh, left − right" not in offered


def test_a_measure_is_put_on_and_taken_off_by_keyboard(charts: Charts) -> None:
    charts.tick("Calf")
    assert charts.drawn() == ["Upper thigh, left", "Calf, left", "Calf, right"]
    charts.tick("Upper thigh")
    assert charts.drawn() == ["Calf, left", "Calf, right"]
    assert charts.chart.labels() and len(charts.column("name")) == 2


def test_arrow_keys_lead_through_the_list(desk: Desk, charts: Charts) -> None:
    charts.point_at("Upper thigh")
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Space)
    desk.settle()
    assert charts.ticked() == ["Upper thigh", "Calf"]


def test_a_click_on_the_box_ticks_as_well(desk: Desk, charts: Charts) -> None:
    tree = charts.page.chooser
    [item] = tree.findItems("Calf", Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)
    at = tree.visualItemRect(item).center()
    at.setX(tree.visualItemRect(item).left() + 10)
    desk.click(tree.viewport(), at)
    desk.settle()
    assert "Calf" in charts.ticked()
    assert "Calf, left" in charts.drawn()


def test_the_choice_is_there_again_after_a_restart(qtbot: QtBot, folder: Path) -> None:
    fill(folder, ALEX)
    with opened(qtbot, folder) as desk:
        desk.remember(DAYS[0], calf_left="37", upper_thigh_left="60")
        charts = Charts(desk)
        charts.tick("Calf")
        charts.tick("Upper thigh")
    with opened(qtbot, folder) as desk:
        charts = Charts(desk)
        assert charts.ticked() == ["Calf"]
        assert charts.drawn() == ["Calf, left"]


def test_nothing_ticked_is_kept_too_and_says_what_to_do(qtbot: QtBot, folder: Path) -> None:
    fill(folder, ALEX)
    with opened(qtbot, folder) as desk:
        desk.remember(DAYS[0], calf_left="37")
        charts = Charts(desk)
        charts.tick("Calf")
        assert charts.drawn() == [] and charts.column("name") == []
        assert charts.note() == "Tick what you want to follow in the list on the left."
    with opened(qtbot, folder) as desk:
        assert Charts(desk).ticked() == []


def test_each_person_has_a_choice_of_their_own(qtbot: QtBot, folder: Path) -> None:
    fill(folder, ALEX, KIM)
    with opened(qtbot, folder) as desk:
        both = {one.name: one for one in desk.context.people}
        for one in both.values():
            desk.context.profile.apply(readings(one, DAYS[3], calf_left="38", waist="84", upper_thigh_left="60"))
        desk.context.runner.reload_everything()
        desk.context.look_at(both["Alex"].uid)
        charts = Charts(desk)
        charts.tick("Waist")
        charts.choose("chart_scaling", "Change in % since")
        desk.context.look_at(both["Kim"].uid)
        desk.settle()
        assert charts.ticked() == ["Upper thigh"]
        assert charts.chosen("chart_scaling") == "Values"
        charts.tick("Calf")
        desk.context.look_at(both["Alex"].uid)
        desk.settle()
        assert charts.ticked() == ["Waist", "Upper thigh"] and charts.chosen("chart_scaling") == "Change in % since"


def test_a_third_unit_is_named_as_not_drawn_and_apart_shows_it(desk: Desk, charts: Charts) -> None:
    desk.remember(DAYS[3], body_fat="15")
    desk.settle()
    charts.tick("Body weight")
    charts.tick("Body fat")
    assert "Not drawn: Body fat" in charts.note()
    charts.click("layout_apart")
    assert "Not drawn" not in charts.note()
    assert {"Body weight", "Body fat"} <= set(charts.drawn())


def test_with_three_units_the_limbs_are_drawn(desk: Desk) -> None:
    desk.remember(TODAY, body_weight="82.5", body_fat="17", calf_left="38.2", calf_right="38.4")
    charts = Charts(desk)
    for name in ("Body weight", "Body fat"):
        charts.tick(name)
    assert {"Calf L", "Calf R"} <= set(charts.chart.labels())
    assert charts.chart.left_out() == ["Body fat"]


def test_nothing_measured_says_what_will_be_here_and_leads_there(desk: Desk) -> None:
    charts = Charts(desk)
    assert not charts.chart.isVisible()
    tools = ("chart_limb_lengths", "chart_programme", "chart_views", "chart_save")
    buttons = [desk.window.findChild(QPushButton, name) for name in tools]
    assert not any(one.isVisible() for one in buttons), "nothing to work on yet"
    desk.click("empty_state_action")
    desk.settle()
    assert desk.page.name == "measure"
    desk.enter("calf_left", "38")
    charts = Charts(desk)
    assert charts.chart.isVisible() and all(one.isVisible() for one in buttons)
    assert charts.sentence("Calf, left").endswith("1 reading")


def test_a_volume_that_lacks_something_says_what_it_needs(desk: Desk, charts: Charts) -> None:
    assert "  Leg volume …" in charts.offered()
    charts.point_at("Leg volume …")
    said = desk.child(QLabel, "chart_missing").text()
    assert "lower thigh" in said.lower() and "ankle" in said.lower()
    desk.press(Qt.Key.Key_Space)
    assert "Leg volume …" not in charts.ticked(), "it cannot be ticked"
    charts.point_at("Calf")
    missing = desk.window.findChild(QLabel, "chart_missing")
    assert not missing.isVisible()


def test_a_volume_can_be_ticked_once_its_girths_were_measured(desk: Desk, charts: Charts) -> None:
    desk.remember(TODAY - timedelta(days=1), **VOLUME_SITES)
    desk.settle()
    assert "  Leg volume" in charts.offered()
    charts.tick("Leg volume")
    assert charts.sentence("Leg volume, left").endswith("1 reading")
    assert charts.cell("Leg volume, left", "name") == "Leg volume, left (L)"
    assert "stature" in charts.note() or "Whole-limb" in charts.note()


def test_what_went_with_the_data_is_no_longer_drawn_and_comes_back_with_undo(desk: Desk, charts: Charts) -> None:
    desk.remember(TODAY, waist="84")
    desk.settle()
    charts.tick("Waist")
    history = desk.go("history")
    history.table.selectRow(0)
    desk.click("history_delete")
    charts = Charts(desk)
    assert "Waist" not in charts.drawn() and "  Waist" not in charts.offered()
    desk.undo()
    desk.settle()
    assert "Waist" in charts.drawn()


@pytest.mark.parametrize("sides", ["Left only", "Right only"])
def test_one_side_alone_leaves_what_has_no_side(charts: Charts, sides: str) -> None:
    charts.tick("Calf")
    charts.tick("Body weight")
    charts.choose("chart_sides", sides)
    assert "Body weight" in charts.drawn()
    side = sides.split()[0].lower()
    assert f"Calf, {side}" in charts.drawn()
    assert len([one for one in charts.drawn() if one.startswith("Calf")]) == 1


def test_the_focus_stays_in_the_list_while_lines_are_worked_out(desk: Desk, charts: Charts) -> None:
    charts.tick("Calf")
    focused = QApplication.focusWidget()
    assert focused is charts.page.chooser
    assert charts.page.chooser.currentItem().text(0) == "Calf"
    desk.press(Qt.Key.Key_Space)
    desk.settle()
    assert "Calf" not in charts.ticked()
