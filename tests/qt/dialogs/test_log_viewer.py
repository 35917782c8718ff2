"""Help > Log: the diary as a person reads it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from legwork.log import logger
from legwork.qt.dialogs.log_viewer import MOST_BYTES, Diary, LogViewer
from legwork.services.people import AddPerson
from program_driver import Desk

STAMP = "2026-03-01 10:00:00,000"


def viewer(desk: Desk) -> LogViewer:
    """Open it from the menu."""
    desk.menu_action("action_log").trigger()
    desk.settle()
    [found] = [one for one in desk.window.findChildren(LogViewer) if one.isVisible()]
    return found


def text(shown: QWidget) -> str:
    found = shown.findChild(QPlainTextEdit, "log_text")
    assert found is not None and found.isReadOnly()
    return found.toPlainText()


def test_it_shows_what_was_done_and_follows(desk: Desk) -> None:
    shown = viewer(desk)
    assert "opened the profile" in text(shown) and "page today" in text(shown)
    desk.go("history")
    desk.qtbot.waitUntil(lambda: "page history" in text(shown))
    count = shown.findChild(QLabel, "log_shown")
    assert count is not None and count.text() == f"{len(text(shown).splitlines())} entries"
    shown.close()


def test_it_finds_and_copies(desk: Desk) -> None:
    logger.warning("a shelf fell\nand with it a cup")
    shown = viewer(desk)
    field = shown.findChild(QLineEdit, "log_filter")
    assert field is not None
    desk.qtbot.keyClick(shown, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is field
    desk.write("CUP")
    assert text(shown).splitlines()[-1] == "and with it a cup"
    assert len(text(shown).splitlines()) == 2
    copy = shown.findChild(QPushButton, "log_copy")
    assert copy is not None
    copy.click()
    assert QGuiApplication.clipboard().text() == text(shown) + "\n"
    field.setText("nothing is like this")
    assert text(shown) == "" and not copy.isEnabled()
    field.clear()
    grave = shown.findChild(QCheckBox, "log_grave")
    assert grave is not None
    grave.click()
    assert "a shelf fell" in text(shown) and "page today" not in text(shown)
    logger.info("all is well")
    logger.error("another shelf fell")
    desk.qtbot.waitUntil(lambda: "another shelf fell" in text(shown))
    assert "all is well" not in text(shown)
    shown.close()


def test_a_long_line_is_read_whole_without_moving_sideways(desk: Desk) -> None:
    logger.warning("a shelf fell: %s end of it", "crash " * 200)
    shown = viewer(desk)
    found = shown.findChild(QPlainTextEdit, "log_text")
    assert found is not None and "end of it" in text(shown)
    assert found.horizontalScrollBar().maximum() == 0
    shown.close()


def test_an_edit_stands_there_in_words_a_person_knows(desk: Desk) -> None:
    desk.context.runner.apply(AddPerson("Ben"))
    shown = viewer(desk)
    assert text(shown).splitlines()[-1].endswith("INFO changed sites to measure, people")
    shown.close()


def test_there_is_one_and_escape_closes_it(desk: Desk) -> None:
    shown = viewer(desk)
    desk.menu_action("action_log").trigger()
    assert viewer(desk) is shown
    desk.qtbot.keyClick(shown, Qt.Key.Key_Escape)
    desk.settle()
    assert not [one for one in desk.window.findChildren(LogViewer) if one.isVisible()]


def test_a_diary_is_read_as_it_grows(tmp_path: Path) -> None:
    file = tmp_path / "legwork.log"
    file.write_bytes(f"{STAMP} INFO one\n{STAMP} ERROR two\nmore of two\n{STAMP} INFO thr".encode())
    diary = Diary(file)
    diary.look()
    assert diary.entries == [f"{STAMP} INFO one", f"{STAMP} ERROR two\nmore of two"]
    with file.open("ab") as stream:
        stream.write(b"ee\n\xff\xfe\n")
    assert diary.look() == [f"{STAMP} INFO three\n\ufffd\ufffd"]
    assert diary.look() == []
    file.write_bytes(f"{STAMP} INFO new\n".encode())
    assert diary.look() == [f"{STAMP} INFO new"] == diary.entries


def test_of_a_long_diary_the_end_is_shown(tmp_path: Path) -> None:
    file = tmp_path / "legwork.log"
    file.write_text("".join(f"{STAMP} INFO line {n}\n" for n in range(20_000)), encoding="utf-8")
    diary = Diary(file)
    diary.look()
    assert diary.entries[-1].endswith("line 19999")
    assert sum(map(len, diary.entries)) <= MOST_BYTES
    assert all(one.startswith(STAMP) for one in diary.entries), "it begins with a whole line"
