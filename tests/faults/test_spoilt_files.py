"""Twenty thousand files spoilt in every way: each is read, or refused in a sentence, and what is here stays whole.

Every file goes the whole way that it goes in the window: read, looked at as the preview does, and each tenth taken in.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from faults.file_samples import sound_files
from health_files import zipped
from helpers import database_dump, integrity, opened, somebody
from legwork.errors import UserError
from legwork.formats.mapping_guess import guess
from legwork.formats.parts import Several, UnknownTable
from legwork.formats.records import Document, MeasurementTable
from legwork.formats.training_records import NO_ANSWERS, Answers, TrainingTable
from legwork.services import importing, training_import
from legwork.services.documents import ImportDocument
from legwork.services.edit import Edit
from legwork.services.importing import ImportTable
from legwork.services.plan_files import SharedPlan
from legwork.services.plans import AddPlan
from legwork.services.profile import Profile
from legwork.services.training_import import ImportTraining
from legwork.services.training_names import names_in_file, proposed

COUNT = 20_000
TAKEN_IN = 10
"""Each so many-th is taken in and taken back."""

FILES = sound_files()
_PIECES = (
    b"\x00", b"\xff\xfe", b'"', b",", b";", b"\t", b"\n", b"\r\n", b"-", b"0", b"9" * 400, b"1/0", b"1e999", b"nan",
    b"inf", b"[" * 500, b"{", b"}", b"null", b"\\ud800", "٣½⁄′ﷺ".encode(), b"\x1a", b'""', b"99999-99-99",
    b"0000-00-00", b"2025-02-30", b"%s{0}{x}", b"'",
    b"=HYPERLINK(1)", b"<!ENTITY a \"b\">", b"../../x", b"-1", b"1,5", b"true",
    b"kg", b"lbs", b" ", b"\xc3", b"\xed\xa0\x80",
)  # fmt: skip

_ODD_VALUES: tuple[Any, ...] = (
    None, True, 0, -1, 7, 2.5, 1e308, 10**40, "", "x", "9" * 400, "2025-02-30", "9999-12-31", "\ud800", [], [[]], {},
    {"x": 1},
)  # fmt: skip


def _place(data: bytes, lot: random.Random) -> int:
    return lot.randrange(len(data) + 1)


def _cut(data: bytes, lot: random.Random) -> bytes:
    return data[: _place(data, lot)] if lot.random() < 0.3 else data


def _overwritten(data: bytes, lot: random.Random) -> bytes:
    start, piece = _place(data, lot), lot.choice(_PIECES)
    return data[:start] + piece + data[start + len(piece) :]


def _inserted(data: bytes, lot: random.Random) -> bytes:
    start = _place(data, lot)
    return data[:start] + lot.choice(_PIECES) + data[start:]


def _taken_out(data: bytes, lot: random.Random) -> bytes:
    start = _place(data, lot)
    return data[:start] + data[start + lot.randint(1, 40) :]


def _doubled(data: bytes, lot: random.Random) -> bytes:
    start = _place(data, lot)
    end = start + lot.randint(1, 200)
    return data[:end] + data[start:end] + data[end:]


def _turned(data: bytes, lot: random.Random) -> bytes:
    """One bit the other way round."""
    if not data:
        return data
    start = lot.randrange(len(data))
    return data[:start] + bytes([data[start] ^ (1 << lot.randrange(8))]) + data[start + 1 :]


def _swapped(data: bytes, lot: random.Random) -> bytes:
    """Two cells, or two lines, in each other's place."""
    mark = lot.choice((b",", b";", b"\n"))
    cells = data.split(mark)
    one, other = lot.randrange(len(cells)), lot.randrange(len(cells))
    cells[one], cells[other] = cells[other], cells[one]
    return mark.join(cells)


def _recoded(data: bytes, lot: random.Random) -> bytes:
    if lot.random() < 0.8:
        return data
    return data.decode("utf-8", "replace").encode(lot.choice(("utf-16", "utf-16-le", "cp1252", "utf-7")), "replace")


_WAYS = (_cut, _overwritten, _inserted, _taken_out, _doubled, _turned, _swapped, _recoded)


def spoilt(data: bytes, lot: random.Random) -> bytes:
    """A file with one to six things wrong, and surely not as it was; of archives mostly what is packed in them, of JSON
    half of the time only what it says."""
    if data.startswith(b"PK") and lot.random() < 0.8:
        return _spoilt_inside(data, lot)
    if data.startswith(b"{") and lot.random() < 0.5:
        return _said_otherwise(data, lot)
    wrong = data
    while wrong == data:
        for _ in range(lot.randint(1, 6)):
            wrong = lot.choice(_WAYS)(wrong, lot)
    return wrong


