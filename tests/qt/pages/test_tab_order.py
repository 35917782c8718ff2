"""Tab leads through every page and dialog as one reads: to all the mouse can use, to nothing twice, into no trap."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget

from page_views import all_dialogs, all_views
from program_driver import Desk
from tab_walk import Stop, backwards, twice, unreached, way_round

FIRST_IN_RAIL = "today"
NO_STOP = {"mapper_table"}
"""What is only looked at: the choices above its columns are the stops, and bring it into sight."""


def faults(desk: Desk, root: QWidget, start: QWidget) -> list[str]:
    stops = way_round(desk, root, start)
    left = unreached(root, stops, NO_STOP)
    if left:  # some come to life by what was passed, such as the row of a list
        left = unreached(root, way_round(desk, root, start), NO_STOP)
    return [
        *(f"{one} cannot be reached" for one in left),
        *(f"{one} is reached twice" for one in twice(stops)),
        *(f"up again: {one}" for one in backwards(stops)),
    ]


def rail_passed_at_once(desk: Desk, stops: list[Stop]) -> bool:
    in_rail = [desk.window.rail.isAncestorOf(one.widget) for one in stops]
    return in_rail == sorted(in_rail, reverse=True)


def test_every_page_with_the_sample(sample: Desk) -> None:
    found = []
    for where in all_views(sample):
        start = sample.window.rail.buttons[FIRST_IN_RAIL]
        found += [f"{where}: {one}" for one in faults(sample, sample.window, start)]
        if not rail_passed_at_once(sample, way_round(sample, sample.window, start)):
            found.append(f"{where}: the rail is passed more than once")
    assert found == [], "\n".join(found)


def test_every_page_of_somebody_new(desk: Desk) -> None:
    found = []
    for where in all_views(desk):
        found += [f"{where}: {one}" for one in faults(desk, desk.window, desk.window.rail.buttons[FIRST_IN_RAIL])]
    assert found == [], "\n".join(found)


def test_every_dialog(sample: Desk) -> None:
    found = []
    for name, dialog in all_dialogs(sample):
        first = QApplication.focusWidget()
        assert first is not None and dialog.isAncestorOf(first), f"{name} does not take the keys"
        if not dialog.isWindow():
            continue  # it lies over the page and goes as soon as the keys do
        found += [f"{name}: {one}" for one in faults(sample, dialog, first)]
    assert found == [], "\n".join(found)
