"""Dose against response: for each site, whether its girth grew faster in weeks with more hard sets.

Owns the choice of the site, and that list, plot and table point at the same stretch. What can be said is worked out in
`services.dose_view`, in the background.
"""

from __future__ import annotations

from datetime import date
from functools import partial
from itertools import pairwise

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from legwork.domain.log.dose import FEWEST_STRETCHES, STRETCH_WEEKS
from legwork.domain.log.sums import What
from legwork.domain.muscles import MUSCLES_OF_SITE
from legwork.i18n import tr
from legwork.qt.charts.dose_chart import DoseChart, paint_dose
from legwork.qt.core.announcing import say
from legwork.qt.core.context import Context
from legwork.qt.core.latest import Latest
from legwork.qt.core.tasks import Task
from legwork.qt.dialogs.sets_behind import show_sets
from legwork.qt.widgets.dose_list import DoseList
from legwork.qt.widgets.dose_table import DoseTable
from legwork.qt.widgets.layout import EmptyState, button, card, column, label, row, scrolled
from legwork.qt.widgets.picture_copy import copy_picture
from legwork.qt.widgets.waiting_sign import WaitingSign
from legwork.services.dose_view import DoseView as Doses
from legwork.services.dose_view import SiteDose, StretchPoint, dose_view
from legwork.services.people import Person
from legwork.services.profile import Profile
from legwork.services.sets_behind import Question

_PICTURE_HEIGHT = 640
"""Of a copied plot, in pixels."""

_WAITING, _NO_LOG, _NO_READINGS, _CONTENT = range(4)


