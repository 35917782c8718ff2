"""The small file of a shared plan: laid out for people to read, and wrong places are found in it."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legwork.domain.plan.model import Plan
from legwork.domain.units import UnitSystem
from legwork.errors import UserError
from legwork.formats.plan_file import dump, load, looks_like, place_of
from legwork.formats.plan_text import PlanTextError, read_plan
from plan_strategies import PLANS
from strategies import own_exercises

PLAN = read_plan(
    "Plan: Legs\nBlock: Base (deload)\nWeek\nSession: A (Monday)\nsquat: 3x8 60kg; “slow”\n[A] row: 2x8\n",
    UnitSystem.METRIC,
)
TEXT = """\
{
 "format": "legwork-plan",
 "version": 1,
 "name": "Legs",
 "blocks": [
  {
   "kind": "deload",
   "name": "Base",
   "weeks": [
    {
     "sessions": [
      {
       "name": "A",
       "weekday": 0,
       "entries": [
        {"exercise": "squat", "cell": "3x8 60kg; “slow”", "rule": "fixed", "superset": null, "note": ""},
        {"exercise": "row", "cell": "2x8", "rule": "fixed", "superset": 1, "note": ""}
       ]
      }
     ]
    }
   ]
  }
 ],
 "exercises": []
}
"""


def test_it_is_written_for_people_to_read() -> None:
    assert dump(PLAN).decode() == TEXT
    assert load(TEXT, UnitSystem.METRIC) == (PLAN, ())


@settings(max_examples=40, deadline=None)
@given(PLANS, st.lists(st.sampled_from(["own_a", "own_b"]).flatmap(own_exercises), unique_by=lambda one: one.key))
def test_round_trip(plan: Plan, exercises: list[Any]) -> None:
    text = dump(plan, exercises).decode()
    assert looks_like(text)
    assert load(text, UnitSystem.IMPERIAL) == (plan, tuple(exercises))
    assert json.loads(text)["name"] == plan.name


def test_a_load_without_a_unit_is_in_the_readers_own() -> None:
    plan, _ = load(TEXT.replace("60kg", "60"), UnitSystem.IMPERIAL)
    assert plan.blocks[0].weeks[0].sessions[0].entries[0].prescription.load.quantity.unit == "lb"  # type: ignore


@pytest.mark.parametrize(
    ("old", "new", "at"),
    [
        ('"deload"', '"rest"', '"rest"'),
        ('"3x8 60kg', '"3x8 60kg 70kg', "70kg"),
        ('"2x8"', '"2x0"', '0", "rule"'),
        ('"superset": 1', '"superset": 99', "99"),
        ('"weekday": 0', '"weekday": "Monday"', '"Monday"'),
        ('"rule": "fixed", "superset": 1', '"rule": "up", "superset": 1', '"up"'),
        ('"note": ""}\n', '"note": "", "colour": 1}\n', "1}"),
        ('"cell": "2x8", ', "", '{"exercise": "row"'),
        ('"exercises": []', '"exercises": [{"key": "squat"}]', '{"key": "squat"}'),
        ('"version": 1', '"version": 0', "0"),
        ('"version": 1', '"version": true', "true"),
        ('"exercises": []', '"extra": [], "exercises": []', "[], "),
        ('"exercises": []\n}', '"exercises": []\n', ""),
        ('"name": "A",', '"name": "A"', '"weekday"'),
    ],
)
def test_what_is_wrong_is_named_by_line_and_column(old: str, new: str, at: str) -> None:
    assert TEXT.count(old) == 1
    text = TEXT.replace(old, new)
    with pytest.raises(PlanTextError, match=r"^Line \d+, column \d+: .*\.$") as refused:
        load(text, UnitSystem.METRIC)
    place = sum(len(line) + 1 for line in text.split("\n")[: refused.value.line - 1]) + refused.value.column - 1
    assert text[place:].startswith(at)


@pytest.mark.parametrize("text", ["{}", '{"format": "legwork", "version": 1}', '{"format": 3}', "[1]", "3", "null"])
def test_other_json_is_refused(text: str) -> None:
    with pytest.raises(UserError, match="not a plan that Legwork shared"):
        load(text, UnitSystem.METRIC)


_NAMES = st.from_regex(r"\A[a-z\"{ü]{1,3}\Z")
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.from_regex(r"\A[a-z\"{ü]{1,3}\Z"), inner, max_size=3)
    ),
    max_leaves=12,
)


@given(_JSON, st.sampled_from([None, 0, 2]))
def test_every_place_is_found(tree: object, indent: int | None) -> None:
    text = json.dumps(tree, indent=indent, ensure_ascii=False)
    found: list[tuple[str, object]] = [("", tree)]
    while found:
        where, value = found.pop()
        line, column = place_of(text, where)
        lines = text.split("\n")
        place = sum(len(one) + 1 for one in lines[: line - 1]) + column - 1
        assert json.JSONDecoder().raw_decode(text, place)[0] == value
        if isinstance(value, dict):
            found += [(f"{where}.{key}", one) for key, one in value.items() if re.fullmatch("[a-zü]+", key)]
        elif isinstance(value, list):
            found += [(f"{where}[{at}]", one) for at, one in enumerate(value)]


@given(st.text(max_size=40).map(lambda text: "{" + text))
def test_no_text_does_harm(text: str) -> None:
    with pytest.raises(UserError):
        load(text, UnitSystem.METRIC)
