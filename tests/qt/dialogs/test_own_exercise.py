"""The dialog for an exercise of one's own as a user meets it: a new one, a change, a copy, and what is refused."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton

from legwork.domain.exercise import BodyArea, Counting, Equipment, Exercise, Share, avoid_of
from legwork.domain.muscles import Muscle
from legwork.domain.patterns import Pattern
from legwork.domain.sites import Region
from legwork.domain.units import UnitSystem
from legwork.formats.training import recognise_training
from legwork.qt.dialogs.own_exercise import OwnExerciseDialog
from legwork.services.catalogue import catalogue
from legwork.services.own_exercises import SetOwnExercise, catalogue_of, own_exercises_of
from legwork.services.people import ChangePerson
from legwork.services.training_import import ImportTraining
from legwork.services.training_names import OWN_EXERCISE
from program_driver import Desk


class Form:
    """The open dialog, and a person's hands on it."""

    def __init__(self, desk: Desk, key: str = "", start_from: str = "") -> None:
        self.desk = desk
        known = catalogue_of(desk.context.profile, desk.person.id)
        self.dialog = OwnExerciseDialog(desk.context, desk.person, known, key, desk.window, start_from)
        desk.qtbot.addWidget(self.dialog)
        self.dialog.show()
        self.dialog.activateWindow()
        desk.qtbot.waitUntil(self.dialog.isActiveWindow)

    def write(self, name: str, text: str) -> None:
        field = self.dialog.findChild(QLineEdit, name)
        field.setFocus()
        field.selectAll()
        self.desk.qtbot.keyClick(field, Qt.Key.Key_Delete)
        self.desk.qtbot.keyClicks(field, text)

    def text(self, name: str) -> str:
        return self.dialog.findChild(QLineEdit, name).text()

    def choose(self, name: str, text: str) -> None:
        """Choose in a combo box by its keys, as `activated` is for people only."""
        combo = self.combo(name)
        place = next(place for place in range(combo.count()) if combo.itemText(place).strip() == text)
        combo.setCurrentIndex(place)
        combo.activated.emit(place)

    def chosen(self, name: str) -> str:
        return self.combo(name).currentText().strip()

    def combo(self, name: str) -> QComboBox:
        self.desk.settle()  # rows that were just added appear, and removed ones go
        return next(one for one in self.dialog.findChildren(QComboBox, name) if one.isVisible())

    def click(self, name: str) -> None:
        found = next(one for one in self.dialog.findChildren(QPushButton, name) if one.isVisible())
        self.dialog.area.ensureWidgetVisible(found)
        self.desk.qtbot.mouseClick(found, Qt.MouseButton.LeftButton)

    def keep(self) -> None:
        self.click("own_exercise_keep")

    def said(self, name: str) -> str:
        found = self.dialog.findChild(QLabel, name)
        return found.text() if found.isVisible() else ""

    @property
    def refusal(self) -> str:
        return self.said("own_exercise_refusal")

    def visible(self, name: str) -> bool:
        return self.dialog.findChild(QLineEdit, name).isVisible()

    def muscles(self) -> list[tuple[str, str]]:
        rows = self.dialog.form.muscles.rows
        return [(one.muscle.currentText(), one.much.currentText()) for one in rows]

    def stored(self) -> Exercise:
        [found] = own_exercises_of(self.desk.context.profile, self.desk.person.id)
        return found


def test_a_new_exercise_is_kept_with_all_that_was_typed(desk: Desk) -> None:
    form = Form(desk)
    form.write("own_name", "  Sled   push ")
    form.choose("own_kind", "Sled")
    form.choose("own_counting", "All that moves")
    form.dialog.form.one_sided.click()
    form.write("own_low", "10")
    form.write("own_high", "20")
    form.write("own_step", "5")
    form.dialog.form.equipment.header.click()
    form.click("equipment_sled")
    form.click("equipment_plate")
    form.write("own_cue_1", "Long, low steps")
    form.write("own_cue_2", "Hips stay level")
    form.write("own_aliases", "Prowler push, Sled drive,, prowler")
    form.keep()
    assert not form.dialog.isVisible()
    found = form.stored()
    assert form.dialog.key == found.key == "own_sled_push"
    assert (found.name, found.pattern, found.region) == ("Sled push", Pattern.SLED, Region.LOWER)
    assert (found.counting, found.one_sided, found.compound) == (Counting.TOTAL, True, True)
    assert (found.reps, found.increment_kg, found.body_share) == ((10, 20), 5.0, None)
    assert found.equipment == (Equipment.SLED, Equipment.PLATE)
    assert found.cues == ("Long, low steps", "Hips stay level")
    assert found.aliases == ("Prowler push", "Sled drive", "prowler")
    assert found.avoid == avoid_of(Pattern.SLED)
    desk.undo()
    assert own_exercises_of(desk.context.profile, desk.person.id) == ()


