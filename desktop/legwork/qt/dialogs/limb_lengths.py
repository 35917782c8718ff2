"""How long the limbs are: six heights over the floor, typed one after the other, and the lengths that follow.

Owns the dialog only. Heights are ordinary readings of today's check-in; what follows from them is worked out by
`domain.limb` and, where heights are missing, estimated by `services.limb_lengths`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QWidget

from legwork.domain import units
from legwork.domain.limb import HEIGHTS_OF, Length, Segment, lengths_from_heights
from legwork.domain.sites import BUILT_IN_BY_KEY, HEIGHTS, Kind, Spot
from legwork.domain.tape import median
from legwork.domain.units import Quantity
from legwork.errors import UserError
from legwork.i18n import mark, tr
from legwork.qt.core.commands import offer_undo
from legwork.qt.core.context import Context
from legwork.qt.core.own_steps import OwnSteps
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.landmark_figure import LandmarkDot, LandmarkFigure
from legwork.qt.widgets.layout import button, card, column, label, row, scrolled, set_role
from legwork.qt.widgets.reading_field import ReadingField
from legwork.qt.widgets.window_room import open_inside
from legwork.services import check_ins
from legwork.services.body_girths import height_of
from legwork.services.check_ins import Day, Entry, RecordReadings
from legwork.services.edit import Changes
from legwork.services.limb_lengths import estimated_length
from legwork.services.people import Person

_NAMES = {
    Segment.THIGH: mark("Thigh"),
    Segment.LOWER_LEG: mark("Lower leg"),
    Segment.UPPER_ARM: mark("Upper arm"),
    Segment.FOREARM: mark("Forearm"),
}


class LimbLengthsDialog(QDialog):
    """The heights of the person who is looked at. All is kept as it is typed: there is nothing to save."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        person = context.person
        assert person is not None, "somebody is looked at wherever this can be opened"
        self._context, self._person = context, person
        self._steps = OwnSteps(context.runner.stack)
        self._refused: set[tuple[Spot, str]] = set()
        self.setObjectName("limb_lengths_dialog")
        self.setWindowTitle(tr("Limb lengths of {name}", name=person.name))
        self.setAccessibleName(self.windowTitle())
        theme = context.theme
        self.fields = {Spot(key): self._field(key) for key in HEIGHTS}
        self.lengths = {segment: _LengthRow(theme, segment) for segment in HEIGHTS_OF}
        self.close_button = button(tr("Close"), "limb_lengths_close")
        self.close_button.clicked.connect(self.accept)
        why = tr(
            "A limb's volume needs to know how long the limb is. Two minutes with a tape, and the lengths hold for "
            "years; until then they are estimated from the stature."
        )
        both = row(self._guide(), self._form(), spacing=theme.px(16))
        both.setStretch(1, 1)
        layout = column(
            label(self.windowTitle(), "title"),
            label(why, "secondary", wrap=True),
            both,
            row(None, self.close_button),
            spacing=theme.px(12),
        )
        layout.setStretch(2, 1)
        layout.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(16))
        self.setLayout(layout)
        for first, second in pairwise((*(field.edit for field in self.fields.values()), self.close_button)):
            QWidget.setTabOrder(first, second)
        offer_undo(self, self._steps.undo, self._steps.redo)
        context.bus.changed.connect(self._on_changed)
        self._refresh()
        open_inside(self, parent, theme, 940, 656)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # The words of all sites get the same room: the figure must not jump from field to field.
        tallest = 0
        for spot in self.fields:
            self._explain(spot)
            tallest = max(tallest, self._words.heightForWidth(self._words.width()))
        self._words.setFixedHeight(tallest)
        fields = list(self.fields.values())
        next((one for one in fields if not one.edit.text()), fields[0]).edit.setFocus()

    def done(self, result: int) -> None:
        """Close, but first take over what is typed; what is refused holds it open once, so that it is seen."""
        for spot, field in self.fields.items():
            typed = (spot, field.edit.text())
            if field.edit.isModified() and not field.commit() and typed not in self._refused:
                self._refused.add(typed)
                field.edit.setFocus()
                return
        super().done(result)

    def _field(self, key: str) -> ReadingField:
        spot = Spot(key)
        field = ReadingField(self._context.theme, BUILT_IN_BY_KEY[key], spot, self._person.label(spot))
        field.committed.connect(self._on_committed)
        field.advance.connect(self._on_advance)
        field.focused.connect(self._on_focused)
        return field

    def _guide(self) -> QFrame:
        theme = self._context.theme
        self.figure = LandmarkFigure(theme)
        self.name = label("", "section", wrap=True)
        self.where = label("", wrap=True)
        self.how = label("", "secondary", wrap=True)
        for part, name in ((self.name, "height_name"), (self.where, "height_where"), (self.how, "height_how")):
            part.setObjectName(name)
        self._words = QWidget()
        self._words.setLayout(column(self.name, self.where, self.how, None, spacing=theme.px(4)))
        guide = card(self.figure, self._words, margin=theme.px(16))
        guide.setFixedWidth(theme.px(284))
        return guide

    def _form(self) -> QFrame:
        """Heights above, which scroll where there is little room; lengths below, which are always seen."""
        theme = self._context.theme
        names = [label(self._person.label(spot)) for spot in self.fields]
        heights, lengths = QGridLayout(), QGridLayout()
        for grid in (heights, lengths):
            grid.setContentsMargins(0, 0, 0, 0)
            grid.setHorizontalSpacing(theme.px(16))
            grid.setVerticalSpacing(0)
            grid.setColumnMinimumWidth(0, max(name.sizeHint().width() for name in names))
        for line, (name, field) in enumerate(zip(names, self.fields.values(), strict=True)):
            heights.addWidget(name, line, 0)
            heights.addWidget(field, line, 1, Qt.AlignmentFlag.AlignVCenter)
            heights.setRowMinimumHeight(line, theme.px(46))  # room for what is said beside it, before it is said
        heights.setColumnStretch(1, 1)
        for line, shown in enumerate(self.lengths.values()):
            lengths.addLayout(row(shown.mark, shown.name, None, spacing=theme.px(8)), line, 0)
            lengths.addWidget(shown.cm, line, 1)
            lengths.addWidget(shown.source, line, 2)
            lengths.setRowMinimumHeight(line, theme.px(24))
        lengths.setVerticalSpacing(theme.px(2))
        lengths.setColumnMinimumWidth(1, theme.px(64))
        lengths.setColumnStretch(2, 1)
        content = QWidget()
        above = column(label(tr("Heights over the floor"), "section"), heights, None, spacing=theme.px(4))
        content.setLayout(above)
        self._scroll = scrolled(content, "limb_lengths_form", tr("Heights over the floor"))
        self._scroll.setMinimumHeight(theme.px(120))
        self.refusal = label("", "error", wrap=True)
        self.refusal.setObjectName("limb_lengths_refusal")
        self.refusal.hide()
        line_between = QFrame()
        line_between.setProperty("role", "line")
        below = column(label(tr("Lengths that follow"), "section"), lengths, self.refusal, spacing=theme.px(4))
        side, end = theme.px(16), theme.px(12)
        above.setContentsMargins(side, end, side, theme.px(4))
        below.setContentsMargins(side, end, side, end)
        frame = card(self._scroll, line_between, below, margin=1, spacing=0)
        frame.setMinimumWidth(theme.px(460))
        return frame

    def _refresh(self) -> None:
        """Show what is stored: today's readings, those before as ghosts, and the lengths."""
        profile, person, today = self._context.profile, self._person, date.today()
        there = check_ins.on_day(profile, person.id, today).readings
        before = check_ins.previous(profile, person.id, today)
        heights: dict[str, float] = {}
        for spot, field in self.fields.items():
            field.show_day(today, there.get(spot, ()), before.get(spot), person.units)
            values = [one.value for one in there.get(spot, ())] or (before[spot].values if spot in before else [])
            if values:
                heights[spot.site] = median(values)
        for segment, shown in self.lengths.items():
            try:
                shown.show(_length(segment, heights, person), person)
            except UserError as error:
                shown.refuse(str(error))

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if not changes.touches("person", "check_in", "reading"):
            return
        if changes.everything:
            self._steps.begin_anew()
        person = next((one for one in self._context.people if one.id == self._person.id), None)
        if person is None:  # gone, by another program
            super().done(QDialog.DialogCode.Rejected)
            return
        self._person = person
        self._refresh()

    def _on_committed(self, spot: Spot, quantities: tuple[Quantity, ...]) -> None:
        said = " + ".join(map(units.typed_text, quantities)) or tr("cleared")
        what = tr("{spot}: {value}", spot=self._person.label(spot), value=said)
        day = Day(date.today(), (Entry(spot, quantities),))
        try:
            kept = self._context.runner.apply(RecordReadings(self._person.id, (day,), what)) is not None
            refusal = ""
            self._steps.note()
        except UserError as error:
            kept, refusal = False, str(error)
        self.refusal.setText(refusal)
        self.refusal.setVisible(bool(refusal))
        if not kept:
            self.fields[spot].saving_failed()

    def _on_advance(self, spot: Spot) -> None:
        spots = list(self.fields)
        place = spots.index(spot) + 1
        target = self.fields[spots[place]].edit if place < len(spots) else self.close_button
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_focused(self, spot: Spot) -> None:
        self._explain(spot)
        self._scroll.ensureWidgetVisible(self.fields[spot], 0, self._context.theme.px(16))

    def _explain(self, spot: Spot) -> None:
        site = BUILT_IN_BY_KEY[spot.site]
        self.figure.show_site(spot.site)
        self.name.setText(self._person.label(spot))
        self.where.setText(tr(site.where))
        self.how.setText(tr(site.how))


