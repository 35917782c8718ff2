"""One-line questions beside the plan's grid: names, supersets, progressions and notes.

Owns the wording and the reading of the answers. It must not change the plan: the commands do.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from legwork.domain.plan.cells import parse_cell
from legwork.domain.plan.completion import complete, with_piece
from legwork.domain.plan.line_edits import group_letter, parse_group
from legwork.domain.plan.model import MAX_NAME, Entry
from legwork.domain.plan.prescription import MAX_NOTE, one_line
from legwork.domain.plan.rules import parse_rule, shown_rule
from legwork.domain.units import UnitSystem
from legwork.errors import UserError
from legwork.i18n import tr
from legwork.qt.widgets.line_ask import LineAsk
from legwork.qt.widgets.line_editor import Typing

if TYPE_CHECKING:
    from legwork.qt.widgets.plan_grid import PlanGrid

RULES = (
    "fixed", "linear +2.5kg", "double 8-12 +2.5kg", "sum 30 +2.5kg", "undulating heavy-light-medium +2.5kg",
    "wave 70,75,80,60%",
)  # fmt: skip
"""One example of each rule."""


def cell_typing(said: str, units: UnitSystem) -> Typing:
    """How a cell is typed."""
    return Typing(
        said,
        lambda text: parse_cell(text, units) if text.strip() else None,
        lambda text: complete(text, units),
        lambda text, piece: with_piece(text, piece, units),
        tr("like 3x8-12 @2 RIR"),
    )


def rule_typing(said: str) -> Typing:
    """How a progression is typed."""
    return Typing(said, parse_rule, suggested_rules, placeholder=_shown()[2])


def suggested_rules(text: str) -> tuple[str, ...]:
    """The examples that begin as the text does."""
    begun = " ".join(text.split()).casefold()
    return tuple(one for one in _shown() if one.startswith(begun) and one != begun)


def _shown() -> tuple[str, ...]:
    return tuple(shown_rule(parse_rule(one)) for one in RULES)


def name_typing(said: str, placeholder: str = "") -> Typing:
    """How a name is typed."""
    return Typing(said, read_name, placeholder=placeholder)


def note_typing(said: str) -> Typing:
    """How a note is typed."""
    return Typing(said, read_note, placeholder=tr("one line, nothing for none"))


def group_typing(said: str) -> Typing:
    """How the letter of a superset is typed."""
    return Typing(said, parse_group, placeholder=tr("A to Z, nothing for none"))


def read_name(text: str) -> str:
    """A typed name. Raises UserError when it is too long."""
    name = " ".join(text.split())
    if len(name) > MAX_NAME:
        raise UserError(tr("A name can have {most} letters: make it shorter.", most=MAX_NAME))
    return name


def read_note(text: str) -> str:
    """A typed note. Raises UserError when it is too long."""
    if len(" ".join(text.split())) > MAX_NOTE:
        raise UserError(tr("A note can have {most} letters: make it shorter.", most=MAX_NOTE))
    return one_line(text)


class GridAsks:
    """Asks beside the current cell or head."""

    def __init__(self, grid: PlanGrid) -> None:
        self._grid = grid
        self.frame = LineAsk(grid.theme, "plan_ask")
        grid.destroyed.connect(self.frame.deleteLater)  # it is a child of the window once it was shown

    def group(self) -> None:
        """The superset of the chosen exercises, from the chosen week on."""
        entries = self._entries()
        if entries:
            said = tr("Superset")
            self._ask(
                said, group_typing(said), group_letter(entries[0].group),
                tr("Exercises of a session with the same letter are done in turns."),
                lambda text: self._grid.commands.set_group(entries, parse_group(text)),
            )  # fmt: skip

    def rule(self) -> None:
        """The progression of the chosen exercises, from the chosen week on."""
        entries = self._entries()
        if entries:
            said = tr("Progression")
            examples = " | ".join(_shown())
            hint = tr("For example: {examples}. Fill right carries it through the weeks.", examples=examples)
            self._ask(
                said, rule_typing(said), shown_rule(entries[0].rule), hint,
                lambda text: self._grid.commands.set_rule(entries, parse_rule(text)),
            )  # fmt: skip

    def note(self) -> None:
        """The note of the chosen exercises, from the chosen week on."""
        entries = self._entries()
        if entries:
            said = tr("Note")
            self._ask(
                said, note_typing(said), entries[0].note, tr("It stays with the exercise from this week on."),
                lambda text: self._grid.commands.set_note(entries, read_note(text)),
            )  # fmt: skip

    def session_name(self) -> None:
        """The name of the current session, in all weeks."""
        grid = self._grid
        place = grid.table.rows[grid.choice().row].place
        said, now = tr("Name of the session"), grid.table.grid.places[place].first.name
        self._ask(said, name_typing(said), now, "", lambda text: grid.parts.rename_session(place, read_name(text)))

    def block_name(self, place: int) -> None:
        """The name of a block."""
        grid = self._grid
        block, said = grid.table.grid.plan.blocks[place], tr("Name of the block")
        self.frame.ask(
            said, name_typing(said), block.name, "", grid.week_head.viewport(), grid.week_head.block_rect(place),
            lambda text: grid.parts.rename_block(block, read_name(text)),
        )  # fmt: skip

    def _entries(self) -> list[Entry]:
        return self._grid.commands.following(self._grid.choice())

    def _ask(self, heading: str, typing: Typing, text: str, hint: str, run: Callable[[str], None]) -> None:
        grid = self._grid
        place = grid.visualRect(grid.currentIndex())
        self.frame.ask(heading, typing, text, hint, grid.viewport(), place, run)
