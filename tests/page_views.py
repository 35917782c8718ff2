"""Every way in which a page can be looked at, one after the other, and every dialog, shown and settled."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QPushButton, QWidget

from legwork.qt.page_list import PAGES
from legwork.qt.widgets.fold import FoldHeader
from program_driver import Desk

sys.path.append(str(Path(__file__).parent / "tour"))
from dialogs import dialogs_on_sample


def views(desk: Desk, page: str) -> Iterator[str]:
    """The ways in which a page can be looked at, one after the other."""
    yield page
    if page == "charts":
        for view in ("goals", "calendar", "dose"):
            desk.page.show_view(view)  # type: ignore[attr-defined]
            desk.settle()
            yield f"{page}, {view}"
        desk.page.show_view("time")  # type: ignore[attr-defined]
    if page == "plan":
        for place in (1, 2):
            desk.page.desk.tabs.setCurrentIndex(place)  # type: ignore[attr-defined]
            desk.settle()
            yield f"{page}, panel {place + 1}"


def all_views(desk: Desk) -> Iterator[str]:
    """Every page in each way, and then what opens on it only when it is asked for."""
    for page in (one.name for one in PAGES):
        desk.window.show_page(page)
        desk.settle()
        yield from views(desk, page)
        yield from _opened(desk, page)


def _opened(desk: Desk, page: str) -> Iterator[str]:
    if not desk.context.sample:
        return
    if page == "charts":
        desk.click("layout_apart")
        desk.settle()
        yield "charts, apart"
        for view in ("goals", "calendar"):
            desk.page.show_view(view)  # type: ignore[attr-defined]
            yield from _folds_open(desk, f"{page}, {view}")
    if page == "plan":
        desk.click("plan_show_session")
        desk.settle()
        yield "plan, one session"
        desk.click("plan_show_weeks")
        desk.page.desk.tabs.setCurrentIndex(0)  # type: ignore[attr-defined]
    if page == "train":
        for one in desk.window.findChildren(QPushButton, "train_free"):
            one.click()  # there is none while a workout is in progress
        desk.settle()
        yield "train, a workout"
    if page in ("balance", "food", "plan"):
        yield from _folds_open(desk, page)


def _folds_open(desk: Desk, where: str) -> Iterator[str]:
    desk.settle()
    for fold in desk.window.current_page().findChildren(FoldHeader):  # type: ignore[union-attr]
        if fold.isVisible():
            fold.setChecked(True)
    desk.settle()
    yield f"{where}, folds open"


def all_dialogs(desk: Desk) -> Iterator[tuple[str, QWidget]]:
    """Every dialog that opens on the sample, one after the other, with all it shows."""
    for name, dialog in dialogs_on_sample(desk.program).items():
        dialog.show()
        desk.settle()
        desk.qtbot.waitUntil(lambda shown=dialog: not getattr(shown, "busy", False), timeout=30_000)
        dialog.activateWindow()
        desk.settle()
        yield name, dialog
        dialog.close()
