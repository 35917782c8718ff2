"""Why legs are small: written cases come out as a sensible coach would put them, and the ranking keeps its word."""

from __future__ import annotations

import math
from dataclasses import fields, replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cause_cases import CASES, TRAINS_WELL, Answers, Case, but
from legwork.domain.causes.diagnosis import Hypothesis, Support, diagnose, hypotheses, in_words
from legwork.domain.causes.evidence import Cause, Direction, Observed
from legwork.domain.causes.rules import KNOWN, RULES, Rule
from legwork.domain.sites import Side
from legwork.domain.standing import Legs
from legwork.domain.strength_balance import RatioCall
from legwork.domain.verdict import Call


def _of(cause: Cause, answers: Answers, observed: Observed) -> Hypothesis:
    [found] = [one for one in hypotheses(answers, observed) if one.key is cause]
    return found


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_cases(case: Case) -> None:
    found = diagnose(case.answers, case.observed)
    by_cause = {one.key: one for one in found.hypotheses}
    assert found.legs is case.legs
    assert tuple(one.key for one in found.hypotheses)[: len(case.top)] == case.top
    assert {cause: by_cause[cause].support for cause in case.supports} == dict(case.supports)
    for cause, direction, origin, words in case.evidence:
        texts = [one.text for one in by_cause[cause].towards(direction) if one.origin == origin]
        assert any(words in text for text in texts), f"{cause}: {origin} {direction}: {texts}"


def test_a_contradiction_lowers_a_cause_and_does_not_hide_it() -> None:
    observed = Observed(legs=Legs.BEHIND)
    plain = _of(Cause.SPLIT, {"leg_share": ("under_10",)}, observed)
    mixed = _of(Cause.SPLIT, {"leg_share": ("under_10",), "leg_days": ("three_or_more",)}, observed)
    assert mixed.net < plain.net
    assert mixed.towards(Direction.FOR) == plain.towards(Direction.FOR)
    assert mixed.towards(Direction.AGAINST)


def test_the_log_counts_more_than_what_was_said() -> None:
    said = {"leg_days": ("three_or_more",)}
    assert _of(Cause.FREQUENCY, said, Observed()).net == -3
    logged = _of(Cause.FREQUENCY, said, Observed(leg_days_logged=1.0))
    assert [one.weight for one in logged.towards(Direction.FOR)] == [3]
    assert [one.weight for one in logged.towards(Direction.AGAINST)] == [1]
    agreed = _of(Cause.FREQUENCY, said, Observed(leg_days_logged=2.8))
    assert [one.weight for one in agreed.towards(Direction.AGAINST)] == [3, 3]
    assert not any("not what you answered" in one.text for one in agreed.evidence)


def test_the_lifts_count_more_than_what_was_felt() -> None:
    found = _of(Cause.SIDES, {"weaker_leg": ("left",)}, Observed(weaker_leg=Side.RIGHT))
    texts = {one.origin: one.text for one in found.towards(Direction.FOR)}
    assert "right leg does less. That is not what you answered" in found.towards(Direction.FOR)[0].text
    assert set(texts) == {"weaker_leg"}


@pytest.mark.parametrize(
    ("call", "directions"),
    [
        (RatioCall.LOW, [Direction.FOR]),
        (RatioCall.HIGH, [Direction.AGAINST]),
        (RatioCall.MAYBE_LOW, []),
        (RatioCall.MAYBE_HIGH, []),
        (RatioCall.USUAL, []),
        (RatioCall.NO_REFERENCE, [Direction.MISSING]),
        (None, [Direction.MISSING]),
    ],
)
def test_only_a_squat_that_surely_stands_out_says_something(
    call: RatioCall | None, directions: list[Direction]
) -> None:
    found = _of(Cause.SPLIT, {}, Observed(squat_bench_call=call)).evidence
    assert [one.direction for one in found if one.origin == "squat_bench_call"] == directions


def test_weight_within_its_error_is_no_loss() -> None:
    noisy = _of(Cause.FOOD, {}, Observed(weight_rate=-0.005, weight_rate_sd=0.004))
    alone = _of(Cause.FOOD, {}, Observed(weight_rate=-0.005))
    assert not noisy.towards(Direction.FOR)
    assert alone.support is Support.UNKNOWN


def test_a_number_that_is_none_is_not_known() -> None:
    numbers = {one.name for one in fields(Observed)} - {
        "legs",
        "check_ins",
        "sides_differ",
        "weaker_leg",
        "leg_girth_call",
    }
    nothing = Observed(**dict.fromkeys(numbers, math.nan))  # type: ignore[arg-type]
    assert diagnose(TRAINS_WELL, nothing) == diagnose(TRAINS_WELL, Observed())


def test_legs_ahead_are_said_to_be_ahead() -> None:
    ahead = diagnose(TRAINS_WELL, Observed(legs=Legs.AHEAD))
    assert not ahead.explains
    assert "ahead of your upper body" in ahead.sentence
    assert not diagnose(TRAINS_WELL, Observed(legs=Legs.MIDDLE)).explains
    assert diagnose(TRAINS_WELL, Observed(legs=Legs.BEHIND)).explains
    assert diagnose(TRAINS_WELL, Observed()).explains


def test_growing_legs_speak_for_patience() -> None:
    growing = Observed(legs=Legs.BEHIND, leg_girth_call=Call.GROWING, leg_girth_rate=0.31)
    answers = but(progress="same", plan_time="2_to_6_months")
    assert _of(Cause.TIME, answers, growing).net > _of(Cause.TIME, answers, Observed(legs=Legs.BEHIND)).net
    assert _of(Cause.EFFORT, answers, growing).net < _of(Cause.EFFORT, answers, Observed(legs=Legs.BEHIND)).net
    assert any("0.31 cm a month" in one.text for one in _of(Cause.TIME, answers, growing).evidence)


