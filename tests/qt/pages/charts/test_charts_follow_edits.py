"""The charts after an edit elsewhere: they follow it, undo and redo too; only what it touched is worked out anew."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from charts_driver import DAYS, TODAY, Charts
from legwork.domain.units import Quantity
from legwork.services.check_ins import Day, RecordReadings
from legwork.services.goals import SetGoal
from legwork.services.people import AddPerson, TrackSites
from legwork.services.programme import AddProgrammeChange
from program_driver import ALEX, Desk, fill, opened, readings

THIGH = {"upper_thigh_left": "60", "lower_thigh_left": "42"}
HEIGHTS = {"gluteal_fold_height": "84.5", "knee_height": "50"}


def test_the_line_follows_an_edit_on_the_measure_page_and_its_undo(desk: Desk, charts: Charts) -> None:
    desk.go("measure")
    desk.enter("upper_thigh_left", "64")
    charts = Charts(desk)
    assert "60.0 to 64.0" in charts.sentence("Upper thigh, left")
    assert "5 readings" in charts.sentence("Upper thigh, left")
    now = charts.cell("Upper thigh, left", "now")
    desk.ctrl(Qt.Key.Key_Z)
    desk.settle()
    assert "60.0 to 63.0" in charts.sentence("Upper thigh, left")
    assert charts.cell("Upper thigh, left", "now") != now
    desk.redo()
    desk.settle()
    assert "60.0 to 64.0" in charts.sentence("Upper thigh, left")
    assert charts.cell("Upper thigh, left", "now") == now


def test_the_line_follows_a_check_in_that_goes_and_comes_back(desk: Desk, charts: Charts) -> None:
    history = desk.go("history")
    history.table.selectRow(0)
    desk.click("history_delete")
    charts = Charts(desk)
    assert "60.0 to 62.0" in charts.sentence("Upper thigh, left")
    desk.undo()
    desk.settle()
    assert "60.0 to 63.0" in charts.sentence("Upper thigh, left")


def test_a_line_whose_last_reading_goes_is_gone_and_undo_brings_it_back(desk: Desk, charts: Charts) -> None:
    desk.go("measure")
    desk.enter("waist", "84")
    charts = Charts(desk)
    charts.tick("Waist")
    assert "Waist" in charts.drawn()
    desk.undo()
    desk.settle()
    assert "Waist" not in charts.drawn() and "  Waist" not in charts.offered()
    desk.redo()
    desk.settle()
    assert "Waist" in charts.drawn()


def computed(charts: Charts) -> int:
    return charts.page.histories.computed


def test_an_edit_works_out_only_what_it_touched(desk: Desk, charts: Charts) -> None:
    for name in ("Calf", "Body weight", "Calf, left − right"):
        charts.tick(name)
    before = computed(charts)
    desk.go("measure")
    desk.enter("upper_thigh_left", "64")
    charts = Charts(desk)
    assert computed(charts) == before + 1
    desk.undo()
    desk.settle()
    assert computed(charts) == before + 2
    desk.go("measure")
    desk.enter("calf_left", "41")
    Charts(desk)
    assert computed(charts) == before + 4, "the calf and its difference of sides"


@pytest.mark.parametrize("where", ["goal", "programme", "note", "other site", "view"])
def test_what_touches_no_line_works_out_nothing(desk: Desk, charts: Charts, where: str) -> None:
    before = computed(charts)
    person, due = desk.person.id, TODAY + timedelta(days=100)
    if where == "view":
        charts.choose("chart_bucket", "Monthly averages")
        charts.choose("chart_scaling", "Change since")
        charts.click("layout_apart")
        charts.click("range_all")
    else:
        edit = {
            "goal": SetGoal(person, "site/upper_thigh", Quantity(66.0, "cm", "66"), due, TODAY, "Upper thigh"),
            "programme": AddProgrammeChange(person, TODAY, "Two leg days"),
            "note": RecordReadings(person, (Day(DAYS[3], note="Knee hurt"),)),
            "other site": readings(desk.person, TODAY, waist="84"),
        }[where]
        desk.context.runner.apply(edit)
        desk.settle()
    assert computed(charts) == before
    assert charts.drawn() == ["Upper thigh, left"]


def test_a_tick_works_out_that_measure_alone_and_never_again(charts: Charts) -> None:
    before = computed(charts)
    charts.tick("Calf")
    assert computed(charts) == before + 1
    charts.tick("Calf")
    charts.tick("Calf")
    assert computed(charts) == before + 1


def test_edits_in_quick_succession_end_with_the_last(desk: Desk, charts: Charts) -> None:
    for value in range(60, 70):
        desk.context.runner.apply(readings(desk.person, TODAY, upper_thigh_left=f"{value}"))
    desk.settle()
    assert "60.0 to 69.0" in charts.sentence("Upper thigh, left")
    assert desk.context.worker.wait(5000)


def test_turning_to_another_person_while_lines_are_worked_out_shows_theirs(qtbot: QtBot, folder: Path) -> None:
    fill(folder, ALEX, AddPerson("Kim"))
    with opened(qtbot, folder) as desk:
        people = {one.name: one for one in desk.context.people}
        for name, value in (("Alex", "38"), ("Kim", "34")):
            desk.context.profile.apply(readings(people[name], DAYS[3], calf_left=value))
        desk.context.runner.reload_everything()
        desk.context.look_at(people["Alex"].uid)
        charts = Charts(desk)
        for name in ("Kim", "Alex", "Kim"):
            desk.context.look_at(people[name].uid)
        desk.settle()
        assert "34.0" in charts.sentence("Calf, left")


def test_the_program_closes_while_lines_are_worked_out(qtbot: QtBot, folder: Path) -> None:
    fill(folder, ALEX)
    with opened(qtbot, folder) as desk:
        for week in range(200):
            desk.context.profile.apply(readings(desk.person, TODAY - timedelta(days=7 * week), calf_left="38"))
        desk.context.runner.reload_everything()
        desk.click("rail_charts")
        desk.context.runner.apply(readings(desk.person, TODAY, calf_left="39"))


def test_the_window_stays_where_it_was_when_a_value_comes(desk: Desk, charts: Charts) -> None:
    charts.click("range_3m")
    charts.key(Qt.Key.Key_Left)
    before = charts.chart.visible_days()
    desk.context.runner.apply(readings(desk.person, DAYS[2], upper_thigh_left="64"))
    desk.settle()
    assert charts.chart.visible_days() == pytest.approx(before)
    assert "64.0" in charts.page.board.summary() or charts.column("now")


def test_units_of_the_person_are_followed_everywhere(desk: Desk, charts: Charts) -> None:
    assert charts.column("name") == ["Upper thigh, left (cm)"]
    people = desk.go("people")
    people.form.units.setFocus()
    desk.press(Qt.Key.Key_Down)
    charts = Charts(desk)
    assert charts.column("name") == ["Upper thigh, left (in)"]
    assert charts.sentence("Upper thigh, left").startswith("Upper thigh, left: 23.62 to 24.80")
    low, high = charts.chart.visible_values()
    assert 20 < low < high < 30
    desk.undo()
    desk.settle()
    assert charts.column("name") == ["Upper thigh, left (cm)"]


def test_sites_that_are_no_longer_tracked_are_still_offered(desk: Desk, charts: Charts) -> None:
    desk.context.runner.apply(TrackSites(desk.person.id, ("neck",)))
    desk.settle()
    assert "  Calf" in charts.offered() and charts.drawn() == ["Upper thigh, left"]


def test_a_volume_appears_once_its_lengths_are_known(qtbot: QtBot, folder: Path) -> None:
    fill(folder, AddPerson("Kim"))  # no stature: nothing to tell a length from
    with opened(qtbot, folder) as desk:
        desk.remember(DAYS[3], **THIGH)
        charts = Charts(desk)
        assert "  Thigh volume …" in charts.offered()
        charts.point_at("Thigh volume …")
        said = desk.child(QLabel, "chart_missing").text()
        assert said.endswith(".") and ("length" in said or "stature" in said)
        desk.context.runner.apply(readings(desk.person, TODAY, **HEIGHTS))
        desk.settle()
        assert "  Thigh volume" in charts.offered()
        charts.tick("Thigh volume")
        assert "1 reading" in charts.sentence("Thigh volume, left")
        assert "34.5 cm" in charts.note()
        before = charts.sentence("Thigh volume, left")
        desk.context.runner.apply(readings(desk.person, TODAY, gluteal_fold_height="88.5"))
        desk.settle()
        assert charts.sentence("Thigh volume, left") != before, "a longer thigh holds more"
        desk.undo()
        desk.settle()
        assert charts.sentence("Thigh volume, left") == before
