"""The first rows of a table that is being explained: which are shown, by which numbers, and what is said of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from health_files import workbook
from legwork.qt.dialogs.column_mapper import ColumnMapper
from mapper_driver import Hands, look_and_leave, table
from program_driver import Desk


def heads(dialog: ColumnMapper) -> list[str]:
    """What stands beside the lines of the grid, as far as they are seen."""
    shown = dialog.table
    items = [shown.verticalHeaderItem(at) for at in range(shown.rowCount()) if not shown.isRowHidden(at)]
    return [one.text() for one in items if one is not None]


def column(dialog: ColumnMapper, place: int) -> list[str]:
    shown = dialog.table
    items = [shown.item(at, place) for at in range(shown.rowCount())]
    return [one.text() if one is not None else "" for one in items]


def not_taken(dialog: ColumnMapper) -> list[str]:
    """The lines of the file that stand below the reasons, each with its text."""
    model = dialog.skipped.model
    found = []
    for at in range(model.rowCount()):
        reason = model.index(at, 0)
        found += [model.index(line, 1, reason).data() for line in range(model.rowCount(reason))]
    return found


def test_rows_are_called_by_their_lines_in_the_file(desk: Desk, tmp_path: Path) -> None:
    text = "\nMy log\n\nDatum;Gewicht kg;Wade cm\n\n14.03.2024;82;38\n21.03.2024;81,8;38,1\n"

    def look(hands: Hands) -> None:
        assert hands.box("mapper_header").currentText() == "row 4: Datum, Gewicht kg, Wade cm"
        assert heads(hands.dialog)[-2:] == ["6", "7"]
        assert not_taken(hands.dialog) == ["2"], "the line above is told by the same count"

    look_and_leave(desk, table(tmp_path, text), look)


def test_rows_of_a_sheet_are_called_as_in_the_spreadsheet(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "log.xlsx"
    rows = [[""], ["Datum", "Gewicht kg"], ["", ""], ["14.03.2024", "82"], ["21.03.2024", "81.8"]]
    file.write_bytes(workbook({"Log": rows}))

    def look(hands: Hands) -> None:
        assert hands.box("mapper_header").currentText() == "row 2: Datum, Gewicht kg"
        assert heads(hands.dialog)[-2:] == ["4", "5"]

    look_and_leave(desk, file, look)


def test_rows_that_were_turned_are_called_by_the_lines_that_they_came_from(desk: Desk, tmp_path: Path) -> None:
    text = "\nMeasurement,4 Mar 2025,11 Mar 2025\nWeight (kg),82.4,82.1\nLeft calf (cm),38,38.2\n"

    def look(hands: Hands) -> None:
        first = heads(hands.dialog).index("Why") + 1
        assert heads(hands.dialog)[first : first + 3] == ["3", "3", "4"]

    look_and_leave(desk, table(tmp_path, text), look)


def test_a_row_that_belongs_to_the_names_is_no_row_of_values(desk: Desk, tmp_path: Path) -> None:
    text = "Datum;Oberschenkel;;Gewicht\n;links;rechts;kg\n14.03.2024;58;58,2;82\n21.03.2024;58,1;58,3;81,8\n"

    def look(hands: Hands) -> None:
        head = hands.dialog.table.horizontalHeaderItem(2)
        assert head is not None and head.text() == "Oberschenkel rechts"
        assert column(hands.dialog, 2)[3:] == ["58,2", "58,3"]
        assert heads(hands.dialog)[-2:] == ["3", "4"]

    look_and_leave(desk, table(tmp_path, text), look)


@pytest.mark.parametrize(
    ("cells", "why"), [(("3x8@60", "3x8@62"), "sets stand in it"), (("8", "10"), "a guess: small numbers")]
)
def test_what_stands_in_a_column_is_why_it_holds_reps(
    desk: Desk, tmp_path: Path, cells: tuple[str, str], why: str
) -> None:
    text = "Date,Exercise,Done\n2025-03-04,Squat,{}\n2025-03-06,Squat,{}\n".format(*cells)

    def look(hands: Hands) -> None:
        assert hands.uses[2] == "Reps"
        assert column(hands.dialog, 2)[2] == why

    look_and_leave(desk, table(tmp_path, text), look)
