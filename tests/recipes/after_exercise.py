"""What the program shows once the recipe for an exercise was followed; run in the copy by test_add_exercise."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from legwork.qt.widgets.exercise_list import ExerciseList
from legwork.services.plans import AddPlan
from plan_cases import small_plan
from program_driver import ALEX, fill, opened


def test_the_panel_beside_a_plan_finds_it(qtbot: QtBot, tmp_path: Path) -> None:
    fill(tmp_path / "profile", ALEX)
    with opened(qtbot, tmp_path / "profile") as desk:
        desk.context.profile.apply(AddPlan(desk.person.id, small_plan()))
        desk.context.runner.reload_everything()
        page = desk.go("plan")
        [panel] = page.findChildren(ExerciseList)
        field = panel.findChild(QLineEdit, "exercise_words")
        assert field is not None
        desk.click(field)
        desk.write("peterson")
        model = panel.rows.model()
        assert "Peterson step-up" in [model.index(row, 0).data() for row in range(model.rowCount())]
        told = panel.details.text.toPlainText()
        assert "Front of the thighs: direct" in told and "Begin on the ball of the foot." in told
