"""Legwork's own document: nothing is lost, nothing wrong is let in."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from document_example import EXAMPLE, changed
from legwork.domain.sites import Kind, Spot
from legwork.errors import UserError
from legwork.formats import legwork_json
from legwork.formats.legwork_json import dump, load, looks_like
from legwork.formats.records import (
    CheckInRecord,
    Document,
    ReadingRecord,
)
from strategies import documents, quantities

_NEW_IN_2 = {"goals", "programme_changes", "chart_views"}
_NEW_IN_3 = {"lifts", "choices"}
_NEW_IN_4 = {"plans", "own_exercises"}
_NEW_IN_5 = {"workouts", "exercise_names", "refused_proposals"}
_NEW_IN_6 = {"food", "food_items"}
_NEW_IN = {1: set(), 2: _NEW_IN_2, 3: _NEW_IN_3, 4: _NEW_IN_4, 5: _NEW_IN_5, 6: _NEW_IN_6}

_TEXTS = st.text(st.characters(codec="utf-8"), max_size=12)


@st.composite
def _any_check_ins(draw: st.DrawFn, kinds: dict[Spot, Kind]) -> tuple[CheckInRecord, ...]:
    """Also such as the program never keeps: in any order, without a word or a reading."""
    found = []
    for day in draw(st.lists(st.dates(), unique=True, max_size=3)):
        spots = draw(st.lists(st.sampled_from(sorted(kinds)), unique=True, max_size=3))
        readings = [
            ReadingRecord(spot, quantity, draw(_TEXTS))
            for spot in spots
            for quantity in draw(st.lists(quantities(kinds[spot]), max_size=3))
        ]
        said = st.none() | st.booleans()
        found.append(CheckInRecord(day, draw(_TEXTS), draw(said), draw(said), tuple(readings)))
    return tuple(found)


@settings(deadline=None)
@given(documents(_TEXTS, _any_check_ins))
def test_round_trip_to_the_byte(document: Document) -> None:
    data = dump(document)
    assert looks_like(data)
    again = load(data)
    assert again == document
    assert hash(again) == hash(document)
    assert dump(again) == data


def test_it_is_written_for_people_to_read() -> None:
    text = dump(EXAMPLE).decode()
    assert text.startswith('{\n "format": "legwork",\n "version": 7,\n "settings": {\n  "look.text": "150 %",\n')
    assert text.endswith("}\n")
    for line in (
        '"name": "Zoë 🦵"', '"spot": "calf:left"', '"value": 0.30000000000000004', '"entered": "15 1/4"',
        '"lift": "split_squat"', '"side": "left"', '"rir": 2.0', '"rir": null', '"pick": "bicycle"',
        '"measure": "site/calf:left"', '"due": "2025-12-31"', '"text": "Squats “deep”, twice a week"', '"name": "Ärme"',
        '"cell": "3x6-8 225lb @2 RIR; slow"', '"rule": "double 6-8 +5lb"', '"starts_on": "2025-01-06"', '"superset": 1',
        '"muscle": "glutes"', '"start": "18:05:00"', '"felt": 3', '"kind": "warm_up"', '"load": 102.058283',
        '"distance_m": 12.5', '"name": "Kniebeuge"', '"topic": "squat"',
        '"entered": "1800+240"', '"name": "Tvaroh “s medem”"',
    ):  # fmt: skip
        assert line in text


def test_equal_documents_are_equal_whatever_the_order_of_settings() -> None:
    other = Document({"look.text": "150 %", "theme": "dark"}, EXAMPLE.people)
    assert other == EXAMPLE
    assert dump(other) == dump(EXAMPLE)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_an_editor_may_have_saved_it_again(encoding: str) -> None:
    data = dump(EXAMPLE).decode().replace("\n", "\r\n").encode(encoding)
    assert looks_like(data)
    assert load(data) == EXAMPLE


def _as_version(version: int) -> Any:
    """EXAMPLE as an earlier version wrote it."""
    tree = json.loads(dump(EXAMPLE))
    tree["version"] = version
    later = {key for since, keys in _NEW_IN.items() if since > version for key in keys}
    tree["people"] = [{key: value for key, value in one.items() if key not in later} for one in tree["people"]]
    for person in tree["people"] if version < 7 else ():
        for day in person.get("food", ()):
            for amount in day["amounts"]:
                del amount["source"]
    return tree


def test_what_earlier_versions_wrote_is_still_read() -> None:
    [zoe] = EXAMPLE.people
    typed = tuple(
        dataclasses.replace(one, amounts=tuple(dataclasses.replace(each, source="typed") for each in one.amounts))
        for one in zoe.food
    )
    sixth = dataclasses.replace(zoe, food=typed)
    fifth = dataclasses.replace(zoe, food=(), food_items=())
    fourth = dataclasses.replace(fifth, workouts=(), exercise_names=(), refused=())
    third = dataclasses.replace(fourth, plans=(), own_exercises=())
    second = dataclasses.replace(third, lifts=(), choices=())
    first = dataclasses.replace(second, goals=(), programme_changes=(), chart_views=())
    for version, person in ((1, first), (2, second), (3, third), (4, fourth), (5, fifth), (6, sixth)):
        found = load(json.dumps(_as_version(version)).encode())
        assert found == Document(EXAMPLE.settings, (person,))
        assert load(dump(found)) == found
        assert b'"version": 7' in dump(found)


@pytest.mark.parametrize(("since", "key"), [(since, key) for since, keys in _NEW_IN.items() for key in sorted(keys)])
def test_a_version_has_what_came_with_it_always_and_those_before_never(since: int, key: str) -> None:
    for version in range(1, since):
        earlier = _as_version(version)
        earlier["people"][0][key] = []
        with pytest.raises(UserError, match=rf"at people\[0\].{key}, there is something that this version"):
            load(json.dumps(earlier).encode())
    lacking = _as_version(since)
    del lacking["people"][0][key]
    with pytest.raises(UserError, match=rf"at people\[0\].{key}, a value is missing"):
        load(json.dumps(lacking).encode())
    with pytest.raises(UserError, match=rf"at people\[0\].{key}, a value is missing"):
        load(changed(f"people/0/{key}", KeyError))


def test_the_same_set_of_a_day_stands_there_once() -> None:
    tree = json.loads(dump(EXAMPLE))
    lifts = tree["people"][0]["lifts"]
    lifts.append({**lifts[1], "side": "right"})
    assert len(load(json.dumps(tree).encode()).people[0].lifts) == 3
    lifts.append({**lifts[1], "reps": 3})
    with pytest.raises(UserError, match=r"at people\[0\].lifts\[3\], the same stands there twice"):
        load(json.dumps(tree).encode())


def test_a_zero_that_was_written_below_zero_is_none() -> None:
    found = load(changed("people/0/goals/0/value", -0.0))
    assert dump(found) == dump(EXAMPLE)


_READING = "people/0/check_ins/0/readings/0"
_GOAL, _CHANGE, _VIEW = "people/0/goals/1", "people/0/programme_changes/1", "people/0/chart_views/1"
_LIFT, _CHOICE = "people/0/lifts/1", "people/0/choices/1"
_PLAN, _SLED = "people/0/plans/0", "people/0/own_exercises/0"
_SESSION = f"{_PLAN}/blocks/0/weeks/0/sessions/0"
_ENTRY = f"{_SESSION}/entries/1"


@pytest.mark.parametrize(
    ("path", "value", "where"),
    [
        ("people", {}, "people"),
        ("people", KeyError, "people"),
        ("colour", 1, "colour"),
        ("version", "1", "version"),
        ("version", True, "version"),
        ("version", 0, "version"),
        ("settings/theme", 1, "settings.theme"),
        ("settings", [], "settings"),
        ("people/0", 3, r"people\[0\]"),
        ("people/0/uid", "", r"people\[0\].uid"),
        ("people/0/shoe_size", 44, r"people\[0\].shoe_size"),
        ("people/0/sex", "m", r"people\[0\].sex"),
        ("people/0/birth_date", "19900228", r"people\[0\].birth_date"),
        ("people/0/stature/unit", "kg", r"people\[0\].stature.unit"),
        ("people/0/units", "si", r"people\[0\].units"),
        ("people/0/check_in_weekday", 7, r"people\[0\].check_in_weekday"),
        ("people/0/check_in_weekday", True, r"people\[0\].check_in_weekday"),
        ("people/0/tracked/0", "tail", r"people\[0\].tracked\[0\]"),
        ("people/0/tracked/2", "calf", r"people\[0\].tracked\[2\]"),
        ("people/0/custom_sites/0/key", "calf", r"people\[0\].custom_sites\[0\].key"),
        ("people/0/custom_sites/0/sided", 1, r"people\[0\].custom_sites\[0\].sided"),
        ("people/0/check_ins/0/day", "2025-02-30", r"people\[0\].check_ins\[0\].day"),
        ("people/0/check_ins/0/note", None, r"people\[0\].check_ins\[0\].note"),
        ("people/0/check_ins/0/morning", "yes", r"people\[0\].check_ins\[0\].morning"),
        (f"{_READING}/spot", "calf:middle", r"people\[0\].check_ins\[0\].readings\[0\].spot"),
        (f"{_READING}/spot", "neck:left", r"readings\[0\].spot"),
        (f"{_READING}/spot", "calf:none", r"readings\[0\].spot"),
        (f"{_READING}/value", "38", r"readings\[0\].value"),
        (f"{_READING}/value", True, r"readings\[0\].value"),
        (f"{_READING}/value", 0, r"readings\[0\].value"),
        (f"{_READING}/value", 10**400, r"readings\[0\].value"),
        (f"{_READING}/unit", "kg", r"readings\[0\].unit"),
        (f"{_READING}/entered", 38.2, r"readings\[0\].entered"),
        (f"{_READING}/source", "\ud800", r"readings\[0\].source"),
        ("people/1", json.loads(dump(EXAMPLE))["people"][0], r"people\[1\].uid"),
        (
            "people/0/check_ins/1",
            {"day": "2025-01-14", "note": "", "morning": None, "trained_legs": None, "readings": []},
            r"people\[0\].check_ins\[1\].day",
        ),
        ("people/0/goals", {}, r"people\[0\].goals"),
        (f"{_GOAL}/measure", "", r"people\[0\].goals\[1\].measure"),
        (f"{_GOAL}/measure", 7, r"goals\[1\].measure"),
        (f"{_GOAL}/measure", "difference/calf", r"goals\[1\].measure"),
        (f"{_GOAL}/value", -0.1, r"goals\[1\].value"),
        (f"{_GOAL}/value", 10_000.1, r"goals\[1\].value"),
        (f"{_GOAL}/value", 10**400, r"goals\[1\].value"),
        (f"{_GOAL}/value", True, r"goals\[1\].value"),
        (f"{_GOAL}/value", "16", r"goals\[1\].value"),
        (f"{_GOAL}/value", None, r"goals\[1\].value"),
        (f"{_GOAL}/unit", "ml", r"goals\[1\].unit"),
        (f"{_GOAL}/unit", None, r"goals\[1\].unit"),
        (f"{_GOAL}/entered", 16, r"goals\[1\].entered"),
        (f"{_GOAL}/due", "2025-02-30", r"goals\[1\].due"),
        (f"{_GOAL}/due", None, r"goals\[1\].due"),
        (f"{_GOAL}/due", "2025-01-14", r"goals\[1\].due"),
        (f"{_GOAL}/set_on", "14.1.2025", r"goals\[1\].set_on"),
        (f"{_GOAL}/set_on", KeyError, r"goals\[1\].set_on"),
        (f"{_GOAL}/reached", False, r"goals\[1\].reached"),
        (f"{_CHANGE}/day", "soon", r"programme_changes\[1\].day"),
        (f"{_CHANGE}/text", "", r"programme_changes\[1\].text"),
        (f"{_CHANGE}/text", "two\nlines", r"programme_changes\[1\].text"),
        (f"{_CHANGE}/text", " Zercher", r"programme_changes\[1\].text"),
        (f"{_CHANGE}/text", "x" * 201, r"programme_changes\[1\].text"),
        (f"{_CHANGE}/text", None, r"programme_changes\[1\].text"),
        (f"{_CHANGE}/text", "Squats “deep”, twice a week", r"programme_changes\[1\]"),
        (f"{_VIEW}/name", "", r"chart_views\[1\].name"),
        (f"{_VIEW}/name", "x" * 81, r"chart_views\[1\].name"),
        (f"{_VIEW}/name", "LEGS, ALL", r"chart_views\[1\].name"),
        (f"{_VIEW}/spec", {"spots": []}, r"chart_views\[1\].spec"),
        (f"{_VIEW}/spec", "\ud800", r"chart_views\[1\].spec"),
        (f"{_VIEW}/colour", "red", r"chart_views\[1\].colour"),
        ("people/0/lifts", {}, r"people\[0\].lifts"),
        (f"{_LIFT}/day", "yesterday", r"lifts\[1\].day"),
        (f"{_LIFT}/lift", "curl", r"lifts\[1\].lift"),
        (f"{_LIFT}/lift", None, r"lifts\[1\].lift"),
        (f"{_LIFT}/lift", "squat", r"lifts\[1\].side"),
        (f"{_LIFT}/side", "none", r"lifts\[1\].side"),
        (f"{_LIFT}/side", "middle", r"lifts\[1\].side"),
        (f"{_LIFT}/side", KeyError, r"lifts\[1\].side"),
        (f"{_LIFT}/value", 0, r"lifts\[1\].value"),
        (f"{_LIFT}/value", 1000.5, r"lifts\[1\].value"),
        (f"{_LIFT}/value", "22.5", r"lifts\[1\].value"),
        (f"{_LIFT}/unit", "cm", r"lifts\[1\].unit"),
        (f"{_LIFT}/reps", 0, r"lifts\[1\].reps"),
        (f"{_LIFT}/reps", 51, r"lifts\[1\].reps"),
        (f"{_LIFT}/reps", 5.0, r"lifts\[1\].reps"),
        (f"{_LIFT}/reps", True, r"lifts\[1\].reps"),
        (f"{_LIFT}/rir", -0.5, r"lifts\[1\].rir"),
        (f"{_LIFT}/rir", 10.5, r"lifts\[1\].rir"),
        (f"{_LIFT}/rir", "2", r"lifts\[1\].rir"),
        (f"{_LIFT}/rir", KeyError, r"lifts\[1\].rir"),
        (f"{_LIFT}/rpe", 8, r"lifts\[1\].rpe"),
        ("people/0/plans", {}, r"people\[0\].plans"),
        (f"{_PLAN}/uid", "", r"plans\[0\].uid"),
        (f"{_PLAN}/uid", "x" * 33, r"plans\[0\].uid"),
        (f"{_PLAN}/uid", "ff01", r"plans\[1\].uid"),
        (f"{_PLAN}/name", "", r"plans\[0\].name"),
        (f"{_PLAN}/name", "two\nlines", r"plans\[0\].name"),
        (f"{_PLAN}/starts_on", "Monday", r"plans\[0\].starts_on"),
        (f"{_PLAN}/blocks", [{"kind": "accumulate", "name": "", "weeks": [{"sessions": []}] * 61}], r"\[0\].blocks"),
        (f"{_PLAN}/blocks/0/kind", "rest", r"blocks\[0\].kind"),
        (f"{_PLAN}/blocks/0/name", "x" * 81, r"blocks\[0\].name"),
        (f"{_PLAN}/blocks/0/weeks/0/days", 3, r"weeks\[0\].days"),
        (f"{_PLAN}/blocks/0/weeks/0/sessions", [{"name": "", "weekday": None, "entries": []}] * 8, r"\[0\].sessions"),
        (f"{_SESSION}/weekday", 7, r"sessions\[0\].weekday"),
        (f"{_SESSION}/weekday", True, r"sessions\[0\].weekday"),
        (f"{_SESSION}/name", " A", r"sessions\[0\].name"),
        (f"{_ENTRY}/exercise", "", r"entries\[1\].exercise"),
        (f"{_ENTRY}/exercise", "x" * 81, r"entries\[1\].exercise"),
        (f"{_ENTRY}/cell", "3x0", r"entries\[1\].cell"),
        (f"{_ENTRY}/cell", "", r"entries\[1\].cell"),
        (f"{_ENTRY}/cell", None, r"entries\[1\].cell"),
        (f"{_ENTRY}/rule", "as it goes", r"entries\[1\].rule"),
        (f"{_ENTRY}/superset", 0, r"entries\[1\].superset"),
        (f"{_ENTRY}/superset", 27, r"entries\[1\].superset"),
        (f"{_ENTRY}/note", "x" * 201, r"entries\[1\].note"),
        (f"{_ENTRY}/note", KeyError, r"entries\[1\].note"),
        ("people/0/own_exercises", {}, r"people\[0\].own_exercises"),
        (_SLED, None, r"own_exercises\[0\]"),
        (f"{_SLED}/key", "squat", r"own_exercises\[0\]"),
        (f"{_SLED}/name", "", r"own_exercises\[0\]"),
        (f"{_SLED}/pattern", "dance", r"own_exercises\[0\]"),
        (f"{_SLED}/muscles/0/share", 2, r"own_exercises\[0\]"),
        (f"{_SLED}/cues", ["x"] * 5, r"own_exercises\[0\]"),
        (f"{_SLED}/region", KeyError, r"own_exercises\[0\]"),
        ("people/0/choices", None, r"people\[0\].choices"),
        (f"{_CHOICE}/topic", "", r"choices\[1\].topic"),
        (f"{_CHOICE}/topic", "x" * 81, r"choices\[1\].topic"),
        (f"{_CHOICE}/pick", "two\nlines", r"choices\[1\].pick"),
        (f"{_CHOICE}/pick", ["a"], r"choices\[1\].pick"),
        (f"{_CHOICE}/pick", "upper_body", r"choices\[1\].pick"),
        (f"{_CHOICE}/picked_on", None, r"choices\[1\].picked_on"),
        (f"{_CHOICE}/weight", 1, r"choices\[1\].weight"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(path: str, value: object, where: str) -> None:
    with pytest.raises(UserError, match=f"at .*{where}, "):
        load(changed(path, value))


@pytest.mark.parametrize(
    ("name", "person", "site"),
    [
        ("Bob\nLine two", "Bob Line two", "Bob Line two"),
        (" Ada\u2028\t ", "Ada", "Ada"),
        ("", "5f0c", "own_scar"),
        ("\n", "5f0c", "own_scar"),
        ("x" * 200, "x" * 200, "x" * 79 + "…"),
        ("x" * 5000, "x" * 199 + "…", "x" * 79 + "…"),
    ],
)
def test_names_that_nobody_can_type_are_mended_and_come_back(name: str, person: str, site: str) -> None:
    tree = json.loads(dump(EXAMPLE))
    tree["people"][0]["name"] = tree["people"][0]["custom_sites"][0]["name"] = name
    document = load(json.dumps(tree).encode())
    assert (document.people[0].name, document.people[0].custom_sites[0].name) == (person, site)
    assert load(dump(document)) == document


def test_a_fourth_reading_of_a_spot_is_not_dropped_in_silence() -> None:
    tree = json.loads(dump(EXAMPLE))
    readings = tree["people"][0]["check_ins"][0]["readings"]
    readings.extend([readings[0]] * 2)
    with pytest.raises(UserError, match=r"readings\[5\]"):
        load(json.dumps(tree).encode())


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (changed("version", 8), "update Legwork"),
        (changed("format", "other"), "not a Legwork document"),
        (b"[]", "not a Legwork document"),
        (dump(EXAMPLE)[:300], "cut off"),
        (b'{"format": "legwork", "format": "legwork"}', "stands twice"),
        (b'{"format": "legwork", "version": NaN}', "not a number"),
        (b'{"format": "legwork", "version": -Infinity}', "not a number"),
        (b'{"format": "legwork", "version": ' + b"9" * 10_000 + b"}", "damaged"),
        (b'{"format": "legwork", "version": ' + b"[" * 100_000, "damaged"),
        (b'{"format": "legwork", "version": "\xff"}', "UTF-8"),
    ],
)
def test_damaged_documents(data: bytes, sentence: str) -> None:
    with pytest.raises(UserError, match=sentence):
        load(data)


@pytest.mark.parametrize("data", [b"", b"date,waist_cm\n", b'{"format": "other"}', b"[]", b"\xff\xfe\x00"])
def test_other_files_do_not_look_like_it(data: bytes) -> None:
    assert not looks_like(data)


@pytest.mark.parametrize(("limit", "most"), [("MAX_BYTES", 1_000), ("MAX_VALUES", 20), ("MAX_GROUPS", 20)])
def test_a_document_that_would_fill_the_memory_is_not_parsed(
    monkeypatch: pytest.MonkeyPatch, limit: str, most: int
) -> None:
    monkeypatch.setattr(legwork_json, limit, most)
    with pytest.raises(UserError, match="larger than any export"):
        legwork_json.load(legwork_json.dump(EXAMPLE))


def test_the_limits_leave_room_for_twenty_years_of_everything() -> None:
    data = legwork_json.dump(EXAMPLE)  # as thick as any: what it lacks in length, it has in kinds of values
    times = legwork_json.MAX_BYTES / len(data)
    assert data.count(b",") * times < legwork_json.MAX_VALUES
    assert (data.count(b"{") + data.count(b"[")) * times < legwork_json.MAX_GROUPS


@pytest.mark.parametrize("value", ["[" * 100_000, "1" * 5_000])
def test_depths_and_digits_are_one_sentence(value: str) -> None:
    with pytest.raises(UserError, match="something that no export has"):
        legwork_json.load(f'{{"format": "legwork", "version": {value}'.encode())
