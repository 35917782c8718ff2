"""The fields of an own exercise, and how they are read.

Owns the fields and the sentences about what cannot be taken. It keeps nothing: the dialog does.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QLineEdit, QWidget

from legwork.domain import units
from legwork.domain.exercise import (
    COUNTED,
    LARGEST_STEP_KG,
    MOST_REPS,
    MOST_SECONDS,
    ON_BODY,
    SMALLEST_STEP_KG,
    Counting,
    Exercise,
    avoid_of,
    checked,
    own_exercise,
)
from legwork.domain.exercise_file import LONGEST_CUE, MOST_CUES
from legwork.domain.exercise_names import Catalogue
from legwork.domain.patterns import Pattern
from legwork.domain.questionnaire import LONGEST_TEXT
from legwork.domain.sites import Kind
from legwork.domain.units import UnitSystem
from legwork.errors import UserError
from legwork.i18n import listed, tr
from legwork.numerals import short_number
from legwork.qt.core.icons import Icons
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.equipment_choice import EquipmentChoice
from legwork.qt.widgets.exercise_find import NarrowCombo, fill_kinds
from legwork.qt.widgets.flow import FlowLayout
from legwork.qt.widgets.layout import Part, column, label, row, set_role
from legwork.qt.widgets.muscle_shares import MuscleShares
from legwork.services.exercise_words import AREAS, COUNTINGS, capital, step_number, step_words
from legwork.services.own_exercise_start import blank_of

_HELD = (20, 45)
"""Seconds of an exercise that is held, until others are typed (a convention)."""


class RefusedError(UserError):
    """A field cannot be taken as it is."""

    def __init__(self, sentence: str, field: QWidget) -> None:
        super().__init__(sentence)
        self.field = field


class OwnExerciseForm(QWidget):
    """All fields of one exercise below each other."""

    edited = Signal()
    """Something in it is different now."""

    def __init__(
        self, theme: ThemeManager, icons: Icons, catalogue: Catalogue, system: UnitSystem, start: Exercise
    ) -> None:
        """start: what the fields show at first; "" as its name for a new one, which then follows its pattern."""
        super().__init__()
        self._theme, self._catalogue, self._system, self._start = theme, catalogue, system, start
        self._follows = not start.name
        """Whether muscles and reps follow the pattern, as nobody changed them."""
        self.setObjectName("own_exercise_form")
        self.name = _line("own_name", tr("Name"), tr("Sled push"))
        self.kind = NarrowCombo("own_kind", tr("Kind of exercise"))
        fill_kinds(self.kind, with_regions=False)
        self.counting = NarrowCombo("own_counting", tr("How the load is counted"))
        for counting, text in COUNTINGS.items():
            self.counting.addItem(capital(tr(text)), counting.value)
        self.counted = label("", "small", wrap=True)
        self.counted.setObjectName("own_counted")
        self.pain = label("", "small", wrap=True)
        self.pain.setObjectName("own_pain")
        self.one_sided = _check("own_one_sided", tr("One side at a time"))
        self.timed = _check("own_timed", tr("Held for seconds, not counted in reps"))
        self.reps_name = label("", "small")
        self.low = _line("own_low", tr("Fewest reps to begin with"), "")
        self.high = _line("own_high", tr("Most reps to begin with"), "")
        self.step = _line("own_step", tr("Smallest step in load"), "")
        self.body = _line("own_body", tr("Part of body weight that moves, in percent"), "")
        self.muscles = MuscleShares(theme, icons)
        self.equipment = EquipmentChoice(theme)
        self.cues = [
            _line(f"own_cue_{place}", tr("Cue {number}", number=place), "") for place in range(1, MOST_CUES + 1)
        ]
        self.cues[0].setPlaceholderText(tr("Like: the whole foot pushes"))
        self.aliases = _line("own_aliases", tr("Other names"), tr("Prowler push, Sled drive"))
        self._lay_out()
        self._show(start)
        self._connect()

    def exercise(self, key: str) -> Exercise:
        """The exercise as it is typed, under a key. Raises RefusedError for the first field that cannot be taken."""
        pattern, counting = self._pattern, Counting(self.counting.currentData())
        name = " ".join(self.name.text().split())
        if not name:
            raise RefusedError(tr("Give the exercise a name, for example Sled push."), self.name)
        reps = self._reps()
        step = None if counting is Counting.BODY else self._step()
        share = self._body_share() if counting in ON_BODY else None
        try:
            muscles = self.muscles.shares()
        except UserError as error:
            raise RefusedError(str(error), self.muscles.rows[0].muscle) from None
        made = own_exercise(
            key, name, pattern, muscles, self.equipment.chosen, counting, self.one_sided.isChecked(), share
        )
        made = replace(
            made, timed=self.timed.isChecked(), reps=reps, increment_kg=step, cues=self._cues(), aliases=self._aliases()
        )
        return checked(self._kept(made), f"exercise {key}")

    def refuse(self, field: QWidget) -> None:
        """Show which field is not right, until something is typed."""
        if isinstance(field, QLineEdit):
            set_role(field, "error", "state")
            field.selectAll()
        field.setFocus()

    @property
    def _pattern(self) -> Pattern:
        return Pattern(self.kind.currentData())

    def _kept(self, made: Exercise) -> Exercise:
        """With what the form does not show but the exercise had."""
        start = self._start
        made = replace(made, substitutes=start.substitutes)
        if (made.counting, made.body_share) == (start.counting, start.body_share):
            made = replace(made, body_reason=start.body_reason)
        if made.pattern is start.pattern:
            made = replace(made, region=start.region, compound=start.compound, avoid=start.avoid)
        return made

    def _reps(self) -> tuple[int, int]:
        most = MOST_SECONDS if self.timed.isChecked() else MOST_REPS
        ends = []
        for field in (self.low, self.high):
            text = field.text().strip()
            if not (text.isascii() and text.isdigit() and len(text) <= 4 and 1 <= int(text) <= most):
                raise RefusedError(
                    tr("Type a whole number from 1 to {most}, like {example}.", most=most, example=8), field
                )
            ends.append(int(text))
        if ends[0] > ends[1]:
            raise RefusedError(
                tr("{low} to {high} runs backwards: type the smaller number first.", low=ends[0], high=ends[1]),
                self.low,
            )  # fmt: skip
        return ends[0], ends[1]

    def _step(self) -> float:
        text, start = self.step.text().strip(), self._start.increment_kg
        if start is not None and text == step_number(start, self._system):
            return start
        try:
            found = units.parse(text, Kind.MASS, self._system).value
        except UserError as error:
            raise RefusedError(str(error), self.step) from None
        if not SMALLEST_STEP_KG <= found <= LARGEST_STEP_KG:
            low, high = (step_words(one, self._system) for one in (SMALLEST_STEP_KG, LARGEST_STEP_KG))
            raise RefusedError(tr("Type a step in load from {low} to {high}.", low=low, high=high), self.step)
        return found

    def _body_share(self) -> float:
        text = self.body.text().strip().removesuffix("%").strip().replace(",", ".")
        try:
            percent = float(text)
        except ValueError:
            percent = 0.0
        if not 1 <= percent <= 100:
            raise RefusedError(tr("Type how much of your body weight moves: 1 to 100 percent, like 65."), self.body)
        return round(percent / 100, 4)

    def _cues(self) -> tuple[str, ...]:
        found = []
        for field in self.cues:
            cue = " ".join(field.text().split())
            if len(cue) > LONGEST_CUE:
                raise RefusedError(
                    tr("This cue is too long to keep in mind: keep it under {count} letters.", count=LONGEST_CUE), field
                )
            found.append(cue)
        return tuple(dict.fromkeys(filter(None, found)))

    def _aliases(self) -> tuple[str, ...]:
        found = [" ".join(one.split()) for one in self.aliases.text().split(",")]
        if any(len(one) > LONGEST_TEXT for one in found):
            raise RefusedError(
                tr("Another name is too long: keep each under {count} letters.", count=LONGEST_TEXT), self.aliases
            )
        return tuple(dict.fromkeys(filter(None, found)))

    def _show(self, one: Exercise) -> None:
        self.name.setText(one.name)
        self.kind.setCurrentIndex(self.kind.findData(one.pattern.value))
        self.counting.setCurrentIndex(self.counting.findData(one.counting.value))
        self.one_sided.setChecked(one.one_sided)
        self._show_usual(one)
        step = one.increment_kg if one.increment_kg is not None else 2.5
        self.step.setText(step_number(step, self._system))
        self.body.setText(short_number((one.body_share or 1.0) * 100))
        self.equipment.show_equipment(one.equipment)
        for field, cue in zip(self.cues, one.cues, strict=False):
            field.setText(cue)
        self.aliases.setText(", ".join(one.aliases))
        self._say()

    def _show_usual(self, one: Exercise) -> None:
        """Muscles and reps, which the pattern lets expect."""
        self.timed.setChecked(one.timed)
        self.low.setText(str(one.reps[0]))
        self.high.setText(str(one.reps[1]))
        self.muscles.show_shares(one.muscles)

    def _say(self) -> None:
        """Show the sentences and the fields that go with what is chosen."""
        counting = Counting(self.counting.currentData())
        self.counted.setText(tr(COUNTED[counting]))
        same = self._pattern is self._start.pattern
        places = [tr(AREAS[one]) for one in (self._start.avoid if same else avoid_of(self._pattern))]
        self.pain.setText(tr("Not suggested while this hurts: {places}.", places=listed(places)) if places else "")
        self.pain.setVisible(bool(places))
        self.reps_name.setText(tr("Seconds, from and to") if self.timed.isChecked() else tr("Reps, from and to"))
        for part, shown in ((self.step_part, counting is not Counting.BODY), (self.body_part, counting in ON_BODY)):
            part.setVisible(shown)
        filled = max((place for place, field in enumerate(self.cues, 1) if field.text().strip()), default=0)
        for place, field in enumerate(self.cues):
            field.setVisible(place <= filled or field.hasFocus())

    def _connect(self) -> None:
        self.kind.activated.connect(self._on_kind)
        self.counting.currentIndexChanged.connect(self._on_edited)
        self.one_sided.toggled.connect(self._on_edited)
        self.timed.clicked.connect(self._on_timed)
        for field in (self.name, self.step, self.body, self.aliases, *self.cues):
            field.textEdited.connect(self._on_edited)
        for field in (self.low, self.high):
            field.textEdited.connect(self._on_own)
        self.muscles.edited.connect(self._on_own)

    def _on_kind(self) -> None:
        if self._follows:
            self._show_usual(blank_of(self._catalogue, self._pattern, self._system))
        self._on_edited()

    def _on_timed(self) -> None:
        if self._follows:
            ends = _HELD if self.timed.isChecked() else blank_of(self._catalogue, self._pattern, self._system).reps
            for field, number in zip((self.low, self.high), ends, strict=True):
                field.setText(str(number))
        self._on_edited()

    def _on_own(self) -> None:
        self._follows = False
        self._on_edited()

    def _on_edited(self) -> None:
        for field in (self.name, self.low, self.high, self.step, self.body, self.aliases, *self.cues):
            set_role(field, "", "state")
        self._say()
        self.edited.emit()

    def _lay_out(self) -> None:
        px = self._theme.px
        unit = units.unit_of(Kind.MASS, self._system)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(4))
        grid.addWidget(_above(tr("Kind of exercise"), self.kind), 0, 0)
        grid.addWidget(_above(tr("How the load is counted"), self.counting), 0, 1)
        grid.addWidget(self.pain, 1, 0)
        grid.addWidget(self.counted, 1, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.reps_name.setBuddy(self.low)
        ends = row(self.low, label("–", "secondary"), self.high, spacing=px(6))
        self.step_part = _above(tr("Step in load, {unit}", unit=unit), self.step)
        self.body_part = _above(tr("Of body weight, %"), self.body)
        reps = QWidget()
        reps.setLayout(column(self.reps_name, ends, spacing=px(4)))
        numbers = row(reps, self.step_part, self.body_part, None, spacing=px(16))
        for field in (self.low, self.high, self.step, self.body):
            field.setFixedWidth(px(64))
        checks = QWidget()
        checks.setLayout(FlowLayout(self.one_sided, self.timed, spacing=px(16)))
        share = tr("Sets count in full for a muscle that works directly, and in part for one that helps.")
        cue = tr("Up to four, short enough to keep in mind during a set.")
        alias = tr("Parted by commas. Imported workouts find the exercise by them.")
        layout = column(
            _above(tr("Name"), self.name), grid, checks, numbers,
            _part(self._theme, tr("What it trains"), share, self.muscles),
            _part(self._theme, tr("What it needs"), "", self.equipment),
            _part(self._theme, tr("What should I feel?"), cue, column(*self.cues, spacing=px(6))),
            _part(self._theme, tr("Other names"), alias, self.aliases), None, spacing=px(12),
        )  # fmt: skip
        self.setLayout(layout)


def _above(text: str, field: QWidget) -> QWidget:
    """A field under its name."""
    name: QLabel = label(text, "small")
    name.setBuddy(field)
    made = QWidget()
    made.setLayout(column(name, field, spacing=4))
    return made


def _part(theme: ThemeManager, title: str, said: str, content: Part) -> Part:
    """A heading, a sentence, and what belongs to them."""
    head: list[Part] = [label(title, "section")]
    head += [label(said, "small", wrap=True)] if said else []
    return column(theme.px(8), *head, content, spacing=theme.px(4))


def _line(name: str, said: str, example: str) -> QLineEdit:
    line = QLineEdit()
    line.setObjectName(name)
    line.setAccessibleName(said)
    line.setPlaceholderText(example)
    return line


def _check(name: str, text: str) -> QCheckBox:
    check = QCheckBox(text)
    check.setObjectName(name)
    check.setAccessibleName(text)
    return check
