"""Questions out of a plain tree: a good one comes through whole, a bad one is refused with its place."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from legwork.domain.questionnaire import LONGEST_TEXT, Option, Question, known_picks, questions_in

Tree = list[dict[str, Any]]

GOOD: Tree = [
    {
        "key": "days",
        "text": "How many days?",
        "why": "It matters.",
        "multiple": False,
        "options": [{"key": "one", "text": "One"}, {"key": "2_or_more", "text": "Two or more"}],
    },
    {
        "key": "pain",
        "text": "Where does it hurt?",
        "why": "To spare it.",
        "multiple": True,
        "options": [{"key": "knee", "text": "Knee"}, {"key": "none", "text": "Nowhere", "alone": True}],
    },
]


def test_a_good_tree_becomes_questions() -> None:
    days, pain = questions_in(GOOD)
    one_or_two = (Option("one", "One"), Option("2_or_more", "Two or more"))
    assert days == Question("days", "How many days?", "It matters.", one_or_two, multiple=False)
    assert pain.multiple
    assert [one.alone for one in pain.options] == [False, True]


def _set(place: int, **values: object) -> Callable[[Tree], None]:
    return lambda tree: tree[place].update(values)


def _option(place: int, **values: object) -> Callable[[Tree], None]:
    return lambda tree: tree[place]["options"][0].update(values)


@pytest.mark.parametrize(
    ("spoil", "complaint"),
    [
        (lambda tree: tree.clear(), "questions: a list with something in it"),
        (lambda tree: tree.append("days"), "question 3: a group of values"),
        (lambda tree: tree[0].pop("why"), "question 1: why is missing"),
        (_set(0, weight=3), "question 1: weight is not known"),
        (_set(0, key="Leg days"), "Leg days"),
        (_set(0, key=""), "question 1, key: one line"),
        (_set(1, key="days"), "questions: days is there twice"),
        (_set(0, text=" "), "question days, text: one line"),
        (_set(0, text="two\nlines"), "question days, text: one line"),
        (_set(0, text="x" * (LONGEST_TEXT + 1)), "question days, text: one line"),
        (_set(0, text=None), "question days, text: one line"),
        (_set(0, multiple=1), "multiple is either true or false"),
        (_set(0, options={}), "question days: a list with something"),
        (_set(0, options=[{"key": "one", "text": "One"}]), "question days: at least two options"),
        (_option(0, key="2_or_more"), "question days: 2_or_more is there twice"),
        (_option(0, text=""), "question days, option 1, text: one line"),
        (_option(0, alone="yes"), "question days, option 1: alone is either"),
        (_option(0, alone=True), "question days: an option can only stand alone"),
    ],
)
def test_a_bad_tree_is_refused_with_its_place(spoil: Callable[[Tree], None], complaint: str) -> None:
    tree = copy.deepcopy(GOOD)
    spoil(tree)
    with pytest.raises(ValueError, match=complaint):
        questions_in(tree)


@pytest.mark.parametrize("tree", [None, {}, "questions", 3])
def test_what_is_no_list_is_refused(tree: object) -> None:
    with pytest.raises(ValueError, match="a list"):
        questions_in(tree)


def test_unknown_and_unsure_options_count_as_not_answered() -> None:
    known = {"one", "two", "unsure"}
    assert known_picks({"days": ("two", "seven", "unsure")}, "days", known) == {"two"}
    assert known_picks({"days": ("seven",)}, "days", known) == frozenset()
    assert known_picks({}, "days", known) == frozenset()
