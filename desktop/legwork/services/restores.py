"""Restoring a copy, in the steps that a person sees: look at it beside what there is now, keep that, put it in place.

Owns the steps and the words of the preview. Until `Prepared.put_in_place` nothing of the profile is touched.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import mkdtemp

from legwork.domain.days import full_day
from legwork.errors import StoreError, StoreFault, UserError
from legwork.i18n import listed, ntr, tr
from legwork.numerals import number
from legwork.paths import ProfilePaths
from legwork.services import backups, restore_words
from legwork.services.backups import Contents
from legwork.services.exported_whole import as_database
from legwork.services.profile import Profile, Restored
from legwork.store import backup, backup_contents, restoring
from legwork.store.backup import Why
from legwork.store.backup_contents import Held, HeldPerson
from legwork.store.backup_difference import Differing, differences
from legwork.store.engine import faults_translated

Breathe = Callable[[], object]


@dataclass(frozen=True)
class Row:
    """A line of the preview. key: names it. what: a kind of thing; or a person, above the lines of theirs.

    now, then: how much of it there is. difference: in a few words, "" where there is none. details: which ones.
    """

    key: str
    what: str
    now: str
    then: str
    difference: str = ""
    details: str = ""
    heads: bool = False


@dataclass(frozen=True)
class Preview:
    """What a copy would change. same: nothing at all. summary: in a few lines. rows: person by person.

    replaces: there is somebody now, so there is something to keep. removes: somebody, or something entered, would go.
    """

    contents: Contents
    same: bool
    summary: str
    rows: tuple[Row, ...]
    replaces: bool = True
    removes: bool = False


@dataclass
class Prepared:
    """A copy that was looked at, lying ready in a place of its own, brought to this version. Discard it when done."""

    paths: ProfilePaths
    source: Path
    staged: Path
    preview: Preview
    takes_back: str = ""
    """What is taken back by it, as the step of undo for that is called."""
    _gone: bool = field(default=False, repr=False)

    def put_in_place(self, breathe: Breathe = lambda: None) -> Restored:
        """Put it in the place of the database, which must be closed.

        Raises StoreError; UserError when it lies ready no more; what `breathe` does. Then nothing was changed.
        """
        self.hold_ready()
        return restoring.put_in_place(self.staged, self.paths.database, self.paths.backups, breathe, self.source)

    def hold_ready(self) -> None:
        """Have it not tidied away for another hour. Raises UserError when it was already: it must be looked at anew."""
        with suppress(OSError):
            os.utime(self.staged.parent)
        if not self.staged.exists():
            raise UserError(
                tr("The copy lay ready for too long, and was tidied away: look at it again, then restore it.")
            )

    def discard(self) -> None:
        """Remove what lay ready; may be called again."""
        if not self._gone:
            self._gone = True
            shutil.rmtree(self.staged.parent, ignore_errors=True)


def prepare(profile: Profile, file: Path, breathe: Breathe = lambda: None) -> Prepared:
    """Look at a copy beside the open `profile`; the file itself is only read. Takes seconds where there is much.

    Raises StoreError: DAMAGED or NEWER of the file; UserError when it makes no sense; what `breathe` does.
    """
    paths = profile.paths
    file = backups.restorable(file, paths)
    with faults_translated():
        size = file.stat().st_size
        paths.backups.mkdir(mode=0o700, parents=True, exist_ok=True)
        place = Path(mkdtemp(".partial", "backup-restore-", paths.backups))
    try:
        staged = place / paths.database.name
        with as_database(file, paths, breathe) as source:
            revision = restoring.prepare(source, staged, breathe)
        then = backup_contents.held_by(staged)
        contents = Contents(then.people, size, revision)
        return Prepared(paths, file, staged, _compared(profile, contents, then, staged, breathe))
    except BaseException:
        shutil.rmtree(place, ignore_errors=True)
        raise


def _compared(profile: Profile, contents: Contents, then: Held, staged: Path, breathe: Breathe) -> Preview:
    database = profile.paths.database
    try:
        now, found = backup_contents.held_by(database), differences(database, staged, breathe)
    except StoreError as error:
        if error.fault is not StoreFault.DAMAGED:
            raise
        return _preview_alone(contents, then)
    return preview_of(contents, now, then, found)


def keep_present(profile: Profile, prepared: Prepared, breathe: Breathe = lambda: None) -> None:
    """Keep what the open profile holds now, ahead of a restore. Raises StoreError; UserError as `hold_ready`.

    A damaged one cannot be kept as a copy: it is put aside when the other takes its place.
    """
    prepared.hold_ready()
    paths = profile.paths
    try:
        backup.keep(paths.database, paths.backups, Why.RESTORE, breathe=breathe, spare=prepared.source)
    except StoreError as error:
        if error.fault not in restoring.NO_BACKUP:
            raise


# The preview


def preview_of(contents: Contents, now: Held, then: Held, found: Sequence[Differing]) -> Preview:
    """The words for what two databases have and in what they differ."""
    found = [restore_words.as_told(one) for one in found]
    by_key = {(one.person_uid, one.kind): one for one in found}
    rows: list[Row] = []
    here, there = {one.uid: one for one in now.people}, {one.uid: one for one in then.people}
    for uid in dict.fromkeys([*here, *there]):
        rows += _person_rows(uid, here.get(uid), there.get(uid), by_key)
    shared = by_key.get(("", "setting"))
    if shared is not None:
        rows.append(Row("/", tr("For everybody"), "", "", heads=True))
        rows.append(_row("", "setting", "", "", shared))
    removes = any(one.only_now for one in found if one.kind != "setting")
    return Preview(
        contents, not found, _summary(found, now, then), tuple(rows), replaces=bool(now.people), removes=removes
    )


def _preview_alone(contents: Contents, then: Held) -> Preview:
    """Beside data too damaged to be read to its end: only what the copy holds."""
    rows: list[Row] = []
    for one in then.people:
        rows.append(Row(f"{one.uid}/", one.name, "", "", heads=True))
        held = [(kind, _amount(one, kind)) for kind in restore_words.ALWAYS if _amount(one, kind)]
        rows += [Row(f"{one.uid}/{kind}", tr(restore_words.NAMES[kind]), "?", amount) for kind, amount in held]
        if not held:
            rows.append(Row(f"{one.uid}/-", tr("Nothing entered yet"), "", ""))
    said = tr(
        "What you have now is too damaged to be compared with the copy. What was entered after the copy was made is "
        "not in it, and would be removed."
    )
    return Preview(contents, same=False, summary=said, rows=tuple(rows))


def _person_rows(
    uid: str, here: HeldPerson | None, there: HeldPerson | None, found: dict[tuple[str, str], Differing]
) -> list[Row]:
    one = here or there
    assert one is not None
    whole = here is None or there is None
    difference = "" if not whole else tr("is removed") if there is None else tr("comes back")
    rows = [Row(f"{uid}/", one.name, "", "", difference, heads=True)]
    for kind in restore_words.ALWAYS if whole else restore_words.NAMES:
        differing = found.get((uid, kind))
        now, then = _amount(here, kind), _amount(there, kind)
        if differing is not None or (kind in restore_words.ALWAYS and (now or then)):
            rows.append(_row(uid, kind, now, then, differing))
    if len(rows) == 1:
        rows.append(Row(f"{uid}/-", tr("Nothing entered yet"), "", "", difference or tr("the same")))
    return rows


def _row(uid: str, kind: str, now: str, then: str, differing: Differing | None) -> Row:
    if differing is not None and kind not in (*restore_words.ALWAYS, "person"):
        now, then = number(differing.count_now), number(differing.count_then)
    return Row(f"{uid}/{kind}", tr(restore_words.NAMES[kind]), now, then, _difference(differing), _details(differing))


def _amount(person: HeldPerson | None, kind: str) -> str:
    if person is None:
        return ""
    counted = {"check_in": person.days, "workout": person.workouts, "food_amount": person.food_days}
    if kind == "plan":
        return number(person.plans) if person.plans else ""
    if kind not in counted or not counted[kind].count:
        return ""
    last = counted[kind].last
    if last is None:
        return number(counted[kind].count)
    return tr("{count}, to {day}", count=number(counted[kind].count), day=full_day(last))


def _difference(one: Differing | None) -> str:
    if one is None:
        return tr("the same")
    said = [
        ntr("{count} is removed", "{count} are removed", len(one.only_now)) if one.only_now else "",
        ntr("{count} comes back", "{count} come back", len(one.only_then)) if one.only_then else "",
        ntr("{count} is put back", "{count} are put back", len(one.changed)) if one.changed else "",
    ]
    return listed([part for part in said if part])


def _details(one: Differing | None) -> str:
    return restore_words.details(one.kind, one.only_now, one.only_then, one.changed) if one is not None else ""


def _summary(found: Sequence[Differing], now: Held, then: Held) -> str:
    if not found:
        return tr("This copy holds exactly what you have now: there is nothing to restore.")
    if not now.people:
        return tr("There is nobody here yet, so nothing is removed: all that the copy holds comes in.")
    gone = {one.uid for one in now.people} - {one.uid for one in then.people}
    back = {one.uid for one in then.people} - {one.uid for one in now.people}
    goes = [(one.kind, one.only_now) for one in found if one.person_uid not in gone or one.kind == "person"]
    comes = [(one.kind, one.only_then) for one in found if one.person_uid not in back or one.kind == "person"]
    changes = [(one.kind, one.changed) for one in found]
    said = restore_words.in_short(goes, comes, changes)
    if not any(things for _kind, things in (*goes, *changes)):
        said.insert(0, tr("Nothing that you have now would be removed."))
    return "\n".join(said)
