"""The headings of the newest days: whole, in every language, or with all of it in the tool tip."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QStyleOptionHeader, QTableView

from legwork.qt.dialogs.import_preview import ImportPreview
from legwork.services import importing
from legwork.services.settings import LANGUAGE, TEXT_PERCENT, ChangeSetting
from program_driver import Desk

HEVY = "date,weight_kg,neck_in,left_thigh_in,right_thigh_in,abdomen_in\n" + "".join(
    f'"{day} Jan 2025, 00:00",82,15.5,20,20.5,33\n' for day in range(1, 4)
)
OWN = "date,weight_kg,a_place_of_mine_that_has_a_very_long_and_quite_peculiar_name_indeed_in\n"


def opened(desk: Desk, file: Path, text: str, language: str, percent: int) -> ImportPreview:
    """The preview of a file in the smallest window, as the person has it before them."""
    file.write_text(text, encoding="utf-8")
    desk.context.runner.apply(ChangeSetting(TEXT_PERCENT, str(percent)))
    desk.context.runner.apply(ChangeSetting(LANGUAGE, language))
    desk.settle()
    desk.window.resize(1000, 700)
    found = importing.read_file(file)
    made = ImportPreview(desk.context, desk.person, found, file.name, desk.window)  # type: ignore[arg-type]
    made.show()
    desk.qtbot.waitUntil(lambda: not made.busy)
    desk.settle()
    return made


def shown_head(view: QTableView, place: int) -> str:
    """A heading as it is painted."""
    option = QStyleOptionHeader()
    view.horizontalHeader().initStyleOptionForIndex(option, place)
    return str(option.text)


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("percent", [100, 150])
def test_each_heading_is_whole(desk: Desk, tmp_path: Path, language: str, percent: int) -> None:
    dialog = opened(desk, tmp_path / "body.csv", HEVY, language, percent)
    view = dialog.findChild(QTableView, "import_values_table")
    assert view is not None
    header, model = view.horizontalHeader(), view.model()
    for place in range(model.columnCount() - 1):
        whole, shown = model.headerData(place, Qt.Orientation.Horizontal), shown_head(view, place)
        assert " ".join(shown.split()) == whole
        for line in shown.splitlines():
            assert header.fontMetrics().horizontalAdvance(line) <= header.sectionSize(place)
        assert header.height() >= len(shown.splitlines()) * header.fontMetrics().lineSpacing()
    dialog.close()


def test_what_is_too_long_ends_in_an_ellipsis_and_its_tip_says_all(desk: Desk, tmp_path: Path) -> None:
    dialog = opened(desk, tmp_path / "own.csv", OWN + '"1 Jan 2025, 00:00",82,33\n', "en", 100)
    view = dialog.findChild(QTableView, "import_values_table")
    assert view is not None
    whole = view.model().headerData(2, Qt.Orientation.Horizontal)
    tip = view.model().headerData(2, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    shown = shown_head(view, 2)
    assert "…" in shown and whole.startswith(shown[:6]), "it begins where it begins"
    assert tip.splitlines()[0] == whole
    dialog.close()


@pytest.mark.parametrize("percent", [100, 150])
def test_nothing_of_a_column_is_cut_off(desk: Desk, tmp_path: Path, percent: int) -> None:
    dialog = opened(desk, tmp_path / "body.csv", HEVY, "de", percent)
    area = dialog.columns.area
    for one in area.findChildren(QLabel):
        assert one.height() >= one.heightForWidth(one.width()), one.text()
    for box in area.findChildren(QComboBox):
        assert box.mapTo(area.viewport(), box.rect().topRight()).x() <= area.viewport().width()
    dialog.close()
