"""Six heights typed in two minutes: kept as readings of today, and the lengths of the limbs that follow from them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPushButton, QScrollArea, QWidget

from legwork.domain.limb import HEIGHTS_OF, Segment
from legwork.domain.sites import BUILT_IN_BY_KEY, HEIGHTS
from legwork.qt.widgets.landmark_figure import LandmarkFigure
from legwork.services.limb_lengths import lengths_of
from legwork.services.people import ChangePerson
from legwork.services.settings import TEXT_PERCENT, ChangeSetting
from program_driver import IMPERIAL, Desk, answering

LAST_YEAR = date(date.today().year - 1, 3, 12)
TYPED = {
    "gluteal_fold_height": "84,5",
    "knee_height": "50",
    "ankle_height": "7.5",
    "shoulder_height": "148",
    "elbow_height": "113.5",
    "wrist_height": "86",
}
MEASURED = {"thigh": "34.5 cm", "lower_leg": "42.5 cm", "upper_arm": "34.5 cm", "forearm": "27.5 cm"}


class Lengths:
    """The open dialog, as a person sees it."""

    def __init__(self, desk: Desk, dialog: QDialog) -> None:
        self.desk, self.dialog = desk, dialog
        dialog.activateWindow()  # a desktop does this by itself
        desk.qtbot.waitUntil(dialog.isActiveWindow)
        desk.settle()

    def field(self, key: str) -> QLineEdit:
        return self.desk.child(QLineEdit, f"reading_{key}", self.dialog)

    def text(self, name: str) -> str:
        return self.desk.child(QLabel, name, self.dialog).text()

    def length(self, segment: str) -> tuple[str, str]:
        return self.text(f"length_{segment}"), self.text(f"length_{segment}_source")

    @property
    def focused(self) -> str:
        widget = QApplication.focusWidget()
        return widget.objectName() if widget is not None else ""

    def enter(self, key: str, text: str, by: Qt.Key = Qt.Key.Key_Return) -> None:
        self.desk.click(self.field(key))
        self.field(key).selectAll()
        self.desk.write(text)
        self.desk.press(by)
        self.desk.settle()

    def enter_all(self) -> None:
        for text in TYPED.values():
            self.desk.write(text)
            self.desk.press(Qt.Key.Key_Return)
        self.desk.settle()


def use(desk: Desk, run: Callable[[Lengths], object]) -> None:
    """Open the dialog from the People page, do something in it, and close it."""
    desk.go("people")

    def answer(dialog: QDialog) -> None:
        run(Lengths(desk, dialog))
        if dialog.isVisible():
            dialog.close()
        assert not dialog.isVisible()

    with answering("limb_lengths_dialog", answer):
        desk.click("limb_lengths")
    desk.settle()


def test_typed_heights_are_kept_as_readings_of_today(desk: Desk) -> None:
    use(desk, lambda lengths: lengths.enter_all())
    for key, text in TYPED.items():
        assert desk.stored(key) == [f"{text} cm"]


def test_enter_leads_from_field_to_field_and_then_to_close(desk: Desk) -> None:
    seen: list[str] = []

    def run(lengths: Lengths) -> None:
        for text in TYPED.values():
            seen.append(lengths.focused)
            desk.write(text)
            desk.press(Qt.Key.Key_Return)
        seen.append(lengths.focused)

    use(desk, run)
    assert seen == [*(f"reading_{key}" for key in HEIGHTS), "limb_lengths_close"]


def test_the_keyboard_alone_will_do(desk: Desk) -> None:
    desk.go("people")
    for _ in range(40):
        if desk.has_focus("limb_lengths"):
            break
        desk.press(Qt.Key.Key_Tab)
    assert desk.has_focus("limb_lengths")

    def answer(dialog: QDialog) -> None:
        Lengths(desk, dialog).enter_all()
        desk.press(Qt.Key.Key_Return)
        assert not dialog.isVisible(), "Close has the focus after the last height"

    with answering("limb_lengths_dialog", answer):
        desk.press(Qt.Key.Key_Return)
    assert desk.stored("wrist_height") == ["86 cm"]


def test_lengths_turn_from_estimated_to_measured(desk: Desk) -> None:
    def run(lengths: Lengths) -> None:
        for segment in MEASURED:
            assert lengths.length(segment)[1].startswith("estimated from your stature, ±")
        assert lengths.length("upper_arm") == ("34.4 cm", "estimated from your stature, ±1.1 cm")
        lengths.enter("gluteal_fold_height", "84.5")
        assert lengths.length("thigh")[1].startswith("estimated")
        lengths.enter("knee_height", "50")
        assert lengths.length("thigh") == ("34.5 cm", "measured")
        assert lengths.length("lower_leg")[1].startswith("estimated")
        for key in HEIGHTS[2:]:
            lengths.enter(key, TYPED[key])
        assert {segment: lengths.length(segment) for segment in MEASURED} == {
            segment: (cm, "measured") for segment, cm in MEASURED.items()
        }

    use(desk, run)


def test_what_it_says_is_what_the_volumes_are_worked_out_with(desk: Desk) -> None:
    def run(lengths: Lengths) -> None:
        lengths.enter("gluteal_fold_height", "84.5 + 84.9")
        lengths.enter("knee_height", "50")
        found = lengths_of(desk.context.profile, desk.person)
        for segment in HEIGHTS_OF:
            cm, source = lengths.length(segment)
            assert cm == f"{found[segment].cm:.1f} cm"
            assert source.startswith("estimated") is found[segment].estimated

    use(desk, run)


def test_the_newest_height_stands_there_with_its_day_and_counts(desk: Desk) -> None:
    desk.remember(LAST_YEAR, gluteal_fold_height="84", knee_height="50")

    def run(lengths: Lengths) -> None:
        assert lengths.field("knee_height").placeholderText() == f"50.0 on 12 Mar {LAST_YEAR.year}"
        assert lengths.field("knee_height").text() == ""
        assert lengths.length("thigh") == ("34.0 cm", "measured")
        lengths.enter("knee_height", "49.5")
        assert lengths.length("thigh") == ("34.5 cm", "measured")

    use(desk, run)
    assert desk.stored("knee_height", LAST_YEAR) == ["50 cm"]


def test_heights_that_contradict_are_told_and_nothing_is_lost(desk: Desk) -> None:
    def run(lengths: Lengths) -> None:
        lengths.enter_all()
        lengths.enter("gluteal_fold_height", "52")
        lengths.enter("knee_height", "53")
        assert lengths.length("thigh") == (
            "–",
            "Gluteal fold height must be more than Knee height: check both numbers.",
        )
        assert lengths.length("forearm") == ("27.5 cm", "measured"), "the others are as they were"
        assert lengths.field("gluteal_fold_height").text() == "52"
        lengths.enter("gluteal_fold_height", "85")
        assert lengths.length("thigh") == ("32.0 cm", "measured")

    use(desk, run)
    assert desk.stored("knee_height") == ["53 cm"]


def test_what_cannot_be_is_refused_beside_its_field(desk: Desk) -> None:
    def run(lengths: Lengths) -> None:
        lengths.enter("knee_height", "abc")
        assert "is not a length that can be read" in lengths.text("message_knee_height")
        assert lengths.focused == "reading_knee_height"
        lengths.enter("ankle_height", "75")
        assert lengths.text("message_ankle_height").startswith("Ankle height should be between 3 and 15 cm")
        lengths.enter("knee_height", "50")
        lengths.enter("ankle_height", "7.5")
        assert lengths.text("message_knee_height") == ""

    use(desk, run)
    assert (desk.stored("knee_height"), desk.stored("ankle_height")) == (["50 cm"], ["7.5 cm"])


def test_closing_takes_over_what_is_typed(desk: Desk) -> None:
    def run(lengths: Lengths) -> None:
        desk.write("84")
        desk.click(desk.child(QPushButton, "limb_lengths_close", lengths.dialog))

    use(desk, run)
    assert desk.stored("gluteal_fold_height") == ["84 cm"]


def test_closing_over_something_refused_shows_it_once(desk: Desk) -> None:
    def run(lengths: Lengths) -> None:
        close = desk.child(QPushButton, "limb_lengths_close", lengths.dialog)
        desk.write("840")
        desk.click(close)
        assert lengths.dialog.isVisible()
        assert lengths.focused == "reading_gluteal_fold_height"
        assert "should be between" in lengths.text("message_gluteal_fold_height")
        desk.click(close)
        assert not lengths.dialog.isVisible()

    use(desk, run)
    assert desk.stored("gluteal_fold_height") == []


def test_escape_takes_back_what_is_being_typed_and_then_closes(desk: Desk) -> None:
    def run(lengths: Lengths) -> None:
        desk.write("84")
        desk.press(Qt.Key.Key_Escape)
        assert lengths.dialog.isVisible()
        assert lengths.field("gluteal_fold_height").text() == ""
        desk.press(Qt.Key.Key_Escape)
        assert not lengths.dialog.isVisible()

    use(desk, run)
    assert desk.stored("gluteal_fold_height") == []


def test_undo_and_redo_reach_into_the_dialog_and_no_further(desk: Desk) -> None:
    desk.context.runner.apply(ChangePerson(desk.person.id, "name", "Sandy", "Alex"))

    def run(lengths: Lengths) -> None:
        lengths.enter("gluteal_fold_height", "84.5")
        lengths.enter("knee_height", "50")
        desk.ctrl(Qt.Key.Key_Z)
        desk.settle()
        assert lengths.field("knee_height").text() == ""
        assert lengths.length("thigh")[1].startswith("estimated")
        desk.ctrl(Qt.Key.Key_Y)
        desk.settle()
        assert lengths.length("thigh") == ("34.5 cm", "measured")
        for _ in range(3):
            desk.ctrl(Qt.Key.Key_Z)
            desk.settle()
        assert desk.stored("gluteal_fold_height") == []

    use(desk, run)
    assert desk.person.name == "Sandy", "what was done before it was opened stays"


def test_it_is_undone_from_the_menu_like_everything(desk: Desk) -> None:
    use(desk, lambda lengths: lengths.enter("knee_height", "50", Qt.Key.Key_Tab))
    assert desk.undo_action().text() == "Undo Knee height: 50 cm"
    desk.undo()
    assert desk.stored("knee_height") == []
    desk.redo()
    assert desk.stored("knee_height") == ["50 cm"]


def test_inches(desk: Desk) -> None:
    desk.context.runner.apply(ChangePerson(desk.person.id, "units", IMPERIAL))

    def run(lengths: Lengths) -> None:
        assert lengths.length("upper_arm") == ("13.55 in", "estimated from your stature, ±0.42 in")
        lengths.enter("gluteal_fold_height", "33 1/4")
        lengths.enter("knee_height", "50 cm")
        assert lengths.length("thigh") == ("13.56 in", "measured")

    use(desk, run)
    assert desk.stored("gluteal_fold_height") == ["33 1/4 in"]
    assert desk.stored("knee_height") == ["50 cm"]


def test_without_a_stature_it_says_what_would_tell_the_lengths(desk: Desk) -> None:
    desk.context.runner.apply(ChangePerson(desk.person.id, "stature", None))

    def run(lengths: Lengths) -> None:
        assert lengths.length("forearm") == (
            "–",
            "not known yet: measure both heights, or add your stature in People",
        )
        lengths.enter("elbow_height", "113.5")
        lengths.enter("wrist_height", "86")
        assert lengths.length("forearm") == ("27.5 cm", "measured")

    use(desk, run)


def test_a_stature_just_typed_counts_already(desk: Desk) -> None:
    desk.go("people")
    stature = desk.child(QLineEdit, "person_stature")
    stature.setFocus()
    stature.selectAll()
    desk.write("160")
    told: list[tuple[str, str]] = []

    def answer(dialog: QDialog) -> None:
        told.append(Lengths(desk, dialog).length("upper_arm"))
        desk.ctrl(Qt.Key.Key_Z)
        dialog.close()

    with answering("limb_lengths_dialog", answer):
        desk.child(QPushButton, "limb_lengths").click()  # as on macOS, where a click leaves the focus where it is
    assert told == [("30.4 cm", "estimated from your stature, ±1.1 cm")]
    assert desk.person.stature is not None and desk.person.stature.entered == "160", "it was typed before"


def test_it_is_about_the_person_who_is_looked_at(desk: Desk) -> None:
    alex = desk.person
    desk.go("people")
    desk.click("add_person")
    desk.settle()
    kim = desk.person
    titles: list[str] = []

    def run(lengths: Lengths) -> None:
        titles.append(lengths.dialog.windowTitle())
        lengths.enter("knee_height", "45")

    use(desk, run)
    assert titles == [f"Limb lengths of {kim.name}"]
    assert desk.stored("knee_height", person=kim) == ["45 cm"]
    assert desk.stored("knee_height", person=alex) == []


def test_drawing_and_words_follow_the_active_field(desk: Desk) -> None:
    def run(lengths: Lengths) -> None:
        figure = desk.child(LandmarkFigure, "landmark_figure", lengths.dialog)
        assert figure.accessibleName() == "From the floor up to: gluteal fold"
        for key, site in ((key, BUILT_IN_BY_KEY[key]) for key in reversed(HEIGHTS)):
            before = figure.grab().toImage()
            desk.click(lengths.field(key))
            desk.settle()
            assert figure.grab().toImage() != before
            assert lengths.text("height_name") == site.name
            assert (lengths.text("height_where"), lengths.text("height_how")) == (site.where, site.how)

    use(desk, run)


@pytest.mark.parametrize("percent", [100, 150])
def test_it_fits_a_small_window_and_shows_all_words(desk: Desk, percent: int) -> None:
    desk.window.resize(1280, 800)
    desk.context.runner.apply(ChangeSetting(TEXT_PERCENT, str(percent)))
    desk.settle()

    def run(lengths: Lengths) -> None:
        assert lengths.dialog.width() <= desk.window.width() and lengths.dialog.height() <= desk.window.height()
        area = desk.child(QScrollArea, "limb_lengths_form", lengths.dialog)
        figure = desk.child(LandmarkFigure, "landmark_figure", lengths.dialog)
        place = figure.geometry()
        for key in HEIGHTS:
            desk.click(lengths.field(key))
            desk.settle()
            assert area.horizontalScrollBar().maximum() == 0
            assert area.widget().minimumSizeHint().width() <= area.viewport().width()
            assert not lengths.field(key).visibleRegion().isEmpty()
            assert figure.geometry() == place, "it does not jump"
            for name in ("height_name", "height_where", "height_how"):
                words = desk.child(QLabel, name, lengths.dialog)
                assert words.height() >= words.heightForWidth(words.width())
        for segment in Segment.THIGH, Segment.FOREARM:
            shown = desk.child(QLabel, f"length_{segment}", lengths.dialog)
            assert shown.visibleRegion().boundingRect().height() == shown.height(), "lengths are seen all the time"

    use(desk, run)


def test_everything_that_takes_the_focus_has_a_name(desk: Desk) -> None:
    def run(lengths: Lengths) -> None:
        found = [
            one
            for one in lengths.dialog.findChildren(QWidget)
            if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        assert len(found) == 7
        assert all(one.objectName() and one.accessibleName() for one in found)

    use(desk, run)
