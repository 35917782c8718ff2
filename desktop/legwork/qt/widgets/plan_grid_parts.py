"""What can be done in the plan's grid with whole sessions, weeks and blocks.

Owns turning a choice into an edit with its name, as `plan_grid_commands` does for cells and lines.
"""

from __future__ import annotations

from collections.abc import Callable

from legwork.domain.plan import part_edits
from legwork.domain.plan.edits import duplicate, remove
from legwork.domain.plan.model import Block, BlockKind, Level, Plan, Weekday
from legwork.i18n import ntr, tr
from legwork.qt.models.plan_table import PlanTableModel, block_title

Ask = Callable[[Callable[[Plan], Plan], str], None]
"""Takes a change and its translated name."""


class PartCommands:
    """Each function asks for one edit. place: of a session, from 0. column: of a week, from 0."""

    def __init__(self, model: PlanTableModel, ask: Ask) -> None:
        self._model, self._ask = model, ask

    def begin(self) -> None:
        """Give an empty plan weeks and a session."""
        fresh, name = self._model.fresh, tr("Session {number}", number=1)
        self._ask(lambda plan: part_edits.begun(plan, name, fresh), tr("Begin the plan"))

    def add_session(self, place: int) -> None:
        """A session in every week, as the `place`-th."""
        fresh = self._model.fresh
        taken = {one.first.name for one in self._model.grid.places}
        numbers = range(len(taken) + 1, len(taken) + 10)
        name = next(one for number in numbers if (one := tr("Session {number}", number=number)) not in taken)
        self._ask(lambda plan: part_edits.session_added(plan, place, name, fresh), tr("Add {session}", session=name))

    def remove_session(self, place: int) -> None:
        """Take a session out of all weeks."""
        label = tr("Remove {session}", session=self._model.place_name(place))
        self._ask(lambda plan: part_edits.session_removed(plan, place), label)

    def rename_session(self, place: int, name: str) -> None:
        """Another name for a session in all weeks."""
        self._ask(lambda plan: part_edits.session_named(plan, place, name), tr("Rename session"))

    def session_on(self, place: int, weekday: Weekday | None) -> None:
        """Another weekday for a session in all weeks; None for any."""
        label = tr("Change weekday of {session}", session=self._model.place_name(place))
        self._ask(lambda plan: part_edits.session_on(plan, place, weekday), label)

    def move_session(self, place: int, gap: int) -> None:
        """Move a session to a gap between the sessions."""
        label = tr("Move {session}", session=self._model.place_name(place))
        self._ask(lambda plan: part_edits.session_moved(plan, place, gap), label)

    def copy_session(self, place: int, gap: int) -> None:
        """Put a copy of a session into a gap between the sessions."""
        fresh, own = self._model.fresh, self._model.place_name(place)
        taken = {one.first.name for one in self._model.grid.places}
        names = (tr("{name} ({number})", name=own[:70], number=number) for number in range(2, 20))
        name = next(one for one in names if one not in taken)
        label = tr("Duplicate {session}", session=own)
        self._ask(lambda plan: part_edits.session_copied(plan, place, gap, name, fresh), label)

    def add_week(self, column: int, *, after: bool) -> None:
        """A week without exercises beside another one."""
        fresh, week_id = self._model.fresh, self._week_id(column)
        self._ask(lambda plan: part_edits.week_added(plan, week_id, fresh, after=after), tr("Insert week"))

    def duplicate_weeks(self, columns: tuple[int, ...]) -> None:
        """Copies of weeks behind the last of them."""
        fresh, ids = self._model.fresh, tuple(self._week_id(one) for one in columns)
        label = ntr("Duplicate {count} week", "Duplicate {count} weeks", len(ids))
        self._ask(lambda plan: part_edits.weeks_doubled(plan, ids, fresh), label)

    def remove_weeks(self, columns: tuple[int, ...]) -> None:
        """Take weeks out."""
        ids = [self._week_id(one) for one in columns]

        def change(plan: Plan) -> Plan:
            for one in ids:
                plan = part_edits.week_removed(plan, one)
            return plan

        self._ask(change, ntr("Remove {count} week", "Remove {count} weeks", len(ids)))

    def step_week(self, column: int, by: int) -> None:
        """Move a week one to the left or right."""
        week_id = self._week_id(column)
        if 0 <= column + by < len(self._model.grid.columns):
            label = tr("Move week {number}", number=column + 1)
            self._ask(lambda plan: part_edits.week_stepped(plan, week_id, by), label)

    def move_week(self, week_id: int, beside: int, *, after: bool, copy: bool) -> None:
        """Move a week to the side of another one, or put a copy there."""
        fresh = self._model.fresh if copy else None
        label = tr("Copy week") if copy else tr("Move week")
        self._ask(lambda plan: part_edits.week_moved(plan, week_id, beside, after=after, fresh=fresh), label)

    def block_from(self, column: int, kind: BlockKind) -> None:
        """Begin a block with a week."""
        fresh, week_id = self._model.fresh, self._week_id(column)
        label = tr("New block from week {number}", number=column + 1)
        self._ask(lambda plan: part_edits.block_from(plan, week_id, fresh, kind), label)

    def block_kind(self, block: Block, kind: BlockKind) -> None:
        """Another kind for a block."""
        label = tr("Change kind of {block}", block=block_title(block))
        self._ask(lambda plan: part_edits.block_changed(plan, block.id, kind=kind), label)

    def rename_block(self, block: Block, name: str) -> None:
        """Another name for a block."""
        self._ask(lambda plan: part_edits.block_changed(plan, block.id, name=name), tr("Rename block"))

    def join_block(self, block: Block) -> None:
        """Join a block with the one before it."""
        self._ask(lambda plan: part_edits.block_joined(plan, block.id), tr("Join blocks"))

    def duplicate_block(self, block: Block) -> None:
        """A copy right behind a block."""
        fresh, label = self._model.fresh, tr("Duplicate {block}", block=block_title(block))
        self._ask(lambda plan: duplicate(plan, Level.BLOCK, block.id, fresh), label)

    def remove_block(self, block: Block) -> None:
        """Take a block out with its weeks."""
        label = tr("Remove {block}", block=block_title(block))
        self._ask(lambda plan: remove(plan, Level.BLOCK, block.id), label)

    def move_block(self, block_id: int, gap: int, *, copy: bool) -> None:
        """Move a block to a gap between the blocks, or put a copy there."""
        fresh = self._model.fresh if copy else None
        label = tr("Copy block") if copy else tr("Move block")
        self._ask(lambda plan: part_edits.block_moved(plan, block_id, gap, fresh=fresh), label)

    def _week_id(self, column: int) -> int:
        return self._model.grid.columns[column].week.id
