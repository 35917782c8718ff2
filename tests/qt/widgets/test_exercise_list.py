"""The list of exercises as a user meets it: searching, filters, details, choosing, and being asked for one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication, QTextCursor
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from legwork.domain.exercise import Equipment, Exercise, Share, own_exercise
from legwork.domain.exercise_names import Catalogue
from legwork.domain.muscles import Muscle
from legwork.domain.patterns import Pattern
from legwork.domain.units import UnitSystem
from legwork.paths import resources_dir
from legwork.qt.core.icons import Icons
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.exercise_list import ExerciseList
from legwork.qt.widgets.exercise_rows import exercise_data
from legwork.qt.widgets.plan_session import PlanSession
from legwork.services.catalogue import catalogue, catalogue_with
from plan_cases import fresh_for, small_plan

SLED = own_exercise("own_sled", "Sled <drag>", Pattern.SLED, (Share(Muscle.QUADRICEPS, 1.0),), (Equipment.SLED,))


class Panel:
    """The list, and what it said."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.theme = ThemeManager(resources_dir() / "themes")
        self.theme.apply("light")
        self.list = ExerciseList(self.theme, Icons(self.theme))
        qtbot.addWidget(self.list)
        self.said: list[tuple[str, str]] = []
        for name in ("exercise_chosen", "edit_asked", "delete_asked", "copy_asked"):
            getattr(self.list, name).connect(lambda key, name=name: self.said.append((name, key)))
        for name in ("new_asked", "given_up"):
            getattr(self.list, name).connect(lambda name=name: self.said.append((name, "")))
        self.list.show_catalogue(catalogue_with((SLED,)))
        self.list.resize(320, 640)
        self.list.show()
        qtbot.waitExposed(self.list)
        self.list.activateWindow()

    def type(self, text: str) -> None:
        field = self.list.findChild(QLineEdit, "exercise_words")
        self.qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
        field.setFocus()
        self.qtbot.keyClicks(field, text)

    def key(self, key: Qt.Key) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        self.qtbot.keyClick(focused, key)

    def click(self, name: str) -> None:
        self.qtbot.mouseClick(self.child(name), Qt.MouseButton.LeftButton)

    def child(self, name: str) -> QPushButton:
        found = self.list.findChild(QPushButton, name)
        assert found.isVisible()
        return found

    def filter(self, name: str, text: str) -> None:
        combo = self.list.findChild(QComboBox, name)
        place = next(place for place in range(combo.count()) if combo.itemText(place).strip() == text)
        combo.setCurrentIndex(place)

    def lines(self) -> list[str]:
        model = self.list.rows.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def label(self, name: str) -> str:
        found = self.list.findChild(QLabel, name)
        return found.text() if found.isVisible() else ""

    @property
    def shown(self) -> str:
        """The exercise whose details are shown."""
        return self.label("exercise_name")

    @property
    def about(self) -> str:
        return self.list.details.text.toPlainText().replace("\xa0", " ")

    def row_place(self, name: str) -> QPoint:
        rows = self.list.rows
        index = rows.model().index(self.lines().index(name), 0)
        rows.scrollTo(index)
        return rows.visualRect(index).center()


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


def test_details_tell_muscles_with_reasons_cues_counting_reps_and_pain(panel: Panel) -> None:
    panel.list.show_exercise("squat")
    one = catalogue().get("squat")
    assert one is not None
    said = panel.about
    assert "Front of the thighs: direct" in said
    assert "Inner thighs: half" in said
    assert "Lower back: a quarter" in said
    for share in one.muscles:
        assert share.reason in said
    for cue in one.cues:
        assert cue in said
    assert "All that moves: the bar with its plates" in said
    assert "5 to 10 reps, in steps of 2.5 kg." in said
    assert "Leave it out while one of these hurts: knee, hip, lower back, ankle or foot and shoulder." in said
    titles = (
        "What it trains",
        "What should I feel?",
        "How the load is counted",
        "Where to begin",
        "Can stand in for it",
    )
    assert [one for one in said.splitlines() if one in titles] == list(titles)
    assert "Works the same thighs while the back rests on a pad." in said
    assert "Barbell Full Squat" not in said  # aliases are for finding only


def test_steps_in_load_are_in_the_units_of_the_person(panel: Panel) -> None:
    panel.list.show_catalogue(catalogue(), UnitSystem.IMPERIAL)
    panel.list.show_exercise("squat")
    assert "in steps of 5.5 lb." in panel.about


def test_part_of_body_weight_seconds_and_sides_are_told(panel: Panel) -> None:
    panel.list.show_exercise("push_up")
    one = catalogue().get("push_up")
    assert one is not None and one.body_share is not None
    assert f"About {one.body_share * 100:.0f} % of your weight moves." in panel.about
    held = next(one for one in catalogue().exercises if one.timed and not one.one_sided)
    panel.list.show_exercise(held.key)
    assert f"{held.reps[0]} to {held.reps[1]} seconds" in panel.about
    sided = next(one for one in catalogue().exercises if one.one_sided and not one.timed)
    panel.list.show_exercise(sided.key)
    assert f"{sided.reps[0]} to {sided.reps[1]} reps on each side" in panel.about
    assert "one side at a time" in panel.label("exercise_kind_words")


def _follow(panel: Panel, name: str) -> None:
    text = panel.list.details.text
    found = text.document().find(name)
    assert found.charFormat().anchorHref() != ""
    text.setTextCursor(found)
    text.ensureCursorVisible()
    start = QTextCursor(found)
    start.setPosition(found.selectionStart())
    first, last = text.cursorRect(start), text.cursorRect(found)
    place = QPoint((first.left() + last.left()) // 2, first.center().y())
    panel.qtbot.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_link_leads_to_what_can_stand_in_even_when_the_search_hides_it(panel: Panel) -> None:
    panel.type("back squat")
    assert panel.shown == "Back squat"
    assert "Goblet squat" not in panel.lines()
    _follow(panel, "Goblet squat")
    assert panel.shown == "Goblet squat"
    assert panel.list.rows.hasFocus()
    panel.key(Qt.Key.Key_Return)
    assert panel.said == [("exercise_chosen", "goblet_squat")]


def test_own_ones_can_be_edited_and_deleted_shipped_ones_be_a_start(panel: Panel) -> None:
    panel.click("exercise_edit")
    panel.click("exercise_delete")
    assert not panel.list.findChild(QPushButton, "exercise_copy").isVisible()
    panel.list.show_exercise("squat")
    panel.click("exercise_copy")
    for name in ("exercise_edit", "exercise_delete"):
        assert not panel.list.findChild(QPushButton, name).isVisible()
    panel.click("exercise_new")
    assert panel.said == [
        ("edit_asked", "own_sled"), ("delete_asked", "own_sled"), ("copy_asked", "squat"), ("new_asked", ""),
    ]  # fmt: skip
    assert panel.child("exercise_copy").accessibleName() == "Own version: Back squat"


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


def test_a_change_of_the_shown_exercise_is_seen_and_a_deleted_one_goes(panel: Panel) -> None:
    changed: Exercise = replace(SLED, cues=("Long steps",))
    panel.list.show_catalogue(catalogue_with((changed,)))
    assert "Long steps" in panel.about
    panel.list.show_catalogue(catalogue())
    assert "Sled <drag>" not in panel.lines()
    assert panel.shown == "Back squat"


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