def test_muscles_and_reps_follow_the_kind_until_they_are_changed(desk: Desk) -> None:
    form = Form(desk)
    assert form.muscles()[0] == ("Front of the thighs", "Direct")
    form.choose("own_kind", "Leg curls")
    curl = next(one for one in catalogue().exercises if one.pattern is Pattern.LEG_CURL)
    assert form.muscles()[0] == ("Back of the thighs", "Direct")
    assert (form.text("own_low"), form.text("own_high")) == (str(curl.reps[0]), str(curl.reps[1]))
    form.choose("muscle_1", "Glutes")
    form.choose("own_kind", "Squats")
    assert form.muscles()[0] == ("Glutes", "Direct")
    assert form.text("own_low") == str(curl.reps[0])


def test_the_kind_tells_where_pain_holds_it_back_and_headings_cannot_be_chosen(desk: Desk) -> None:
    form = Form(desk)
    form.choose("own_kind", "Calf raises")
    assert form.said("own_pain") == "Not suggested while this hurts: ankle or foot."
    form.choose("own_kind", "Neck")
    assert form.said("own_pain") == ""
    combo = form.dialog.findChild(QComboBox, "own_kind")
    for place in range(combo.count()):
        enabled = bool(combo.model().flags(combo.model().index(place, 0)) & Qt.ItemFlag.ItemIsEnabled)
        assert enabled == (combo.itemData(place) is not None), combo.itemText(place)


def test_the_sentence_and_the_fields_follow_how_the_load_is_counted(desk: Desk) -> None:
    form = Form(desk)
    assert form.said("own_counted").startswith("All that moves")
    assert (form.visible("own_step"), form.visible("own_body")) == (True, False)
    form.choose("own_counting", "Body weight, plus what you add")
    assert form.said("own_counted").startswith("What you add to your own weight")
    assert (form.visible("own_step"), form.visible("own_body")) == (True, True)
    form.choose("own_counting", "Body weight alone")
    assert (form.visible("own_step"), form.visible("own_body")) == (False, True)
    form.write("own_name", "Towel slide")
    form.write("own_body", "64,5 %")
    form.keep()
    found = form.stored()
    assert (found.counting, found.increment_kg, found.body_share) == (Counting.BODY, None, 0.645)


def test_muscles_can_be_added_and_removed_but_not_the_last(desk: Desk) -> None:
    form = Form(desk)
    while len(form.muscles()) > 1:
        form.click("muscle_remove_1")
    assert not form.dialog.form.muscles.rows[0].remove.isEnabled()
    form.choose("muscle_1", "Calves")
    form.choose("share_1", "Direct")
    form.click("muscle_add")
    assert QApplication.focusWidget().objectName() == "muscle_2"
    form.choose("muscle_2", "Shins")
    form.choose("share_2", "A quarter")
    form.write("own_name", "Toe walk")
    form.keep()
    assert form.stored().muscles == (Share(Muscle.CALVES, 1.0), Share(Muscle.SHINS, 0.25))


