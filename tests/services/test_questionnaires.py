"""The shipped questionnaires fit the rules: no option without a meaning, no rule about an option that is not there."""

from __future__ import annotations

import pytest

from legwork.domain.causes.observed import DAYS_SAID, SHARE_SAID
from legwork.domain.causes.rules import KNOWN, NEUTRAL, RULES, SUBJECTS
from legwork.domain.pain_holds import PAIN_OPTIONS
from legwork.domain.questionnaire import UNSURE, Question
from legwork.domain.self_checks import AREA_OF, PAIN, SelfCheck, question_of
from legwork.services.questionnaires import cause_questions, pain_questions, self_checks

QUESTIONS = {one.key: one for one in (*cause_questions(), *pain_questions())}


def _options(question: str) -> set[str]:
    return {one.key for one in QUESTIONS[question].options}


def test_there_are_few_enough_questions_to_be_answered() -> None:
    assert 16 <= len(cause_questions()) <= 20
    assert max(len(one.options) for one in QUESTIONS.values()) <= 9


def test_the_rules_know_exactly_the_questions_that_are_asked() -> None:
    assert [one.key for one in cause_questions()] == list(SUBJECTS)


@pytest.mark.parametrize("question", cause_questions(), ids=lambda one: one.key)
def test_every_option_is_used_or_neutral_on_purpose(question: Question) -> None:
    assert _options(question.key) - {UNSURE} == KNOWN[question.key]


def test_neutral_options_are_in_no_rule_of_their_own() -> None:
    for rule in RULES:
        both = set(rule.options) & NEUTRAL.get(rule.question, frozenset())
        assert not both, f"{rule.question}: {both} is called neutral, but a rule uses it"


def test_a_rule_only_excludes_options_where_several_can_be_picked() -> None:
    for rule in RULES:
        assert not rule.without or QUESTIONS[rule.question].multiple
        assert 1 <= rule.weight <= 3


def test_the_log_knows_what_each_answer_means() -> None:
    assert set(DAYS_SAID) == _options("leg_days") - {UNSURE}
    assert set(SHARE_SAID) == _options("leg_share") - {UNSURE}


@pytest.mark.parametrize("question", ["pain_now", "pain_signs"])
def test_pain_is_understood_whole(question: str) -> None:
    assert _options(question) == PAIN_OPTIONS[question]


def test_where_it_hurts_is_one_question_for_both_pages() -> None:
    assert [one.key for one in pain_questions()] == ["pain_now", "pain_signs"]
    assert pain_questions()[0] in cause_questions()


def test_each_check_that_may_hurt_has_an_area_and_no_area_is_left_over() -> None:
    assert {one.key for one in self_checks() if PAIN in {seen.key for seen in one.seen}} == set(AREA_OF)


@pytest.mark.parametrize("check", self_checks(), ids=lambda one: one.key)
def test_a_check_has_keys_that_no_question_has(check: SelfCheck) -> None:
    for side in check.sides:
        question = question_of(check, side)
        assert question.key not in QUESTIONS
        assert len(question.options) >= 3


def test_the_pelvis_is_said_to_be_well_as_it_is() -> None:
    [pelvis] = [one for one in self_checks() if one.key == "pelvic_tilt"]
    [fist] = [one for one in pelvis.seen if one.key == "fist"]
    assert "Most healthy people tilt forward" in fist.meaning
    assert "-.04" in fist.meaning


def test_texts_blame_nobody_and_promise_nothing() -> None:
    texts = [one.text for one in QUESTIONS.values()] + [one.why for one in QUESTIONS.values()]
    texts += [text for check in self_checks() for seen in check.seen for text in (seen.meaning, seen.advice)]
    for text in texts:
        words = text.lower()
        assert not any(word in words for word in ("chicken", "lazy", "diagnos", "cure", "guarantee", "genetic")), text
