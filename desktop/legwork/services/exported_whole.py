"""A full export as a copy that can be restored: the only thing left to some, when the data and its copies are damaged.

Owns making a database of it, in a place of its own. What stands in such a document, and what is refused, is not here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from legwork.formats import legwork_json
from legwork.paths import ProfilePaths
from legwork.store.backup_proof import workplace
from legwork.store.engine import faults_translated

_HEAD = 4096


def is_export(file: Path) -> bool:
    """Whether a file begins as a full export does. Never raises: what cannot be read is none."""
    try:
        with file.open("rb") as stream:
            return legwork_json.looks_like(stream.read(_HEAD))
    except OSError:
        return False


@contextmanager
def as_database(file: Path, paths: ProfilePaths, breathe: Callable[[], object] = lambda: None) -> Iterator[Path]:
    """The file itself; of an export a database with all that stands in it, which is gone when the block ends.

    Raises UserError, in words, when the export cannot be read; StoreError; what `breathe` does.
    """
    if not is_export(file):
        yield file
        return
    from legwork.services.documents import ImportDocument
    from legwork.services.importing import file_bytes
    from legwork.services.profile import Profile

    document = legwork_json.load(file_bytes(file))
    breathe()
    with faults_translated():
        paths.backups.mkdir(mode=0o700, parents=True, exist_ok=True)
        with workplace(paths.backups) as place:
            made = ProfilePaths(place / "export")
            with closing(Profile(made)) as profile:
                profile.apply(ImportDocument(document, file.name))
            breathe()
            yield made.database
