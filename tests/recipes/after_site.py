"""What the program shows once the recipe for a measurement site was followed; run in the copy by test_add_site."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from legwork.domain.sites import Side, Spot
from legwork.qt.widgets import body_figure
from legwork.qt.widgets.site_chooser import SiteChooser
from legwork.qt.widgets.tape_guide import TapeGuide
from program_driver import ALEX, fill, opened

INSTEP = Spot("foot", Side.LEFT)


def test_it_is_chosen_drawn_measured_and_kept(qtbot: QtBot, tmp_path: Path) -> None:
    fill(tmp_path / "profile", ALEX)
    with opened(qtbot, tmp_path / "profile") as desk:
        desk.go("settings")
        [chooser] = desk.window.findChildren(SiteChooser)
        chooser.list.setFocus()
        chooser.list.setCurrentItem(chooser.list.findItems("Instep", Qt.MatchFlag.MatchExactly)[0])
        desk.press(Qt.Key.Key_Space)
        page = desk.go("measure")
        desk.click(desk.reading("foot_left"))
        said = {one.text() for one in page.findChildren(QLabel) if one.isVisible()}
        assert "Around the middle of the foot, over its highest place." in said
        [guide] = [one for one in page.findChildren(TapeGuide) if one.isVisible()]
        assert guide.accessibleName() == "Where the tape goes: Instep, left"
        desk.enter("foot_left", "25.5")
        assert desk.stored("foot_left") == ["25.5 cm"] and not desk.message("foot_left")
        desk.enter("foot_right", "255")
        assert desk.message("foot_right"), "no foot measures that"


def test_it_lights_up_on_the_body_map() -> None:
    for view in body_figure.VIEWS:
        line = body_figure.tape_line(view, INSTEP)
        assert line is not None and body_figure.zone(view, INSTEP) is not None
        assert body_figure.spot_at(view, line.centre, [INSTEP]) == INSTEP
