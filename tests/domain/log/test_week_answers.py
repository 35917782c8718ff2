"""How a week was: who is asked about what, when, and that answers survive being kept as texts."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from legwork.domain.log.autoregulate import Recovery, Soreness
from legwork.domain.log.week_answers import (
    MUSCLES_OF,
    Answer,
    Group,
    WeekAnswers,
    answers_from,
    groups_trained,
    picks_of,
)
from legwork.domain.muscles import Muscle
from legwork.formats.records import MAX_CHOICE_KEY

MONDAY = date(2026, 3, 2)


def test_every_muscle_belongs_to_one_group() -> None:
    muscles = [one for several in MUSCLES_OF.values() for one in several]
    assert sorted(muscles) == sorted(Muscle)


def test_only_what_was_trained_directly_is_asked_about_legs_first() -> None:
    assert groups_trained({"lats": 3, "quadriceps": 4, "biceps": 0.5, "unknown": 9}) == (Group.QUADRICEPS, Group.BACK)
    assert groups_trained({"calves": 0.99}) == () and groups_trained({}) == ()


def test_worn_out_groups_are_their_muscles() -> None:
    said = WeekAnswers(MONDAY, {Group.GLUTES: Answer(None, Recovery.POOR), Group.CALVES: Answer(Soreness.STILL)})
    assert said.tired == {"glutes", "adductors", "abductors"}
    assert said.of(Muscle.SHINS) == Answer(Soreness.STILL) and said.of(Muscle.CHEST) == Answer()


def test_answers_as_texts() -> None:
    said = WeekAnswers(MONDAY, {Group.CALVES: Answer(Soreness.STILL, Recovery.POOR), Group.BACK: Answer()})
    assert picks_of(said) == ("calves still poor",)
    assert picks_of(WeekAnswers(MONDAY, skipped=True)) == ("skipped",)
    assert not answers_from(MONDAY, ()).given and answers_from(MONDAY, ("skipped",)).skipped


def test_what_cannot_be_read_counts_as_not_said() -> None:
    texts = ("calves still poor", "calves", "tail none good", "arms sore good", "arms - worst", "", "skipped")
    found = answers_from(MONDAY, texts)
    assert found == WeekAnswers(MONDAY, {Group.CALVES: Answer(Soreness.STILL, Recovery.POOR)})


ANSWERS = st.builds(Answer, st.none() | st.sampled_from(Soreness), st.none() | st.sampled_from(Recovery))


@given(st.dictionaries(st.sampled_from(Group), ANSWERS), st.booleans())
def test_answers_come_back_as_they_were_kept(answers: dict[Group, Answer], skipped: bool) -> None:
    said = {group: one for group, one in answers.items() if one != Answer()}
    texts = picks_of(WeekAnswers(MONDAY, answers, skipped))
    found = answers_from(MONDAY, texts)
    assert dict(found.answers) == said and found.skipped == (skipped and not said)
    assert all(0 < len(one) <= MAX_CHOICE_KEY and one == " ".join(one.split()) for one in texts)
