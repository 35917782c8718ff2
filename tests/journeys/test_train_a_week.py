"""A week from the printed sheet: printed on Sunday, entered a week later by keyboard alone, and there for good."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from journey_hands import choose_files, in_preview, labels, plain
from legwork.domain.days import short_day
from legwork.domain.log.sheet import opened as working_sets
from legwork.domain.plan.model import Plan
from legwork.domain.units import UnitSystem
from legwork.formats.plan_text import read_plan
from pdf_words import pdf_pages
from program_driver import ALEX, fill, opened
from train_cases import ALT, MONDAY, Hand, sets_in, with_plan

DAYS = {
    "Legs A": ("Monday", ("squat", "romanian_deadlift", "leg_extension", "seated_leg_curl", "standing_calf_raise")),
    "Upper A": ("Tuesday", ("bench_press", "pull_up", "overhead_press", "row")),
    "Legs B": ("Thursday", ("bulgarian_split_squat", "hip_thrust", "leg_press", "lying_leg_curl", "seated_calf_raise")),
    "Upper B": ("Saturday", ("incline_bench_press", "lat_pulldown", "lateral_raise", "barbell_curl")),
}
KEYS_IN_THREE_MINUTES = 360
"""Two a second, as of somebody who looks from a sheet to the screen and back; a typist is three times as fast."""


def four_days() -> Plan:
    """Two weeks of 54 working sets each; the plan gives the loads, as on the sheet."""
    text = "Plan: Four days\nBlock: Base (accumulate)\n"
    for number in (1, 2):
        text += f"Week {number}\n"
        for name, (day, exercises) in DAYS.items():
            text += f"Session: {name} ({day})\n"
            text += "".join(f"{one}: 3x8-12 {'BW' if one == 'pull_up' else '60kg'}\n" for one in exercises)
    return read_plan(text, UnitSystem.METRIC)


def test_a_week_from_the_sheet_takes_less_than_three_minutes(
    qtbot: QtBot, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(folder, ALEX)
    sheets = tmp_path / "week.pdf"
    choose_files(monkeypatch, sheets)
    with opened(qtbot, folder) as desk:
        with_plan(desk, MONDAY - timedelta(days=7), four_days())
        desk.go("plan")
        desk.press(Qt.Key.Key_Left)
        with in_preview(desk, lambda _: desk.ctrl(Qt.Key.Key_S)):
            desk.ctrl(Qt.Key.Key_P)
    pages = pdf_pages(sheets)
    assert [page.splitlines()[4] for page in pages] == list(DAYS)
    assert pages[0].splitlines()[7:9] == ["Back squat", "3 × 8–12 · 60 kg"]

    with opened(qtbot, folder) as desk:
        hand = Hand(desk)
        hand.go()
        hand.keys = 0
        hand.press(Qt.Key.Key_Left, ALT)  # last week
        for name, (_, exercises) in DAYS.items():
            assert hand.at.startswith(f"{name}: Enter for"), hand.at
            hand.enter("")
            for place in range(len(exercises)):
                # As they stood on the paper: mostly reps alone, once another load, once with the reps left.
                hand.enter(*(("62.5x9", "9", "8") if place == 0 else ("12", "11", "10@1")))
            assert desk.has_focus("train_finish")
            hand.enter("")
        keys = hand.keys
        log = hand.log

    assert keys <= KEYS_IN_THREE_MINUTES, f"{keys} keys"
    last_week = MONDAY - timedelta(days=7)
    assert [(one.workout.title, (one.workout.day - last_week).days) for one in log] == [
        ("Legs A", 0), ("Upper A", 1), ("Legs B", 3), ("Upper B", 5),
    ]  # fmt: skip
    assert all(one.finished for one in log)
    assert sum(working_sets(each.sets) for one in log for each in one.workout.exercises) == 54
    first = sets_in(log[0].workout)
    assert first["squat"] == ["62.5 × 9", "62.5 × 9", "62.5 × 8"]
    assert first["romanian_deadlift"] == ["60 × 12", "60 × 11", "60 × 10 @1"]
    assert sets_in(log[1].workout)["pull_up"] == ["BW × 12", "BW × 11", "BW × 10 @1"]

    with opened(qtbot, folder) as desk:
        desk.go("train")
        shown = desk.page.overview
        if plain(short_day(last_week)) not in labels(shown.week):
            desk.press(Qt.Key.Key_Left, ALT)
        week = labels(shown.week)
        assert week.count("· done ·") == 4 and "5 exercises, 15 sets" in week and "4 exercises, 12 sets" in week
        assert "The last workout before it: " in labels(shown.count)
