"""The sheet of one workout: its exercises one below the other, a field to add another, and a note at the end.

Owns the order in which the cursor goes, extra lines and warm-ups that are shown but not done, and turning what is
typed into pure changes. It must not touch the runner or the store: whoever listens applies a change and shows the next
state.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QVBoxLayout, QWidget

from legwork.domain.exercise_names import Catalogue
from legwork.domain.log.model import MOST_FELT, Workout
from legwork.domain.log.sets import LoggedKind
from legwork.domain.log.sheet import Line, Sets, first_place, next_place, on_lines, opened
from legwork.domain.log.workout_edits import together, with_exercise, with_sets
from legwork.domain.units import UnitSystem
from legwork.i18n import tr
from legwork.qt.core.commands import offer, offer_numbers
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.layout import column, leaves_undo_to_window, scrolled
from legwork.qt.widgets.train_arrange import Arranging
from legwork.qt.widgets.train_exercise import WISHES, ExerciseCard
from legwork.services.set_words import line_words
from legwork.services.train_order import WISHES as ORDER
from legwork.services.train_order import possible
from legwork.services.train_sheet import ExerciseFacts, sheet_of

_NARROW = 560
"""Below this width last time's numbers are in the fields only."""


class TrainSheet(QWidget):
    """Shows a workout; `show_workout` brings each next state."""

    edit_asked = Signal(object, str)
    """A pure change, Workout -> Workout, and its translated name."""
    current_changed = Signal(int)
    """The exercise (its place) that the cursor is in."""
    set_done = Signal(int)
    """A working set of this exercise was just done."""
    all_done = Signal()
    """Enter, and nothing is to do any more."""
    read = Signal()
    """Something that could not be read was mended, emptied or given back, and nothing else is left."""
    swap_asked = Signal(int)
    ramp_asked = Signal(int)

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self._theme = theme
        self.workout: Workout | None = None
        """What is shown; None before the first and between two workouts."""
        self.facts: tuple[ExerciseFacts, ...] = ()
        """Of its exercises."""
        self._lines: tuple[tuple[Line, ...], ...] = ()
        self._extra: dict[tuple[str, int], int] = {}
        self._ramps: dict[tuple[str, int], Sets] = {}
        self._units = UnitSystem.METRIC
        self._current = -1
        self._asking: tuple[int, int] | None = None
        self.cards: list[ExerciseCard] = []
        self.before: QWidget | None = None
        """What Tab comes from."""
        self._stops: list[QWidget] = []
        self.setObjectName("train_sheet")
        self.arranging = Arranging(self, theme)
        self.add = self.arranging.add
        self.note = QPlainTextEdit()
        self.note.setObjectName("train_note")
        self.note.setAccessibleName(tr("Note on this workout"))
        self.note.setPlaceholderText(tr("Note: slept badly, new shoes, a sore knee"))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(theme.px(56))
        self.note.installEventFilter(self)
        self._lay_out()
        self._add_keys()

    @property
    def current(self) -> int:
        """The exercise that the cursor is in, or was in last; -1 for none."""
        return self._current if self._current < len(self.cards) else -1

    @property
    def lines(self) -> tuple[tuple[Line, ...], ...]:
        """The lines as they are shown, by exercise."""
        return self._lines

    def put_away(self) -> None:
        """What is shown next is another workout: what was added to the sheet of this one goes."""
        self.workout = None
        self._extra, self._ramps, self._current = {}, {}, -1
        self.arranging.put_away()
        for card in self.cards:
            card.put_away()

    def show_workout(
        self, workout: Workout, facts: Sequence[ExerciseFacts], units: UnitSystem, catalogue: Catalogue
    ) -> None:
        """Show a workout, or the next state of it."""
        other = self.workout is None
        self.workout, self.facts, self._units = workout, tuple(facts), units
        keys = self._keys()
        self._lines = sheet_of(
            workout, facts, [self._extra.get(one, 0) for one in keys], [self._ramps.get(one, ()) for one in keys]
        )
        self._count(len(workout.exercises))
        for place, (card, one) in enumerate(zip(self.cards, workout.exercises, strict=True)):
            card.show_exercise(one, facts[place], self._lines[place], units)
            card.show_felt(bool(one.sets))
            card.show_turn(facts[place].letter)
            card.show_possible(possible(workout, place))
        self.arranging.show_catalogue(catalogue)
        self.put_in_order()
        if other:
            self._current = -1
            self.area.verticalScrollBar().setValue(0)
        if other or not self.note.document().isModified():
            self.note.setPlainText(workout.note)
            self.note.document().setModified(False)

    def focus_next(self) -> bool:
        """Put the cursor where the next set goes; False when nothing is to do."""
        if not self._lines:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        here, groups = self.current, self._groups()
        spot = first_place(self._lines, groups) if here < 0 else next_place(self._lines, groups, here)
        if spot is None:
            return False
        self._focus(*spot)
        return True

    def focus_exercise(self, place: int) -> None:
        """Put the cursor into an exercise: its first line that is to do, else its last."""
        if 0 <= place < len(self._lines) and self._lines[place]:
            lines = self._lines[place]
            self._focus(place, next((at for at, one in enumerate(lines) if not one.done), len(lines) - 1))

    def go_to(self, place: int) -> None:
        """The same where exercises came, went or changed their order: what stands beside is shown anew."""
        self._current = -1
        self.focus_exercise(place)
        self._on_entered(place)  # where the cursor was there already

    def focus_last(self) -> None:
        """Put the cursor into the last line of all."""
        if self.cards:
            self._focus(len(self.cards) - 1, len(self._lines[-1]) - 1)

    def offer_ramp(self, place: int, ramp: Sets) -> None:
        """Show these warm-up sets above an exercise, to be done or passed."""
        self._ramps[self._keys()[place]] = ramp
        self._again()
        self.focus_exercise(place)

    def put_in_order(self) -> None:
        """Tab goes from above to below, also through what came later."""
        stops: list[QWidget] = [] if self.before is None else [self.before]
        for place, card in enumerate(self.cards):
            stops += [*card.stops, self.add] if place == self.arranging.below else card.stops
        stops += [self.note] if self.arranging.below is not None else [self.add, self.note]
        if stops != self._stops:
            self._stops = stops
            for one, other in pairwise(stops):
                QWidget.setTabOrder(one, other)

    def refuse(self, sentence: str) -> None:
        """The change that was just asked for was refused: say so where it was typed."""
        if self._asking is not None:
            place, at = self._asking
            self.cards[place].lines[at].field.not_kept(sentence)

    def commit(self) -> bool:
        """Take over what is typed anywhere. False when something cannot be read."""
        for card in list(self.cards):
            for line in list(card.lines):
                line.field.commit()
            card.commit_note()
        self._commit_note()
        return not self.unread

    @property
    def unread(self) -> bool:
        """Whether something that is typed could not be taken."""
        return any(line.field.unread for card in self.cards for line in card.lines)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= self._theme.px(_NARROW)
        for card in self.cards:
            card.show_last(wide)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.note:
            if event.type() == QEvent.Type.FocusOut:
                self._commit_note()
            elif not self.note.document().isModified() and leaves_undo_to_window(event):
                return True
        return super().eventFilter(watched, event)

    # How it is laid out

    def _lay_out(self) -> None:
        px = self._theme.px
        self._column = column(spacing=px(12))
        content = QWidget()
        whole = column(self._column, self.add, self.note, None, spacing=px(12))
        self.arranging.lay_out(self._column, whole)
        whole.setContentsMargins(0, 0, px(8), 0)
        content.setLayout(whole)
        self.area = scrolled(content, "train_area", tr("Exercises of this workout"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.area)

    def _add_keys(self) -> None:
        felt, whole = tr("The exercise was felt: {number}"), tr("How the exercise was felt")
        offer_numbers(self, "felt", felt, whole, "Alt+{number}", self._felt_here, range(MOST_FELT + 1))
        for wish, text, keys in WISHES:
            offer(self, wish, tr(text), keys, partial(self._wish_here, wish))
        offer(self, "on", tr("To the next exercise"), "PgDown", partial(self._step_exercise, 1))
        offer(self, "back", tr("To the exercise before"), "PgUp", partial(self._step_exercise, -1))
        offer(self, "add", tr("Add an exercise"), "Alt+A", partial(self.arranging.open_add, None))

    def _count(self, count: int) -> None:
        while len(self.cards) > count:
            gone = self.cards.pop()
            for line in gone.lines:
                line.field.blockSignals(True)
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self.cards) < count:
            place = len(self.cards)
            card = ExerciseCard(self._theme, place)
            card.put_asked.connect(partial(self._on_put, place))
            card.went_on.connect(partial(self._on_went_on, place))
            card.stepped.connect(partial(self._on_stepped, place))
            card.felt_picked.connect(partial(self._on_felt, place))
            card.noted.connect(partial(self._on_noted, place))
            card.wished.connect(partial(self._on_wish, place))
            card.entered.connect(partial(self._on_entered, place))
            card.read.connect(self._on_read)
            card.show_last(self.width() >= self._theme.px(_NARROW))
            self._column.addWidget(card)
            self.cards.append(card)

    # What the person does

    def _on_put(self, place: int, at: int, count: int, sets: Sets) -> None:
        assert self.workout is not None
        facts = self.facts[place]
        counting = facts.exercise.counting if facts.exercise is not None else None
        said = line_words(on_lines(sets), self._units, counting) or tr("a set taken out")
        what = tr("{exercise}: {set}", exercise=facts.label, set=said)
        extra = 0 if count else self._extra_among(place, opened(sets))
        self._asking = (place, self._row_of(place, at, count))
        before = self.workout
        self.edit_asked.emit(partial(with_sets, place=place, at=at, count=count, sets=sets), what)
        self._asking = None
        kept = self.workout is not before
        if kept and extra:
            self._use_up_extra(place, extra)
        if kept and not count and sets and sets[0].kind is not LoggedKind.WARM_UP:
            self.set_done.emit(place)

    def _row_of(self, place: int, at: int, count: int) -> int:
        focused = next((row for row, one in enumerate(self.cards[place].lines) if one.field.hasFocus()), None)
        if focused is not None:
            return focused
        return next(
            (row for row, one in enumerate(self._lines[place]) if one.at == at and bool(one.sets) == bool(count)), 0
        )

    def _extra_among(self, place: int, count: int) -> int:
        """How many of the next lines that are to do were added."""
        to_do = [one for one in self._lines[place] if not one.done and one.number]
        return sum(one.extra for one in to_do[:count])

    def _use_up_extra(self, place: int, count: int) -> None:
        key = self._keys()[place]
        if self._extra.get(key):
            self._extra[key] = max(0, self._extra[key] - count)
            self._again()

    def _on_went_on(self, place: int, leave: bool) -> None:
        assert self.workout is not None
        spot = next_place(self._lines, self._groups(), place, leave=leave)
        below = together(self.workout, place).stop
        if spot is not None:
            self._focus(*spot)
        elif leave and below < len(self.cards):
            self.focus_exercise(below)
        elif all(one.entry is None for one in self.facts):
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.all_done.emit()

    def _on_stepped(self, place: int, line: int, by: int) -> None:
        spots = [(one, row) for one, card in enumerate(self.cards) for row in range(len(card.lines))]
        at = spots.index((place, line)) + by
        if 0 <= at < len(spots):
            self._focus(*spots[at])
        elif at >= len(spots):
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_felt(self, place: int, felt: int | None) -> None:
        self._change(place, tr("{exercise}: how it felt", exercise=self.facts[place].label), felt=felt)

    def _on_noted(self, place: int, note: str) -> None:
        self._change(place, tr("{exercise}: note", exercise=self.facts[place].label), note=note)

    def _change(self, place: int, what: str, **facts: object) -> None:
        self.edit_asked.emit(lambda workout: with_exercise(workout, place, **facts), what)

    def _on_wish(self, place: int, wish: str) -> None:
        if wish == "set":
            key = self._keys()[place]
            self._extra[key] = self._extra.get(key, 0) + 1
            self._again()
            self._focus(place, len(self._lines[place]) - 1)
        elif wish == "warm_up":
            self.ramp_asked.emit(place)
        elif wish == "note":
            self.cards[place].open_note()
        elif wish == "swap":
            self.swap_asked.emit(place)
        elif wish == "below":
            self.arranging.open_add(place)
        elif wish in ORDER:
            self.arranging.carry_out(place, wish)

    def _on_entered(self, place: int) -> None:
        if self.workout is None or place >= len(self.workout.exercises):
            return  # of another workout: the focus comes back to where it was before this one is shown
        if place != self._current:
            self._current = place
            self.current_changed.emit(place)

    def _on_read(self) -> None:
        if not self.unread:
            self.read.emit()

    def _wish_here(self, wish: str) -> None:
        place, focused = self.current, QApplication.focusWidget()
        if place >= 0 and (wish not in ORDER or (focused is not None and self.cards[place].isAncestorOf(focused))):
            self._on_wish(place, wish)

    def _felt_here(self, number: int) -> None:
        place = self.current
        if place >= 0:
            self._on_felt(place, number)

    def _step_exercise(self, by: int) -> None:
        self.focus_exercise(min(max(0, self._current + by), len(self.cards) - 1))

    def _commit_note(self) -> None:
        if self.note.document().isModified():
            self.note.document().setModified(False)
            text = self.note.toPlainText().strip()
            self.edit_asked.emit(partial(_with_note, note=text), tr("Note on the workout"))

    def _focus(self, place: int, line: int) -> None:
        field = self.cards[place].lines[line].field
        field.setFocus(Qt.FocusReason.TabFocusReason)
        self._on_entered(place)  # where it had the focus already
        self.area.ensureWidgetVisible(self.cards[place].lines[line], 0, self._theme.px(72))

    def _again(self) -> None:
        assert self.workout is not None
        self.show_workout(self.workout, self.facts, self._units, self.add.catalogue)

    def _groups(self) -> list[int | None]:
        assert self.workout is not None
        return [one.group for one in self.workout.exercises]

    def _keys(self) -> list[tuple[str, int]]:
        """Names for the exercises that stay when others are added: the key, and which one of several."""
        assert self.workout is not None
        seen: dict[str, int] = {}
        found = []
        for one in self.workout.exercises:
            nth = seen.get(one.exercise, 0)
            seen[one.exercise] = nth + 1
            found.append((one.exercise, nth))
        return found


def _with_note(workout: Workout, note: str) -> Workout:
    return replace(workout, note=note)
