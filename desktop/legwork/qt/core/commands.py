"""Commands: whatever a key, a menu or the search can do is a QAction on the widget that does it, nothing stands beside.

Owns how such an action is made and how those are found that hold now. The menus, the search and the overview of keys
are made from them, so none of the three can say anything that is not so. It must not know any page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar, QWidget

from legwork.i18n import tr

PAGE_LETTERS = frozenset("ACDJNPQRSW")
"""With Alt these are for pages; the titles of the menus take other letters, whatever language they are in."""

_TOLD, _WHOLE, _PART, _OURS = "told_keys", "whole", "part", "command"


class Command(NamedTuple):
    """What can be done. group: the menu, the page or the part of it. keys: as QKeySequence reads them.

    whole: what it and its neighbours do together, where one key each stands for a row of them; else as `text`.
    """

    group: str
    text: str
    whole: str
    keys: tuple[str, ...]
    action: QAction

    @property
    def runs(self) -> bool:
        """Whether it can be run from elsewhere; others only tell what a key does where the cursor is."""
        return not is_told(self.action)


def offer(
    widget: QWidget,
    name: str,
    text: str,
    keys: str | Sequence[str],
    run: Callable[[], object],
    *,
    window: bool = False,
    repeat: bool = True,
) -> QAction:
    """Let keys do something while the focus is in a widget. text: translated, and understood without its place.

    window: wherever the focus is in its window, as long as the widget is seen. repeat: while a key is held down.
    """
    action = _action(widget, name, text)
    action.setShortcuts([QKeySequence(one) for one in _several(keys)])
    inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
    action.setShortcutContext(Qt.ShortcutContext.WindowShortcut if window else inside)
    action.setAutoRepeat(repeat)
    action.triggered.connect(lambda: run())  # else "checked" would go into a default of it
    widget.addAction(action)
    return action


def offer_numbers(
    widget: QWidget,
    name: str,
    text: str,
    whole: str,
    keys: str,
    run: Callable[[int], object],
    numbers: Sequence[int],
    *,
    window: bool = False,
) -> None:
    """A row of commands by number. text and keys: with {number} in them. whole: as in `Command`."""
    for number in numbers:
        said, held = text.format(number=number), keys.format(number=number)
        made = offer(widget, f"{name}_{number}", said, held, partial(run, number), window=window, repeat=False)
        call_whole(made, whole)


def offer_undo(dialog: QWidget, undo: Callable[[], object], redo: Callable[[], object]) -> None:
    """The same keys as in the window, whose own do not reach through a dialog."""
    offer(dialog, "undo", tr("Undo"), "Ctrl+Z", undo, window=True)
    offer(dialog, "redo", tr("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), redo, window=True)


def call_whole(action: QAction, text: str) -> None:
    """What the overview calls an action whose own text says more, or one of a row."""
    action.setProperty(_WHOLE, text)


def tell(widget: QWidget, keys: str | Sequence[str], text: str) -> None:
    """Say what keys do that a widget takes by itself while the focus is in it."""
    several = _several(keys)
    action = _action(widget, f"told_{several[0]}", text)
    action.setProperty(_TOLD, list(several))
    widget.addAction(action)


def name_part(widget: QWidget, text: str) -> None:
    """What the part of the page is called in which these commands hold. text: translated, as "In a session"."""
    widget.setProperty(_PART, text)


def is_told(action: QAction) -> bool:
    """Whether it only tells what a key does."""
    return bool(action.property(_TOLD))


def keys_of(action: QAction) -> tuple[str, ...]:
    """Its keys as QKeySequence reads them, the usual one first."""
    told = action.property(_TOLD)
    return tuple(told) if told else tuple(one.toString() for one in action.shortcuts())


def owner_of(action: QAction) -> QWidget:
    """The widget that offers it."""
    found = action.parent()
    assert isinstance(found, QWidget)
    return found


def commands_of(window: QMainWindow) -> list[Command]:
    """What can be done now: on the page that is shown, in no named group, and by the menus."""
    page = window.centralWidget()
    return [*(commands_in(page, "") if page is not None else ()), *commands_in_menus(window.menuBar())]


def commands_in(root: QWidget, group: str, *, hidden: bool = False) -> list[Command]:
    """Those of a widget and of all inside it, those in no named part first. group: what these stand below.

    hidden: also of what is not seen.
    """
    found = []
    for action in root.findChildren(QAction):
        if not action.property(_OURS) or not (hidden or owner_of(action).isVisible()):
            continue
        found.append(Command(_part(action) or group, action.text(), _whole(action), keys_of(action), action))
    return sorted(found, key=lambda one: one.group != group)


def commands_in_menus(bar: QMenuBar) -> list[Command]:
    """The entries of the menus, each below the title of its menu."""
    return [
        Command(plain(menu.title()), plain(entry.text()), _whole(entry), keys_of(entry), entry)
        for menu in _menus(bar)
        for entry in menu.actions()
        if not entry.isSeparator()
    ]


def plain(text: str) -> str:
    """The text of a menu or an action without its marked letter."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def with_letters(titles: Sequence[str]) -> list[str]:
    """The titles of menus, each with the letter that opens it: the marked one, else the first that is free.

    The letters of pages are never free: with two meanings Qt would carry out neither. Who has least
    choice chooses first.
    """
    choices = {title: _letters(title) for title in titles}
    taken: set[str] = set()
    found: dict[str, int] = {}
    for title in sorted(titles, key=lambda one: len(choices[one])):
        letter = next((one for one in choices[title] if one not in taken), "")
        taken.add(letter)
        found[title] = choices[title].get(letter, -1)
    return [f"{bare[:at]}&{bare[at:]}" if (at := found[one]) >= 0 else bare for one in titles if (bare := plain(one))]


def _letters(title: str) -> dict[str, int]:
    """The letters of a title that may open it, the marked one first, and where each stands."""
    bare, at = plain(title), title.find("&")
    places = ([at] if 0 <= at < len(bare) else []) + list(range(len(bare)))
    found: dict[str, int] = {}
    for place in places:
        letter = bare[place].upper()
        if letter.isalpha() and letter not in PAGE_LETTERS:
            found.setdefault(letter, place)
    return found


def _menus(bar: QMenuBar) -> Iterator[QMenu]:
    for one in bar.actions():
        menu = one.menu()
        if isinstance(menu, QMenu):
            yield menu


def _action(widget: QWidget, name: str, text: str) -> QAction:
    made = QAction(text, widget)
    made.setObjectName(f"action_{name}")
    made.setProperty(_OURS, True)
    return made


def _whole(action: QAction) -> str:
    return str(action.property(_WHOLE) or plain(action.text()))


def _several(keys: str | Sequence[str]) -> tuple[str, ...]:
    return (keys,) if isinstance(keys, str) else tuple(keys)


def _part(action: QAction) -> str:
    around: QWidget | None = owner_of(action)
    while around is not None:
        named = around.property(_PART)
        if isinstance(named, str):
            return named
        around = around.parentWidget()
    return ""
