"""Every picture of data has its numbers as a table: open on the page or behind one press."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QPushButton, QWidget

from accessible import described, painted, told
from legwork.qt.widgets.picture_table import PictureTable
from page_views import all_views
from program_driver import Desk

BESIDE = {"time_chart_0": "chart_table", "dose_chart": "dose_table"}
"""Pictures with a table on the same page, which has its own ways to be walked and copied."""
LEADS_TO = {
    "today_week_rows": ("today_week_link", "train"), "today_history": ("today_balance_link", "balance"),
    "today_food_rows": ("today_food_link", "food"),
}  # fmt: skip
"""Glances on Today: the button of their card leads to the page that has the numbers."""
COUNTED = {"goal_chart", "time_chart", "side_strip"}
"""They tell how many readings there are as well: as many as the table has rows."""
NUMBER = re.compile(r"\d+(?:[.,\u202f\u00a0]\d+)*")


def numbers(text: str) -> set[str]:
    return set(NUMBER.findall(text))


def pictures_of_data(root: QWidget) -> Iterator[QWidget]:
    """What is painted and tells a screen reader of numbers."""
    for one in painted(root):
        if getattr(type(one), "spoken_role", "") and numbers(told(one)):
            yield one


def cells(table: QAbstractItemView) -> str:
    model = table.model()
    heads = [str(model.headerData(column, Qt.Orientation.Horizontal)) for column in range(model.columnCount())]
    places = ((row, column) for row in range(model.rowCount()) for column in range(model.columnCount()))
    return " ".join([*heads, *(str(model.index(row, column).data()) for row, column in places)])


def lacking(desk: Desk, picture: QWidget) -> str:
    """Why there is no table of a picture; empty where there is one."""
    name = picture.objectName()
    if name in LEADS_TO:
        button, _ = LEADS_TO[name]
        return "" if desk.child(QPushButton, button).isEnabled() else f"{button} leads nowhere"
    if name in BESIDE:
        return "" if desk.child(QAbstractItemView, BESIDE[name]).model().rowCount() else "an empty table"
    mine = [one for one in desk.window.findChildren(PictureTable) if picture in one.pictures and one.isVisible()]
    if not mine:
        return "no table"
    [table] = mine
    if not table.fold.isChecked():
        table.fold.click()
        desk.settle()
    shown = [one for one in table.tables.values() if one.isVisible() and one.facts.rowCount()]
    if not shown or len(shown) != len(table.tables):
        return "a fold without a table"
    left = numbers(told(picture)) - numbers(" ".join(map(cells, shown)))
    return f"not in the table: {sorted(left)}" if left and name not in COUNTED else ""


def test_every_picture_of_data_has_a_table(sample: Desk) -> None:
    found: dict[str, None] = {}
    seen: set[str] = set()
    for where in all_views(sample):
        for one in pictures_of_data(sample.window):
            seen.add(one.objectName())
            if reason := lacking(sample, one):
                found[f"{where}: {described(one)}: {reason}"] = None
    assert list(found) == []
    assert {"goal_chart", "training_year", "kept_bars", "gap_bars", "zone_map", "plan_volume_bars"} <= seen


def test_a_glance_on_today_leads_to_the_page_with_its_numbers(sample: Desk) -> None:
    for button, page in LEADS_TO.values():
        sample.go("today")
        sample.click(button)
        sample.settle()
        assert sample.window.current_page().name == page
