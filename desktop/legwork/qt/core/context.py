"""What every page is handed: the open profile, the runner, the theme, and who is being looked at."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from legwork.qt.core.bus import ChangeBus
from legwork.qt.core.icons import Icons
from legwork.qt.core.runner import CommandRunner
from legwork.qt.core.tasks import BackgroundWorker
from legwork.qt.core.theme import ThemeManager
from legwork.qt.core.view_state import ViewState
from legwork.services import people
from legwork.services.edit import Changes
from legwork.services.people import Person
from legwork.services.profile import Profile


class Context(QObject):
    """One for each window. Holds no widget."""

    person_changed = Signal()
    """Another person is looked at, or a fact about this one changed."""
    person_leaving = Signal()
    """Another person is about to be looked at: what is typed belongs to this one."""
    people_changed = Signal()
    navigate = Signal(str)
    """The name of the page that shall be shown, and after a slash what is wanted of it."""
    trial_asked = Signal()
    """A notification shall be shown, to see that this desktop does."""
    import_asked = Signal()
    export_asked = Signal()
    copy_taken = Signal()
    """A copy of everything was taken elsewhere."""
    restore_confirmed = Signal(object)
    """A copy shall be put in the place of the open profile: a `restores.Prepared`, to be discarded afterwards."""

    def __init__(
        self,
        profile: Profile,
        theme: ThemeManager,
        icons: Icons,
        bus: ChangeBus,
        runner: CommandRunner,
        worker: BackgroundWorker,
        view: ViewState,
        *,
        sample: bool,
    ) -> None:
        super().__init__()
        self.profile = profile
        self.theme = theme
        self.icons = icons
        self.bus = bus
        self.runner = runner
        self.worker = worker
        self.view = view
        self.sample = sample
        self.people: tuple[Person, ...] = people.everybody(profile)
        self.person: Person | None = self._pick(view.text("person"))
        bus.changed.connect(self._on_changed)

    def look_at(self, uid: str) -> None:
        """Turn to another person; the pages follow."""
        self.person_leaving.emit()
        self.view.set_text("person", uid)
        self.person = self._pick(uid)
        self.person_changed.emit()

    def _pick(self, uid: str) -> Person | None:
        known = {person.uid: person for person in self.people}
        return known.get(uid) or next(iter(self.people), None)

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if not changes.touches("person", "tracked_site", "custom_site"):
            return
        self.people = people.everybody(self.profile)
        before = self.person
        self.person = self._pick(self.view.text("person") or (before.uid if before else ""))
        self.people_changed.emit()
        if self.person != before:
            self.person_changed.emit()