class _LengthRow:
    """One segment: its mark, its name, how long it is, and how that is known."""

    def __init__(self, theme: ThemeManager, segment: Segment) -> None:
        self.mark = LandmarkDot(theme, HEIGHTS_OF[segment][0])
        self.name = label(tr(_NAMES[segment]))
        self.cm = label()
        self.cm.setObjectName(f"length_{segment}")
        self.source = label("", "small", wrap=True)
        self.source.setObjectName(f"length_{segment}_source")

    def show(self, length: Length | None, person: Person) -> None:
        """Say how long it is; None: nothing tells it yet."""
        if length is None:
            self._say("–", tr("not known yet: measure both heights, or add your stature in People"))
            return
        own = units.unit_of(Kind.LENGTH, person.units)
        source = tr("measured")
        if length.estimated:
            error = units.format_value(length.sd_cm, Kind.LENGTH, person.units)
            source = tr("estimated from your stature, ±{error} {unit}", error=error, unit=own)
        self._say(f"{units.format_value(length.cm, Kind.LENGTH, person.units)} {own}", source)
        self.mark.fill(not length.estimated)

    def refuse(self, sentence: str) -> None:
        """Its two heights contradict each other."""
        self._say("–", sentence, "error")

    def _say(self, cm: str, source: str, role: str = "small") -> None:
        self.cm.setText(cm)
        self.source.setText(source)
        set_role(self.source, role)
        self.cm.setAccessibleName(f"{self.name.text()}: {cm}, {source}")
        self.mark.fill(False)


def _length(segment: Segment, heights: Mapping[str, float], person: Person) -> Length | None:
    """As `limb_lengths.lengths_of` tells it, but one at a time: two heights that contradict spoil their own only."""
    ends = {key: heights[key] for key in HEIGHTS_OF[segment] if key in heights}
    measured = lengths_from_heights(ends).get(segment)
    height = height_of(person)
    if measured is not None or height is None:
        return measured
    return estimated_length(segment, height.value, person.sex)
