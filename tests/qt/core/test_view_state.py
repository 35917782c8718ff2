"""How things were looked at is remembered, and a spoiled file of it spoils nothing."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import QByteArray
from pytestqt.qtbot import QtBot

from legwork.qt.core.view_state import ViewState
from program_driver import ALEX, fill, opened


def test_texts_names_and_bytes_come_back(tmp_path: Path) -> None:
    file = tmp_path / "view.ini"
    first = ViewState(file)
    first.set_text("page", "charts")
    first.set_names("columns", ["calf:left", "note"])
    first.set_names("none", [])
    first.set_blob("window", QByteArray(b"\x00\x01\xff"))
    first.sync()
    again = ViewState(file)
    assert again.text("page") == "charts"
    assert again.names("columns") == ["calf:left", "note"]
    assert again.names("none") == [], "nothing chosen is a choice"
    assert again.names("never") is None
    assert again.blob("window") == QByteArray(b"\x00\x01\xff")
    assert again.text("never", "so") == "so"
    assert again.blob("never").isEmpty()


def test_text_with_odd_letters_comes_back(tmp_path: Path) -> None:
    for text in ("a, b", "ü=ß;#", "true", "12", ""):
        ViewState(tmp_path / "view.ini").set_text("x", text)
        assert ViewState(tmp_path / "view.ini").text("x", "?") == text


def test_a_spoiled_file_only_loses_the_view(qtbot: QtBot, folder: Path) -> None:
    fill(folder, ALEX)
    (folder / "view.ini").write_bytes(
        b'[General]\nwindow="rubbish"\npage=nowhere\ntheme=pink\ntext_percent=abc\nperson=\xff\n'
    )
    with opened(qtbot, folder) as desk:
        assert desk.page.name == "today"
        assert desk.person.name == "Alex"


def test_page_rail_and_size_are_as_they_were_left(qtbot: QtBot, folder: Path) -> None:
    fill(folder, ALEX)
    with opened(qtbot, folder) as desk:
        desk.go("history")
        desk.menu_action("action_fold_rail").trigger()
        desk.window.resize(1100, 740)
        desk.settle()
        folded = desk.window.rail.width()
    with opened(qtbot, folder) as desk:
        assert desk.page.name == "history"
        assert desk.window.rail.width() == folded
        assert desk.window.height() == 740, "the width is cut to the screen of the offscreen platform"


def test_a_lock_left_by_a_killed_program_does_not_freeze_the_next(qtbot: QtBot, folder: Path) -> None:
    """QSettings keeps a lock of its own; found empty, it is waited for half a minute, in the window's thread."""
    fill(folder, ALEX)
    (folder / "view.ini.lock").touch()
    began = time.monotonic()
    with opened(qtbot, folder) as desk:
        desk.go("history")
    assert time.monotonic() - began < 15
    with opened(qtbot, folder) as desk:
        assert desk.page.name == "history"