def test_one_muscle_has_to_work_directly_and_none_twice(desk: Desk) -> None:
    form = Form(desk)
    form.write("own_name", "Toe walk")
    while len(form.muscles()) > 1:
        form.click("muscle_remove_1")
    form.choose("share_1", "Half")
    form.keep()
    assert form.refusal == "Choose “direct” for at least one muscle: the one that does most of the work."
    form.choose("share_1", "Direct")
    assert form.refusal == ""
    form.click("muscle_add")
    form.choose("muscle_2", form.chosen("muscle_1"))
    form.keep()
    assert "is there twice" in form.refusal
    assert form.dialog.isVisible()
    assert own_exercises_of(desk.context.profile, desk.person.id) == ()


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("own_name", "", "Give the exercise a name, for example Sled push."),
        ("own_name", "x" * 81, "This name is too long: keep it under 80 letters."),
        ("own_low", "", "Type a whole number from 1 to 50, like 8."),
        ("own_low", "0", "Type a whole number from 1 to 50, like 8."),
        ("own_high", "51", "Type a whole number from 1 to 50, like 8."),
        ("own_high", "8.5", "Type a whole number from 1 to 50, like 8."),
        ("own_high", "²", "Type a whole number from 1 to 50, like 8."),
        ("own_high", "1", "5 to 1 runs backwards: type the smaller number first."),
        ("own_step", "0", "Type a step in load from 0.25 kg to 20 kg."),
        ("own_step", "25", "Type a step in load from 0.25 kg to 20 kg."),
        ("own_cue_1", "y" * 91, "This cue is too long to keep in mind: keep it under 90 letters."),
        ("own_aliases", "z" * 241, "Another name is too long: keep each under 240 letters."),
    ],
)
def test_what_cannot_be_taken_is_said_and_marked(desk: Desk, field: str, typed: str, sentence: str) -> None:
    form = Form(desk)
    form.write("own_name", "Toe walk")
    form.write(field, typed)
    form.keep()
    assert form.refusal.replace("\xa0", " ") == sentence
    assert form.dialog.findChild(QLineEdit, field).hasFocus() or field == "own_high"
    marked = [one.objectName() for one in form.dialog.findChildren(QLineEdit) if one.property("state") == "error"]
    assert marked == (["own_low"] if "backwards" in sentence else [field])
    assert form.dialog.isVisible()
    assert own_exercises_of(desk.context.profile, desk.person.id) == ()
    form.desk.qtbot.keyClicks(QApplication.focusWidget(), "1")
    assert form.refusal == ""


def test_a_step_that_is_no_weight_and_a_share_of_nothing_are_refused(desk: Desk) -> None:
    form = Form(desk)
    form.write("own_name", "Toe walk")
    form.write("own_step", "lots")
    form.keep()
    assert "lots" in form.refusal
    form.write("own_step", "2.5")
    form.choose("own_counting", "Body weight, plus what you add")
    for typed in ("0", "101", "", "half", "nan", "inf"):
        form.write("own_body", typed)
        form.keep()
        assert form.refusal == "Type how much of your body weight moves: 1 to 100 percent, like 65."
    form.write("own_body", "100")
    form.keep()
    assert form.stored().body_share == 1.0


def test_a_name_that_is_there_already_is_refused(desk: Desk) -> None:
    for sentence in ("", "You have an exercise named Toe walk already: choose another name."):
        form = Form(desk)
        form.write("own_name", "Toe walk" if not sentence else "toe WALK")
        form.keep()
        assert form.refusal == sentence


def test_held_exercises_are_counted_in_seconds(desk: Desk) -> None:
    form = Form(desk)
    form.write("own_name", "Deep squat hold")
    form.dialog.form.timed.click()
    assert (form.text("own_low"), form.text("own_high")) == ("20", "45")
    form.write("own_high", "300")
    form.keep()
    found = form.stored()
    assert (found.timed, found.reps) == (True, (20, 300))


def test_more_fields_for_cues_come_as_they_are_needed_up_to_four(desk: Desk) -> None:
    form = Form(desk)
    form.write("own_name", "Toe walk")
    assert [form.visible(f"own_cue_{place}") for place in range(1, 5)] == [True, False, False, False]
    for place in range(1, 5):
        form.write(f"own_cue_{place}", f"Cue {place}")
    form.keep()
    assert form.stored().cues == ("Cue 1", "Cue 2", "Cue 3", "Cue 4")


def test_pounds_are_typed_and_kept_as_they_are(desk: Desk) -> None:
    desk.context.runner.apply(ChangePerson(desk.person.id, "units", UnitSystem.IMPERIAL))
    form = Form(desk)
    assert form.text("own_step") == "5"
    form.write("own_name", "Toe walk")
    form.keep()
    assert abs((form.stored().increment_kg or 0) - 2.26796) < 1e-5
    form = Form(desk, form.dialog.key)
    form.write("own_cue_1", "Heels high")
    form.keep()
    assert abs((form.stored().increment_kg or 0) - 2.26796) < 1e-5
    form = Form(desk, form.dialog.key)
    form.write("own_step", "10")
    form.keep()
    assert abs((form.stored().increment_kg or 0) - 4.53592) < 1e-5


def test_a_step_in_kilograms_is_not_rounded_by_being_shown_in_pounds(desk: Desk) -> None:
    _kept(desk, _third())
    desk.context.runner.apply(ChangePerson(desk.person.id, "units", UnitSystem.IMPERIAL))
    form = Form(desk, "own_third")
    assert form.text("own_step") == "5.5"
    form.keep()
    assert form.stored().increment_kg == 2.5


