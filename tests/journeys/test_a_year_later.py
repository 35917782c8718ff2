"""A year of check-ins and training behind them: what the program has to say of it, and that it is all still there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from journey_hands import Hands, choose_files, labels, plain, report_on_paper, review_of_the_week
from legwork.paths import ProfilePaths
from legwork.qt.dialogs.progress_report import ProgressReportDialog
from legwork.services.people import everybody
from legwork.services.profile import Profile
from loop_cases import Lifter, measured, trained
from pdf_words import pdf_pages
from program_driver import ALEX, Desk, fill, opened

TODAY = date.today()
WEEKS = 52


TAPE = ("82.6", "40", "124", "112", "84", "", "40", "40.2", "58.3", "58.7", "37.2", "37.5")
"""Today's: body weight, neck, shoulders, chest, waist, no hips, and both upper arms, thighs and calves."""


def a_year(folder: Path) -> None:
    """A thigh and calves that grew a little each week, measured until a week ago; the plan was followed."""
    fill(folder, replace(ALEX, check_in_weekday=TODAY.weekday()))  # due today, whatever day it is
    profile = Profile(ProfilePaths(folder))
    [person] = everybody(profile)
    one = Lifter(profile, person, TODAY - timedelta(weeks=1))
    measured(
        one, WEEKS, lambda week: 55 + 0.06 * week, lambda week: 36 + 0.02 * week,
        body_weight=lambda week: 80 + 0.05 * week,
    )  # fmt: skip
    trained(one, WEEKS)
    profile.close()


def test_a_year_later(qtbot: QtBot, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    a_year(folder)
    paper = tmp_path / "a year.pdf"
    choose_files(monkeypatch, paper)
    with opened(qtbot, folder) as desk:
        hands = Hands(desk)
        today = labels(desk.page)
        assert "Today is check-in day." in today and "Upper thigh 58.3 / 58.7 cm" in today
        assert "Of 100 men with your height, waist and upper body, about 93 have bigger thighs." in today
        hands.press("Return")
        assert desk.page.name == "measure" and "The one before: " in labels(desk.page)
        assert desk.reading("upper_thigh_left").placeholderText().startswith("58.3 on ")
        hands.enter(*TAPE)
        assert desk.message("upper_thigh_left") == "~ 0.0 cm, within the error ±1.6"
        assert desk.page.summary.text().startswith("11 of 12 values")

        hands.press("Ctrl+4")
        desk.settle()
        summary = plain(desk.page.over_time.board.summary())
        assert summary.startswith("Upper thigh, left: 55.0 to 58.3 cm from ") and summary.count("53 readings") == 2
        table = desk.page.over_time.table.model()
        assert [plain(str(table.index(0, at).data())) for at in range(table.columnCount())] == [
            "Upper thigh, left (cm)", "55.1", "58.1", "+3.0 ± 0.7", "+0.25 ± 0.06", "▲ growing",
        ]  # fmt: skip

        hands.press("Ctrl+5")
        desk.settle()
        assert "Leg balance 94.2 % 93.4 to 95.0" in labels(desk.page)
        hands.tab_to("balance_make_goal")
        hands.press("Return")
        desk.settle()
        assert "Goal set for Upper thigh, by " in labels(desk.page)

        hands.press("Ctrl+7")
        desk.settle()
        assert "Week 54 of 58" in labels(desk.page.overview.week)
        the_year_on_paper(desk)
        a_typo_of_last_year(desk)

    pages = [plain(one) for one in pdf_pages(paper)]
    assert len(pages) == 4
    assert "Check-ins 53 Body weight 80.1 then, 82.5 kg now (+2.5 ± 0.5) Workouts 156" in pages[0]
    assert "Planned sessions done 156 of 159, 98 %" in pages[0]
    assert "Leg balance 90.2 % then, 94.2 % now (+3.9 ± 1.0 %: rising)." in pages[0]
    assert "Strength: 7 of 7 lifts went up beyond their error." in pages[0]
    assert "Waist 84.0 84.0 cm 0.0 ± 1.9 0.00 ± 0.16 ~ no change" in pages[2]
    assert "Back squat 80.6 146.9 kg +66.3 ± 7.4 +5.66 ± 0.63 ▲ stronger" in pages[3]

    with opened(qtbot, folder) as desk:
        assert desk.go("history").model.rowCount() == WEEKS + 1
        desk.go("charts")
        desk.settle()
        assert plain(desk.page.over_time.board.summary()).startswith("Upper thigh, left: 54.2 to 58.3 cm from ")
        desk.go("today")
        desk.settle()
        said = labels(desk.page)
        assert "Done today 11 values." in said and "Upper thigh" in labels(desk.child(QWidget, "today_goals"))


def the_year_on_paper(desk: Desk) -> None:
    """The progress report since the beginning, from the review of the week."""
    desk.go("measure")
    review = review_of_the_week(desk)
    told = labels(review)
    assert "Upper thigh, left ▲ growing +0.7 ± 0.6 cm in 12 weeks 58.3 cm" in told
    assert "Noise: within the error since last time" in told and "Calf left +0.1, right 0.0 cm" in told

    def since_the_beginning(dialog: ProgressReportDialog) -> None:
        desk.press(Qt.Key.Key_End)
        desk.press(Qt.Key.Key_Up)
        assert dialog.months.currentText() == "Since the beginning"

    report_on_paper(desk, review, since_the_beginning)


def a_typo_of_last_year(desk: Desk) -> None:
    """A value of a year ago is put right in the table, and everything follows."""
    page = desk.go("history")
    model = page.table.model()
    heads = [model.headerData(place, Qt.Orientation.Horizontal) for place in range(model.columnCount())]
    oldest = model.index(model.rowCount() - 1, heads.index("Upper thigh, left (cm)"))
    assert (model.rowCount(), oldest.data()) == (WEEKS + 1, "55.0")
    page.table.scrollTo(oldest)
    page.table.setCurrentIndex(oldest)
    page.table.setFocus()
    hands = Hands(desk)
    hands.press("F2")
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit) and field.text() == "55.0"
    hands.enter("54.2")
    assert model.index(model.rowCount() - 1, oldest.column()).data() == "54.2"
