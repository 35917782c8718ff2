"""The menus of the window: which entries there are, in which order, and under which keys.

What they run is the window's. Made when the first data is shown, never before the first paint.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QMenuBar

from legwork.i18n import tr
from legwork.qt.core.commands import with_letters
from legwork.qt.widgets import menu_entries


@dataclass(frozen=True)
class Runs:
    """What the entries run. page: with the name of a page."""

    bring_in: Callable[[], object]
    take_out: Callable[[], object]
    review: Callable[[], object]
    report: Callable[[], object]
    own_data: Callable[[], object]
    sample: Callable[[], object]
    quit: Callable[[], object]
    page: Callable[[str], object]
    search: Callable[[], object]
    keys: Callable[[], object]
    fold: Callable[[], object]
    help: Callable[[], object]
    log: Callable[[], object]
    about: Callable[[], object]


def build(
    bar: QMenuBar, owner: QObject, stack: QUndoStack, pages: Sequence[tuple[str, str, str]], runs: Runs, *, sample: bool
) -> None:
    """Fill the bar anew. owner: of the entries of the history. pages: name, title and keys. sample: it is shown."""
    bar.clear()
    titles = tr("&File"), tr("&Edit"), tr("&View"), tr("&Help")
    file, edit, view, help_menu = (bar.addMenu(one) for one in with_letters(titles))
    menu_entries.add(file, tr("&Import…"), "Ctrl+I", runs.bring_in, "import")
    menu_entries.add(file, tr("&Export…"), "Ctrl+E", runs.take_out, "export")
    menu_entries.add(file, tr("&Your data and its copies"), "", lambda: runs.page("data"), "data")
    file.addSeparator()
    menu_entries.add(file, tr("Review of the week…"), "", runs.review, "review")
    menu_entries.add(file, tr("Progress report…"), "", runs.report, "report")
    file.addSeparator()
    if sample:
        menu_entries.add(file, tr("Back to my own data"), "", runs.own_data, "own_data")
    else:
        menu_entries.add(file, tr("Look around with a sample history"), "", runs.sample, "sample")
    file.addSeparator()
    menu_entries.add(file, tr("&Quit"), "Ctrl+Q", runs.quit, "quit")
    menu_entries.add_history(edit, stack, owner)
    edit.addSeparator()
    menu_entries.add(edit, tr("&Search…"), "Ctrl+K", runs.search, "search")
    for name, title, keys in pages:
        menu_entries.add(view, title, keys, _to(runs.page, name), f"page_{name}").setData(name)
    view.addSeparator()
    menu_entries.add(view, tr("Fold the rail"), "Ctrl+B", runs.fold, "fold_rail")
    menu_entries.add(help_menu, tr("Help"), "F1", runs.help, "help")
    menu_entries.add(help_menu, tr("&Keys"), "Ctrl+?", runs.keys, "keys")
    help_menu.addSeparator()
    menu_entries.add(help_menu, tr("&Log…"), "", runs.log, "log")
    menu_entries.add(help_menu, tr("&About Legwork"), "", runs.about, "about")


def _to(page: Callable[[str], object], name: str) -> Callable[[], object]:
    return lambda: page(name)
