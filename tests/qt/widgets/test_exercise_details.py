"""The details of an exercise beside the list: muscles, cues and loads, links to what can stand in, own ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from exercise_panel import SLED, Panel
from legwork.domain.exercise import Exercise
from legwork.domain.units import UnitSystem
from legwork.services.catalogue import catalogue, catalogue_with


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[Panel]:
    yield Panel(qtbot)


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


def test_a_change_of_the_shown_exercise_is_seen_and_a_deleted_one_goes(panel: Panel) -> None:
    changed: Exercise = replace(SLED, cues=("Long steps",))
    panel.list.show_catalogue(catalogue_with((changed,)))
    assert "Long steps" in panel.about
    panel.list.show_catalogue(catalogue())
    assert "Sled <drag>" not in panel.lines()
    assert panel.shown == "Back squat"
