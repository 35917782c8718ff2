"""One field of the check-in as a person uses it: what may be typed, what is said, what is asked and what is kept."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPushButton

from legwork.qt.widgets.reading_field import ReadingField
from legwork.services.people import ChangePerson
from program_driver import IMPERIAL, METRIC, Desk

TODAY = date.today()
LAST_WEEK = TODAY - timedelta(days=7)
CALF = "calf_left"


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """On the Measure page."""
    desk.go("measure")
    return desk


def field(desk: Desk, name: str = CALF) -> ReadingField:
    owner = desk.reading(name).parent()
    assert isinstance(owner, ReadingField)
    return owner


def choices(desk: Desk, name: str = CALF) -> dict[str, QPushButton]:
    desk.settle()
    return {one.text(): one for one in field(desk, name).findChildren(QPushButton) if one.isVisible()}


UNDERSTOOD_ALWAYS = [
    ("38.2cm", "38.2 cm"),
    ("38,2 cm", "38,2 cm"),
    ("382 mm", "382 mm"),
    ("15.25 in", "15.25 in"),
    ('15 1/4"', "15 1/4 in"),
]


@pytest.mark.parametrize(
    ("system", "typed", "stored"),
    [
        *((METRIC, *one) for one in (*UNDERSTOOD_ALWAYS, ("38.2", "38.2 cm"), ("38,2", "38,2 cm"))),
        *((IMPERIAL, *one) for one in (*UNDERSTOOD_ALWAYS, ("15.25", "15.25 in"), ("15 1/4", "15 1/4 in"))),
        (METRIC, "15 1/4", "15 1/4 cm"),
    ],
)
def test_whatever_is_typed_is_understood(desk: Desk, system: str, typed: str, stored: str) -> None:
    desk.context.runner.apply(ChangePerson(desk.person.id, "units", system))
    desk.enter(CALF, typed)
    assert desk.stored(CALF) == [stored]
    assert desk.reading(CALF).text() in (typed, stored, stored.rsplit(" ", 1)[0])


@pytest.mark.parametrize(("typed", "stored"), [("82.5", "82.5 kg"), ("182 lb", "182 lb"), ("12 st 4 lb", "12 st 4 lb")])
def test_weight_in_kilograms_pounds_or_stones(desk: Desk, typed: str, stored: str) -> None:
    desk.enter("body_weight", typed)
    assert desk.stored("body_weight") == [stored]


def test_a_value_in_the_other_unit_is_said_in_the_persons_own(desk: Desk) -> None:
    desk.enter(CALF, "15.25 in")
    assert desk.message(CALF) == "38.7 cm"
    assert desk.reading(CALF).text() == "15.25 in"


def test_the_last_value_stands_as_a_ghost_with_its_date(desk: Desk) -> None:
    assert desk.reading(CALF).placeholderText() == ""
    last = date(TODAY.year - 1, 3, 12)
    desk.remember(last, calf_left="38.0 + 38.4 + 38.1")
    assert desk.reading(CALF).placeholderText() == f"38.1 on 12 Mar {last.year}"
    assert desk.reading(CALF).text() == ""
    assert desk.reading("calf_right").placeholderText() == ""


def test_the_ghost_is_of_the_newest_day_that_measured_this_spot(desk: Desk) -> None:
    desk.remember(TODAY - timedelta(days=21), calf_left="37")
    desk.remember(TODAY - timedelta(days=14), calf_left="37.5")
    desk.remember(LAST_WEEK, waist="84")
    assert desk.reading(CALF).placeholderText().startswith("37.5 on ")


@pytest.mark.parametrize(
    ("typed", "told", "colour"),
    [
        ("38.4", "~ +0.4 cm, within the error ±1.1", "small"),
        ("37.8", "~ −0.2 cm, within the error ±1.1", "small"),
        ("39.6", "▲ +1.6 cm, beyond the error ±1.1", "good"),
        ("36.4", "▼ −1.6 cm, beyond the error ±1.0", "caution"),
    ],
)
def test_the_change_is_said_as_soon_as_a_number_is_typed(desk: Desk, typed: str, told: str, colour: str) -> None:
    desk.remember(LAST_WEEK, calf_left="38.0")
    desk.click(desk.reading(CALF))
    desk.write(typed)
    assert desk.message(CALF) == told
    assert field(desk).message.property("role") == colour
    assert desk.stored(CALF) == [], "nothing is stored while typing"


def test_a_screen_reader_hears_the_change_in_a_whole_sentence(desk: Desk) -> None:
    desk.remember(LAST_WEEK, calf_left="38.0")
    desk.enter(CALF, "39.6")
    assert desk.reading(CALF).accessibleDescription() == "+1.6 cm, more than the tape's error (±1.1 cm)"


def test_the_change_is_in_the_persons_unit(desk: Desk) -> None:
    desk.remember(LAST_WEEK, calf_left="38.1 cm")
    desk.context.runner.apply(ChangePerson(desk.person.id, "units", IMPERIAL))
    desk.click(desk.reading(CALF))
    desk.write("15 1/4")
    assert desk.message(CALF) == "~ +0.25 in, within the error ±0.42"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
@pytest.mark.parametrize(
    ("typed", "part"),
    [("abc", "“abc” is not a length"), ("380", "Calf should be between 15 and 90 cm"), ("-3", "“-3”")],
)
def test_what_no_body_has_is_refused_in_one_sentence(desk: Desk, typed: str, part: str, key: Qt.Key) -> None:
    desk.enter(CALF, typed, key)
    sentence = desk.message(CALF)
    assert part in sentence
    assert sentence.endswith(".") and sentence.count(". ") == 0
    assert desk.reading(CALF).property("state") == "error"
    assert desk.reading(CALF).text() == typed, "what was typed stays to be mended"
    assert desk.stored(CALF) == []
    assert desk.context.runner.stack.count() == 0


def test_enter_does_not_leave_a_refused_value(desk: Desk) -> None:
    desk.enter(CALF, "abc")
    assert desk.has_focus("reading_calf:left")
    desk.write("38.2")
    desk.press(Qt.Key.Key_Return)
    assert desk.stored(CALF) == ["38.2 cm"]
    assert desk.message(CALF) == ""
    assert desk.has_focus("reading_calf:right")


def test_a_refused_correction_leaves_the_stored_value(desk: Desk) -> None:
    desk.enter(CALF, "38.2")
    desk.enter(CALF, "3820")
    assert desk.stored(CALF) == ["38.2 cm"]
    assert desk.reading(CALF).text() == "3820"


def test_a_refused_text_survives_the_entry_of_other_values(desk: Desk) -> None:
    desk.enter(CALF, "abc", Qt.Key.Key_Tab)
    desk.enter("calf_right", "38.2")
    assert desk.reading(CALF).text() == "abc"
    assert "“abc”" in desk.message(CALF)


def test_a_jump_is_asked_once_and_the_correction_applies(desk: Desk) -> None:
    desk.remember(LAST_WEEK, calf_left="38.1")
    desk.enter(CALF, "15 in")
    assert desk.stored(CALF) == ["15 in"], "the right unit was given, nothing to ask"
    desk.enter(CALF, "83.1")
    assert "is more than a body usually changes" in desk.message(CALF)
    assert "Keep 83.1" in choices(desk) and "38.1 cm" in choices(desk)
    desk.click(choices(desk)["38.1 cm"])
    assert desk.stored(CALF) == ["38.1 cm"]
    assert desk.reading(CALF).text() == "38.1"
    assert choices(desk) == {}
    assert desk.has_focus("reading_calf:right")


def test_inches_typed_as_centimetres_are_offered_as_inches(desk: Desk) -> None:
    desk.remember(LAST_WEEK, upper_thigh_left="62")
    desk.enter("upper_thigh_left", "29.5")
    offered = [text for text in choices(desk, "upper_thigh_left") if not text.startswith("Keep")]
    assert offered == []
    desk.enter("upper_thigh_left", "25")
    offered = [text for text in choices(desk, "upper_thigh_left") if not text.startswith("Keep")]
    assert offered == ["25 in (63.5 cm)"]
    desk.click(choices(desk, "upper_thigh_left")[offered[0]])
    assert desk.stored("upper_thigh_left") == ["25 in"]


def test_keep_keeps_and_does_not_ask_again(desk: Desk) -> None:
    desk.remember(LAST_WEEK, calf_left="38.1")
    desk.enter(CALF, "45")
    assert desk.has_focus("reading_calf:left"), "the question stands first"
    desk.click(choices(desk)["Keep 45"])
    assert desk.stored(CALF) == ["45 cm"]
    assert choices(desk) == {}
    assert desk.has_focus("reading_calf:right")
    desk.click(desk.reading(CALF))
    desk.press(Qt.Key.Key_Return)
    assert choices(desk) == {}
    assert desk.has_focus("reading_calf:right")


def test_a_second_enter_keeps_what_was_asked_about(desk: Desk) -> None:
    desk.remember(LAST_WEEK, calf_left="38.1")
    desk.enter(CALF, "45")
    desk.press(Qt.Key.Key_Return)
    assert desk.has_focus("reading_calf:right")
    assert desk.stored(CALF) == ["45 cm"]
    assert choices(desk) == {}


def test_a_jump_is_asked_about_on_tab_too_and_stays_while_others_are_entered(desk: Desk) -> None:
    desk.remember(LAST_WEEK, calf_left="38.1")
    desk.enter(CALF, "45", Qt.Key.Key_Tab)
    desk.enter("calf_right", "38.0")
    assert "Keep 45" in choices(desk)


def test_up_to_three_readings_give_their_median(desk: Desk) -> None:
    desk.click(desk.reading(CALF))
    desk.write("38.2 + 38.6")
    assert desk.message(CALF) == "Median 38.4 cm"
    desk.write(" + 38.3")
    assert desk.message(CALF) == "Median 38.3 cm"
    desk.press(Qt.Key.Key_Return)
    assert desk.stored(CALF) == ["38.2 cm", "38.6 cm", "38.3 cm"]
    assert desk.reading(CALF).text() == "38.2 + 38.6 + 38.3"
    desk.enter(CALF, "38.2+38.3+38.4+38.5")
    assert desk.stored(CALF) == ["38.2 cm", "38.6 cm", "38.3 cm"]
    assert "three readings" in desk.message(CALF)


def test_the_median_is_compared_with_last_time(desk: Desk) -> None:
    desk.remember(LAST_WEEK, calf_left="38.0")
    desk.click(desk.reading(CALF))
    desk.write("38.4 + 38.6 + 41")
    assert desk.message(CALF).startswith("Median 38.6 cm: ~ +0.6 cm, within the error")


def test_escape_brings_back_what_was_stored(desk: Desk) -> None:
    desk.enter(CALF, "38.2")
    desk.click(desk.reading(CALF))
    desk.reading(CALF).selectAll()
    desk.write("99")
    desk.press(Qt.Key.Key_Escape)
    assert desk.reading(CALF).text() == "38.2"
    desk.press(Qt.Key.Key_Tab)
    assert desk.stored(CALF) == ["38.2 cm"]


def test_an_emptied_field_clears_the_value(desk: Desk) -> None:
    desk.enter(CALF, "38.2")
    desk.click(desk.reading(CALF))
    desk.reading(CALF).selectAll()
    desk.press(Qt.Key.Key_Delete)
    desk.press(Qt.Key.Key_Return)
    assert desk.stored(CALF) == []
    desk.undo()
    assert desk.reading(CALF).text() == "38.2"


def test_ctrl_z_takes_back_typing_first_then_what_was_stored(desk: Desk) -> None:
    desk.enter(CALF, "38.2")
    assert desk.has_focus("reading_calf:right")
    desk.write("3")
    desk.ctrl(Qt.Key.Key_Z)
    assert desk.reading("calf_right").text() == ""
    assert desk.stored(CALF) == ["38.2 cm"], "only the typing was taken back"
    desk.reading(CALF).setFocus()
    desk.ctrl(Qt.Key.Key_Z)
    assert desk.stored(CALF) == []
    assert desk.reading(CALF).text() == ""
    desk.press_standard(QKeySequence.StandardKey.Redo)
    assert desk.stored(CALF) == ["38.2 cm"]
    assert desk.reading(CALF).text() == "38.2"


def test_ctrl_z_undoes_the_last_value_from_the_next_empty_field(desk: Desk) -> None:
    desk.enter(CALF, "38.2")
    assert desk.has_focus("reading_calf:right")
    desk.ctrl(Qt.Key.Key_Z)
    assert desk.stored(CALF) == []


def test_a_value_equal_to_what_is_stored_makes_no_undo_step(desk: Desk) -> None:
    desk.enter(CALF, "38.2")
    desk.enter(CALF, "38.2")
    assert desk.context.runner.stack.count() == 1


def test_the_menu_names_what_undo_would_take_back(desk: Desk) -> None:
    desk.enter(CALF, "38.2")
    assert desk.undo_action().text() == "Undo Calf, left: 38.2 cm"
