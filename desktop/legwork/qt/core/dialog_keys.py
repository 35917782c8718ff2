"""The keys of what is not always there: of dialogs, and of a cell while it is typed.

A page can be built to read its keys from it; a dialog cannot, without what it is about. So its keys stand here: it
offers them from this list, and the overview of keys reads the same one. What they do is for the dialogs.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from legwork.i18n import mark, tr
from legwork.qt.core.commands import offer, offer_numbers


class DialogKeys(NamedTuple):
    """part: where they hold. text: what is done there, understood without its place. Both marked for translation."""

    part: str
    name: str
    text: str
    keys: tuple[str, ...]

    @property
    def row(self) -> tuple[str, str, tuple[str, ...]]:
        """Name, translated text and keys, as whatever offers them wants them."""
        return self.name, tr(self.text), self.keys

    def offer(self, dialog: QWidget, run: Callable[[], object], *, repeat: bool = True) -> QAction:
        """Let them hold wherever the focus is in a dialog."""
        return offer(dialog, *self.row, run, window=True, repeat=repeat)


_QUESTIONS = mark("In questions")
_DIGITS = tuple(str(number) for number in range(1, 10))
PICK = DialogKeys(_QUESTIONS, "pick", mark("Pick an answer by its number"), _DIGITS)
UP = DialogKeys(_QUESTIONS, "up", mark("To the answer above"), ("Up",))
DOWN = DialogKeys(_QUESTIONS, "down", mark("To the answer below"), ("Down",))
NEXT = DialogKeys(_QUESTIONS, "next", mark("To the next question"), ("Right",))
BEFORE = DialogKeys(_QUESTIONS, "back", mark("To the question before"), ("Left", "Backspace"))
ASIDE = DialogKeys(mark("In a self-check"), "aside", mark("To the other side"), ("Left", "Right"))

_PAPER = mark("In a print preview")
PRINT = DialogKeys(_PAPER, "print", mark("Print…"), ("Ctrl+P",))
SAVE_PDF = DialogKeys(_PAPER, "save", mark("Save as PDF…"), ("Ctrl+S",))

_REVIEW = mark("In the weekly review")
REVIEW_PRINT = DialogKeys(_REVIEW, "print", mark("Print the review"), ("Ctrl+P",))
REVIEW_BACK = DialogKeys(_REVIEW, "week_back", mark("The check-in before"), ("Alt+Left",))
REVIEW_ON = DialogKeys(_REVIEW, "week_on", mark("The check-in after"), ("Alt+Right",))

_NAMES = mark("In the names of an import")
NAMES_FIND = DialogKeys(_NAMES, "find", mark("Search the names"), ("Ctrl+F",))
NAMES_CHOOSE = DialogKeys(_NAMES, "choose", mark("Choose the exercise that is meant"), ("Enter", "Return"))
NAMES_OWN = DialogKeys(_NAMES, "own", mark("Keep it as an exercise of my own"), ("O",))
NAMES_MUSCLES = DialogKeys(
    _NAMES, "muscles", mark("Choose the muscles of an own exercise"), ("Shift+Enter", "Shift+Return")
)
NAMES_OUT = DialogKeys(_NAMES, "delete", mark("Leave it out"), ("Del",))
_IMPORT = mark("In the preview of an import")
ODD_OUT = DialogKeys(_IMPORT, "delete", mark("Leave out"), ("Del",))
ANSWER_BACK = DialogKeys(_IMPORT, "undo", mark("Take the last answer back"), ("Ctrl+Z",))

_LIFTS = mark("In the list of lifts")
LIFT_CHANGE = DialogKeys(_LIFTS, "change", mark("Change the set"), ("Enter", "Return"))
LIFT_REMOVE = DialogKeys(_LIFTS, "delete", mark("Remove the set"), ("Del", "Backspace"))
SETS_OPEN = DialogKeys(mark("In the sets behind a number"), "open", mark("Open the workout"), ("Enter", "Return"))
PROGRAMME_DELETE = DialogKeys(mark("In the programme changes"), "delete", mark("Delete the change"), ("Del",))

LOG_FIND = DialogKeys(mark("In the log of the program"), "find", mark("Search the log"), ("Ctrl+F",))
_LICENCES = mark("In the licences")
LICENCES_FIND = DialogKeys(_LICENCES, "find", mark("Search the licences"), ("Ctrl+F",))
LICENCES_NEXT = DialogKeys(_LICENCES, "find_next", mark("To the next place found"), ("F3", "Ctrl+G"))
_OVERVIEW = mark("In this overview")
KEYS_FIND = DialogKeys(_OVERVIEW, "find", mark("Search the keys"), ("Ctrl+F",))
KEYS_PRINT = DialogKeys(_OVERVIEW, "print", mark("Print the keys"), ("Ctrl+P",))

_CELL = mark("While a cell of the plan is typed")
_TYPING = (
    DialogKeys(_CELL, "take", mark("Keep it, and go down or up"), ("Enter", "Shift+Enter")),
    DialogKeys(_CELL, "aside", mark("Keep it, and go to the cell beside it"), ("Tab", "Shift+Tab")),
    DialogKeys(_CELL, "suggestion", mark("Through what could come next"), ("Down", "Up")),
    DialogKeys(_CELL, "leave", mark("Leave it as it was"), ("Esc",)),
)
"""What the field itself takes."""

IN_DIALOGS = (
    *_TYPING, PICK, UP, DOWN, NEXT, BEFORE, ASIDE, PRINT, SAVE_PDF, REVIEW_PRINT, REVIEW_BACK, REVIEW_ON, NAMES_FIND,
    NAMES_CHOOSE, NAMES_OWN, NAMES_MUSCLES, NAMES_OUT, ODD_OUT, ANSWER_BACK, LIFT_CHANGE, LIFT_REMOVE, SETS_OPEN,
    PROGRAMME_DELETE, LOG_FIND, LICENCES_FIND, LICENCES_NEXT, KEYS_FIND, KEYS_PRINT,
)  # fmt: skip
"""All of them, as the overview lists them."""


def offer_picks(dialog: QWidget, run: Callable[[int], object]) -> None:
    """The digits pick an answer."""
    said = tr("Pick answer {number}"), tr(PICK.text)
    offer_numbers(dialog, PICK.name, *said, "{number}", run, [int(one) for one in PICK.keys], window=True)


def offer_steps(dialog: QWidget, up: Callable[[], object], down: Callable[[], object]) -> None:
    """From answer to answer."""
    UP.offer(dialog, up)
    DOWN.offer(dialog, down)
