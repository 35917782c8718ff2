"""Expected against seen: what was put away keeps still, and what has changed since is not written over."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from legwork.domain.plan.edits import remove
from legwork.domain.plan.model import Level, weeks_of
from legwork.errors import UserError
from legwork.services.loop import LOOP, put_away, take
from legwork.services.plans import ChangePlan
from legwork.services.profile import Profile
from legwork.services.proposals import RefuseProposal
from loop_cases import TODAY, few_sets, only, view


def test_put_away_it_keeps_still_for_eight_weeks(profile: Profile) -> None:
    one = few_sets(profile)
    card = only(one)
    outcome = profile.apply(put_away(one.person, card, TODAY))
    found = view(one)
    assert found.cards == ()
    assert found.said == "Upper thigh: little growth was to be expected: put away until 28 Oct."
    profile.apply(outcome.inverse)
    assert only(one).offer == card.offer


def test_after_these_eight_weeks_it_is_asked_again(profile: Profile) -> None:
    one = few_sets(profile)
    long_ago, not_yet = TODAY - timedelta(weeks=8), TODAY - timedelta(days=55)
    profile.apply(put_away(one.person, replace(only(one), key=f"upper_thigh volume {long_ago}"), long_ago))
    assert only(one).offer
    profile.apply(put_away(one.person, replace(only(one), key=f"upper_thigh food {not_yet}"), not_yet))
    assert view(one).cards == () and "put away until 3 Sep." in view(one).said


def test_a_key_that_nobody_of_us_wrote_is_overlooked(profile: Profile) -> None:
    one = few_sets(profile)
    for key in ("upper_thigh", "upper_thigh volume soon", "upper_thigh volume 9999-12-31", "x y z"):
        profile.apply(RefuseProposal(one.person.id, LOOP, key, TODAY))
    assert only(one).offer


def test_an_offer_for_a_plan_that_was_changed_since_is_refused(profile: Profile) -> None:
    one = few_sets(profile)
    card = only(one)
    stored = one.plan
    entry = next(
        each
        for _, week in list(weeks_of(stored.plan))[20:]
        for session in week.sessions
        for each in session.entries
        if each.exercise == "leg_extension"
    )
    profile.apply(ChangePlan(stored.info.id, stored.plan, remove(stored.plan, Level.ENTRY, entry.id), "x"))
    with pytest.raises(UserError, match="changed since"):
        take(profile, card)
