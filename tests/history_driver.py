"""The table of all check-ins, with hands on it."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from legwork.qt.pages.history import HistoryPage
from legwork.services import check_ins
from program_driver import Desk

TODAY = date.today()
DAYS = [TODAY - timedelta(days=away) for away in (500, 200, 30, 0)]


def history_page(desk: Desk) -> HistoryPage:
    """The page of somebody who measured on each of `DAYS`."""
    for place, day in enumerate(DAYS):
        desk.remember(day, calf_left=f"{37 + place}.1", waist=f"{99 - place}", body_weight=f"{9 + place}5")
    noted = check_ins.Day(DAYS[0], note="knee", morning=True)
    desk.context.profile.apply(check_ins.RecordReadings(desk.person.id, (noted,)))
    page = desk.go("history")
    assert isinstance(page, HistoryPage)
    return page


def titles(page: HistoryPage) -> list[str]:
    """The headings that are on screen, in their order."""
    header, model = page.table.horizontalHeader(), page.table.model()
    places = [header.logicalIndex(place) for place in range(header.count())]
    shown = [place for place in places if not header.isSectionHidden(place)]
    return [model.headerData(place, Qt.Orientation.Horizontal) for place in shown]


def column(page: HistoryPage, title: str) -> list[str]:
    model = page.table.model()
    heads = [model.headerData(place, Qt.Orientation.Horizontal) for place in range(model.columnCount())]
    return [model.index(row, heads.index(title)).data() for row in range(model.rowCount())]


def click_cell(desk: Desk, page: HistoryPage, row: int, title: str, *, twice: bool = False, add: bool = False) -> None:
    model = page.table.model()
    heads = [model.headerData(place, Qt.Orientation.Horizontal) for place in range(model.columnCount())]
    index = model.index(row, heads.index(title))
    page.table.scrollTo(index)
    at = page.table.visualRect(index).center()
    modifier = Qt.KeyboardModifier.ControlModifier if add else Qt.KeyboardModifier.NoModifier
    page.table.setFocus()
    desk.qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, modifier, at)
    if twice:
        desk.qtbot.mouseDClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=at)


def said(desk: Desk) -> str:
    return desk.child(QLabel, "history_said").text()


def everything(desk: Desk, person_id: int) -> list[object]:
    """All check-ins of somebody without their row ids."""
    days = check_ins.check_in_days(desk.context.profile, person_id)
    whole = check_ins.by_ids(desk.context.profile, list(days))
    found = sorted(whole.values(), key=lambda one: one.day)
    return [(one.day, one.note, one.morning, one.trained_legs, dict(one.readings)) for one in found]
