"""Sunday evening: next week's plan on paper, by keyboard, with the loads and what was done last time."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from done_workouts import AddWorkout
from journey_hands import Hands, choose_files, in_preview, plain
from legwork.domain.days import full_day, long_day, short_day
from legwork.qt.printing.preview import PreviewDialog
from log_cases import workout
from pdf_words import pdf_pages, pdf_words
from program_driver import ALEX, fill, opened
from train_cases import MONDAY, with_plan

NEXT_MONDAY = MONDAY + timedelta(days=7)
DONE = {"squat": ["100x8@2", "100x8@2", "100x7@1"], "bench_press": ["80x6", "80x6", "80x6"]}


def test_next_week_is_on_paper_after_a_few_keys(
    qtbot: QtBot, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(folder, ALEX)
    sheets, chart = tmp_path / "next week.pdf", tmp_path / "glance.pdf"
    suggested = choose_files(monkeypatch, sheets, chart)
    with opened(qtbot, folder) as desk:
        with_plan(desk, MONDAY)
        desk.context.profile.apply(AddWorkout(desk.person.id, workout(MONDAY, DONE)))

    with opened(qtbot, folder) as desk:
        hands = Hands(desk)
        hands.press("Ctrl+6")
        hands.press("Right")

        def save_week(dialog: PreviewDialog) -> None:
            assert dialog.what.first.currentText() == f"2, {short_day(NEXT_MONDAY)}"
            assert dialog.what.last.currentText() == dialog.what.first.currentText(), "one week, unless more is wanted"
            assert dialog.count.text() == "3 pages"
            hands.press("Ctrl+S")
            assert dialog.said.text() == f"Written to {sheets}."

        with in_preview(desk, save_week):
            hands.press("Ctrl+P")
        assert hands.effort.strokes <= 8, "the page, the week, Print, Save, and back"
        assert not desk.undo_action().isEnabled(), "printing changes nothing"

        def save_glance(dialog: PreviewDialog) -> None:
            dialog.what.kind.setFocus()
            for _ in range(3):
                hands.press("Down")
            assert dialog.what.kind.currentText() == "Plan at a glance"
            hands.press("Ctrl+S")

        with in_preview(desk, save_glance):
            hands.press("Ctrl+P")

    assert [Path(one).name for one in suggested] == ["legwork-plan-sessions.pdf", "legwork-plan-glance.pdf"]
    pages = pdf_pages(sheets)
    assert [one.splitlines()[3:5] for one in pages] == [
        ["Page 1 of 3", "Legs A"], ["Page 2 of 3", "Upper"], ["Page 3 of 3", "Legs B"],
    ]  # fmt: skip
    for page, away, weekday in zip(pages, (0, 2, 4), ("Monday", "Wednesday", "Friday"), strict=True):
        assert "Alex" in page and plain(long_day(NEXT_MONDAY + timedelta(days=away))) in page and weekday in page
        assert f"Week 2 of 4 · {plain(short_day(NEXT_MONDAY))}" in page
    legs, upper, second = (one.splitlines() for one in pages)
    squat = legs.index("Back squat")
    assert legs[squat + 1] == "3 × 6–8 @ 2 RIR · 102.5 kg", "the load of next week"
    assert legs[squat + 3].startswith(f"Last time 100 kg × 8, 8, 7, {plain(short_day(MONDAY))}")
    assert legs[legs.index("Leg extension") - 1] == "A1" and legs[legs.index("Lying leg curl") - 1] == "A2"
    assert upper[upper.index("Bench press") + 2].startswith(f"Last time 80 kg × 6, 6, 6, {plain(short_day(MONDAY))}")
    assert second[second.index("Bulgarian split squat") + 2] == "each side"
    whole = pdf_words(chart)
    assert f"4 weeks from {plain(full_day(MONDAY))} · 3 sessions a week" in whole
    assert "Back of the thighs 4 to 6 5.5" in whole and "Calves 4 to 6 0.5 ▾" in whole
