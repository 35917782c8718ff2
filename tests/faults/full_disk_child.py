"""Run by test_full_disk.py: a profile on a disk without any room; prints what was said of each thing that was tried.

Arguments: the folder for the profile; one for a stick; and "full" where both are small disks of their own, to be
filled to the last byte, or "limited" where they are not: then no file may grow, which is all that a user may ask for.
"""

from __future__ import annotations

import json
import resource
import shutil
import signal
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from helpers import database_dump, day, opened, somebody
from legwork import log
from legwork.errors import StoreError, UserError
from legwork.formats.records import Document, PersonRecord
from legwork.services import backups, exports
from legwork.services import profile as profiles
from legwork.services.check_ins import Day, RecordReadings
from legwork.services.documents import ImportDocument, read_document
from legwork.services.exports import ExportKind
from legwork.services.outside_copies import copy_to

FIRST = date(2025, 1, 6)


def _fill(disk: Path) -> None:
    with (disk / "filler").open("wb", buffering=0) as filler:
        for size in (1 << 16, 1):
            try:
                while filler.write(b"x" * size):
                    pass
            except OSError:
                continue


def _limit(size: int) -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


def _said(attempt: Callable[[], object]) -> list[str]:
    try:
        attempt()
    except StoreError as error:
        return ["StoreError", error.fault.name]
    except UserError as error:
        return ["UserError", str(error)]
    return ["done", ""]


def main(disk: Path, stick: Path, full: bool) -> dict[str, object]:
    folder = disk / "profile"
    profile = opened(folder)
    person = somebody(profile)
    profile.apply(RecordReadings(person.id, (day(FIRST, waist="84"),)))
    copy = profile.back_up()
    assert copy is not None
    document = Document(
        {}, tuple(PersonRecord(**{**vars(one), "uid": "another"}) for one in read_document(profile).people)
    )
    profile.apply(RecordReadings(person.id, (day(FIRST + timedelta(days=7), waist="85"),)))
    old = {"all.json": b"the old one", "a.legwork": b"the old copy"}
    for name, data in old.items():
        (stick / name).write_bytes(data)
    said: dict[str, object] = {}

    # The stick is full, the disk is not.
    if full:
        _fill(stick)
        said["copy to the stick"] = _said(lambda: copy_to(profile, stick / "a.legwork"))
    else:
        with_room = resource.getrlimit(resource.RLIMIT_FSIZE)
        _limit(8)
        said["copy to the stick"] = _said(lambda: copy_to(profile, stick / "a.legwork"))
        resource.setrlimit(resource.RLIMIT_FSIZE, with_room)
    said["left on the stick"] = sorted(file.name for file in stick.iterdir() if file.name != "filler")

    before = database_dump(profile)
    files = sorted(file.name for file in folder.rglob("*"))
    if full:
        _fill(disk)
    else:
        _limit(8)
    said["export"] = _said(lambda: exports.export(profile, ExportKind.EVERYTHING, None, stick / "all.json"))
    said["edit"] = _said(lambda: profile.apply(RecordReadings(person.id, (Day(FIRST, note="long " * 20_000),))))
    said["small edit"] = _said(
        lambda: profile.apply(RecordReadings(person.id, (day(FIRST + timedelta(days=14), waist="86"),)))
    )
    said["import"] = _said(lambda: profile.apply(ImportDocument(document, "another.json")))
    said["daily copy"] = _said(profile.back_up)
    said["copy asked for"] = _said(lambda: backups.back_up_now(profile))
    said["log"] = _said(lambda: log.start(folder / "legwork.log"))
    log.logger.info("goes on")
    log.stop()
    said["more files"] = sorted({file.name for file in folder.rglob("*")} - set(files) - {"legwork.log"})
    said["same rows"] = _copied_rows(folder) == before
    profile.close()
    said["start"] = _said(lambda: opened(folder).close())
    said["restore"] = _said(lambda: profiles.restore(profile.paths, copy.file))
    said["same rows after the restore"] = _copied_rows(folder) == before
    said["same on the stick"] = all((stick / name).read_bytes() == data for name, data in old.items())

    # And when there is room again.
    if full:
        (disk / "filler").unlink()
    else:
        _limit(resource.RLIM_INFINITY)
    again = opened(folder)
    said["same rows with room"] = database_dump(again) == before
    said["edit with room"] = _said(
        lambda: again.apply(RecordReadings(person.id, (day(FIRST + timedelta(days=14), waist="86"),)))
    )
    again.close()
    said["restore with room"] = _said(lambda: profiles.restore(profile.paths, copy.file))
    return said


def _copied_rows(folder: Path) -> object:
    """Read from a copy elsewhere: where a log lies beside the file, reading makes files, for which is no room here."""
    elsewhere = Path(sys.argv[4])
    shutil.rmtree(elsewhere, ignore_errors=True)
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, limit[1]))
    shutil.copytree(folder, elsewhere)
    rows = database_dump(elsewhere / "legwork.sqlite3")
    resource.setrlimit(resource.RLIMIT_FSIZE, limit)
    return rows


print(json.dumps(main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3] == "full")))
