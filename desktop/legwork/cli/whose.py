"""Whom a command is about: the person that is named, or the only one who is here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from legwork.errors import UserError
from legwork.i18n import tr

if TYPE_CHECKING:
    from legwork.services.people import Person
    from legwork.services.profile import Profile


def person_of(profile: Profile, name: str | None, *, may_add: bool) -> Person | None:
    """Whose measurements a file holds; None when nobody is here yet and nobody may be added."""
    from legwork.services.people import AddPerson, everybody

    people = everybody(profile)
    if name is not None:
        return named(people, name)
    if len(people) > 1:
        known = ", ".join(one.name for one in people)
        raise UserError(tr("Say whose measurements these are with --person: {known}.", known=known))
    if not people and may_add:
        profile.apply(AddPerson(tr("Me"), only_first=True))
        people = everybody(profile)
    return next(iter(people), None)


def named(people: Sequence[Person], name: str) -> Person:
    """The one person of that name, or of that uid where a name is no answer. Raises UserError."""
    named = [one for one in people if one.name.casefold() == name.casefold()]
    if len(named) != 1:
        by_uid = [one for one in people if one.uid == name]
        if by_uid:
            return by_uid[0]
        if named:
            uids = ", ".join(one.uid for one in named)
            raise UserError(
                tr("{name} is the name of several: say with --person which of {uids}.", name=name, uids=uids)
            )
        known = ", ".join(one.name for one in people) or tr("nobody")
        raise UserError(tr("There is no one person named {name} here, only: {known}.", name=name, known=known))
    return named[0]
