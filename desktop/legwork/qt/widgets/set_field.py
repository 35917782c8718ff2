"""The field in which a set is typed: what is known stands in it in grey, and Enter alone takes that.

Owns reading what is typed, asking about what is hard to believe, and saying why something was not taken. It keeps
nothing: it says what shall stand on its line from now on.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent

from legwork.domain.exercise import Exercise
from legwork.domain.log.set_text import parse_set
from legwork.domain.log.sets import LoggedKind
from legwork.domain.log.sheet import Line, Sets, on_lines
from legwork.domain.log.suspects import effort_doubt, missing_load, suspicion
from legwork.domain.plan.cells import RPE_FROM
from legwork.domain.units import UnitSystem
from legwork.errors import UserError
from legwork.i18n import tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.layout import set_role
from legwork.qt.widgets.typed_field import TypedField
from legwork.services.prescription_words import load_caption, target_words
from legwork.services.set_words import set_words


@dataclass(frozen=True)
class Reading:
    """How a set is read here. best_kg: the heaviest so far, None where there is none. before: the sets of this workout;
    what was answered for one of them is not asked again."""

    exercise: Exercise | None
    units: UnitSystem
    best_kg: float | None = None
    before: Sets = ()


class SetField(TypedField):
    """One line of the sheet. What was typed and not taken stays, with the reason in `message`."""

    taken = Signal(object)
    """Sets, or none: these shall stand here."""
    went_on = Signal(bool)
    """Enter, and nothing stands in its way. True: nothing more of this exercise."""
    told = Signal(str, str)
    """What is to be said below, "" for nothing; and its role: error or caution."""
    focused = Signal()
    mended = Signal()
    """What could not be taken is not there any more."""

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self._theme = theme
        self._line = Line(0)
        self._how = Reading(None, UnitSystem.METRIC)
        self._answered = ""
        self._several = False
        self.textEdited.connect(self._on_edited)
        self.look()

    def look(self) -> None:
        """Take over the size of the text."""
        self.setFont(self._theme.font(17))
        self.setFixedHeight(self._theme.px(36))  # as high with the focus ring as without

    def show_line(self, line: Line, how: Reading, name: str) -> None:
        """Stand for a line. name: for a screen reader. What is being typed stays."""
        same = line.at == self._line.at and line.done == self._line.done and line.kind is self._line.kind
        self._line, self._how = line, how
        self.setAccessibleName(name)
        self.setPlaceholderText(self._ghost())
        if self.isModified() and same and (self.hasFocus() or self._refused):
            return
        self._stop()
        text = self._words(line.sets)
        if text != self.text():
            self.setText(text)
            if self.hasFocus():
                self.selectAll()
            else:
                self.setCursorPosition(0)  # of a long one the beginning is seen

    @property
    def unread(self) -> bool:
        """Whether something stands here that could not be taken."""
        return self._refused

    def commit(self) -> bool:
        """Take what is typed. False when it cannot be read, or is asked about."""
        if not self.isModified():
            return True
        text = self.text().strip()
        if not text:
            self.setModified(False)
            self._clear()
            if self._line.done:
                self.taken.emit(())
            return not self._refused
        try:
            sets = self._read(text)
        except UserError as fault:
            self._say(str(fault), "error")
            return False
        if self._asks(sets, text):
            return False
        self.take(sets)
        return not self._refused

    def take(self, sets: Sets) -> None:
        """Say that these sets shall stand here."""
        self.setModified(False)
        self._clear()
        self._several = len(on_lines(sets)) > 1  # what is typed at once is all there was
        if sets != self._line.sets:
            self.taken.emit(sets)

    def not_kept(self, sentence: str) -> None:
        """Told while `taken` is handled: it was refused, and what was typed stays."""
        self.setModified(True)
        self._say(sentence, "error")

    def give_back(self) -> None:
        """Show again what is kept."""
        self._stop()
        self.setText(self._words(self._line.sets))
        self.selectAll()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self.focused.emit()

    def _on_enter(self) -> None:
        line = self._line
        if self.text().strip() or line.done:
            if self.commit():
                self.went_on.emit(line.extra and self._several)
        elif line.offered:
            self.take(line.offered)
            if not self._refused:
                self.went_on.emit(False)
        elif line.extra:
            self.went_on.emit(True)
        else:
            self._say(tr("Type what you did, like 60x8, or go past it with the arrow down."), "error")

    def _read(self, text: str) -> Sets:
        exercise = self._how.exercise
        ghost = self._line.ghost
        if ghost is not None and exercise is None and ghost.load is None:
            ghost = None
        sets = parse_set(text, self._how.units, ghost, exercise.counting if exercise is not None else None)
        if self._line.kind is LoggedKind.WARM_UP and not self._line.done and sets[0].kind is LoggedKind.NORMAL:
            sets = tuple(replace(one, kind=LoggedKind.WARM_UP) for one in sets)
        return sets

    def _asks(self, sets: Sets, text: str) -> bool:
        """Ask once about what is hard to believe; the same text again means yes."""
        if text == self._answered:
            return False
        exercise, before = self._how.exercise, self._how.before
        doubts = [suspicion(one, exercise, self._how.best_kg) for one in sets]
        if not any(one.rir is not None and one.rir >= RPE_FROM for one in before):
            doubts += [effort_doubt(one, text) for one in sets]
        if not any(missing_load(one, exercise) for one in before):
            doubts += [missing_load(one, exercise) for one in sets]
        doubt = next((one for one in doubts if one), "")
        if doubt:
            self._answered = text
            self._say(tr("{doubt} Enter once more if it is right.", doubt=doubt), "caution")
        return bool(doubt)

    def _say(self, sentence: str, role: str) -> None:
        self._refused = True
        set_role(self, "ask" if role == "caution" else "error", "state")
        self.setAccessibleDescription(sentence)
        if self.hasFocus():
            self.selectAll()  # what is typed next stands in its place
        self.told.emit(sentence, role)

    def _clear(self) -> None:
        refused, self._refused = self._refused, False
        set_role(self, "", "state")
        self.setAccessibleDescription("")
        self.told.emit("", "")
        if refused:
            self.mended.emit()

    def _stop(self) -> None:
        self.setModified(False)
        self._answered = ""
        self._clear()

    def _on_edited(self) -> None:
        self._answered = self._answered if self.text().strip() == self._answered else ""
        self._clear()

    def _words(self, sets: Sets) -> str:
        exercise = self._how.exercise
        return set_words(sets, self._how.units, exercise.counting if exercise is not None else None)

    def _ghost(self) -> str:
        if self._line.done:
            return tr("Enter takes it out")
        if self._line.offered:
            return self._words(self._line.offered)
        if self._line.extra:
            return tr("another set")
        if self._line.target is None:
            return tr("like 60x8")
        unit = load_caption(self._how.exercise, self._how.units) or tr("BW")
        return tr("{unit} × {reps}", unit=unit, reps=target_words(self._line.target))
