"""The look survives a program folder of any name: a user's own, with letters and signs of all kinds."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from legwork.paths import resources_dir
from legwork.qt.core.style_sheet import style_sheet
from legwork.qt.core.theme import ThemeManager


@pytest.mark.parametrize("name", ["Jürgen (old)", 'it\'s 100% "mine"', "Ω лег #2"])
def test_a_ticked_box_looks_the_same_from_any_folder(qtbot: QtBot, tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    for part in ("themes", "icons"):
        shutil.copytree(resources_dir() / part, folder / part)
    pictures = []
    for themes in (folder / "themes", resources_dir() / "themes"):
        box = QCheckBox("Measured twice")
        qtbot.addWidget(box)
        box.setChecked(True)
        box.setStyleSheet(style_sheet(ThemeManager(themes)))
        box.resize(160, 30)
        pictures.append(box.grab().toImage())
    assert pictures[0] == pictures[1]
