"""Two computers that know the same people: what one exports, the other takes in, and the other way round."""

from __future__ import annotations

from pathlib import Path

from helpers import database_dump, opened
from legwork.formats import legwork_json
from legwork.formats.records import Document
from legwork.services.documents import ImportDocument, read_document
from legwork.services.profile import Profile


def exported(profile: Profile) -> Document:
    """What the profile exports, read again."""
    return legwork_json.load(legwork_json.dump(read_document(profile)))


def elsewhere(profile: Profile, folder: Path) -> Profile:
    """Another computer, whose profile in `folder` has all that this one has."""
    other = opened(folder)
    other.apply(ImportDocument(exported(profile), "first.json"))
    return other


def merge(profile: Profile, other: Profile) -> None:
    """Each takes in what the other has; the second time it changes nothing."""
    for _ in range(2):
        before = database_dump(profile), database_dump(other)
        profile.apply(ImportDocument(exported(other), "theirs.json"))
        other.apply(ImportDocument(exported(profile), "ours.json"))
    assert (database_dump(profile), database_dump(other)) == before
