"""Of what a goal shall be: everything that is measured or lifted, found by typing.

Owns the search. Setting the goal is `dialogs.goal`.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QLineEdit, QListWidget, QListWidgetItem, QWidget

from legwork.domain.days import full_day
from legwork.domain.measures import Family, Measure, region_of
from legwork.domain.sites import Region
from legwork.i18n import mark, tr
from legwork.qt.core.context import Context
from legwork.qt.core.latest import Latest
from legwork.qt.core.tasks import Task
from legwork.qt.widgets.layout import button, column, label, row
from legwork.qt.widgets.row_actions import offer_rows
from legwork.services.goals import Goal, goals_of
from legwork.services.measure_series import Offer
from legwork.services.measures import offers
from legwork.services.people import Person
from legwork.services.profile import Profile

_OFFER = int(Qt.ItemDataRole.UserRole)
_BODY = ("body_weight", "body_fat")
_GROUPS = {
    "girths": mark("Girths"),
    "body": mark("Body"),
    "volumes": mark("Limb volume"),
    "ratios": mark("Ratios"),
    "strength": mark("Strength"),
    "differences": mark("Left − right"),
    "bare": mark("Under the skin"),
}
"""Headings in their order, marked for translation."""
_OF_FAMILY = {
    Family.VOLUME: "volumes", Family.RATIO: "ratios", Family.BALANCE: "ratios", Family.DIFFERENCE: "differences",
    Family.STRENGTH: "strength",
}  # fmt: skip
_WALKING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


def group_of(measure: Measure) -> str:
    """Under which heading a measure stands: a key of the groups."""
    if measure.family is Family.SITE:
        return "body" if measure.name in _BODY else "bare" if measure.name.endswith("_skinfold") else "girths"
    return _OF_FAMILY.get(measure.family, "bare")


class GoalMeasureDialog(QDialog):
    """Typing finds, the arrows go through what was found, Enter takes it."""

    def __init__(self, context: Context, person: Person, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._person = context, person
        self.picked: Offer | None = None
        self._goals = goals_of(context.profile, person.id)
        self._offers = sorted(offers(context.profile, person), key=partial(_after_legs, person))
        self._logged = False
        self.setObjectName("goal_measure_dialog")
        self.setWindowTitle(tr("New goal"))
        theme = context.theme
        self.search = QLineEdit()
        self.search.setObjectName("goal_measure_search")
        self.search.setAccessibleName(tr("Find a measure"))
        self.search.setPlaceholderText(tr("Find: thigh, weight, squat…"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._show_found)
        self.search.installEventFilter(self)
        self.found = QListWidget()
        self.found.setObjectName("goal_measure_list")
        self.found.setAccessibleName(tr("Measures that can have a goal"))
        self.found.setFrameShape(QFrame.Shape.NoFrame)
        self.found.setMinimumHeight(theme.px(280))
        self.found.itemDoubleClicked.connect(self._on_activated)
        offer_rows(self.found, "next", tr("Next"), ("Enter", "Return"), self._on_next)
        self.found.currentItemChanged.connect(self._on_current)
        self.note = label("", "small", wrap=True)
        self.note.setObjectName("goal_measure_note")
        self.accept_button = button(tr("Next"), "goal_measure_next", "primary")
        self.accept_button.clicked.connect(self._on_next)
        cancel = button(tr("Cancel"), "goal_measure_cancel")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        layout = column(
            label(tr("A goal for what?"), "section"), self.search, self.found, self.note,
            row(None, cancel, self.accept_button), spacing=theme.px(12),
        )  # fmt: skip
        margin = theme.px(24)
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self.setMinimumWidth(theme.px(420))
        self.accept_button.setDefault(True)
        self._show_found()
        self.search.setFocus()
        self._asked = Latest(context.worker, self)
        self._asked.done.connect(self._on_lifts)
        self._asked.ask(tr("Looking through the training log"), partial(_lifts, context.profile, person))
        self.finished.connect(self._asked.drop)

    @property
    def busy(self) -> bool:
        """Whether the log of training is still being looked through."""
        return self._asked.busy

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows go through the list while the search has the keys."""
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _WALKING
        if watched is self.search and pressed:
            QApplication.sendEvent(self.found, event)
            return True
        return super().eventFilter(watched, event)

    def _show_found(self) -> None:
        words = self.search.text().casefold().split()
        before = self.found.currentItem()
        kept = before.data(_OFFER).measure if before is not None and before.data(_OFFER) is not None else None
        self.found.clear()
        for key, title in _GROUPS.items():
            members = [one for one in self._offers if group_of(one.measure) == key and _matches(one, tr(title), words)]
            if members:
                self._add_heading(tr(title))
            for one in members:
                self._add(one, self._goals.get(str(one.measure)))
        places = [place for place in range(self.found.count()) if self.found.item(place).data(_OFFER) is not None]
        again = [place for place in places if self.found.item(place).data(_OFFER).measure == kept]
        self.found.setCurrentRow(next(iter(again or places), -1))
        self.accept_button.setEnabled(bool(places))
        if not places:
            self.note.setText(self._nothing(words))

    def _nothing(self, words: list[str]) -> str:
        if words:
            nothing = tr("Nothing that you measure or lift is called so.")
            return tr("{nothing} A lift can be a goal once it was logged.", nothing=nothing)
        return tr("Nothing is measured yet: a goal needs a check-in to begin from.")

    def _add_heading(self, title: str) -> None:
        item = QListWidgetItem(title)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setFont(self._context.theme.font(12, bold=True))
        item.setForeground(self._context.theme.colour("secondary"))
        self.found.addItem(item)

    def _add(self, offer: Offer, goal: Goal | None) -> None:
        text = offer.name
        if goal is not None:
            text = tr("{name} (has a goal, by {day})", name=offer.name, day=full_day(goal.due))
        elif offer.missing:
            text = tr("{name} …", name=offer.name)
        item = QListWidgetItem(text)
        item.setData(_OFFER, offer)
        if offer.missing:
            item.setForeground(self._context.theme.colour("secondary"))
            item.setToolTip(offer.missing)
        self.found.addItem(item)

    def _on_current(self, item: QListWidgetItem | None) -> None:
        offer: Offer | None = item.data(_OFFER) if item is not None else None
        self.accept_button.setEnabled(offer is not None and not offer.missing)
        note = ""
        if offer is not None:
            note = offer.missing or (
                tr("Next shows the goal that stands, to be changed.") if str(offer.measure) in self._goals else ""
            )
        self.note.setText(note)

    def _on_activated(self) -> None:
        self._on_next()

    def _on_next(self) -> None:
        item = self.found.currentItem()
        offer: Offer | None = item.data(_OFFER) if item is not None else None
        if offer is not None and not offer.missing:
            self.picked = offer
            self.accept()

    def _on_lifts(self, found: tuple[Offer, ...]) -> None:
        self._offers += found
        self._show_found()


def _after_legs(person: Person, offer: Offer) -> bool:
    """Sorts the legs first: they are what most goals are of here."""
    measure = offer.measure
    return region_of(measure, person.site(measure.name) if measure.of_site else None) is not Region.LOWER


def _matches(offer: Offer, title: str, words: Iterable[str]) -> bool:
    text = f"{offer.name} {offer.label} {title}".casefold()
    return all(word in text for word in words)


def _lifts(profile: Profile, person: Person, task: Task) -> tuple[Offer, ...]:
    from datetime import date

    from legwork.services.training_measures import TrainingLog, has_log

    if not has_log(profile, person):
        return ()
    found = TrainingLog(profile, person, date.today()).offers(task.breathe)
    return tuple(one for one in found if not one.measure.weekly)
