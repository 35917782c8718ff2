"""The rest of the first week: how far the legs trail, a plan of it, and its first sheet on paper, by keyboard."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from journey_hands import Hands, choose_files, in_front, in_preview, labels, plain
from legwork.domain.days import long_day
from legwork.qt.printing.preview import PreviewDialog
from pdf_words import pdf_pages
from program_driver import ALEX, answering, fill, opened

TODAY = date.today()
NEXT_MONDAY = TODAY + timedelta(days=-TODAY.weekday() % 7)
TAPE = ("82.5", "39", "125", "108", "84", "98", "40", "40.5", "54", "54.4", "35.5", "35.8")
"""Body weight, neck, shoulders, chest, waist, hips, and both upper arms, thighs and calves."""


def test_from_the_first_check_in_to_the_first_sheet(
    qtbot: QtBot, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(folder, ALEX)
    sheet = tmp_path / "monday.pdf"
    choose_files(monkeypatch, sheet)
    with opened(qtbot, folder) as desk:
        hands = Hands(desk)
        assert desk.page.name == "today"
        hands.press("Return")
        assert desk.page.name == "measure", "Today says what comes first, and Enter goes there"
        hands.enter(*TAPE)
        assert hands.at == "check_in_note"
        hands.press("Ctrl+5")
        desk.settle()
        told = labels(desk.page)
        assert "Of 100 men with your height, waist and upper body, more than 99 have bigger thighs." in told
        assert "Middle: 63.1 cm, yours 54.2 cm: 8.9 cm to go." in told
        assert "Your thighs and calves are about 13 % below the middle of men built like you." in told
        hands.tab_to("balance_plan")

        def make(dialog: QDialog) -> None:
            in_front(desk, dialog)
            assert label_of(dialog, "planner_plan_name") == "Legs first, 3 days, 12 weeks"
            assert "a day between" in label_of(dialog, "planner_reasons"), "and why"
            hands.press("Return")

        with answering("planner_dialog", make):
            hands.press("Return")
        assert desk.page.name == "plan" and "12 weeks" in labels(desk.page)
        assert "3 leg days (2 to 3 wanted)" in labels(desk.page)

    with opened(qtbot, folder) as desk:
        hands = Hands(desk)
        hands.press("Ctrl+6")

        def save(preview: PreviewDialog) -> None:
            assert preview.count.text() == "3 pages", "its first week"
            hands.press("Ctrl+S")

        with in_preview(desk, save):
            hands.press("Ctrl+P")
        hands.press("Ctrl+1")
        today = labels(desk.page)
        assert "Choose what you want to reach." in today and "Done today 12 values." in today
        assert "Training Legs A" in today and "87.4 % of the middle" in today
        hands.press("Ctrl+7")
        first = plain(labels(desk.page.overview.week.rows[0]))
        assert first.startswith("Legs A Monday") and first.endswith("6 exercises, 13 sets")
    page = pdf_pages(sheet)[0].splitlines()
    assert plain(long_day(NEXT_MONDAY)) in page[5] and page[4] == "Legs A"
    squat = page.index("Back squat")
    assert page[squat + 1 : squat + 3] == ["2 × 6–10 @ 3 RIR", "warm-up sets first · rest 2:30 min"]
    assert sum(one in ("1", "2", "3") for one in page) == 13, "a line of boxes for each set"


def label_of(dialog: QDialog, name: str) -> str:
    found = dialog.findChild(QLabel, name)
    assert found is not None and found.isVisible(), name
    return found.text()
