"""Widths, orders and handles that a person moved, kept for the next time; lengths without the size of the type.

Owns what is kept and when: only what a hand changed. What is asked for and where it is stored is the caller's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import QByteArray, QObject, Qt, SignalInstance
from PySide6.QtWidgets import QHeaderView, QSplitter, QTableView

from legwork.i18n import mark, tr
from legwork.qt.core.commands import offer
from legwork.qt.core.theme import ThemeManager
from legwork.qt.core.view_state import ViewState

NARROWEST, WIDEST = 20, 2000
"""Of what is kept, in unscaled pixels: what a hand can want, and what a file that was tampered with may not."""


def keep_splitter(view: ViewState, key: str, splitter: QSplitter) -> None:
    """Give `splitter` the place that its handle had last, and remember where it is moved to."""
    kept = view.blob(key)
    if not kept.isEmpty():
        splitter.restoreState(kept)
    handle = _Handle(view, key, splitter)
    splitter.splitterMoved.connect(handle.keep)
    for place in range(splitter.count()):
        splitter.handle(place).setAccessibleName(tr("Divider"))
    for name, text, keys, step in _MOVES[splitter.orientation()]:
        offer(splitter, name, tr(text), keys, partial(handle.move, step))


def keep_length(
    view: ViewState, theme: ThemeManager, key: str, changed: SignalInstance, take: Callable[[int], object]
) -> None:
    """Hand `take` the length that `changed` told last, and remember what it tells from now on."""
    kept = view.number(key, 0)
    if NARROWEST <= kept <= WIDEST:
        take(theme.px(kept))
    changed.connect(lambda length: view.set_text(key, str(_unscaled(theme, length))))


def _unscaled(theme: ThemeManager, length: int) -> int:
    return round(length * 100 / max(theme.px(100), 1))


_STEP = 24
"""So far do keys move a divider at a time, in pixels."""

_MOVES = {
    Qt.Orientation.Horizontal: (
        ("divider_left", mark("Move the divider to the left"), "Alt+Shift+Left", -_STEP),
        ("divider_right", mark("Move the divider to the right"), "Alt+Shift+Right", _STEP),
    ),
    Qt.Orientation.Vertical: (
        ("divider_up", mark("Move the divider up"), "Alt+Shift+Up", -_STEP),
        ("divider_down", mark("Move the divider down"), "Alt+Shift+Down", _STEP),
    ),
}


class _Handle(QObject):
    """The divider of two parts."""

    def __init__(self, view: ViewState, key: str, splitter: QSplitter) -> None:
        super().__init__(splitter)
        self._view, self._key, self._splitter = view, key, splitter

    def move(self, step: int) -> None:
        """By keys; where one part is folded away there is nothing to divide."""
        before, behind = self._splitter.sizes()
        if before and behind:
            self._splitter.setSizes([before + step, behind - step])
            self.keep()

    def keep(self) -> None:
        self._view.set_blob(self._key, QByteArray(self._splitter.saveState()))


class KeptColumns(QObject):
    """The widths and the order of a table's columns, each by a name of its own without spaces."""

    def __init__(
        self,
        view: ViewState,
        theme: ThemeManager,
        table: QTableView,
        key: Callable[[], str],
        names: Callable[[], Sequence[str]],
    ) -> None:
        """key: under which they are kept now, "" for not at all. names: of the columns as they are now."""
        super().__init__(table)
        self._view, self._theme, self._key, self._names = view, theme, key, names
        self._header = table.horizontalHeader()
        self._quiet = False
        self._header.sectionResized.connect(self._on_resized)
        self._header.sectionMoved.connect(self._on_moved)

    @contextmanager
    def quiet(self) -> Iterator[None]:
        """While the program itself sets widths and places, nothing is kept."""
        before, self._quiet = self._quiet, True
        try:
            yield
        finally:
            self._quiet = before

    def restore(self) -> None:
        """Widths and order as they were left; columns that are new stay as they are."""
        names = list(self._names())
        with self.quiet():
            for at, width in self._widths(names).items():
                self._header.resizeSection(at, self._theme.px(width))
            for place, name in enumerate(one for one in self._order() if one in names):
                self._header.moveSection(self._header.visualIndex(names.index(name)), place)

    def _widths(self, names: list[str]) -> dict[int, int]:
        found = {}
        for one in self._view.names(f"{self._key()}/widths") or []:
            name, _, width = one.rpartition("=")
            if name in names and width.isdecimal() and NARROWEST <= int(width[:9]) <= WIDEST:
                found[names.index(name)] = int(width)
        return found

    def _order(self) -> list[str]:
        return list(dict.fromkeys(self._view.names(f"{self._key()}/order") or []))

    def _on_resized(self, at: int, _before: int, width: int) -> None:
        fixed = self._header.sectionResizeMode(at) is not QHeaderView.ResizeMode.Interactive
        names = list(self._names())
        if self._quiet or fixed or not width or not self._key() or at >= len(names):
            return
        key = f"{self._key()}/widths"
        kept = dict(one.rpartition("=")[::2] for one in self._view.names(key) or [])
        kept[names[at]] = str(_unscaled(self._theme, width))
        self._view.set_names(key, [f"{name}={kept_width}" for name, kept_width in kept.items()])

    def _on_moved(self) -> None:
        names = list(self._names())
        if self._quiet or not self._key() or len(names) != self._header.count():
            return
        shown = [names[self._header.logicalIndex(place)] for place in range(self._header.count())]
        # Those that are not there just now keep their place after the one that they stood behind.
        for at, name in enumerate(before := self._order()):
            if name not in shown:
                shown.insert(shown.index(before[at - 1]) + 1 if at and before[at - 1] in shown else 0, name)
        self._view.set_names(f"{self._key()}/order", shown)
