"""The list of exercises as a user meets it: searching, filters, choosing, and being asked for one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from exercise_panel import SLED, Panel
from legwork.domain.exercise import Equipment
from legwork.domain.exercise_names import Catalogue
from legwork.domain.patterns import Pattern
from legwork.domain.units import UnitSystem
from legwork.qt.core.icons import Icons
from legwork.qt.widgets.exercise_rows import exercise_data
from legwork.qt.widgets.plan_session import PlanSession
from legwork.services.catalogue import catalogue, catalogue_with
from plan_cases import fresh_for, small_plan


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[Panel]:
    yield Panel(qtbot)


def test_all_exercises_are_there_own_ones_first_then_by_kind(panel: Panel) -> None:
    whole = len(catalogue().exercises) + 1
    assert panel.label("exercise_count") == f"{whole} exercises"
    assert panel.lines()[:4] == ["Your own", "Sled <drag>", "Squats", "Back squat"]
    assert panel.shown == "Sled <drag>"


def test_typing_finds_and_enter_takes_the_best(panel: Panel) -> None:
    panel.type("romanian")
    assert panel.shown == "Romanian deadlift"
    assert panel.label("exercise_count").endswith(f"of {len(catalogue().exercises) + 1}")
    panel.key(Qt.Key.Key_Return)
    assert panel.said == [("exercise_chosen", "romanian_deadlift")]


def test_more_letters_lead_to_the_best_again(panel: Panel) -> None:
    panel.type("leg")
    for _ in range(5):
        panel.key(Qt.Key.Key_Down)
    assert panel.shown != panel.lines()[0]
    panel.type(" ")
    assert panel.shown == panel.lines()[0]


def test_arrows_in_the_search_field_go_through_the_list_past_headings(panel: Panel) -> None:
    panel.type("")
    panel.key(Qt.Key.Key_Down)
    assert panel.shown == "Back squat"
    panel.key(Qt.Key.Key_Down)
    assert panel.shown == panel.lines()[4]
    panel.key(Qt.Key.Key_Up)
    panel.key(Qt.Key.Key_Up)
    panel.key(Qt.Key.Key_Up)
    assert panel.shown == "Sled <drag>"
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    panel.key(Qt.Key.Key_Down)
    panel.key(Qt.Key.Key_Enter)
    assert panel.said == [("exercise_chosen", "squat")]


def test_a_search_without_a_hit_says_so_and_enter_takes_nothing(panel: Panel) -> None:
    panel.type("zzz")
    assert "No exercise fits" in panel.label("exercise_none")
    assert panel.shown == ""
    panel.key(Qt.Key.Key_Return)
    panel.key(Qt.Key.Key_Down)
    assert panel.said == []
    panel.click("exercise_everything")
    assert panel.lines()[3] == "Back squat"
    assert panel.shown == "Sled <drag>"


def test_filters_by_region_pattern_and_equipment(panel: Panel) -> None:
    panel.filter("exercise_kind", "Upper body")
    assert panel.lines()[:2] == ["Chest presses", "Bench press"]
    panel.filter("exercise_kind", "Leg curls")
    assert {catalogue().search(one)[0].pattern for one in panel.lines()[1:]} == {Pattern.LEG_CURL}
    panel.filter("exercise_equipment", "Exercise ball")
    found = panel.lines()[1:]
    assert found
    assert all(Equipment.BALL in catalogue().search(one)[0].equipment for one in found)
    panel.filter("exercise_kind", "Neck")
    assert panel.lines() == []
    assert "No exercise fits" in panel.label("exercise_none")


def test_filters_keep_what_is_selected_as_long_as_it_fits(panel: Panel) -> None:
    panel.list.show_exercise("leg_press")
    panel.filter("exercise_kind", "Legs")
    assert panel.shown == "Leg press"
    panel.filter("exercise_kind", "Upper body")
    assert panel.shown == "Bench press"


def test_a_row_tells_what_it_trains_and_needs_and_its_region_to_a_screen_reader(panel: Panel) -> None:
    model = panel.list.rows.model()
    row = panel.lines().index("Back squat")
    spoken = model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Back squat, legs, front of the thighs, glutes, barbell, rack"
    own = model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert own == "Sled <drag>, legs, yours, front of the thighs, sled"


def test_legs_and_upper_body_differ_in_more_than_colour(panel: Panel) -> None:
    """The mark of a row in greyscale: another letter."""
    rows = panel.list.rows

    def mark(name: str) -> list[bool]:
        place = panel.row_place(name)
        picture = rows.viewport().grab().toImage()
        grey = [picture.pixelColor(14 + x, place.y() - 8 + y).lightness() for y in range(16) for x in range(16)]
        return [one < (min(grey) + max(grey)) // 2 for one in grey]

    assert mark("Leg press") == mark("Back squat")
    assert mark("Leg press") != mark("Bench press")
    assert mark("Plank") not in (mark("Leg press"), mark("Bench press"))


def test_double_click_enter_and_the_button_choose(panel: Panel) -> None:
    rows = panel.list.rows
    place = panel.row_place("Back squat")
    panel.qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    panel.qtbot.mouseDClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    rows.setFocus()
    panel.key(Qt.Key.Key_Return)
    panel.click("exercise_add")
    assert panel.said == [("exercise_chosen", "squat")] * 3


def test_a_heading_is_no_exercise(panel: Panel) -> None:
    place = panel.row_place("Squats")
    panel.qtbot.mouseClick(panel.list.rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    panel.qtbot.mouseDClick(panel.list.rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert panel.shown == "Sled <drag>"
    assert panel.said == []


def test_letters_typed_in_the_list_go_into_the_search(panel: Panel) -> None:
    panel.list.rows.setFocus()
    for letter in "hack":
        focused = QApplication.focusWidget()
        assert isinstance(focused, QWidget)
        panel.qtbot.keyClicks(focused, letter)
    assert panel.list.search.words.text() == "hack"
    assert panel.shown.startswith("Hack squat")
    panel.list.rows.setFocus()
    panel.key(Qt.Key.Key_Backspace)
    assert panel.list.search.words.text() == "hac"


def test_escape_clears_the_search(panel: Panel) -> None:
    panel.type("curl")
    panel.key(Qt.Key.Key_Escape)
    assert panel.list.search.words.text() == ""
    assert panel.said == []


def test_being_asked_says_what_for_and_offers_first_what_can_stand_in(panel: Panel) -> None:
    panel.type("zzz")
    panel.filter("exercise_kind", "Neck")
    panel.list.ask("Choose an exercise in place of Back squat", "squat")
    assert panel.label("exercise_sentence") == "Choose an exercise in place of Back squat"
    assert panel.list.search.words.hasFocus()
    one = catalogue().get("squat")
    assert one is not None
    names = [found.label for found in map(catalogue().get, (other.key for other in one.substitutes)) if found]
    assert panel.lines()[: len(names) + 2] == ["Can stand in for Back squat", *names, "Squats"]
    assert panel.shown == names[0]
    assert panel.child("exercise_add").text() == "Choose this one"
    panel.key(Qt.Key.Key_Return)
    assert panel.said == [("exercise_chosen", one.substitutes[0].key)]
    assert panel.label("exercise_sentence") == ""
    assert "Can stand in for Back squat" not in panel.lines()
    assert panel.child("exercise_add").text() == "Add to the plan"


def test_a_search_while_asked_keeps_substitutes_first(panel: Panel) -> None:
    panel.list.ask("Choose one", "squat")
    panel.type("press")
    assert panel.lines()[:3] == ["Can stand in for Back squat", "Leg press", "Others"]
    assert panel.lines().count("Leg press") == 1


@pytest.mark.parametrize("way", ["escape", "button"])
def test_a_request_can_be_given_up(panel: Panel, way: str) -> None:
    panel.list.ask("Choose an exercise for Legs A", "")
    assert panel.label("exercise_sentence") == "Choose an exercise for Legs A"
    assert panel.lines()[0] == "Your own"
    if way == "escape":
        panel.key(Qt.Key.Key_Escape)
    else:
        panel.click("exercise_stop")
    assert panel.said == [("given_up", "")]
    assert panel.label("exercise_sentence") == ""
    panel.list.give_up()
    assert panel.said == [("given_up", "")]


def test_asking_for_an_exercise_that_is_gone_offers_all(panel: Panel) -> None:
    panel.list.ask("Choose one", "own_deleted")
    assert panel.lines()[:2] == ["Your own", "Sled <drag>"]


def test_a_question_that_the_choice_itself_brings_up_is_answered_by_it(panel: Panel) -> None:
    """The plan asks where it goes as soon as something is chosen; the search must not be lost over that."""
    panel.type("curl")
    panel.list.exercise_chosen.connect(lambda _key: panel.list.ask("Choose an exercise for Legs A", ""))
    panel.key(Qt.Key.Key_Return)
    assert panel.list.search.words.text() == "curl"
    assert panel.label("exercise_sentence") == ""


def test_another_catalogue_keeps_search_selection_and_focus(panel: Panel) -> None:
    panel.type("squat")
    for _ in range(4):
        panel.key(Qt.Key.Key_Down)
    shown = panel.shown
    renamed = replace(SLED, name="Squat sled")
    panel.list.show_catalogue(catalogue_with((renamed,)))
    assert panel.shown == shown
    assert "Squat sled" in panel.lines()
    assert panel.list.search.words.text() == "squat"
    assert panel.list.search.words.hasFocus()


def test_without_any_exercise_nothing_breaks(panel: Panel) -> None:
    panel.list.show_catalogue(Catalogue(()))
    assert panel.label("exercise_count") == "0 exercises"
    panel.list.rows.setFocus()
    panel.type("a")
    panel.key(Qt.Key.Key_Down)
    panel.key(Qt.Key.Key_Return)
    assert panel.said == []


def test_what_is_dragged_out_of_the_list_is_taken_by_a_session(panel: Panel, qtbot: QtBot) -> None:
    plan = small_plan()
    view = PlanSession(panel.theme, Icons(panel.theme), fresh_for(plan))
    qtbot.addWidget(view)
    dropped: list[str] = []
    view.list.dropped.connect(lambda key, _gap: dropped.append(key))
    view.show_plan(plan, catalogue(), UnitSystem.METRIC, date(2026, 3, 4))
    data = exercise_data("own_sled")
    event = QDropEvent(
        QPointF(60, 10), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    view.list.dropEvent(event)
    assert dropped == ["own_sled"]


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("width", [320, 420])
def test_it_fits_its_width_at_every_size_of_text(panel: Panel, percent: int, width: int) -> None:
    panel.theme.apply("dark", percent)
    panel.list.resize(width, 720)
    panel.list.ask("Choose an exercise in place of Barbell Bulgarian split squat in Legs A, week 2 and on", "squat")
    QApplication.processEvents()
    assert panel.list.width() == width, "it is wider than it may be"
    for kind in (QPushButton, QLineEdit, QComboBox, QLabel):
        for one in panel.list.findChildren(kind):
            if one.isVisible():
                right = one.mapTo(panel.list, QPoint(one.width(), 0)).x()
                assert right <= width, f"{one.objectName()} is cut off"
    text = panel.list.details.text
    assert text.horizontalScrollBar().maximum() == 0
    row = panel.list.rows.visualRect(panel.list.rows.currentIndex()).height()
    assert row == panel.theme.px(48)
    panel.theme.apply("light", 100)


def test_what_is_found_is_copied_as_a_table(panel: Panel) -> None:
    panel.type("nordic")
    panel.list.rows.setFocus()
    panel.qtbot.keyClick(panel.list.rows, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    assert lines[0] == ["Exercise", "Kind", "Muscles", "Equipment"]
    assert [line[0] for line in lines[1:]] == [one for one in panel.lines() if "ordic" in one]
    assert lines[1][2] == "Back of the thighs"
