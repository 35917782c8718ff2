"""Views under a name: kept, shown, renamed, deleted, taken back; each person has their own."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from charts_driver import DAYS, Charts
from legwork.services.chart_views import SaveView
from legwork.services.people import AddPerson
from program_driver import ALEX, Desk, fill, opened, readings

KEEP = "Keep this view…"
ALWAYS = "All limbs, each apart"


def entries(charts: Charts) -> list[str]:
    """The menu of views without the one that is always there."""
    found = charts.entries("chart_views")
    assert found[0] == ALWAYS
    return found[1:]


def naming(charts: Charts) -> QLineEdit:
    """The field below the button, which has the keys."""
    field = charts.desk.child(QLineEdit, "ask_field")
    assert QApplication.focusWidget() is field
    return field


def name_it(charts: Charts, name: str) -> None:
    """Type over what stands there, and press Enter."""
    field = naming(charts)
    field.selectAll()
    charts.desk.press(Qt.Key.Key_Delete)
    field.insert(name)
    field.setModified(True)
    charts.desk.press(Qt.Key.Key_Return)
    charts.desk.settle()


def keep(charts: Charts, name: str) -> None:
    charts.menu("chart_views", KEEP)
    name_it(charts, name)


def refusal(charts: Charts) -> str:
    """What is said below the field."""
    return charts.desk.child(QLabel, "typing_fault").text()


@pytest.fixture
def kept(charts: Charts) -> Charts:
    """The calves in percent, left only, monthly, apart, kept as Calves; then something else is looked at."""
    charts.tick("Calf")
    charts.tick("Upper thigh")
    charts.choose("chart_scaling", "Change in % since")
    charts.choose("chart_bucket", "Monthly averages")
    charts.choose("chart_sides", "Left only")
    charts.click("layout_apart")
    charts.click("range_all")
    charts.menu("chart_drawn", "Look 12 weeks ahead")
    keep(charts, "Calves")
    charts.menu("chart_drawn", "Look 12 weeks ahead")
    charts.tick("Upper thigh")
    for box, text in (("chart_scaling", "Values"), ("chart_bucket", "Each reading"), ("chart_sides", "Left and right")):
        charts.choose(box, text)
    charts.click("layout_together")
    charts.click("range_3m")
    return charts


def test_a_kept_view_brings_everything_back(kept: Charts) -> None:
    kept.menu("chart_views", "Calves")
    assert kept.ticked() == ["Calf"] and kept.titles() == ["Calf"]
    assert kept.drawn() == ["Calf, left"]
    boxes = [kept.chosen(box) for box in ("chart_scaling", "chart_bucket", "chart_sides")]
    assert boxes == ["Change in % since", "Monthly averages", "Left only"]
    assert (kept.pressed("range"), kept.pressed("layout")) == (["range_all"], ["layout_apart"])
    assert kept.page.board.span.end > DAYS[3].toordinal() + 80


def test_a_kept_view_is_one_thing_to_undo(desk: Desk, kept: Charts) -> None:
    assert desk.undo_action().text() == "Undo Save view Calves"
    desk.undo()
    assert entries(kept) == [KEEP]
    desk.redo()
    assert "Calves" in entries(kept)


def test_a_window_that_was_moved_to_is_kept_with_it(charts: Charts) -> None:
    charts.click("range_all")
    charts.key(Qt.Key.Key_Plus)
    shown = charts.page.board.span
    keep(charts, "Close")
    charts.click("range_3m")
    charts.menu("chart_views", "Close")
    assert charts.page.board.span == shown and charts.pressed("range") == []


def test_the_name_of_a_view_is_changed(desk: Desk, kept: Charts) -> None:
    kept.menu("chart_views", "Rename", "Calves")
    assert naming(kept).text() == naming(kept).selectedText() == "Calves", "the old name stands there to be edited"
    name_it(kept, "Lower legs")
    assert entries(kept)[0] == "Lower legs"
    desk.undo()
    assert entries(kept)[0] == "Calves"


def test_f2_on_an_entry_renames_it_and_delete_deletes_it(desk: Desk, kept: Charts) -> None:
    kept.on_entry("chart_views", "Calves", Qt.Key.Key_F2)
    name_it(kept, "Lower legs")
    assert desk.undo_action().text() == "Undo Rename view to Lower legs"
    kept.on_entry("chart_views", "Lower legs", Qt.Key.Key_Delete)
    assert entries(kept) == [KEEP] and "Lower legs" in desk.notice


def test_a_view_is_deleted_and_comes_back(desk: Desk, kept: Charts) -> None:
    kept.menu("chart_views", "Delete", "Calves")
    assert entries(kept) == [KEEP]
    assert "Calves" in desk.notice, "with Undo beside it"
    desk.undo()
    assert "Calves" in entries(kept)


def test_keeping_under_the_same_name_replaces(kept: Charts) -> None:
    keep(kept, "calves")
    assert entries(kept)[:-3] == ["calves"]
    kept.click("range_all")
    kept.menu("chart_views", "calves")
    assert kept.pressed("range") == ["range_3m"]


@pytest.mark.parametrize(("name", "words"), [("   ", "name"), ("x" * 500, "too long")])
def test_what_is_no_name_is_refused_in_a_sentence(charts: Charts, name: str, words: str) -> None:
    keep(charts, name)
    assert words in refusal(charts) and refusal(charts).endswith(".")
    assert naming(charts).text() == name, "what was typed stays, to be mended"
    charts.desk.press(Qt.Key.Key_Escape)
    assert entries(charts) == [KEEP]


def test_a_name_that_is_taken_is_refused(kept: Charts) -> None:
    keep(kept, "Other")
    kept.menu("chart_views", "Rename", "Other")
    name_it(kept, "CALVES")
    assert "Calves" in refusal(kept)
    kept.desk.press(Qt.Key.Key_Escape)
    assert entries(kept)[:2] == ["Calves", "Other"]


def test_giving_up_keeps_nothing(charts: Charts) -> None:
    charts.menu("chart_views", KEEP)
    charts.desk.write("Mine")
    charts.desk.press(Qt.Key.Key_Escape)
    charts.desk.settle()
    assert charts.desk.has_focus("chart_views"), "the keys are where they were"
    assert entries(charts) == [KEEP]


def test_an_ampersand_in_a_name_is_shown_and_works(charts: Charts) -> None:
    keep(charts, "Legs & arms")
    charts.click("range_3m")
    charts.menu("chart_views", "Legs && arms")
    assert charts.pressed("range") == ["range_1y"]


def test_views_are_there_after_a_restart_and_belong_to_one_person(qtbot: QtBot, folder: Path) -> None:
    fill(folder, ALEX, AddPerson("Kim"))
    with opened(qtbot, folder) as desk:
        people = {one.name: one for one in desk.context.people}
        for one in people.values():
            desk.context.profile.apply(readings(one, DAYS[3], calf_left="38"))
        desk.context.runner.reload_everything()
        desk.context.look_at(people["Alex"].uid)
        charts = Charts(desk)
        keep(charts, "Mine")
        desk.context.look_at(people["Kim"].uid)
        desk.settle()
        assert entries(charts) == [KEEP]
        keep(charts, "Mine")
        desk.undo()
        assert entries(charts) == [KEEP]
    with opened(qtbot, folder) as desk:
        desk.context.look_at(people["Alex"].uid)
        assert "Mine" in entries(Charts(desk))


@pytest.mark.parametrize(
    "spec",
    [
        '{"measures": ["site/gone:left", "site/gone", "volume/tail", "ratio/x", "difference/gone", "corrected/x"]}',
        '{"measures": ["nonsense", "", "/", "site/", "site/calf:up", "site/calf"], "range": "9y", "layout": 3}',
        "garbage", "", "[]", "null", '{"span": [5, 1], "region": ["a"], "extras": 7, "since": "x", "bucket": null}',
        '{"span": [1e300, 1e301], "region": [1, 3652059], "since": 3652059, "measures": ["site/calf"]}',
        '{"span": [NaN, Infinity], "since": -5, "measures": [["site/calf"]], "extras": [[1]]}', "[" * 5000,
    ],
)  # fmt: skip
def test_a_view_that_makes_no_sense_shows_what_it_can(desk: Desk, charts: Charts, spec: str) -> None:
    desk.context.runner.apply(SaveView(desk.person.id, "Odd", spec))
    desk.settle()
    charts.menu("chart_views", "Odd")
    assert charts.note().endswith(".")
    assert set(charts.drawn()) <= {"Calf, left", "Calf, right", "Upper thigh, left"}
    charts.click("range_all")
    charts.tick("Calf") if "Calf" not in charts.ticked() else None
    assert "Calf, left" in charts.drawn(), "and one can go on from there"


def test_all_limbs_stand_side_by_side_with_one_choice(desk: Desk, charts: Charts) -> None:
    desk.remember(DAYS[3], flexed_arm_left="40", flexed_arm_right="40.4", waist="84")
    charts.menu("chart_views", "All limbs, each apart")
    assert set(charts.titles()) == {"Flexed arm", "Upper thigh", "Calf"}, "the waist is no limb"
    assert charts.ticked() == ["Flexed arm", "Upper thigh", "Calf"]
