"""A profile as the first release left it, for the self-test: is what people had still there after opening it here?"""

from __future__ import annotations

from legwork.domain.sites import Side, Spot
from legwork.paths import ProfilePaths
from legwork.services import documents
from legwork.services.profile import Profile
from legwork.store import backup, first_schema
from legwork.store.engine import REVISIONS


def make_old_profile(paths: ProfilePaths) -> str:
    """Make the profile at `paths`, where none may be, with the oldest schema; returns its revision."""
    paths.make()
    first_schema.make_first(paths.database)
    return REVISIONS[0]


def newest_revision() -> str:
    """The schema that this program writes."""
    return REVISIONS[-1]


def what_is_lost(profile: Profile) -> str:
    """What is no longer as `make_old_profile` wrote it, once opened here; "" when all is there, and a copy of before.

    Raises StoreError.
    """
    document = documents.read_document(profile)
    names = [one.name for one in document.people]
    if names != [first_schema.NAME]:
        return f"people: {names}"
    readings = [
        (check_in.day.isoformat(), one.spot, one.quantity.value)
        for check_in in document.people[0].check_ins
        for one in check_in.readings
    ]
    if readings != [(first_schema.DAY, Spot("calf", Side.LEFT), first_schema.CALF_CM)]:
        return f"readings: {readings}"
    if backup.verify(profile.paths.database) != newest_revision():
        return "the schema is not the newest"
    copies = [backup.verify(one.file) for one in backup.listed(profile.paths.backups)]
    return "" if REVISIONS[0] in copies else f"no copy of before: {copies}"
