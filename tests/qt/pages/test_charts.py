"""Charts as a person uses them: which sites, which range, and lines that follow every edit."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from legwork.qt.pages.charts import ChartsPage
from program_driver import ALEX, Desk, fill, opened, readings

TODAY = date.today()
DAYS = [TODAY - timedelta(days=away) for away in (500, 200, 30, 7)]


@pytest.fixture
def page(desk: Desk) -> ChartsPage:
    for place, day in enumerate(DAYS):
        desk.remember(day, calf_left=f"{37 + place}", calf_right=f"{37 + place}.2", upper_thigh_left=f"{60 + place}",
                      body_weight="82")  # fmt: skip
    page = desk.go("charts")
    assert isinstance(page, ChartsPage)
    return page


def check(desk: Desk, page: ChartsPage, name: str) -> None:
    """Move to the site and press the space bar."""
    [item] = page.list.findItems(name, Qt.MatchFlag.MatchExactly)
    page.list.setFocus()
    page.list.setCurrentItem(item)
    desk.press(Qt.Key.Key_Space)


def drawn(page: ChartsPage) -> list[str]:
    return sorted(sentence.split(":")[0] for sentence in page.chart.summary().split(". "))


def test_a_newcomer_sees_the_thighs(page: ChartsPage) -> None:
    assert drawn(page) == ["Upper thigh, left"]
    assert page.chart.summary().startswith("Upper thigh, left: 60.0 to 63.0")
    assert "4 readings" in page.chart.summary()


def test_only_measured_sites_are_offered_left_and_right_apart(page: ChartsPage) -> None:
    names = [page.list.item(place).text() for place in range(page.list.count())]
    assert names == ["Body weight", "Upper thigh, left", "Calf, left", "Calf, right"]


def test_a_site_is_put_on_and_taken_off_and_remembered(qtbot: QtBot, folder: Path) -> None:
    fill(folder, ALEX)
    with opened(qtbot, folder) as desk:
        desk.remember(DAYS[0], calf_left="37", upper_thigh_left="60")
        page = desk.go("charts")
        assert isinstance(page, ChartsPage)
        check(desk, page, "Calf, left")
        assert drawn(page) == ["Calf, left", "Upper thigh, left"]
        check(desk, page, "Upper thigh, left")
        assert drawn(page) == ["Calf, left"]
    with opened(qtbot, folder) as desk:
        page = desk.go("charts")
        assert isinstance(page, ChartsPage)
        assert drawn(page) == ["Calf, left"]


def test_no_site_chosen_says_what_to_do(desk: Desk, page: ChartsPage) -> None:
    check(desk, page, "Upper thigh, left")
    assert page.chart.summary() == "Nothing to show yet"
    assert page.note.text() == "Choose a site on the left."


def test_ranges_reach_as_far_back_as_they_say(desk: Desk, page: ChartsPage) -> None:
    first = {}
    for key in ("3m", "1y", "all"):
        desk.click(f"range_{key}")
        first[key] = TODAY.toordinal() - page.chart.visible_days()[0]
        assert desk.child(QPushButton, f"range_{key}").isChecked()
    assert 85 <= first["3m"] <= 110
    assert 200 <= first["1y"] <= 400
    assert first["all"] >= 500


def test_the_range_is_remembered(qtbot: QtBot, folder: Path) -> None:
    fill(folder, ALEX)
    with opened(qtbot, folder) as desk:
        desk.remember(DAYS[0], calf_left="37")
        desk.remember(DAYS[3], calf_left="38")
        desk.go("charts")
        desk.click("range_all")
    with opened(qtbot, folder) as desk:
        page = desk.go("charts")
        assert isinstance(page, ChartsPage)
        assert desk.child(QPushButton, "range_all").isChecked()
        assert page.chart.visible_days()[0] <= DAYS[0].toordinal()


def test_one_reading_is_shown_as_one(desk: Desk) -> None:
    desk.remember(DAYS[3], calf_left="38")
    page = desk.go("charts")
    assert isinstance(page, ChartsPage)
    assert page.chart.summary().endswith("1 reading")
    start, end = page.chart.visible_days()
    assert start < DAYS[3].toordinal() < end


def test_nothing_measured_says_what_will_be_here_and_leads_there(desk: Desk) -> None:
    page = desk.go("charts")
    assert isinstance(page, ChartsPage)
    assert not page.chart.isVisible()
    desk.click("empty_state_action")
    assert desk.page.name == "measure"
    desk.enter("calf_left", "38")
    desk.go("charts")
    assert page.chart.isVisible()
    assert page.chart.summary().endswith("1 reading")


def test_the_line_follows_an_edit_on_the_measure_page_and_its_undo(desk: Desk, page: ChartsPage) -> None:
    desk.go("measure")
    desk.enter("upper_thigh_left", "64")
    desk.go("charts")
    assert "60.0 to 64.0" in page.chart.summary() and "5 readings" in page.chart.summary()
    desk.ctrl(Qt.Key.Key_Z)
    assert "60.0 to 63.0" in page.chart.summary() and "4 readings" in page.chart.summary()
    desk.redo()
    assert "60.0 to 64.0" in page.chart.summary()


def test_the_line_follows_a_check_in_that_moves_or_goes(desk: Desk, page: ChartsPage) -> None:
    history = desk.go("history")
    history.table.selectRow(0)
    desk.click("history_delete")
    desk.go("charts")
    assert "60.0 to 62.0" in page.chart.summary() and "3 readings" in page.chart.summary()
    desk.undo()
    assert "60.0 to 63.0" in page.chart.summary()


def test_the_window_stays_where_it_was_when_a_value_comes(desk: Desk, page: ChartsPage) -> None:
    desk.click("range_3m")
    page.chart.setFocus()
    desk.press(Qt.Key.Key_Left)
    before = page.chart.visible_days()
    desk.context.runner.apply(readings(desk.person, DAYS[2], calf_right="38.9"))
    assert page.chart.visible_days() == before


def test_a_third_unit_is_named_as_not_drawn(desk: Desk, page: ChartsPage) -> None:
    desk.remember(DAYS[3], body_fat="15")
    check(desk, page, "Body weight")
    check(desk, page, "Body fat")
    assert "Not drawn: Body fat" in page.note.text()


def test_the_theme_reaches_the_chart(desk: Desk, page: ChartsPage) -> None:
    light = page.chart.grab().toImage()
    desk.program.theme.apply("dark")
    dark = page.chart.grab().toImage()
    assert dark.pixelColor(3, 3) == desk.program.theme.colour("surface")
    assert dark != light


def test_with_three_units_the_limbs_are_drawn(desk: Desk) -> None:
    desk.remember(date.today(), body_weight="82.5", body_fat="17", calf_left="38.2", calf_right="38.4")
    page = desk.go("charts")
    assert isinstance(page, ChartsPage)
    for line in range(page.list.count()):
        page.list.item(line).setCheckState(Qt.CheckState.Checked)
    desk.settle()
    assert {"Calf L", "Calf R"} <= set(page.chart.labels())
    assert page.chart.left_out() == ["Body fat"]