def _spoilt_inside(data: bytes, lot: random.Random) -> bytes:
    """An archive as sound as before around one spoilt file."""
    with ZipFile(BytesIO(data)) as archive:
        members = {one: archive.read(one) for one in archive.namelist()}
    name = lot.choice([one for one, content in members.items() if content])
    return zipped({**members, name: spoilt(members[name], lot)})


def _said_otherwise(data: bytes, lot: random.Random) -> bytes:
    """JSON as sound as before that says one to three things which nobody would."""
    whole = json.loads(data)
    for _ in range(lot.randint(1, 3)):
        inside, key = lot.choice(list(_places(whole)))
        other = [one for one in _ODD_VALUES if one != inside[key]]
        alike = [one for one in other if type(one) is type(inside[key])]
        inside[key] = deepcopy(lot.choice(alike if alike and lot.random() < 0.7 else other))
    return json.dumps(whole).encode()


def _places(inside: Any) -> Iterator[tuple[Any, Any]]:
    """Every object or list within, with each of its keys or places."""
    for key in inside if isinstance(inside, dict) else range(len(inside)):
        yield inside, key
        if isinstance(inside[key], dict | list):
            yield from _places(inside[key])


@pytest.fixture
def profile(tmp_path: Path) -> Iterator[Profile]:
    one = opened(tmp_path / "profile")
    somebody(one)
    yield one
    one.close()


@pytest.mark.parametrize("name", FILES)
def test_a_sound_file_is_taken_in(profile: Profile, tmp_path: Path, name: str) -> None:
    file = tmp_path / "file"
    file.write_bytes(FILES[name])
    before = database_dump(profile)
    edits = list(_edits(profile, file, NO_ANSWERS))
    assert edits, "nothing was found in it"
    for edit in edits:
        profile.apply(edit)
    assert database_dump(profile) != before


@pytest.mark.parametrize("name", FILES)
def test_whatever_is_wrong_with_it(profile: Profile, tmp_path: Path, name: str) -> None:
    file = tmp_path / "file"
    lot = random.Random(f"spoilt {name}")
    read = 0
    before = database_dump(profile)
    for number in range(COUNT // len(FILES) + 1):
        file.write_bytes(spoilt(FILES[name], lot))
        try:
            edits = list(_edits(profile, file, NO_ANSWERS))
        except UserError as error:
            _check_sentence(str(error))
            continue
        read += 1
        if number % TAKEN_IN == 0:
            for edit in edits:
                _taken_in_and_back(profile, edit)
            assert database_dump(profile) == before
    assert integrity(profile.paths.database) == "ok"
    assert read > 20, "hardly any of them was read at all"


def _check_sentence(said: str) -> None:
    assert said.strip().endswith((".", "?")), said
    assert "\n" not in said and len(said) < 500, said
    said.encode()


def _taken_in_and_back(profile: Profile, edit: Edit) -> None:
    try:
        outcome = profile.apply(edit)
    except UserError as error:
        _check_sentence(str(error))
    else:
        profile.apply(outcome.inverse)


def _edits(profile: Profile, file: Path, answers: Answers) -> Iterator[Edit]:
    """What would be done with a file, or with each part of it, once its preview was shown."""
    found = importing.read_file(file, answers=answers)
    if isinstance(found, Document):
        yield ImportDocument(found, "file")
    elif isinstance(found, SharedPlan):
        yield AddPlan(1, found.plan, None, found.exercises)
    elif isinstance(found, TrainingTable):
        choices = proposed(names_in_file(profile, 1, found))
        training_import.plan_sentence(training_import.preview(profile, 1, found, choices))
        yield ImportTraining(1, found, tuple(choices.items()), "file")
    elif isinstance(found, MeasurementTable):
        meant = importing.proposed(found)
        importing.plan_sentence(importing.preview(profile, 1, found, meant))
        yield ImportTable(1, found, tuple(meant.items()), "file")
    elif isinstance(found, Several):
        for part in found.parts:
            yield from _edits(profile, file, replace(answers, part=part.name))
    else:
        assert isinstance(found, UnknownTable) and found.sample
        mapping = guess(found.sample, found.delimiter).mapping
        if answers.mapping is None and not mapping.missing:
            yield from _edits(profile, file, replace(answers, mapping=mapping))
