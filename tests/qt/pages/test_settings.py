"""Settings hold at once, can be undone, and are there again after a restart."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from legwork.qt.pages.settings import SettingsPage
from program_driver import ALEX, Desk, fill, opened


@pytest.fixture
def page(desk: Desk) -> SettingsPage:
    page = desk.go("settings")
    assert isinstance(page, SettingsPage)
    return page


def checked(desk: Desk, prefix: str) -> list[str]:
    buttons = [one for one in desk.window.findChildren(QPushButton) if one.objectName().startswith(prefix)]
    return [one.objectName().removeprefix(prefix) for one in buttons if one.isChecked() and one.isVisible()]


def test_a_theme_holds_at_once_and_is_undone(desk: Desk, page: SettingsPage) -> None:
    before = desk.window.grab().toImage()
    desk.click("theme_dark")
    assert desk.program.theme.colours.dark
    assert checked(desk, "theme_") == ["dark"]
    assert desk.window.grab().toImage().pixelColor(400, 400).lightness() < before.pixelColor(400, 400).lightness()
    assert desk.undo_action().text() == "Undo Change the colours"
    desk.undo()
    assert not desk.program.theme.colours.dark
    assert checked(desk, "theme_") == ["system"]


def test_the_text_size_holds_at_once_and_is_undone(desk: Desk, page: SettingsPage) -> None:
    before = desk.window.rail.width(), QApplication.font().pixelSize()
    desk.click("text_percent_150")
    desk.settle()
    assert desk.window.rail.width() >= 1.4 * before[0]
    assert QApplication.font().pixelSize() >= 1.4 * before[1]
    assert checked(desk, "text_percent_") == ["150"]
    desk.undo()
    desk.settle()
    assert (desk.window.rail.width(), QApplication.font().pixelSize()) == before


def test_pages_that_were_built_before_follow_the_text_size(desk: Desk) -> None:
    desk.go("measure")
    before = desk.reading("waist").width()
    desk.go("settings")
    desk.click("text_percent_150")
    desk.go("measure")
    desk.settle()
    field = desk.reading("waist")
    assert field.width() >= 1.4 * before, "a value of 38.2 + 38.4 + 38.3 fits into it as before"


def test_looks_are_kept_after_a_restart(qtbot: QtBot, folder: Path) -> None:
    fill(folder, ALEX)
    with opened(qtbot, folder) as desk:
        desk.go("settings")
        desk.click("theme_dark")
        desk.click("text_percent_130")
    with opened(qtbot, folder) as desk:
        assert desk.program.theme.colours.dark
        assert desk.program.theme.text_percent == 130
        desk.go("settings")
        assert checked(desk, "theme_") == ["dark"]
        assert checked(desk, "text_percent_") == ["130"]


def test_the_chosen_sites_reach_the_check_in(desk: Desk, page: SettingsPage) -> None:
    desk.go("measure")
    desk.go("settings")
    sites = page.chooser.list
    for name in ("Waist", "Ankle"):
        sites.setFocus()
        sites.setCurrentItem(sites.findItems(name, Qt.MatchFlag.MatchExactly)[0])
        desk.press(Qt.Key.Key_Space)
    measure = desk.go("measure")
    desk.settle()
    names = [str(spot) for spot in measure.fields]
    assert "waist" not in names and names[-2:] == ["ankle:left", "ankle:right"]
    desk.undo()
    desk.undo()
    desk.settle()
    assert "waist" in [str(spot) for spot in measure.fields]


def test_untracking_deletes_nothing(desk: Desk, page: SettingsPage) -> None:
    from datetime import date

    desk.remember(date.today(), waist="84")
    sites = page.chooser.list
    sites.setFocus()
    sites.setCurrentItem(sites.findItems("Waist", Qt.MatchFlag.MatchExactly)[0])
    desk.press(Qt.Key.Key_Space)
    assert desk.stored("waist") == ["84 cm"]


def add_own(desk: Desk, name: str, *, sided: bool = False) -> None:
    field = desk.child(QLineEdit, "own_site_name")
    desk.click(field)
    field.clear()
    desk.write(name)
    box = desk.child(QCheckBox, "own_site_sided")
    if box.isChecked() is not sided:
        desk.click(box)
    desk.click("own_site_add")
    desk.settle()


def test_a_site_of_ones_own_is_added_measured_deleted_and_brought_back(desk: Desk, page: SettingsPage) -> None:
    add_own(desk, "Lower calf", sided=True)
    assert desk.person.tracked[-1] == "own_lower_calf"
    assert desk.child(QLineEdit, "own_site_name").text() == "", "ready for the next"
    desk.go("measure")
    desk.settle()
    desk.enter("own_lower_calf_left", "25")
    desk.go("settings")
    sites = page.chooser.list
    sites.setFocus()
    sites.setCurrentItem(sites.findItems("Lower calf", Qt.MatchFlag.MatchExactly)[0])
    desk.click("site_delete")
    desk.settle()
    assert sites.findItems("Lower calf", Qt.MatchFlag.MatchExactly) == []
    assert desk.stored("own_lower_calf_left") == []
    assert desk.notice == "Done: Delete site Lower calf."
    desk.click("notice_action")
    desk.settle()
    assert len(sites.findItems("Lower calf", Qt.MatchFlag.MatchExactly)) == 1
    assert desk.stored("own_lower_calf_left") == ["25 cm"]


def test_enter_in_the_name_adds_too(desk: Desk, page: SettingsPage) -> None:
    desk.click("own_site_name")
    desk.write("Lower calf")
    desk.press(Qt.Key.Key_Return)
    assert desk.person.tracked[-1] == "own_lower_calf"


@pytest.mark.parametrize(
    ("name", "part"), [("  ", "Give the site a name"), ("Calf", "already"), ("calf", "already"), ("x" * 81, "too long")]
)
def test_a_name_that_will_not_do_is_refused_beside_the_field(
    desk: Desk, page: SettingsPage, name: str, part: str
) -> None:
    add_own(desk, name)
    shown = [one.text() for one in page.findChildren(QLabel) if one.isVisible() and one.property("role") == "error"]
    assert len(shown) == 1 and part in shown[0]
    assert desk.person.own_sites == ()
    assert desk.child(QLineEdit, "own_site_name").text() == name, "it stays to be mended"


def test_the_folder_with_the_data_is_named(desk: Desk, page: SettingsPage) -> None:
    assert desk.child(QLabel, "profile_folder").text() == str(desk.program.paths.root)


@pytest.mark.parametrize(("percent", "width", "height"), [(100, 1280, 720), (150, 1280, 800)])
def test_the_window_fits_a_small_screen_at_every_text_size(
    desk: Desk, page: SettingsPage, percent: int, width: int, height: int
) -> None:
    desk.click(f"text_percent_{percent}")
    for name in ("measure", "history", "charts", "people", "settings", "help"):
        desk.go(name)
    smallest = desk.window.minimumSizeHint()
    assert smallest.width() <= width
    assert smallest.height() <= height