def test_sitting_never_takes_much_of_the_blame() -> None:
    most = {"sitting": ("over_10",), "steps": ("under_4000",)}
    assert _of(Cause.SITTING, most, Observed(legs=Legs.BEHIND)).support is Support.SOME


def test_frame_is_never_called_fate_nor_given_a_percentage() -> None:
    frame = _of(Cause.FRAME, CASES["slim frame"].answers, CASES["slim frame"].observed)
    assert "not whether legs grow" in frame.advice
    assert not any("%" in text for text in (frame.advice, *(one.text for one in frame.evidence)))


def test_what_is_missing_is_what_was_not_answered() -> None:
    some = {"leg_days": ("two",), "leg_share": ("unsure",), "split": ("nonsense",)}
    missing = {one.origin for one in _of(Cause.SPLIT, some, Observed()).towards(Direction.MISSING)}
    assert {"split", "leg_share", "leg_lifts"} <= missing
    assert "leg_days" not in missing


def test_every_standing_has_words_and_every_cause_advice() -> None:
    assert [in_words(one) for one in Support][:2] == ["much speaks for it", "some speaks for it"]
    assert len({in_words(one) for one in Support}) == len(Support)
    for one in hypotheses({}, Observed()):
        assert 2 <= one.advice.count(". ") + 1 <= 5
        assert one.name and one.name != one.key


def _picks(question: str) -> st.SearchStrategy[tuple[str, ...]]:
    options = [*sorted(KNOWN[question]), "unsure", "nonsense"]
    return st.lists(st.sampled_from(options), max_size=4).map(tuple)


ANSWERS = st.fixed_dictionaries({}, optional={question: _picks(question) for question in KNOWN})
_NUMBER = st.none() | st.just(math.nan) | st.floats(-4, 4)
OBSERVED = st.builds(
    Observed,
    **{one.name: _NUMBER for one in fields(Observed) if one.name not in ("check_ins", "sides_differ")}
    | {
        "legs": st.sampled_from(Legs),
        "leg_girth_call": st.none() | st.sampled_from(Call),
        "weight_rate": _NUMBER.map(lambda rate: rate and rate / 300),
        "weight_rate_sd": st.none() | st.floats(0, 0.01),
        "sides_differ": st.none() | st.lists(st.sampled_from(["calf", "upper_thigh", "flexed_arm"])).map(tuple),
        "weaker_leg": st.none() | st.sampled_from(Side),
        "squat_bench_call": st.none() | st.sampled_from(RatioCall),
        "hard_sets_legs_share": st.none() | st.floats(0, 1),
        "leg_days_logged": st.none() | st.floats(0, 7),
        "check_ins": st.none() | st.integers(0, 500),
    },
)


@settings(deadline=None)
@given(ANSWERS, OBSERVED)
def test_any_answers_give_every_cause_once_in_order(answers: Answers, observed: Observed) -> None:
    found = diagnose(answers, observed)
    assert sorted(one.key for one in found.hypotheses) == sorted(Cause)
    places = [(list(Support).index(one.support), -one.net, list(Cause).index(one.key)) for one in found.hypotheses]
    assert places == sorted(places)
    for one in found.hypotheses:
        directions = [list(Direction).index(part.direction) for part in one.evidence]
        assert directions == sorted(directions)
        assert all(1 <= part.weight <= 3 and part.text and "{" not in part.text for part in one.evidence)
        assert (one.support is Support.UNKNOWN) == (len(one.towards(Direction.MISSING)) == len(one.evidence))


@settings(deadline=None)
@given(ANSWERS, OBSERVED, st.randoms(use_true_random=False))
def test_the_order_of_answers_does_not_matter(answers: Answers, observed: Observed, random: Random) -> None:
    items = list(answers.items())
    random.shuffle(items)
    turned = {question: tuple(reversed(options)) for question, options in items}
    assert diagnose(turned, observed) == diagnose(answers, observed)


@settings(deadline=None)
@given(ANSWERS, OBSERVED)
def test_unknown_and_unsure_options_change_nothing(answers: Answers, observed: Observed) -> None:
    clean = {question: tuple(set(options) & KNOWN[question]) for question, options in answers.items()}
    assert hypotheses(clean, observed) == hypotheses(answers, observed)
    assert hypotheses({**answers, "shoe_size": ("44",)}, observed) == hypotheses(answers, observed)


ALONE_FOR = [one for one in RULES if one.direction is Direction.FOR and one.options and not one.also]


@settings(deadline=None, max_examples=300)
@given(ANSWERS, OBSERVED, st.sampled_from(ALONE_FOR), st.data())
def test_an_answer_for_a_cause_never_lowers_it(
    answers: dict[str, tuple[str, ...]], observed: Observed, rule: Rule, data: st.DataObject
) -> None:
    less = {question: options for question, options in answers.items() if question != rule.question}
    option = data.draw(st.sampled_from(rule.options))
    more = {**less, rule.question: (option,)}
    cause = rule.cause
    assert _of(cause, more, observed).net >= _of(cause, less, observed).net


@settings(deadline=None)
@given(ANSWERS, OBSERVED, st.sampled_from([Legs.MIDDLE, Legs.AHEAD]))
def test_without_a_gap_nothing_is_blamed_for_one(answers: Answers, observed: Observed, legs: Legs) -> None:
    found = diagnose(answers, replace(observed, legs=legs))
    for one in found.hypotheses:
        assert one.key is Cause.SIDES or one.support is Support.AGAINST
