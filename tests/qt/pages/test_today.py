"""The Today page: what is said at once, what comes from the background, and that every part leads to its page."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from legwork.domain.days import long_day
from legwork.domain.units import Quantity
from legwork.qt.core.reviews_read import read_until
from legwork.qt.dialogs.weekly_review import show_review
from legwork.qt.pages.today.later import PAUSE_MS
from legwork.qt.pages.today.page import TodayPage
from legwork.services.goals import SetGoal
from legwork.services.people import AddPerson
from legwork.services.plans import AddPlan
from program_driver import ALEX, Desk, fill, opened, readings
from train_cases import MONDAY, TODAY, legs_first
from workout_texts import add_workout, did

LEGS = {
    "waist": "84", "chest": "108", "shoulders": "124", "flexed_arm_left": "40", "flexed_arm_right": "40",
    "upper_thigh_left": "58", "upper_thigh_right": "58", "calf_left": "37", "calf_right": "37",
}  # fmt: skip
CARDS = {
    "today_check_in": "measure",
    "today_session": "train",
    "today_changes": "history",
    "today_week": "train",
    "today_balance": "balance",
    "today_food": "food",
    "today_goals": "charts",
}


def page(desk: Desk) -> TodayPage:
    desk.settle()
    shown = desk.page
    assert isinstance(shown, TodayPage)
    return shown


def text(desk: Desk, name: str) -> str:
    """What a label says; "" while it is not on screen."""
    found = desk.window.findChild(QLabel, name)
    return found.text() if found is not None and found.isVisible() else ""


def places(desk: Desk) -> dict[str, QRect]:
    """Where the cards are in the window."""
    found = {}
    for name in CARDS:
        card = desk.child(QWidget, name)
        found[name] = QRect(card.mapTo(desk.window, QPoint(0, 0)), card.size())
    return found


def measured(desk: Desk) -> None:
    """Two check-ins, the last one today: the left thigh has grown by more than its error."""
    person = desk.person
    for away, thigh in ((7, "58"), (0, "61")):
        desk.context.profile.apply(
            readings(person, TODAY - timedelta(days=away), **{**LEGS, "upper_thigh_left": thigh})
        )
    desk.context.runner.reload_everything()


def test_somebody_new_is_led_to_the_first_check_in(desk: Desk) -> None:
    shown = page(desk)
    assert shown.heading.text() == f"Today, {long_day(TODAY)}"
    assert text(desk, "today_step_said") == "Take your first measurements."
    for name in ("changes", "balance", "week", "goals"):
        assert text(desk, f"today_{name}_empty").endswith("."), name
    assert text(desk, "today_check_in_said") == "Not measured yet"
    assert text(desk, "today_session_said") == "No plan yet"
    assert not shown.review.isVisible(), "there is nothing to look back at"
    assert desk.has_focus("today_step_go")
    desk.press(Qt.Key.Key_Return)
    desk.settle()
    assert desk.page.name == "measure"
    assert desk.has_focus("reading_body_weight")


def test_after_the_first_check_in_it_says_what_is_known_and_claims_no_change(desk: Desk) -> None:
    desk.context.runner.apply(readings(desk.person, TODAY, **LEGS))
    page(desk)
    assert "first check-in" in text(desk, "today_changes_said")
    assert text(desk, "today_check_in_said") == "Done today"
    assert text(desk, "today_balance_index").endswith("%")
    assert text(desk, "today_balance_said").startswith("Of 100 men")
    assert desk.window.findChild(QWidget, "today_history").isHidden(), "one day is no history"
    rows = [
        [cell.text() for cell in row] for row in desk.page.cards.changes.findChild(QWidget, "today_changes_table").rows
    ]
    assert ["Upper thigh", "58.0 / 58.0\N{NO-BREAK SPACE}cm", "", ""] in rows, "one day has no trend"


def test_a_step_beyond_the_error_stands_out_and_the_rest_is_called_noise(desk: Desk) -> None:
    measured(desk)
    page(desk)
    rows = {row[0].text(): row for row in desk.page.cards.changes.findChild(QWidget, "today_changes_table").rows}
    thigh, calf = rows["Upper thigh"], rows["Calf"]
    assert thigh[2].text() == "+3.0 / 0.0"
    assert thigh[2].font().bold() and not calf[2].font().bold()
    assert "error ±" in thigh[0].accessibleName(), "a screen reader hears the error too"
    assert "noise" in text(desk, "today_changes_said")


def test_an_edit_is_shown_at_once_and_so_is_its_undo(desk: Desk) -> None:
    page(desk)
    desk.context.runner.apply(readings(desk.person, TODAY, **LEGS))
    assert text(desk, "today_check_in_said") == "Done today", "without waiting for the background"
    desk.settle()
    assert text(desk, "today_changes_said")
    desk.undo()
    assert text(desk, "today_check_in_said") == "Not measured yet"
    desk.settle()
    assert text(desk, "today_changes_empty")
    assert not text(desk, "today_changes_said")


@pytest.mark.parametrize(("name", "leads"), CARDS.items())
def test_every_card_is_a_link_for_the_keyboard_and_the_mouse(desk: Desk, name: str, leads: str) -> None:
    shown = page(desk)
    desk.child(QWidget, f"{name}_link").setFocus(Qt.FocusReason.TabFocusReason)
    desk.press(Qt.Key.Key_Return)
    desk.settle()
    assert desk.page.name == leads
    desk.go("today")
    card = desk.child(QWidget, name)
    shown.area.ensureWidgetVisible(card)
    desk.click(card, QPoint(card.width() // 2, card.height() - 6))
    desk.settle()
    assert desk.page.name == leads


def test_put_off_the_next_thing_comes_and_it_stays_so_after_a_restart(qtbot: QtBot, folder: Path) -> None:
    fill(folder, ALEX)
    said = []
    with opened(qtbot, folder) as desk:
        for _ in range(3):
            page(desk)
            said.append(text(desk, "today_step_said"))
            if desk.page.step.later.isVisible():
                desk.click("today_step_later")
                assert desk.has_focus("today_step_go"), "the focus stays with what is to do"
        said.append(text(desk, "today_step_said"))
    assert said == [
        "Take your first measurements.", "Make a training plan.", "Choose what you want to reach.",
        "Nothing is due today.",
    ]  # fmt: skip
    with opened(qtbot, folder) as desk:
        page(desk)
        assert text(desk, "today_step_said") == "Nothing is due today."


def test_a_workout_in_progress_is_gone_on_with(desk: Desk) -> None:
    from legwork.domain.log.model import Workout
    from legwork.services.workouts import StartWorkout

    desk.context.profile.apply(AddPlan(desk.person.id, legs_first(), MONDAY))
    started = StartWorkout(desk.person.id, Workout(0, TODAY, title="Legs A", exercises=(did("squat", "100x8"),)))
    desk.context.runner.apply(started)
    page(desk)
    assert text(desk, "today_step_said") == "Legs A is in progress."
    assert text(desk, "today_session_said") == "Legs A"
    desk.click("today_step_go")
    desk.settle()
    assert desk.page.name == "train"
    assert desk.page.heading.text() == "Legs A"


def test_the_week_counts_legs_against_what_is_wanted(desk: Desk) -> None:
    measured(desk)
    add_workout(desk.context.profile, desk.person, TODAY, did("squat", *["100x8@1"] * 4), did("bench_press", "60x10@1"))
    desk.context.runner.reload_everything()
    page(desk)
    rows = desk.window.findChild(QWidget, "today_week_rows")
    said = rows.sentences()
    assert said[0].startswith("Legs: 4 hard sets")
    assert said[1].startswith("Upper body: 1 hard set")
    assert any(one.startswith("Front of the thighs: 4 hard sets, wanted ") for one in said)
    assert text(desk, "today_week_said").startswith("1 leg day so far.")


def test_a_goal_has_its_line_and_a_next_step(desk: Desk) -> None:
    for away in range(12, -1, -1):
        thigh = f"{58 + 0.1 * (12 - away):.1f}"
        made = readings(desk.person, TODAY - timedelta(weeks=away), **{**LEGS, "upper_thigh_left": thigh})
        desk.context.profile.apply(made)
    due = TODAY + timedelta(days=300)
    goal = SetGoal(desk.person.id, "site/upper_thigh", Quantity(61, "cm", "61"), due, TODAY, "Upper thigh")
    desk.context.runner.apply(goal)
    desk.context.runner.reload_everything()
    page(desk)
    assert text(desk, "today_goal_0").startswith("Upper thigh")
    assert text(desk, "today_goals_step").startswith("Next: Upper thigh")
    assert text(desk, "today_goals_when")


def test_on_the_sample_nothing_moves_when_the_background_answers(sample_desk: Desk) -> None:
    sample_desk.go("settings")
    sample_desk.window.resize(1280, 800)
    sample_desk.context.runner.reload_everything()
    shown = sample_desk.window._pages["today"]
    shown.cards.forget()
    sample_desk.click("rail_today")
    assert shown.busy and not shown.cards.changes.known
    before = places(sample_desk)
    sample_desk.settle()
    assert all(card.known for card in shown.cards.all)
    after = places(sample_desk)
    moved = {name: (before[name].top(), after[name].top()) for name in CARDS if before[name].top() != after[name].top()}
    assert not {*moved} & {"today_check_in", "today_session", "today_changes", "today_balance", "today_week"}, moved
    assert all(abs(one - other) <= 60 for one, other in moved.values()), moved


def test_of_another_person_nothing_of_the_one_before_is_shown(qtbot: QtBot, folder: Path) -> None:
    fill(folder, ALEX, AddPerson("Bo", "female", date(1992, 1, 1), Quantity(165.0, "cm", "165")))
    with opened(qtbot, folder) as desk:
        measured(desk)
        page(desk)
        assert text(desk, "today_changes_said")
        alex = text(desk, "today_balance_index")
        other = next(one for one in desk.context.people if one.name != desk.person.name)
        desk.context.profile.apply(readings(other, TODAY - timedelta(days=3), **{**LEGS, "calf_left": "35"}))
        desk.context.look_at(other.uid)
        assert not text(desk, "today_changes_said") and not text(desk, "today_balance_index")
        assert text(desk, "today_check_in_said") != "Done today"
        page(desk)
        assert "first check-in" in text(desk, "today_changes_said")
        assert text(desk, "today_balance_index") not in ("", alex)


def test_left_while_it_works_it_goes_on_when_it_is_shown_again(desk: Desk) -> None:
    measured(desk)
    desk.context.runner.reload_everything()
    desk.click("rail_help")
    desk.context.runner.reload_everything()
    desk.click("rail_today")
    desk.qtbot.wait(PAUSE_MS + 20)
    assert desk.page.busy, "it has begun"
    desk.click("rail_help")
    desk.settle()
    desk.click("rail_today")
    page(desk)
    assert text(desk, "today_changes_said")


def test_a_card_with_nothing_to_show_says_so_on_every_visit(desk: Desk) -> None:
    add_workout(desk.context.profile, desk.person, TODAY - timedelta(days=400), did("squat", "100x8@1"))
    desk.context.runner.reload_everything()
    for _ in range(2):
        page(desk)
        assert text(desk, "today_week_empty").endswith("."), "bars of a card that waits would stay for ever"
        desk.click("rail_help")
        desk.settle()
        desk.click("rail_today")


def test_the_review_waits_once_and_can_be_read_again(desk: Desk) -> None:
    measured(desk)
    shown = page(desk)
    desk.context.profile.apply(AddPlan(desk.person.id, legs_first(), MONDAY + timedelta(weeks=4)))
    goal = SetGoal(desk.person.id, "site/waist", Quantity(80, "cm", "80"), TODAY + timedelta(300), TODAY, "Waist")
    desk.context.runner.apply(goal)
    desk.context.runner.reload_everything()
    page(desk)
    assert text(desk, "today_step_said") == "The review of your week is ready."
    desk.click("today_step_go")
    desk.qtbot.waitUntil(lambda: read_until(desk.context.view, desk.person) == TODAY, timeout=20_000)
    [review] = [one for one in desk.window.findChildren(QDialog, "weekly_review") if one.isVisible()]
    review.close()
    desk.settle()
    assert text(desk, "today_step_said") == "Nothing is due today."
    desk.click(shown.review)
    desk.settle()
    assert [one for one in desk.window.findChildren(QDialog, "weekly_review") if one.isVisible()]


def test_a_review_that_was_read_elsewhere_waits_no_longer(desk: Desk) -> None:
    measured(desk)
    page(desk)
    assert read_until(desk.context.view, desk.person) is None
    show_review(desk.context, desk.window)
    desk.qtbot.waitUntil(lambda: read_until(desk.context.view, desk.person) == TODAY, timeout=20_000)
    [review] = [one for one in desk.window.findChildren(QDialog, "weekly_review") if one.isVisible()]
    review.close()


def test_past_midnight_it_is_another_day(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = page(desk)
    tomorrow = TODAY + timedelta(days=1)

    class Tomorrow(date):
        @classmethod
        def today(cls) -> date:
            return tomorrow

    monkeypatch.setattr("legwork.qt.pages.today.page.date", Tomorrow)
    shown._clock.timeout.emit()
    assert shown.heading.text() == f"Today, {long_day(tomorrow)}"


def test_at_the_largest_text_and_in_a_small_window_no_card_is_cut_off(sample_desk: Desk) -> None:
    from legwork.services.settings import TEXT_PERCENT, ChangeSetting

    sample_desk.go("today")
    for percent, size in (("150", (1280, 800)), ("100", (1000, 700))):
        sample_desk.context.runner.apply(ChangeSetting(TEXT_PERCENT, percent))
        sample_desk.window.resize(*size)
        shown = page(sample_desk)
        wide = shown.area.viewport().width()
        for name, place in places(sample_desk).items():
            left = shown.area.mapTo(sample_desk.window, QPoint(0, 0)).x()
            assert place.right() <= left + wide, f"{name} at {percent} %"
        for one in shown.area.findChildren(QLabel):
            if one.isVisible() and not one.wordWrap():
                assert one.width() >= one.sizeHint().width(), f"{one.objectName()}: {one.text()} at {percent} %"


def test_a_check_in_of_months_ago_is_not_called_now(desk: Desk) -> None:
    for away in (77, 70):
        desk.remember(TODAY - timedelta(days=away), waist="84", calf_left="37", calf_right="37")
    shown = page(desk)
    assert shown.cards.changes.heading.text().endswith(", 2 months ago")
    table = shown.cards.changes.findChild(QWidget, "today_changes_table")
    texts = [one.text() for one in table.findChildren(QLabel) if one.isVisible()]
    assert "then" in texts and "now" not in texts
    desk.remember(TODAY, waist="84")
    page(desk)
    assert shown.cards.changes.heading.text() == "Last check-in"
