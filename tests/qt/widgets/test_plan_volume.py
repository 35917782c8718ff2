"""What a week adds up to, as a user meets it: bars and their hints, tonnage, days, and the strip of all weeks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from drawn_texts import drawn, overlapping
from legwork.domain.plan.counting import count_plan
from legwork.domain.plan.model import Plan, weeks_of
from legwork.domain.plan_brief import brief
from legwork.domain.standing import Legs
from legwork.domain.units import UnitSystem
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.plan_volume import PlanVolume
from legwork.qt.widgets.plan_volume_bars import paint_volume_bars, volume_bars_height
from legwork.qt.widgets.plan_volume_course import course_columns, course_height, paint_course
from legwork.qt.widgets.plan_volume_week import paint_sessions, paint_tonnage, sessions_height, tonnage_height
from legwork.services.catalogue import catalogue
from legwork.services.plan_facts import CoursePoint, WeekFacts, course_of, week_facts
from legwork.services.plan_lookup import lookup_from
from legwork.services.plan_volumes import VolumeRow
from plan_samples import plan_of, week_of

LOOKUP = lookup_from(catalogue(), {"squat": 140.0}, 80.0)
DAYS = {
    "Legs A mon": {"squat": "4x6 100kg", "seated_leg_curl": "3x10 40kg", "standing_calf_raise": "2x10 60kg"},
    "Upper wed": {"bench_press": "3x8 60kg", "row": "3x8 @2 RIR"},
    "Legs B fri": {"bulgarian_split_squat": "3x8 16kg", "leg_press": "3x10 150kg"},
}
LESS = {"Legs A mon": {"squat": "2x6 90kg"}}
PLAN = plan_of(*[week_of(DAYS)] * 3, week_of(LESS), deload=1)


def facts(plan: Plan = PLAN, at: int = 0) -> WeekFacts:
    week = list(weeks_of(plan))[at][1]
    found = week_facts(
        plan, week.id, count_plan(plan, LOOKUP), LOOKUP, catalogue(), brief({}, Legs.BEHIND, ()), UnitSystem.METRIC
    )
    assert found is not None
    return found


def course(plan: Plan = PLAN) -> tuple[CoursePoint, ...]:
    return course_of(plan, count_plan(plan, LOOKUP))


@pytest.fixture
def panel(qtbot: QtBot, theme: ThemeManager) -> Iterator[PlanVolume]:
    widget = PlanVolume(theme)
    qtbot.addWidget(widget)
    widget.resize(352, 1100)
    widget.show_facts(facts(), course())
    with qtbot.waitExposed(widget):
        widget.show()
    widget.setFocus()
    yield widget
    QToolTip.hideText()


def said(panel: PlanVolume) -> list[str]:
    return [one.text() for one in panel.findChildren(QLabel) if one.isVisible()]


def painted(theme: ThemeManager, rows: Sequence[VolumeRow], width: int) -> QImage:
    height = volume_bars_height(theme, rows, width)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(theme.colour("surface"))
    painter = QPainter(image)
    paint_volume_bars(painter, QRectF(0, 0, width, height), theme, rows)
    painter.end()
    return image


def reach(image: QImage, colour: QColor, rows: range) -> int:
    """The rightmost pixel of exactly that colour; -1 for none."""
    return max((x for y in rows for x in range(image.width()) if image.pixelColor(x, y) == colour), default=-1)


def row_of(panel: PlanVolume, muscle: str) -> QRect:
    return panel.bars.row_rect(muscle).toRect()


def test_the_week_is_told_with_what_it_comes_to(panel: PlanVolume) -> None:
    texts = said(panel)
    assert "Week 1 of 5, accumulate" in texts
    assert "2 leg days (2 to 3 wanted)" in texts
    assert "3 sets have no known load and are not in it." in texts
    assert panel.tonnage.accessibleDescription().startswith("Tonnage: ")
    assert (
        panel.sessions.accessibleDescription() == "Legs A: ~25 min, leg day. Upper: ~15 min. Legs B: ~20 min, leg day."
    )


def test_more_sets_make_a_longer_bar_and_the_legs_are_teal_and_the_rest_rust(theme: ThemeManager) -> None:
    rows = facts().rows
    twice = [replace(row, direct=row.direct * 2, indirect=0.0) if row.site == "quadriceps" else row for row in rows]
    legs, upper = theme.colour("legs"), theme.colour("upper")
    one, other = painted(theme, rows, 400), painted(theme, twice, 400)
    top, half = range(18, 40), range(one.height() // 2, one.height() - 60)
    assert reach(one, legs, top) > 150 and reach(one, upper, top) < 0
    assert reach(one, upper, half) > 150
    assert reach(other, legs, top) > reach(one, legs, top) - 40, "the scale grows with it"


def test_direct_sets_are_solid_up_to_their_number_and_the_band_lies_behind(theme: ThemeManager) -> None:
    squat, other = facts().rows[:2]
    below = replace(other, direct=12.0, indirect=0.0)  # keeps the columns as wide
    legs, ground = theme.colour("legs"), theme.colour("surface")

    def picture(direct: float) -> QImage:
        return painted(theme, [replace(squat, direct=direct, indirect=0.0, holds_from=1.0), below], 420)

    twelve, six, three = (reach(picture(sets), legs, range(18, 38)) for sets in (12, 6, 3))
    assert abs((six - three) * 2 - (twelve - six)) <= 2
    left, wide = twelve - 2 * (twelve - six), 2 * (twelve - six)
    empty = picture(0)
    y = 24  # beside the rule in the middle of the row
    tinted = [x for x in range(left + wide // 4, twelve) if empty.pixelColor(x, y) != ground]
    assert abs(min(tinted) - (left + wide * 6 / 12)) <= 3
    assert abs(max(tinted) - (left + wide * 10 / 12)) <= 3


@pytest.mark.parametrize("width", [260, 296, 320, 420, 700])
@pytest.mark.parametrize("percent", [100, 150])
def test_nothing_overlaps_and_nothing_leaves_its_place_at_any_width(
    theme: ThemeManager, width: int, percent: int
) -> None:
    theme.apply("light", percent)
    rows, week = facts().rows, facts()
    pictures = (
        (volume_bars_height(theme, rows, width), lambda p, r: paint_volume_bars(p, r, theme, rows)),
        (tonnage_height(theme), lambda p, r: paint_tonnage(p, r, theme, week.tonnage)),
        (sessions_height(theme, week.sessions), lambda p, r: paint_sessions(p, r, theme, week.sessions)),
        (course_height(theme), lambda p, r: paint_course(p, r, theme, course(), 0)),
    )
    for height, paint in pictures:
        texts = drawn(width, height, paint)
        assert overlapping(texts) == []
        for text, box in texts:
            assert box.left() >= -1 and box.right() <= width + 1, text
            assert box.top() >= -1 and box.bottom() <= height + 1, text


def test_every_muscle_has_its_name_and_number(theme: ThemeManager) -> None:
    rows = facts().rows
    places = drawn(700, 900, lambda p, r: paint_volume_bars(p, r, theme, rows))
    texts = [text for text, _ in sorted(places, key=lambda one: one[1].top())]
    for row in rows:
        assert row.name in texts and row.number in texts
    assert texts.index("Legs") < texts.index("Front of the thighs") < texts.index("Upper body") < texts.index("Chest")
    assert {"direct", "holds what is there", "wanted"} <= set(texts)


def test_the_mouse_learns_from_what_the_sets_come(panel: PlanVolume) -> None:
    at = row_of(panel, "quadriceps").center()
    QTest.mouseMove(panel.bars, at)
    QApplication.sendEvent(panel.bars, QHelpEvent(QEvent.Type.ToolTip, at, panel.bars.mapToGlobal(at)))
    assert QToolTip.text().splitlines() == [
        "Front of the thighs: 10 hard sets, grows.", "Wanted: 6 to 10 hard sets.",
        "From 3 it holds what is there, by convention.", "Back squat 4", "Bulgarian split squat 3", "Leg press 3",
    ]  # fmt: skip


def test_the_keys_lead_through_the_muscles_and_say_the_same(panel: PlanVolume) -> None:
    panel.bars.setFocus()
    QTest.keyClick(panel.bars, Qt.Key.Key_Down)
    assert panel.bars.accessibleDescription().startswith("Back of the thighs: 3 hard sets, holds")
    assert QToolTip.text().startswith("Back of the thighs: 3 hard sets")
    panel.show_facts(facts(at=1), course())
    assert panel.bars.hasFocus()
    assert panel.bars.accessibleDescription().startswith("Back of the thighs"), "the place of the keys stays"


def test_the_muscle_that_the_keys_lead_to_comes_into_sight(panel: PlanVolume) -> None:
    panel.resize(352, 240)
    QApplication.processEvents()
    panel.bars.setFocus()
    QTest.keyClick(panel.bars, Qt.Key.Key_End)
    last = panel.bars.row_rect(facts().rows[-1].site).toRect()
    seen = QRect(panel.bars.mapTo(panel.area.viewport(), last.topLeft()), last.size())
    assert panel.area.viewport().rect().contains(seen.center())


def test_a_week_is_chosen_by_a_click_and_by_arrow_keys(panel: PlanVolume, qtbot: QtBot) -> None:
    ids = [week.id for _, week in weeks_of(PLAN)]
    with qtbot.waitSignal(panel.week_chosen) as chosen:
        QTest.mouseClick(panel.course, Qt.MouseButton.LeftButton, pos=panel.course.week_rect(ids[3]).center().toPoint())
    assert chosen.args == [ids[3]]
    panel.show_facts(facts(at=3), course())
    panel.course.setFocus()
    with qtbot.waitSignal(panel.week_chosen) as chosen:
        QTest.keyClick(panel.course, Qt.Key.Key_Right)
    assert chosen.args == [ids[4]]
    with qtbot.waitSignal(panel.week_chosen) as chosen:
        QTest.keyClick(panel.course, Qt.Key.Key_Home)
    assert chosen.args == [ids[0]]
    assert panel.course.accessibleDescription().startswith("Week 1, accumulate: 15 hard sets for the legs")


def test_the_keys_end_where_the_plan_does(panel: PlanVolume, qtbot: QtBot) -> None:
    panel.show_facts(facts(at=4), course())
    panel.course.setFocus()
    assert panel.course.accessibleDescription().startswith("Week 5, deload"), "they begin at the week that is shown"
    with qtbot.assertNotEmitted(panel.week_chosen):
        QTest.keyClick(panel.course, Qt.Key.Key_Right)


def test_every_week_of_the_longest_plan_has_its_column(theme: ThemeManager) -> None:
    points = course(plan_of(*[week_of(LESS)] * 60))
    columns = course_columns(theme, QRectF(0, 0, 296, 100), points)
    assert len(columns) == 60 and columns[-1].right() <= 296.5 and columns[0].width() > 4
    texts = [text for text, _ in drawn(296, course_height(theme), lambda p, r: paint_course(p, r, theme, points, 0))]
    assert texts[-1] == "60" and "1" in texts


def test_without_a_week_the_panel_says_what_it_is_for(panel: PlanVolume) -> None:
    panel.show_facts(None)
    assert said(panel) == ["A week in the plan shows here what it adds up to."]
    panel.show_facts(facts(), course())
    assert "Week 1 of 5, accumulate" in said(panel)


def test_a_week_without_sessions_and_an_exercise_nobody_knows(panel: PlanVolume) -> None:
    plan = plan_of(week_of({}), week_of({"A": {"Moon jumps": "3x5"}}))
    panel.show_facts(facts(plan, 0), course(plan))
    assert "0 leg days (2 to 3 wanted)" in said(panel)
    panel.show_facts(facts(plan, 1), course(plan))
    assert "Moon jumps is not in the catalogue: its sets count for no muscle." in said(panel)


def test_another_theme_and_text_size_paint_it_anew(panel: PlanVolume, theme: ThemeManager) -> None:
    before = panel.bars.height()
    theme.apply("dark", 150)
    QApplication.processEvents()
    assert panel.bars.height() > before
    image = panel.bars.grab().toImage()
    assert reach(image, theme.colour("legs"), range(image.height())) > 0


def test_parts_say_what_they_are_to_a_screen_reader(panel: PlanVolume) -> None:
    names = {one.objectName(): one.accessibleName() for one in panel.findChildren(QWidget)}
    assert names["plan_volume_bars"] == "Hard sets of each muscle this week"
    assert names["plan_volume_course"] == "Hard sets in all weeks"
    assert names["plan_volume_tonnage"] == "Tonnage this week"
