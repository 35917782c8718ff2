"""What was refused, agreed or not answered, and what follows from a week where there is no plan any more."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from done_workouts import AddWorkout
from helpers import day, somebody
from legwork.domain.log.autoregulate import Soreness
from legwork.domain.log.week_answers import Answer, Group, WeekAnswers
from legwork.services.catalogue import catalogue
from legwork.services.check_ins import RecordReadings
from legwork.services.choices import SetChoices
from legwork.services.profile import Profile
from legwork.services.proposals import RefuseProposal
from legwork.services.volume_next import Decided, WeekView, judged, week_view
from legwork.services.week_answers import keep_agreed, keep_answers
from volume_cases import ALL_WELL, AT, LOOKUP, RISING, START, STILL_QUADS, easy_plan, facts, plan_text, trained


def test_what_was_refused_is_not_proposed_again_and_can_be_seen() -> None:
    plan = easy_plan()
    asked = facts(trained(plan, AT + 1, STILL_QUADS), AT, plan, ALL_WELL)
    [one] = judged(asked).proposals
    view = judged(replace(asked, refused={one.topic: frozenset({one.key})}))
    assert view.proposals == () and [(each.head, each.decided) for each in view.decided] == [
        ("Front of the thighs", Decided.REFUSED)
    ]


def test_a_refused_deload_lets_the_sets_be_proposed() -> None:
    plan = plan_text(14)
    asked = facts(trained(plan, AT + 1, STILL_QUADS), AT, plan, ALL_WELL)
    [one] = judged(asked).proposals
    view = judged(replace(asked, refused={one.topic: frozenset({one.key})}))
    assert [each.head for each in view.proposals] == ["Front of the thighs"]


def test_without_a_plan_it_is_a_sentence_and_what_was_agreed_is_kept() -> None:
    done = trained(plan_text(14), AT + 1, STILL_QUADS)
    asked = facts(done, AT, None, ALL_WELL)
    [one] = judged(asked).proposals
    assert (one.what, one.where, one.in_plan) == ("next week, front of the thighs", "", False)
    agreed = {**asked.choices, f"agreed {asked.week.isoformat()}": one.picks}
    view = judged(replace(asked, choices=agreed))
    assert [each.decided for each in view.decided] == [Decided.AGREED]
    later = facts(trained(plan_text(14), AT + 4, STILL_QUADS), AT + 3, None, ALL_WELL)
    assert [each.topic for each in judged(later).proposals] == ["deload"]
    since = judged(replace(later, choices={**later.choices, **agreed}))
    assert not any(each.topic == "deload" for each in since.proposals), "two weeks since the lighter one"


def test_a_plan_without_a_start_goes_on_after_what_was_done() -> None:
    plan = easy_plan()
    view = judged(facts(trained(plan, AT + 1, STILL_QUADS), AT, plan, ALL_WELL, starts=None))
    assert [one.where for one in view.proposals] == ["Leg extension on Thursday: 3 to 5 sets, weeks 11 to 14."]


def test_a_plan_that_is_over_leaves_sentences() -> None:
    plan = easy_plan(AT + 1)
    [one] = judged(facts(trained(plan, AT + 1, STILL_QUADS), AT, plan, ALL_WELL)).proposals
    assert not one.in_plan and one.what == "2 sets more a week"


def test_questions_come_first(profile: Profile) -> None:
    """Nothing follows before the week was answered or skipped; then the same from the store as by hand."""
    ada = somebody(profile)
    plan = plan_text()
    for one in trained(plan, 3, STILL_QUADS):
        profile.apply(AddWorkout(ada.id, replace(one, session_id=None, id=0)))
    week, today = START + timedelta(weeks=2), START + timedelta(weeks=3, days=1)

    def view() -> WeekView:
        return week_view(profile, ada, week, today, None, (), catalogue(), LOOKUP)

    assert view().groups == (Group.QUADRICEPS, Group.HAMSTRINGS, Group.GLUTES, Group.CALVES, Group.PUSH)
    assert not view().answers.given and view().proposals == () and view().left == ()
    profile.apply(keep_answers(ada.id, WeekAnswers(week, {Group.HAMSTRINGS: Answer(Soreness.STILL)}), today))
    found = view()
    assert [(one.head, one.what) for one in found.proposals] == [("Back of the thighs", "1 set fewer a week")]
    profile.apply(RefuseProposal(ada.id, found.proposals[0].topic, found.proposals[0].key, today))
    assert view().proposals == () and len(view().decided) == 1


def test_the_girth_beside_the_lifts(profile: Profile) -> None:
    ada = somebody(profile)
    week, today = START + timedelta(weeks=2), START + timedelta(weeks=3, days=1)
    days = tuple(
        day(today - timedelta(weeks=back), calf_left=f"{40 - back * 0.3:.1f}", calf_right=f"{40 - back * 0.3:.1f}")
        for back in range(10)
    )
    profile.apply(RecordReadings(ada.id, days))
    for one in trained(plan_text(), 3, RISING):
        profile.apply(AddWorkout(ada.id, replace(one, session_id=None, id=0)))
    sore = WeekAnswers(week, {Group.CALVES: Answer(Soreness.STILL)})
    profile.apply(keep_answers(ada.id, sore, today))
    [one] = week_view(profile, ada, week, today, None, (), catalogue(), LOOKUP).proposals
    assert one.reason == "It was still sore, and the calf is growing by the tape."


def test_what_was_agreed_is_kept_beside_what_was_before(profile: Profile) -> None:
    ada = somebody(profile)
    edit = keep_agreed(ada.id, {"agreed 2026-03-02": ("volume calves +1",)}, START, ("lighter all",), START)
    assert isinstance(edit, SetChoices) and edit.picks == (("agreed 2026-03-02", ("volume calves +1", "lighter all")),)
    profile.apply(edit)
