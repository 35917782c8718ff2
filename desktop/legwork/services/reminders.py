"""What there is to remind of at a moment: check-ins with the tape, sessions of the plan, and a copy of the data
elsewhere, each once, and only while they are not done.

Owns which occasion a reminder belongs to, for how long it makes sense, and its words. It must not show anything; what
was told already is the caller's to remember.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from legwork.domain.days import ago
from legwork.i18n import ntr, tr
from legwork.services import outside_copies, settings
from legwork.services.due import CheckInDue, DueSession, check_in_due, sessions_due
from legwork.services.people import Person
from legwork.services.profile import Profile

DAYS_AFTER = 3
"""So many days after check-in day its reminder still makes sense, when the program was not running sooner: a check-in
that late still leaves the next one on its weekday (a convention)."""


class Kind(StrEnum):
    """What is reminded of."""

    CHECK_IN = "check_in"
    SESSIONS = "sessions"
    COPY = "copy"


COPY_AT = time(12)
"""A copy is no matter of minutes: it has no time of its own to choose."""

COPY_AFTER = {settings.WEEK: 7, settings.MONTH: 30, settings.QUARTER: 91}
"""After how many days without a copy elsewhere one is reminded of (conventions)."""

_SWITCHES = {
    Kind.CHECK_IN: (settings.REMIND_CHECK_IN, settings.CHECK_IN_AT),
    Kind.SESSIONS: (settings.REMIND_SESSIONS, settings.SESSIONS_AT),
}


@dataclass(frozen=True)
class Reminder:
    """One notification. told: what it tells of, each a person with their occasion, so that none is told of twice.

    page: where it is done. person_uid: whose page, empty where it concerns several people. action: what a click does.
    """

    kind: Kind
    title: str
    text: str
    action: str
    page: str
    person_uid: str
    told: tuple[str, ...]


def times_of(chosen: dict[str, str]) -> dict[Kind, time]:
    """When in the day each reminder that is switched on comes. chosen: as `settings.read` gives them."""
    times = {
        kind: time.fromisoformat(chosen[at])
        for kind, (switch, at) in _SWITCHES.items()
        if chosen[switch] == settings.YES
    }
    return times | ({Kind.COPY: COPY_AT} if chosen[settings.REMIND_COPY] in COPY_AFTER else {})


def reminder_of(
    profile: Profile,
    people: Sequence[Person],
    kind: Kind,
    today: date,
    told: Sequence[str],
    chosen_plan: Callable[[Person], int],
) -> Reminder | None:
    """What there is to say today of one kind, of those people whom it was not said to; None: nothing. Raises
    StoreError."""
    if kind is Kind.CHECK_IN:
        return _check_ins(profile, people, today, told)
    if kind is Kind.COPY:
        return _copy(profile, people, today, told)
    return _sessions(profile, people, today, told, chosen_plan)


def was_late(now: datetime, at: time) -> bool:
    """Whether the moment of a reminder is more than two minutes past, because the program was not running or the
    computer slept (a convention)."""
    return now - datetime.combine(now.date(), at) > timedelta(minutes=2)


def _check_ins(profile: Profile, people: Sequence[Person], today: date, told: Sequence[str]) -> Reminder | None:
    found: list[tuple[Person, CheckInDue, str]] = []
    for person in people:
        due = check_in_due(profile, person, today)
        occasion = today - timedelta(days=(today.weekday() - person.check_in_weekday) % 7)
        key = f"{person.uid}/{occasion.isoformat()}"
        if not due.done and occasion >= due.due and (today - occasion).days <= DAYS_AFTER and key not in told:
            found.append((person, due, key))
    if not found:
        return None
    alone = len(people) == 1
    first, due, _ = found[0]
    if len(found) == 1:
        title = tr("Check-in") if alone else tr("Check-in of {name}", name=first.name)
        text = due.words
    else:
        title = tr("Check-ins")
        text = tr("Due: {names}.", names=_names([person.name for person, _, _ in found]))
    return Reminder(
        Kind.CHECK_IN, title, text, tr("Measure now"), "measure", first.uid if len(found) == 1 else "",
        tuple(key for _, _, key in found),
    )  # fmt: skip


def _sessions(
    profile: Profile,
    people: Sequence[Person],
    today: date,
    told: Sequence[str],
    chosen_plan: Callable[[Person], int],
) -> Reminder | None:
    found: list[tuple[Person, list[DueSession]]] = []
    for person in people:
        if _session_key(person, today) in told:
            continue
        open_ones = [
            one
            for one in sessions_due(profile, person, today, chosen_plan(person))
            if not one.done and not one.begun
        ]  # fmt: skip
        if open_ones:
            found.append((person, open_ones))
    if not found:
        return None
    first, sessions = found[0]
    title = tr("Training today")
    if len(found) == 1:
        text = _titles(sessions)
        if len(people) > 1:
            title = tr("Training of {name} today", name=first.name)
    else:
        text = " ".join(
            tr("{name}: {sessions}", name=person.name, sessions=_titles(several)) for person, several in found
        )
    return Reminder(
        Kind.SESSIONS, title, text, tr("Open the session"), "train", first.uid if len(found) == 1 else "",
        tuple(_session_key(person, today) for person, _ in found),
    )  # fmt: skip


def copy_due(profile: Profile, today: date) -> str:
    """Since when no copy was taken elsewhere, where one is to be reminded of and it is time; else nothing."""
    days = COPY_AFTER.get(settings.read(profile)[settings.REMIND_COPY])
    if days is None or not outside_copies.is_due(profile.paths, timedelta(days=days), today):
        return ""
    last = outside_copies.last_copy(profile.paths)
    if last is None:
        return tr("None was made yet. A stick will do.")
    return tr("The last one was made {ago}, and something changed since.", ago=ago(last.made_at.date(), today))


def _copy(profile: Profile, people: Sequence[Person], today: date, told: Sequence[str]) -> Reminder | None:
    text = copy_due(profile, today) if people else ""
    if not text:
        return None
    days = COPY_AFTER[settings.read(profile)[settings.REMIND_COPY]]
    last = outside_copies.last_copy(profile.paths)
    since = last.made_at.date() if last is not None else date.min
    key = f"{since.isoformat()}/{(today - since).days // days}"  # once in each such stretch of days
    if key in told:
        return None
    page = "data/elsewhere"
    return Reminder(Kind.COPY, tr("A copy of your data elsewhere"), text, tr("Take a copy"), page, "", (key,))


def _session_key(person: Person, today: date) -> str:
    return f"{person.uid}/{today.isoformat()}"


def _titles(sessions: Sequence[DueSession]) -> str:
    return tr("{sessions}.", sessions=", ".join(one.title for one in sessions))


def _names(names: Sequence[str]) -> str:
    """Three names at most, and how many more."""
    shown = ", ".join(names[:3])
    more = len(names) - 3
    return shown if more < 1 else ntr("{names} and {count} more", "{names} and {count} more", more, names=shown)
