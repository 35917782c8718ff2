"""What the command search can find: one small function for each kind, made from what there is already.

Owns how a thing becomes an entry. The first ones are made in the window's thread within a frame; exercises, plans and
help are read in the background.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QPushButton, QStackedWidget, QWidget
from shiboken6 import isValid

from legwork.i18n import tr
from legwork.qt.core.commands import Command, commands_in, commands_in_menus, plain
from legwork.qt.core.context import Context
from legwork.qt.dialogs.search_words import other_words, words_of_help
from legwork.qt.widgets.keys import shares_keys
from legwork.services.finding import Entry

if TYPE_CHECKING:
    from legwork.services.people import Person
    from legwork.services.profile import Profile

Go = Callable[[str], object]
"""Shows a page, and after a slash what is wanted of it."""


class Place(Protocol):
    """A page as it is found: title and the texts of its wishes are marked for translation."""

    @property
    def name(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def keys(self) -> str: ...
    @property
    def wishes(self) -> tuple[tuple[str, str], ...]:
        """What can be wanted of it: as its page understands it, and what that does."""


def at_once(window: QMainWindow, context: Context, places: Sequence[Place], go: Go, shown: str) -> list[Entry]:
    """What is known without reading anything: commands, buttons, pages, people, sites. shown: the name of the page."""
    shown = next((tr(one.title) for one in places if one.name == shown), "")
    page, nobody = window.centralWidget(), context.person is None
    found = [*_commands(commands_in(page, shown)), *_buttons(page, shown)] if page is not None else []
    found += _pages(places, go, nobody=nobody)
    found += _people(context)
    if context.person is not None:
        found += _sites(context.person, go)
    found += _commands(commands_in_menus(window.menuBar()))
    return found


def read(profile: Profile, person: Person | None, go: Go) -> list[Entry]:
    """What has to be read: plans, exercises, help."""
    from legwork.services.help_topics import topics
    from legwork.services.own_exercises import catalogue_of
    from legwork.services.plans import plans_of

    found = []
    if person is not None:
        for info in plans_of(profile, person.id):
            named = info.name or tr("Plan without a name")
            found.append(_going(tr("Plan"), named, f"plan/show/{info.id}", go))
        for one in catalogue_of(profile, person.id).exercises:
            more = " ".join((one.name, *one.aliases))
            found.append(_going(tr("Exercise"), one.label, f"plan/exercise/{one.key}", go, more))
    for topic in topics():
        for at, section in enumerate(topic.sections):
            said = section.title if at == 0 else tr("{heading} ({topic})", heading=section.title, topic=topic.title)
            more = words_of_help(topic.name, section.anchor)
            found.append(_going(tr("Help"), said, f"help/{topic.name}#{at}", go, more))
    return found


def _commands(commands: Iterable[Command]) -> Iterator[Entry]:
    for one in commands:
        if one.runs and one.action.isEnabled() and one.action.isVisible() and not _is_page(one):
            key = f"command/{one.action.objectName()}"
            yield Entry(one.group, plain(one.text), key, partial(_trigger, one), one.keys, other_words(key))


def _is_page(command: Command) -> bool:
    """The entries of the View menu that lead to pages are found as pages."""
    return command.action.objectName().startswith("action_page_")


def _trigger(command: Command) -> None:
    if isValid(command.action) and command.action.isEnabled():
        command.action.trigger()


def _buttons(page: QWidget, title: str) -> Iterator[Entry]:
    """The buttons that are seen now, by what they say to a screen reader."""
    pages = page.findChild(QStackedWidget, "pages")  # beside them stand banners, which the menus offer as well
    seen = pages.currentWidget() if pages is not None else None
    for one in (seen or page).findChildren(QPushButton):
        text = one.accessibleName() or one.text()
        there = text and one.isVisible() and one.isEnabled() and one.menu() is None and one.objectName()
        if there and not shares_keys(one):  # else its command is found
            yield Entry(title, text.replace("&&", "&"), f"button/{one.objectName()}", partial(_click, one))


def _click(button: QPushButton) -> None:
    if isValid(button) and button.isEnabled():
        button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        button.click()


def _pages(places: Sequence[Place], go: Go, *, nobody: bool) -> Iterator[Entry]:
    known = [one for one in places if not nobody or one.name in ("data", "help")]
    for one in known:
        key = f"go/{one.name}"
        yield Entry(tr("Page"), tr(one.title), key, partial(go, one.name), (one.keys,), other_words(key))
    for one in () if nobody else known:
        for wish, text in one.wishes:
            yield _going(tr(one.title), tr(text), f"{one.name}/{wish}", go)


def _people(context: Context) -> Iterator[Entry]:
    for one in context.people:
        if context.person is None or one.uid != context.person.uid:
            yield Entry(tr("Person"), one.name, f"person/{one.uid}", partial(context.look_at, one.uid))


def _sites(person: Person, go: Go) -> Iterator[Entry]:
    for spot in person.spots:
        yield _going(tr("Measure"), person.label(spot), f"measure/focus/reading_{spot}", go)


def _going(kind: str, text: str, target: str, go: Go, more: str = "") -> Entry:
    key = f"go/{target}"
    return Entry(kind, text, key, partial(go, target), more=more or other_words(key))