class DoseView(QWidget):
    """A list of sites, and one of them as a plot, in words and as a table."""

    tables = (
        "person", "custom_site", "workout", "workout_exercise", "workout_set", "own_exercise", "choice", "check_in",
        "reading",
    )  # fmt: skip

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._asked = Latest(context.worker, self)
        self._asked.done.connect(self._on_worked_out)
        self.failed = self._asked.failed
        self._person: Person | None = None
        self._doses = Doses()
        self._shown: SiteDose | None = None
        self.setObjectName("dose_view")
        self.setAccessibleName(tr("Dose and response"))
        theme = context.theme
        self.sites = DoseList(theme)
        self.chart = DoseChart(theme)
        self.table = DoseTable(theme)
        self.sites.site_chosen.connect(self._on_site)
        self.chart.stretch_pointed.connect(self._on_pointed)
        self.chart.stretch_chosen.connect(self._on_chosen)
        self.table.stretch_pointed.connect(self.chart.point_to)
        self.table.stretch_chosen.connect(self._on_chosen)
        self._lay_out()
        for one, other in pairwise((self.sites, self.copy, self.picture, self.chart, self.table)):
            QWidget.setTabOrder(one, other)
        self.setFocusProxy(self.sites)

    @property
    def busy(self) -> bool:
        """Whether the sites are still being worked out."""
        return self._asked.busy

    @property
    def shown(self) -> SiteDose | None:
        """The site that is shown."""
        return self._shown

    def refresh(self) -> None:
        """Show what the data is now."""
        person = self._context.person
        if person is None:
            return
        if self._person is None or self._person.id != person.id:
            self._shown = None
            self.stack.setCurrentIndex(_WAITING)
        self._person = person
        self._asked.ask(tr("Setting hard sets beside girths"), partial(_worked_out, self._context.profile, person))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.sites.setFocus()

    def copy_table(self) -> None:
        """Put the stretches of the site on the clipboard."""
        if self._shown is not None:
            self.table.copy()
            say(self.said, tr("The table is on the clipboard."))

    def copy_picture(self) -> None:
        """Put a picture of the plot on the clipboard."""
        dose, person = self._shown, self._person
        if dose is None or person is None:
            return
        copy_picture(
            tr("{person}, {site}: hard sets a week against growth", person=person.name, site=dose.name),
            lambda theme, _: theme.px(_PICTURE_HEIGHT),
            lambda painter, rect, theme: paint_dose(painter, rect, theme, dose, None, False),
        )
        say(self.said, tr("The picture is on the clipboard."))

    # How it is laid out

    def _lay_out(self) -> None:
        theme = self._context.theme
        choose = card(label(tr("Sites"), "section"), self.sites, margin=theme.px(12))
        choose.setFixedWidth(theme.px(236))
        self.title = label("", "section", wrap=True)
        self.title.setObjectName("dose_title")
        self.muscles = label("", "small", wrap=True)
        self.muscles.setObjectName("dose_muscles")
        self.words = label("", wrap=True)
        self.words.setObjectName("dose_words")
        self.note = label("", "small", wrap=True)
        self.note.setObjectName("dose_note")
        self.read_out = label("", "secondary", wrap=True)
        self.read_out.setObjectName("dose_read_out")
        self.copy = button(tr("Copy as table"), "dose_copy", "quiet")
        self.copy.clicked.connect(self.copy_table)
        self.picture = button(tr("Copy picture"), "dose_copy_picture", "quiet")
        self.picture.clicked.connect(self.copy_picture)
        self.said = label("", "small")
        self.said.setObjectName("dose_said")
        head = row(self.title, self.said, self.copy, self.picture)
        head.setStretch(0, 1)
        plot = card(
            head, self.muscles, self.words, self.chart, self.read_out, self.note, margin=theme.px(16)
        )  # fmt: skip
        numbers = card(self.table, margin=theme.px(4))
        numbers.setFixedHeight(theme.px(156))
        right = QWidget()
        parts = column(plot, numbers, spacing=theme.px(12))
        parts.setStretch(0, 1)
        right.setLayout(parts)
        # With large text in a small window there is more than fits: the view scrolls.
        both = row(choose, scrolled(right, "dose_scroll", tr("Plot and numbers")), spacing=theme.px(16))
        both.setStretch(1, 1)
        content = QWidget()
        content.setLayout(both)
        self.stack = QStackedWidget()
        waiting = WaitingSign(tr("Setting hard sets beside girths"))
        self.failed.connect(waiting.give_up)
        for one in (waiting, self._no_log(), self._no_readings(), content):
            self.stack.addWidget(one)
        self.setLayout(column(self.stack, spacing=0))

    def _no_log(self) -> QWidget:
        return EmptyState(
            self._context,
            "barbell",
            tr(
                "Your hard sets a week stand here beside how your girths moved, once you log your training: it takes "
                "about {weeks} weeks of both.",
                weeks=STRETCH_WEEKS * FEWEST_STRETCHES,
            ),
            tr("To the training log"),
            partial(self._context.navigate.emit, "train"),
        )

    def _no_readings(self) -> QWidget:
        return EmptyState(
            self._context,
            "ruler",
            tr(
                "Your girths stand here beside your hard sets a week, once you measure: it takes about {weeks} weeks "
                "of both, with a reading every other week.",
                weeks=STRETCH_WEEKS * FEWEST_STRETCHES,
            ),
            tr("Measure now"),
            partial(self._context.navigate.emit, "measure"),
        )

    # From the data to the screen

    def _on_worked_out(self, found: Doses) -> None:
        self._doses = found
        if not found.logged:
            self.stack.setCurrentIndex(_NO_LOG)
        elif not found.sites:
            self.stack.setCurrentIndex(_NO_READINGS)
        else:
            self.stack.setCurrentIndex(_CONTENT)
            before = self._shown.site if self._shown is not None else ""
            self.sites.show_sites(found.sites, before)

    def _on_site(self, site: str) -> None:
        dose = next((one for one in self._doses.sites if one.site == site), None)
        if dose is None or dose == self._shown:
            return
        self._shown = dose
        self.title.setText(dose.name if not dose.sides else tr("{site}, {sides}", site=dose.name, sides=dose.sides))
        self.muscles.setText(
            tr(
                "Below the tape: {muscles}. A hard set counts once, with the largest share that one of them has in it: "
                "1 where it is trained directly, less where it helps. A point is a stretch of {weeks} weeks; its bar "
                "is what the tape leaves open, 8 times in 10.",
                muscles=dose.muscles, weeks=STRETCH_WEEKS,
            )
        )  # fmt: skip
        self.words.setText(" ".join(one for one in (dose.words, dose.hint) if one))
        self.note.setText(
            tr(
                "Your own record is no experiment: food, sleep, body weight and training age moved as well (beginners "
                "grow faster whatever they do), and size follows late."
            )
        )
        self.said.setText("")
        self.chart.show_dose(dose)
        self.table.show_points(dose.points, dose.unit)
        self._on_pointed(None)

    # What the person does

    def _on_pointed(self, stretch: StretchPoint | None) -> None:
        usual = tr("Point at a stretch, or walk through them with the arrows; Enter shows its sets.")
        none = "" if self._shown is None or not self._shown.points else usual
        self.read_out.setText(none if stretch is None else stretch.spoken)
        self.table.point_to(stretch)

    def _on_chosen(self, stretch: StretchPoint) -> None:
        dose = self._shown
        if dose is None:
            return
        muscles = tuple(one.value for one in MUSCLES_OF_SITE[dose.site])
        title = tr("Hard sets for {site}, {days}", site=dose.name, days=stretch.days)
        question = Question(What.HARD, stretch.sets_first, stretch.sets_last, title, muscle=muscles)
        show_sets(self._context, question, self)


def _worked_out(profile: Profile, person: Person, task: Task) -> Doses:
    return dose_view(profile, person, date.today(), task.breathe)
