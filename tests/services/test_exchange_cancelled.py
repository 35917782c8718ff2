"""What is cancelled half way leaves nothing: neither taking a document in, nor writing one."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers import MONDAY, cancelled_at, database_dump, day, opened, somebody
from legwork.errors import Cancelled
from legwork.services import documents
from legwork.services.check_ins import RecordReadings
from legwork.services.documents import ImportDocument
from legwork.services.profile import Profile


@pytest.fixture
def full(profile: Profile) -> Profile:
    """Two people with a reading each."""
    for name in ("Ada", "Ben"):
        one = somebody(profile, name)
        profile.apply(RecordReadings(one.id, (day(MONDAY, waist="84"),)))
    return profile


@pytest.mark.parametrize("call", [1, 5, 12])
def test_a_document_that_is_cancelled_while_it_comes_in(full: Profile, tmp_path: Path, call: int) -> None:
    document = documents.export_file(full, tmp_path / "legwork.json")
    other = opened(tmp_path / "other")
    before = database_dump(other)
    with pytest.raises(Cancelled):
        other.apply(ImportDocument(document, "legwork.json", cancelled_at(call)))
    assert database_dump(other) == before
    other.close()


@pytest.mark.parametrize("call", [1, 2, 3])
def test_an_export_that_is_cancelled(full: Profile, tmp_path: Path, call: int) -> None:
    with pytest.raises(Cancelled):
        documents.export_file(full, tmp_path / "legwork.json", cancelled_at(call))
    assert list(tmp_path.glob("legwork*")) == []