def _kept(desk: Desk, one: Exercise) -> None:
    desk.context.runner.apply(SetOwnExercise(desk.person.id, one))


def test_a_change_that_changes_nothing_keeps_all_that_the_form_does_not_show(desk: Desk) -> None:
    form = Form(desk, start_from="push_up")
    form.keep()
    before = form.stored()
    form = Form(desk, before.key)
    assert form.dialog.windowTitle() == "Change exercise"
    form.keep()
    assert form.stored() == before


def test_a_copy_begins_as_the_shipped_one_and_that_can_stand_in(desk: Desk) -> None:
    form = Form(desk, start_from="push_up")
    assert form.text("own_name") == "Push-up, own version"
    form.keep()
    shipped, found = catalogue().get("push_up"), form.stored()
    assert shipped is not None
    assert found.custom
    assert found.aliases == ()
    assert [one.key for one in found.substitutes] == ["push_up", *(one.key for one in shipped.substitutes)]
    for field in ("pattern", "region", "muscles", "equipment", "counting", "reps", "increment_kg", "body_share",
                  "body_reason", "cues", "avoid"):  # fmt: skip
        assert getattr(found, field) == getattr(shipped, field), field
    form = Form(desk, start_from="push_up")
    assert form.text("own_name") == "Push-up, own version 2"


def test_another_kind_brings_its_own_pain_and_another_share_loses_its_reason(desk: Desk) -> None:
    form = Form(desk, start_from="squat")
    form.choose("own_kind", "Calf raises")
    form.choose("share_1", "Half")
    form.keep()
    found = form.stored()
    assert found.avoid == (BodyArea.ANKLE,)
    assert not found.compound
    assert found.muscles[0] == Share(Muscle.QUADRICEPS, 0.5, "")
    assert found.muscles[1].reason != ""


def test_a_share_that_cannot_be_chosen_stays_as_it_is(desk: Desk) -> None:
    _kept(desk, _third())
    form = Form(desk, "own_third")
    assert form.muscles()[1] == ("Glutes", "33 % of a set")
    form.keep()
    assert form.stored().muscles == _third().muscles


def _third() -> Exercise:
    return Exercise(
        "own_third", "Third", Pattern.SQUAT, Region.LOWER,
        (Share(Muscle.QUADRICEPS, 1.0, "Mine"), Share(Muscle.GLUTES, 0.33)), custom=True,
    )  # fmt: skip


def test_an_exercise_that_was_deleted_meanwhile_begins_as_a_new_one(desk: Desk) -> None:
    form = Form(desk, "own_gone")
    form.write("own_name", "Toe walk")
    form.keep()
    assert form.stored().key == "own_gone"


def test_enter_keeps_and_escape_does_not(desk: Desk) -> None:
    form = Form(desk)
    form.write("own_name", "Toe walk")
    desk.qtbot.keyClick(form.dialog, Qt.Key.Key_Escape)
    assert not form.dialog.isVisible()
    assert own_exercises_of(desk.context.profile, desk.person.id) == ()
    form = Form(desk)
    form.write("own_name", "Toe walk")
    desk.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert form.stored().name == "Toe walk"


def test_it_fits_a_small_window_with_large_text(desk: Desk) -> None:
    desk.context.theme.apply("dark", 150)
    form = Form(desk, start_from="squat")
    form.dialog.form.equipment.header.click()
    desk.settle()
    assert form.dialog.width() <= desk.window.width()
    assert form.dialog.height() <= desk.window.height()
    assert form.dialog.form.width() <= form.dialog.area.viewport().width()


def test_an_imported_exercise_of_which_nobody_knows_the_muscles_gets_them_here(desk: Desk) -> None:
    file = b"Date,Workout Name,Exercise Name,Set Order,Weight,Weight Unit,Reps\n2025-01-06,A,Hopsla,1,20,kg,8\n"
    table = recognise_training(file, date(2025, 2, 3))
    choices = (("Hopsla", OWN_EXERCISE),)
    desk.context.profile.apply(ImportTraining(desk.person.id, table, choices, "x.csv"))
    form = Form(desk, "own_hopsla")
    assert form.muscles() == [("Front of the thighs", "Direct")]
    form.choose("muscle_1", "Calves")
    form.keep()
    assert form.stored().muscles == (Share(Muscle.CALVES, 1.0),)
