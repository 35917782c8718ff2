"""How the measures are shown: ranges, averages, changes since a day, apart or together, what is drawn beside."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QDateEdit, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from charts_driver import DAYS, TODAY, Charts
from legwork.services.check_ins import Day, RecordReadings
from legwork.services.programme import AddProgrammeChange
from program_driver import ALEX, Desk, fill, opened

CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier
NBSP = "\N{NO-BREAK SPACE}"


def test_ranges_reach_as_far_back_as_they_say(charts: Charts) -> None:
    first = {}
    for key in ("3m", "6m", "1y", "all"):
        charts.click(f"range_{key}")
        first[key] = TODAY.toordinal() - charts.chart.visible_days()[0]
        assert charts.pressed("range") == [f"range_{key}"]
    assert 85 <= first["3m"] <= 110
    assert 175 <= first["6m"] <= 210
    assert 350 <= first["1y"] <= 400
    assert first["all"] >= 500


@pytest.mark.parametrize("key", ["3m", "6m", "1y", "all"])
def test_looking_ahead_takes_nothing_from_a_range(weekly: Charts, key: str) -> None:
    weekly.click(f"range_{key}")
    before = weekly.chart.visible_days()
    weekly.menu("chart_drawn", "Look 12 weeks ahead")
    start, end = weekly.chart.visible_days()
    assert start == pytest.approx(before[0], abs=(before[1] - before[0]) * 0.1)
    assert end >= TODAY.toordinal() + 83


def test_range_and_window_are_there_again_after_a_restart(qtbot: QtBot, folder: Path) -> None:
    fill(folder, ALEX)
    with opened(qtbot, folder) as desk:
        for day in DAYS:
            desk.remember(day, calf_left="37")
        charts = Charts(desk)
        charts.click("range_all")
        shown = charts.chart.visible_days()
    with opened(qtbot, folder) as desk:
        charts = Charts(desk)
        assert charts.pressed("range") == ["range_all"]
        assert charts.chart.visible_days() == shown
        charts.key(Qt.Key.Key_Plus)
        assert charts.pressed("range") == [], "this window is no range"
        shown = charts.chart.visible_days()
    with opened(qtbot, folder) as desk:
        charts = Charts(desk)
        assert charts.chart.visible_days() == pytest.approx(shown)
        assert charts.pressed("range") == []
        charts.key(Qt.Key.Key_Home)
        assert charts.pressed("range") == ["range_all"]


def test_the_same_range_clicked_again_brings_it_back(charts: Charts) -> None:
    charts.click("range_3m")
    home = charts.chart.visible_days()
    charts.key(Qt.Key.Key_Left)
    assert charts.chart.visible_days() != home
    charts.click("range_3m")
    assert charts.chart.visible_days() == home and charts.pressed("range") == ["range_3m"]


def test_home_on_any_panel_presses_the_range_again(charts: Charts) -> None:
    charts.tick("Calf")
    charts.click("layout_apart")
    home = charts.page.board.span
    second = charts.page.board.shown[1]
    second.setFocus()
    charts.desk.press(Qt.Key.Key_Left)
    charts.desk.press(Qt.Key.Key_Home)
    charts.desk.settle()
    assert charts.page.board.span == home
    assert charts.pressed("range") == ["range_1y"]


def test_the_window_stays_where_it_was_when_a_measure_is_added(charts: Charts) -> None:
    charts.click("range_3m")
    charts.key(Qt.Key.Key_Left)
    before = charts.chart.visible_days()
    charts.tick("Calf")
    assert charts.chart.visible_days() == pytest.approx(before)


def test_values_zoomed_by_hand_stay_so_when_a_measure_is_added(charts: Charts) -> None:
    surface = charts.chart.surface()
    charts.tick("Calf")
    low, high = charts.chart.visible_values()
    where = QPointF(surface.mapTo(charts.desk.window, QPoint(200, 100)))
    QTest.wheelEvent(charts.desk.window.windowHandle(), where, QPoint(0, 240), QPoint(), CTRL)
    closer = charts.chart.visible_values()
    assert closer[1] - closer[0] < high - low
    charts.tick("Body weight")
    assert charts.chart.visible_values("cm") == pytest.approx(closer)


def test_weekly_averages_make_one_point_of_a_week(desk: Desk) -> None:
    monday = TODAY - timedelta(days=TODAY.weekday() + 14)
    for week in range(2):
        for day in range(3):
            desk.remember(monday + timedelta(days=7 * week + day), calf_left=f"{38 + day}")
    charts = Charts(desk)
    assert "6 readings" in charts.sentence("Calf, left")
    charts.choose("chart_bucket", "Weekly averages")
    assert charts.sentence("Calf, left").startswith(f"Calf, left: 39.0 to 39.0{NBSP}cm")
    assert "2 readings" in charts.sentence("Calf, left")


def test_monthly_averages_make_one_point_of_a_month(weekly: Charts) -> None:
    months = {(one.year, one.month) for one in (TODAY - timedelta(days=7 * week + 1) for week in range(40))}
    weekly.tick("Calf") if "Calf" not in weekly.ticked() else None
    weekly.choose("chart_bucket", "Monthly averages")
    assert f"{len(months)} readings" in weekly.sentence("Calf, left")
    before = weekly.cell("Calf, left", "now")
    weekly.choose("chart_bucket", "Each reading")
    assert "40 readings" in weekly.sentence("Calf, left")
    assert weekly.cell("Calf, left", "now") == before, "the numbers come from the readings either way"


def test_a_change_counts_from_the_day_that_is_chosen(charts: Charts) -> None:
    charts.tick("Upper thigh")
    charts.tick("Calf")
    assert not charts.desk.window.findChild(QDateEdit, "chart_since").isVisible()
    charts.choose("chart_scaling", "Change since")
    since = charts.desk.child(QDateEdit, "chart_since")
    assert since.date().toPython() == DAYS[0], "the first day that was measured"
    low, high = charts.chart.visible_values()
    assert low <= 0 <= high and high < 6
    since.setFocus()
    since.setDate(DAYS[2])
    charts.desk.settle()
    readings = charts.sentence("Calf, left")
    assert readings.startswith("Calf, left: −2"), readings
    assert 38 < float(charts.cell("Calf, left", "now")) < 41, "the table still tells what is, not what changed"


def test_a_change_in_percent_puts_all_units_on_one_axis(charts: Charts) -> None:
    for name in ("Calf", "Body weight"):
        charts.tick(name)
    charts.choose("chart_scaling", "Change in % since")
    assert charts.chart.left_out() == []
    sentence = charts.sentence("Calf, left")
    assert sentence.startswith(f"Calf, left: −0.1 to 8.0{NBSP}%"), sentence
    assert charts.chart.visible_values()[0] <= 0


def test_the_day_counts_after_a_restart(qtbot: QtBot, folder: Path) -> None:
    fill(folder, ALEX)
    with opened(qtbot, folder) as desk:
        for place, day in enumerate(DAYS):
            desk.remember(day, calf_left=f"{37 + place}")
        charts = Charts(desk)
        charts.choose("chart_scaling", "Change since")
        charts.choose("chart_bucket", "Weekly averages")
        charts.choose("chart_sides", "Left only")
        since = desk.child(QDateEdit, "chart_since")
        since.setDate(DAYS[1])
        desk.settle()
        said = charts.sentence("Calf, left")
    with opened(qtbot, folder) as desk:
        charts = Charts(desk)
        assert desk.child(QDateEdit, "chart_since").date().toPython() == DAYS[1]
        boxes = [charts.chosen(box) for box in ("chart_scaling", "chart_bucket", "chart_sides")]
        assert boxes == ["Change since", "Weekly averages", "Left only"]
        assert charts.sentence("Calf, left") == said


def test_apart_gives_each_measure_a_panel_of_its_own(charts: Charts) -> None:
    for name in ("Calf", "Body weight"):
        charts.tick(name)
    together = charts.page.board.span
    charts.click("layout_apart")
    assert charts.titles() == ["Upper thigh", "Calf", "Body weight"]
    assert charts.page.board.span == together
    assert charts.page.board.shown[1].labels() == ["L", "R"]
    charts.tick("Calf")
    assert charts.titles() == ["Upper thigh", "Body weight"]
    charts.click("layout_together")
    assert len(charts.page.board.shown) == 1 and len(charts.drawn()) == 2


def differs(charts: Charts, entry: str) -> bool:
    """Whether an entry of the Drawn menu changes what is seen."""
    before = charts.chart.grab().toImage()
    charts.menu("chart_drawn", entry)
    return charts.chart.grab().toImage() != before


def test_everything_beside_the_lines_can_be_switched_off_and_on(desk: Desk, weekly: Charts) -> None:
    desk.context.profile.apply(RecordReadings(desk.person.id, (Day(TODAY - timedelta(days=8), note="Knee hurt"),)))
    desk.context.runner.reload_everything()
    desk.settle()
    for entry in ("Error bars", "Band that holds the truth 8 times in 10", "Look 12 weeks ahead",
                  "Notes and programme changes"):  # fmt: skip
        assert differs(weekly, entry), entry
        assert differs(weekly, entry), entry


def test_the_extras_are_there_again_after_a_restart(qtbot: QtBot, folder: Path) -> None:
    fill(folder, ALEX)
    with opened(qtbot, folder) as desk:
        for day in DAYS:
            desk.remember(day, calf_left="37")
        charts = Charts(desk)
        charts.menu("chart_drawn", "Look 12 weeks ahead")
        charts.menu("chart_drawn", "Error bars")
        end = charts.chart.visible_days()[1]
        assert end > TODAY.toordinal() + 60
    with opened(qtbot, folder) as desk:
        charts = Charts(desk)
        assert charts.chart.visible_days()[1] == pytest.approx(end)
        checked = {one.objectName() for one in charts.page.bar.drawn.menu().actions() if one.isChecked()}
        assert checked == {"drawn_band", "drawn_ahead", "drawn_flags", "drawn_aims", "drawn_guides"}


def test_notes_and_programme_changes_stand_on_their_days(desk: Desk, charts: Charts) -> None:
    desk.context.profile.apply(RecordReadings(desk.person.id, (Day(DAYS[2], note="Knee hurt"),)))
    desk.context.profile.apply(AddProgrammeChange(desk.person.id, TODAY - timedelta(days=60), "Squats twice a week"))
    desk.context.runner.reload_everything()
    desk.settle()
    charts.click("range_all")
    said = []
    for _ in range(5):
        charts.key(Qt.Key.Key_Left, CTRL)
        said.append(charts.chart.read_out_text())
    assert said[1].endswith("Knee hurt") and said[2].endswith("Squats twice a week")
    foot = charts.chart.place_of((TODAY - timedelta(days=60)).toordinal(), charts.chart.visible_values()[0])
    picture = charts.chart.surface().grab().toImage()
    text = desk.program.theme.colour("text")
    cloth = [QColor(picture.pixelColor(foot + QPoint(dx, -dy))) for dx in range(2, 6) for dy in range(6, 14)]
    assert text in cloth
    charts.menu("chart_drawn", "Notes and programme changes")
    charts.key(Qt.Key.Key_Left, CTRL)
    assert "Knee hurt" not in charts.chart.read_out_text()


def test_a_stretch_shaded_by_keyboard_is_kept(qtbot: QtBot, folder: Path) -> None:
    fill(folder, ALEX)
    with opened(qtbot, folder) as desk:
        for place, day in enumerate(DAYS):
            desk.remember(day, calf_left=f"{37 + place}")
        charts = Charts(desk)
        charts.click("range_all")
        charts.key(Qt.Key.Key_Left, CTRL_SHIFT)
        charts.key(Qt.Key.Key_Left, CTRL_SHIFT)
        shaded = (DAYS[1].toordinal(), DAYS[3].toordinal())
        assert charts.page.board.region == shaded
    with opened(qtbot, folder) as desk:
        charts = Charts(desk)
        assert charts.page.board.region == shaded
        charts.key(Qt.Key.Key_Escape)
        assert charts.page.board.region is None
        assert charts.cell("Calf, left", "start") == "37.0"


def test_the_arrows_move_through_time_as_soon_as_the_page_is_shown(desk: Desk, charts: Charts) -> None:
    desk.go("history")
    charts = Charts(desk)
    before = charts.chart.visible_days()
    desk.press(Qt.Key.Key_Left)
    assert charts.chart.visible_days()[0] < before[0]


def test_enter_on_the_chart_leads_to_the_numbers(charts: Charts) -> None:
    charts.key(Qt.Key.Key_Return)
    assert charts.desk.has_focus("chart_table")


@pytest.mark.parametrize("layout", ["together", "apart"])
def test_the_theme_reaches_the_charts(charts: Charts, layout: str) -> None:
    charts.tick("Calf")
    charts.click(f"layout_{layout}")
    desk = charts.desk
    light = charts.chart.grab().toImage()
    desk.program.theme.apply("dark")
    desk.settle()
    for chart in charts.page.board.shown:
        dark = chart.grab().toImage()
        assert dark.pixelColor(3, 3) == desk.program.theme.colour("surface")
    assert charts.chart.grab().toImage() != light
    desk.program.theme.apply("light")
    desk.settle()
    again = charts.chart.grab().toImage()
    assert again.pixelColor(3, 3) == light.pixelColor(3, 3) == desk.program.theme.colour("surface")


@pytest.mark.parametrize("layout", ["together", "apart"])
def test_with_text_of_150_percent_nothing_is_cut_off(charts: Charts, layout: str) -> None:
    charts.tick("Calf")
    charts.choose("chart_scaling", "Change since")
    charts.click(f"layout_{layout}")
    desk = charts.desk
    desk.window.resize(1280, 800)
    desk.program.theme.apply("light", 150)
    desk.settle()
    charts = Charts(desk)
    assert charts.drawn() == ["Upper thigh, left", "Calf, left", "Calf, right"]
    assert (desk.window.width(), desk.window.height()) == (1280, 800), "the window did not have to grow"
    inside = QRect(QPoint(0, 0), desk.window.size())
    page = charts.page
    kinds = (QAbstractButton, QComboBox, QDateEdit)
    controls = [one for kind in kinds for one in page.findChildren(kind) if one.isVisible() and one.objectName()]
    assert len(controls) > 10
    for one in controls:
        place = QRect(one.mapTo(desk.window, QPoint(0, 0)), one.size())
        assert inside.contains(place), f"{one.objectName()} reaches out of the window"
        if isinstance(one, QPushButton):
            assert one.width() >= one.fontMetrics().horizontalAdvance(one.text()), f"{one.objectName()} is cut off"
    assert not overlapping(controls, desk.window)
    for chart in page.board.shown:
        surface = chart.surface().rect()
        assert all(surface.contains(rect.toAlignedRect()) for rect in chart.label_rects())
        assert surface.height() > 100


def overlapping(widgets: list[QWidget], window: QWidget) -> list[str]:
    """Names of widgets that lie on each other."""
    places = {one.objectName(): QRect(one.mapTo(window, QPoint(0, 0)), one.size()) for one in widgets}
    names = sorted(places)
    return [f"{a} and {b}" for n, a in enumerate(names) for b in names[n + 1 :] if places[a].intersects(places[b])]


def test_in_a_small_window_with_large_text_no_range_is_cut_off_and_the_hint_stays_inside(charts: Charts) -> None:
    desk = charts.desk
    desk.window.resize(1000, 700)
    desk.program.theme.apply("light", 150)
    desk.settle()
    page = Charts(desk).page
    area = desk.child(QScrollArea, "charts_scroll").viewport()
    for key in ("3m", "6m", "1y", "all"):
        one = desk.child(QPushButton, f"range_{key}")
        assert one.mapTo(area, QPoint(one.width(), 0)).x() <= area.width(), f"{key} is cut off"
    assert page.note.height() >= page.note.heightForWidth(page.note.width())
