"""Expected against seen speaks with one voice with the answers of the week and what follows from them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from legwork.domain.forecast.levers import Lever
from legwork.domain.log.autoregulate import Recovery, Soreness
from legwork.domain.log.week_answers import Answer, Group, WeekAnswers
from legwork.services.loop_facts import LoopFacts
from legwork.services.people import everybody
from legwork.services.profile import Profile
from legwork.services.proposals import DELOADS, RefuseProposal
from legwork.services.volume_next import judged
from legwork.services.week_answers import keep_answers
from loop_cases import (
    MONDAY,
    ONE_DAY,
    SPARE,
    TODAY,
    WEEK,
    Lifter,
    answered,
    few_sets,
    flat,
    lifter,
    measured,
    only,
    shrinking,
    trained,
    view,
)


@pytest.mark.parametrize(
    "answer",
    [
        Answer(Soreness.STILL, Recovery.GOOD), Answer(Soreness.NONE, Recovery.POOR), Answer(Soreness.JUST, None),
        Answer(None, Recovery.FAIR),
    ],
)  # fmt: skip
def test_who_has_not_recovered_is_offered_no_more_sets(profile: Profile, answer: Answer) -> None:
    one = few_sets(profile)
    assert only(one).offer
    answered(one, answer)
    card = only(one)
    assert card.offer == "" and card.change is None and card.page == "train"
    assert card.waits == (
        "Not now: by your answers front of the thighs had not recovered. First that, then this."
    )  # fmt: skip


def test_an_answer_on_another_limb_or_of_a_month_ago_holds_nothing_back(profile: Profile) -> None:
    one = few_sets(profile)
    answered(one, Answer(Soreness.STILL, Recovery.POOR), Group.CALVES)
    answered(one, Answer(Soreness.STILL, Recovery.POOR), weeks_ago=4)
    assert only(one).offer


def test_still_sore_waits_with_another_day_too(profile: Profile) -> None:
    one = lifter(profile)
    measured(one, 26, shrinking)
    trained(one, 26, week=ONE_DAY)
    answered(one, Answer(Soreness.NONE, Recovery.POOR))
    assert only(one).offer, "more days are not more work"
    answered(one, Answer(Soreness.STILL, Recovery.POOR))
    assert only(one).offer == ""


def test_lifts_that_get_weaker_hold_more_sets_back_before_anything_was_answered(profile: Profile) -> None:
    one = lifter(profile)
    measured(one, 20, flat)
    trained(one, 20, falling=True)
    card = only(one)
    assert card.lever is Lever.VOLUME and card.offer == ""
    assert card.waits.startswith("Not now: ")


@pytest.mark.parametrize(
    ("week", "waits"),
    [
        (WEEK, "Not now: the lifts for front of the thighs"),
        (SPARE, "Not now: after this week fewer sets are proposed for front of the thighs"),
    ],
)
def test_a_refused_lighter_week_is_no_reason_for_more(profile: Profile, week: str, waits: str) -> None:
    """The lifts get weaker: after a refused lighter week fewer sets are proposed, where there are any to spare."""
    one = lifter(profile)
    measured(one, 20, flat)
    trained(one, 20, week=week, falling=True)
    facts = LoopFacts(profile, one.person, TODAY, 0, bool).week_facts()
    [lighter] = [each for each in judged(facts).proposals if each.topic == DELOADS]
    assert only(one).waits == "Not now: a lighter week comes first."
    profile.apply(RefuseProposal(one.person.id, DELOADS, lighter.key, TODAY))
    card = only(one)
    assert card.offer == "" and card.waits.startswith(waits)


def test_another_lever_steps_in_where_more_sets_wait(profile: Profile) -> None:
    one = lifter(profile)
    measured(one, 20, flat, body_weight=lambda week: 82 - 0.3 * week)
    trained(one, 20)
    answered(one, Answer(Soreness.STILL, Recovery.POOR))
    card = only(one)
    assert (card.lever, card.page) == (Lever.FOOD, "food")
    assert any("hold what is there" in line and "Not now: by your answers" in line for line in card.others)


ANSWERS = st.builds(Answer, st.sampled_from([None, *Soreness]), st.sampled_from([None, *Recovery]))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.sampled_from([Group.QUADRICEPS, Group.HAMSTRINGS, Group.GLUTES]), ANSWERS))
def test_never_more_sets_where_the_week_says_fewer(profile: Profile, said: dict[Group, Answer]) -> None:
    """Whatever was answered: an offer of more sets is never beside an answer that would take some away."""
    known = everybody(profile)
    one = Lifter(profile, known[0]) if known else few_sets(profile)
    week = WeekAnswers(MONDAY - timedelta(weeks=1), said, skipped=not said)
    profile.apply(keep_answers(one.person.id, week, TODAY))
    amiss = any(
        each.soreness in (Soreness.STILL, Soreness.JUST) or each.recovery in (Recovery.POOR, Recovery.FAIR)
        for each in said.values()
    )
    [card] = view(one).cards
    assert bool(card.offer) is not amiss
