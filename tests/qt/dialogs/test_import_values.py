"""The values of a table before it comes in: what stands in the window follows each choice and each unit."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QPushButton, QTableView

from import_driver import drop
from legwork.qt.dialogs.import_preview import ImportPreview
from legwork.services.settings import TEXT_PERCENT, ChangeSetting
from program_driver import Desk, answering

HEVY = "date,weight_kg,left_thigh_in\n" + "".join(
    f'"{day} Jan 2025, 00:00",{80 + day / 10},{20 + day / 10}\n' for day in range(1, 13)
)
FITBIT = "Body\nDate,Weight,Fat\n2015-12-01,181,20\n2015-12-02,180.5,20\n"
GERMAN = "Datum,Gewicht (kg),Fettmasse (kg)\n2025-01-05 07:00:00,82.4,15\n2025-01-12 07:00:00,82.1,15\n"


def look(desk: Desk, file: Path, text: str, act: Callable[[ImportPreview], object], *, take: bool = False) -> None:
    """Drop a file, do something before its preview, then press Import or leave it."""
    file.write_text(text, encoding="utf-8")
    ended: list[bool] = []

    def before(dialog: QDialog) -> None:
        assert isinstance(dialog, ImportPreview)
        wait(desk, dialog)
        act(dialog)
        wait(desk, dialog)
        if take:
            desk.click(dialog.accept_button)
        else:
            dialog.reject()
        ended.append(True)

    with answering("import_preview", before):
        drop(desk, file)
        desk.qtbot.waitUntil(lambda: bool(ended) and (not take or desk.context.runner.stack.count() > 0))
    desk.settle()


def wait(desk: Desk, dialog: ImportPreview) -> None:
    desk.qtbot.waitUntil(lambda: not dialog.busy)


def table(dialog: ImportPreview) -> list[list[str]]:
    """The heading and the lines of the newest days, as far as they are shown."""
    view = dialog.findChild(QTableView, "import_values_table")
    assert view is not None
    model, across = view.model(), Qt.Orientation.Horizontal
    places = [place for place in range(model.columnCount()) if model.headerData(place, across)]
    lines = [[model.index(row, place).data() for place in places] for row in range(model.rowCount())]
    return [[model.headerData(place, across) for place in places], *lines]


def text(dialog: ImportPreview, name: str) -> str:
    found = dialog.findChild(QLabel, name)
    assert found is not None
    return found.text() if found.isVisible() else ""


def test_the_newest_days_can_be_held_against_the_other_program(desk: Desk, tmp_path: Path) -> None:
    seen: list[object] = []

    def act(dialog: ImportPreview) -> None:
        shown = table(dialog)
        seen.extend((shown[0], shown[1], len(shown) - 1, text(dialog, "import_values_more")))
        seen.extend(text(dialog, name) for name in ("days_left_thigh_in", "values_left_thigh_in", "import_other_names"))

    look(desk, tmp_path / "body.csv", HEVY, act)
    assert seen == [
        ["Day", "Body weight (kg)", "Upper thigh, left (cm)"],
        ["12 Jan 2025", "81.2", "53.8"],
        8,
        "and 4 more days",
        "1 Jan to 12 Jan 2025",
        "51.1 to 53.8 cm",
        "“Thigh” is taken as Upper thigh. Where that is wrong, choose another place.",
    ]


def test_another_unit_changes_the_values_at_once(desk: Desk, tmp_path: Path) -> None:
    seen: list[object] = []

    def act(dialog: ImportPreview) -> None:
        seen.extend((table(dialog)[1], text(dialog, "values_Weight")))
        kilograms = dialog.findChild(QPushButton, "import_unit_kg")
        assert kilograms is not None
        desk.click(kilograms)
        wait(desk, dialog)
        seen.extend((table(dialog)[1], text(dialog, "values_Weight")))

    look(desk, tmp_path / "fitbit.csv", FITBIT, act)
    assert seen == [
        ["2 Dec 2015", "81.9", "20.0"], "81.9 to 82.1 kg", ["2 Dec 2015", "180.5", "20.0"], "180.5 to 181.0 kg",
    ]  # fmt: skip


def test_what_is_left_out_leaves_the_table_too(desk: Desk, tmp_path: Path) -> None:
    seen: list[object] = []

    def leave(dialog: ImportPreview, header: str) -> None:
        box = dialog.findChild(QComboBox, f"target_{header}")
        assert box is not None
        box.setFocus()
        desk.qtbot.keyClick(box, Qt.Key.Key_End)
        wait(desk, dialog)

    def act(dialog: ImportPreview) -> None:
        leave(dialog, "left_thigh_in")
        seen.extend((table(dialog)[0], text(dialog, "import_other_names"), text(dialog, "import_values_none")))
        leave(dialog, "weight_kg")
        seen.append(text(dialog, "import_values_none"))

    look(desk, tmp_path / "body.csv", HEVY, act)
    assert seen == [["Day", "Body weight (kg)"], "", "", "Every column is left out: nothing comes in."]


def test_what_came_in_is_said_in_one_form_with_undo(desk: Desk, tmp_path: Path) -> None:
    look(desk, tmp_path / "body.csv", HEVY, lambda dialog: None, take=True)
    desk.qtbot.waitUntil(lambda: desk.notice == "24 readings on 12 days brought in from body.csv.")
    desk.click("notice_action")
    assert desk.notice == "Undone: Import body.csv."


def test_a_name_in_another_language_is_told(desk: Desk, tmp_path: Path) -> None:
    seen: list[str] = []
    look(desk, tmp_path / "w.csv", GERMAN, lambda dialog: seen.append(text(dialog, "import_other_names")))
    assert seen == ["“Gewicht” is taken as Body weight. Where that is wrong, choose another place."]


def test_the_buttons_stay_in_sight_with_large_text(desk: Desk, tmp_path: Path) -> None:
    desk.context.runner.apply(ChangeSetting(TEXT_PERCENT, "150"))
    desk.window.resize(1280, 800)
    desk.settle()
    found: list[bool] = []

    def act(dialog: ImportPreview) -> None:
        inside = dialog.rect().contains(dialog.accept_button.geometry())
        found.extend((dialog.height() < desk.window.height(), inside, dialog.accept_button.isVisible()))
        assert dialog.minimumSizeHint().height() < 400, "whatever the file leaves open"

    look(desk, tmp_path / "fitbit.csv", FITBIT, act)
    assert found == [True, True, True]
