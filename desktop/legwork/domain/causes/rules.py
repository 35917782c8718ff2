"""What each answer of the questionnaire speaks for or against: one table, to be read from top to bottom.

Owns the rules, which options exist, and which say nothing on purpose. It must not weigh anything up (that is
`diagnosis`) nor look at the program's own numbers (that is `observed`).

Source: SCIENCE section 6 for the bands: 5 to 10 hard sets a week, 2 to 3 leg days, 6 to 8 hard sets per muscle in a
session, 5 to 30 reps with 0 to 3 left (Schoenfeld 2017, Pelland 2024, Refalo 2023), more than 7 hours of sitting with
little movement (Boukabache 2021), protein (Morton 2018). Weights are conventions; see `evidence.Evidence`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from legwork.domain.causes.evidence import Cause, Direction, Evidence
from legwork.domain.questionnaire import Answers, known_picks
from legwork.i18n import mark, tr

Condition = tuple[str, tuple[str, ...]]
"""A question and the options of which at least one must be picked."""


@dataclass(frozen=True)
class Rule:
    """One piece of evidence and when it holds: any of `options` is picked and none of `without`, and all of `also`.

    options: empty means any answer will do. A rule whose direction is MISSING says what would settle a contradiction.
    """

    cause: Cause
    direction: Direction
    weight: int
    question: str
    options: tuple[str, ...]
    text: str
    also: tuple[Condition, ...] = ()
    without: tuple[str, ...] = ()


_PRO, _CON, _OPEN = Direction.FOR, Direction.AGAINST, Direction.MISSING
_KNEE_LIFTS = ("squat", "leg_press", "lunge")
_BACK_LIFTS = ("hinge", "leg_curl")
_LONG = ("1_to_3_years", "over_3_years")

_SPLIT = (
    Rule(Cause.SPLIT, _PRO, 3, "split", ("upper_only",), mark("Your week holds next to no leg training.")),
    Rule(Cause.SPLIT, _PRO, 1, "split", ("body_part",),
         mark("With one or two muscle groups a day, the whole lower body often shares a single day.")),
    Rule(Cause.SPLIT, _PRO, 1, "split", ("no_plan",), mark("Without a plan it is easy to train what is most fun.")),
    Rule(Cause.SPLIT, _CON, 1, "split", ("push_pull_legs",), mark("Your plan has a day for the legs.")),
    Rule(Cause.SPLIT, _CON, 1, "split", ("full_body", "upper_lower"),
         mark("Your plan gives the lower body about as much room as the upper.")),
    Rule(Cause.SPLIT, _PRO, 1, "split_time", _LONG, mark("You have trained that way for years, and it adds up."),
         (("split", ("upper_only", "body_part", "no_plan")),)),
    Rule(Cause.SPLIT, _CON, 1, "split_time", ("under_3_months",),
         mark("You have trained that way for too short a time to have been shaped by it."),
         (("split", ("upper_only", "body_part", "no_plan")),)),
    Rule(Cause.SPLIT, _PRO, 3, "leg_days", ("none",), mark("You do not train your legs with weights.")),
    Rule(Cause.SPLIT, _PRO, 2, "leg_days", ("rarely",), mark("Leg day falls out in many weeks.")),
    Rule(Cause.SPLIT, _CON, 1, "leg_days", ("two", "three_or_more"), mark("Several days a week have leg work.")),
    Rule(Cause.SPLIT, _PRO, 3, "leg_share", ("under_10",),
         mark("Fewer than one in ten of your hard sets go to the legs.")),
    Rule(Cause.SPLIT, _PRO, 2, "leg_share", ("10_to_25",), mark("At most a quarter of your hard sets go to the legs.")),
    Rule(Cause.SPLIT, _CON, 2, "leg_share", ("25_to_40",), mark("About a third of your hard sets go to the legs.")),
    Rule(Cause.SPLIT, _CON, 3, "leg_share", ("over_40",), mark("Close to half of your hard sets go to the legs.")),
    Rule(Cause.SPLIT, _OPEN, 1, "leg_share", ("under_10",),
         mark("Several leg days but hardly any hard sets do not fit together: count one week's sets to settle it."),
         (("leg_days", ("two", "three_or_more")),)),
    Rule(Cause.SPLIT, _OPEN, 1, "leg_share", ("25_to_40", "over_40"),
         mark("A large share of sets without leg days does not fit together: count one week's sets to settle it."),
         (("leg_days", ("none", "rarely")),)),
    Rule(Cause.SPLIT, _PRO, 1, "leg_lifts", ("none",), mark("None of the usual leg lifts is in your week.")),
    Rule(Cause.SPLIT, _PRO, 1, "leg_lifts", (),
         mark("No squat, press or lunge is in your week, so the thighs get little to do."), (), _KNEE_LIFTS),
    Rule(Cause.SPLIT, _PRO, 1, "leg_lifts", (), mark("Nothing in your week trains the calves directly."), (),
         ("calf_raise",)),
    Rule(Cause.SPLIT, _PRO, 1, "leg_lifts", (),
         mark("No deadlift or leg curl is in your week, and squats do little for the back of the thighs."), (),
         _BACK_LIFTS),
    Rule(Cause.SPLIT, _PRO, 1, "plan_time", ("not_yet",), mark("You say that you do not train your legs yet.")),
)  # fmt: skip

_EFFORT = (
    Rule(Cause.EFFORT, _PRO, 3, "effort", ("4_or_more",),
         mark("You end leg sets with four or more reps to spare; 0 to 3 is where sets count in full.")),
    Rule(Cause.EFFORT, _CON, 2, "effort", ("failure", "1_to_3"), mark("Your leg sets end close to your limit.")),
    Rule(Cause.EFFORT, _PRO, 1, "reps", ("under_5",),
         mark("Sets of fewer than five reps train strength well but give the muscle little work each.")),
    Rule(Cause.EFFORT, _PRO, 1, "reps", ("over_30",),
         mark("In sets of more than 30 reps breath and burning often end the set before the muscle is done.")),
    Rule(Cause.EFFORT, _CON, 1, "reps", ("5_to_15", "16_to_30"), mark("Your reps lie where muscle grows well.")),
    Rule(Cause.EFFORT, _PRO, 3, "progress", ("same",), mark("Weights and reps on your leg lifts have stood still.")),
    Rule(Cause.EFFORT, _PRO, 3, "progress", ("down",), mark("Weights and reps on your leg lifts have fallen.")),
    Rule(Cause.EFFORT, _PRO, 1, "progress", ("unwritten",),
         mark("What is not written down is hard to raise on purpose.")),
    Rule(Cause.EFFORT, _CON, 1, "progress", ("little_up",), mark("Your leg lifts rose a little.")),
    Rule(Cause.EFFORT, _CON, 3, "progress", ("clearly_up",), mark("Your leg lifts rose clearly.")),
    Rule(Cause.EFFORT, _OPEN, 1, "progress", ("same", "down"),
         mark("Sets to the limit whose numbers never rise do not fit together: film a set, or do one leg press set "
              "until no rep is left, to learn where your limit lies."), (("effort", ("failure", "1_to_3")),)),
)  # fmt: skip

_FREQUENCY = (
    Rule(Cause.FREQUENCY, _PRO, 2, "leg_days", ("none",), mark("There is no leg day in your week.")),
    Rule(Cause.FREQUENCY, _PRO, 3, "leg_days", ("rarely",), mark("Your legs are trained less than once a week.")),
    Rule(Cause.FREQUENCY, _PRO, 2, "leg_days", ("one",), mark("All leg work has to fit into one day of the week.")),
    Rule(Cause.FREQUENCY, _CON, 2, "leg_days", ("two",), mark("Two leg days a week leave room for enough good sets.")),
    Rule(Cause.FREQUENCY, _CON, 3, "leg_days", ("three_or_more",), mark("Three leg days a week are plenty.")),
    Rule(Cause.FREQUENCY, _PRO, 1, "leg_share", ("25_to_40", "over_40"),
         mark("Many sets on one day: past 6 to 8 hard sets for a muscle the rest of the session is worth less."),
         (("leg_days", ("one",)),)),
    Rule(Cause.FREQUENCY, _PRO, 1, "split", ("body_part",), mark("In your split each muscle comes about once a week.")),
    Rule(Cause.FREQUENCY, _CON, 1, "split", ("full_body", "upper_lower"),
         mark("In your split the legs come several times a week.")),
)  # fmt: skip

_FOOD = (
    Rule(Cause.FOOD, _PRO, 3, "eating", ("less",),
         mark("You eat less than you need, so there is little to build with.")),
    Rule(Cause.FOOD, _CON, 1, "eating", ("enough",), mark("You eat about what you need.")),
    Rule(Cause.FOOD, _CON, 2, "eating", ("more",),
         mark("You eat more than you need, so there is material to build with.")),
    Rule(Cause.FOOD, _PRO, 2, "protein", ("under_1_2",), mark("You eat less protein than muscle growth can use.")),
    Rule(Cause.FOOD, _CON, 1, "protein", ("over_1_6",), mark("You eat as much protein as muscle growth can use.")),
    Rule(Cause.FOOD, _PRO, 1, "sleep", ("under_6",), mark("Short nights make hard training harder to recover from.")),
    Rule(Cause.FOOD, _CON, 1, "sleep", ("over_7",), mark("You sleep long enough.")),
)  # fmt: skip

_TIME = (
    Rule(Cause.TIME, _PRO, 3, "plan_time", ("under_8_weeks",),
         mark("Your legs have been trained like this for a few weeks only, and growth shows after months.")),
    Rule(Cause.TIME, _PRO, 2, "plan_time", ("2_to_6_months",),
         mark("Half a year at the usual .05 to .10 cm a week makes 1 to 2.5 cm on a thigh.")),
    Rule(Cause.TIME, _CON, 1, "plan_time", ("6_to_12_months",),
         mark("More than half a year is long enough to see something.")),
    Rule(Cause.TIME, _CON, 2, "plan_time", ("over_1_year",),
         mark("More than a year of the same leg training is long enough.")),
    Rule(Cause.TIME, _CON, 1, "plan_time", ("not_yet",), mark("Legs that are not trained yet do not grow by waiting.")),
    Rule(Cause.TIME, _PRO, 3, "training_time", ("under_3_months",), mark("You have only just begun to lift.")),
    Rule(Cause.TIME, _PRO, 1, "training_time", ("3_to_12_months",), mark("You are in your first year of lifting.")),
    Rule(Cause.TIME, _CON, 1, "training_time", _LONG, mark("You have lifted for more than a year.")),
)  # fmt: skip

_SITTING = (
    Rule(Cause.SITTING, _PRO, 1, "sitting", ("7_to_10",), mark("You sit more than seven hours a day.")),
    Rule(Cause.SITTING, _PRO, 2, "sitting", ("over_10",), mark("You sit for most of the day.")),
    Rule(Cause.SITTING, _CON, 1, "sitting", ("under_4",), mark("You sit little.")),
    Rule(Cause.SITTING, _PRO, 1, "steps", ("under_4000",), mark("Your legs do few steps a day.")),
    Rule(Cause.SITTING, _CON, 1, "steps", ("8000_to_12000",), mark("You walk a good deal.")),
    Rule(Cause.SITTING, _CON, 2, "steps", ("over_12000",), mark("You are on your feet a lot.")),
)  # fmt: skip
"""At most 3 for it: sitting goes together with stiffer hips, but was never shown to keep trained legs small."""

_ENDURANCE = (
    Rule(Cause.ENDURANCE, _PRO, 2, "endurance", ("over_5",),
         mark("More than five hours of endurance work a week share your legs' freshness and food with lifting.")),
    Rule(Cause.ENDURANCE, _CON, 2, "endurance", ("none", "under_2"), mark("You do little or no endurance work.")),
    Rule(Cause.ENDURANCE, _PRO, 1, "eating", ("less",), mark("You eat less than all this work uses up."),
         (("endurance", ("over_5",)),)),
    Rule(Cause.ENDURANCE, _PRO, 1, "progress", ("same", "down"),
         mark("Beside all this work your leg lifts do not rise."),
         (("endurance", ("2_to_5", "over_5")),)),
    Rule(Cause.ENDURANCE, _CON, 1, "progress", ("clearly_up",), mark("Your leg lifts rise all the same."),
         (("endurance", ("2_to_5", "over_5")),)),
)  # fmt: skip
"""Source: beside endurance work whole muscles grew as well as without (43 studies, SMD -.01; Schumann 2022, Sports Med
52:601), single fibres a little less, above all with running (SMD -.23; Lundberg 2022, Sports Med 52:2391). So hours
alone never come to more than 2."""

_SIDES = (
    Rule(Cause.SIDES, _PRO, 2, "weaker_leg", ("left",), mark("Your left leg feels weaker.")),
    Rule(Cause.SIDES, _PRO, 2, "weaker_leg", ("right",), mark("Your right leg feels weaker.")),
    Rule(Cause.SIDES, _CON, 2, "weaker_leg", ("no",), mark("Your legs feel equally strong.")),
    Rule(Cause.SIDES, _PRO, 2, "past_injury", ("left",), mark("Your left leg once had to be spared for weeks.")),
    Rule(Cause.SIDES, _PRO, 2, "past_injury", ("right",), mark("Your right leg once had to be spared for weeks.")),
    Rule(Cause.SIDES, _PRO, 1, "past_injury", ("both",), mark("Both legs once had to be spared for weeks.")),
    Rule(Cause.SIDES, _CON, 1, "past_injury", ("none",), mark("Neither leg ever had to be spared for long.")),
    Rule(Cause.SIDES, _PRO, 1, "pain_now", ("knee_left", "knee_right", "hip", "lower_back", "ankle"),
         mark("Something hurts at the moment, and what hurts is trained with care.")),
    Rule(Cause.SIDES, _CON, 1, "pain_now", ("none",), mark("Nothing hurts.")),
)  # fmt: skip

_FRAME = (
    Rule(Cause.FRAME, _PRO, 2, "family", ("slim_legs",), mark("Slim legs run in your family.")),
    Rule(Cause.FRAME, _PRO, 1, "family", ("slim_joints",), mark("Narrow joints run in your family.")),
    Rule(Cause.FRAME, _CON, 2, "family", ("sturdy_legs",), mark("Sturdy legs run in your family.")),
    Rule(Cause.FRAME, _CON, 1, "family", ("mixed",), mark("Nothing about legs stands out in your family.")),
)  # fmt: skip

RULES: tuple[Rule, ...] = (
    *_SPLIT, *_EFFORT, *_FREQUENCY, *_FOOD, *_TIME, *_SITTING, *_ENDURANCE, *_SIDES, *_FRAME,
)  # fmt: skip

NEUTRAL: dict[str, frozenset[str]] = {
    "endurance": frozenset({"2_to_5"}),
    "split_time": frozenset({"3_to_12_months"}),
    "leg_lifts": frozenset({"hip_thrust", "knee_extension"}),
    "sitting": frozenset({"4_to_7"}),
    "steps": frozenset({"4000_to_8000"}),
    "sleep": frozenset({"6_to_7"}),
    "protein": frozenset({"1_2_to_1_6"}),
}
"""Options that speak neither for nor against anything, on purpose."""

SUBJECTS: dict[str, str] = {
    "split": mark("how your training week is built"),
    "split_time": mark("for how long you have trained that way"),
    "leg_days": mark("how many leg days your week has"),
    "leg_share": mark("what share of your hard sets goes to the legs"),
    "leg_lifts": mark("which leg lifts you do"),
    "effort": mark("how close to your limit leg sets end"),
    "reps": mark("how many reps your leg sets have"),
    "progress": mark("whether your leg lifts have risen"),
    "sitting": mark("how long you sit in a day"),
    "steps": mark("how many steps you take in a day"),
    "endurance": mark("how much endurance work you do"),
    "sleep": mark("how long you sleep"),
    "eating": mark("whether you eat as much as you need"),
    "protein": mark("how much protein you eat"),
    "plan_time": mark("for how long you have trained your legs like this"),
    "training_time": mark("for how long you have lifted"),
    "family": mark("what legs look like in your family"),
    "pain_now": mark("whether anything hurts"),
    "past_injury": mark("whether a leg ever had to be spared"),
    "weaker_leg": mark("whether one leg feels weaker"),
}
"""Every question, in the order of the questionnaire, as it is named when its answer is missing."""


def _known() -> dict[str, frozenset[str]]:
    found = {question: set(NEUTRAL.get(question, ())) for question in SUBJECTS}
    for rule in RULES:
        found[rule.question].update(rule.options, rule.without)
        for question, options in rule.also:
            found[question].update(options)
    return {question: frozenset(options) for question, options in found.items()}


KNOWN: dict[str, frozenset[str]] = _known()
"""The options of each question, without UNSURE. Any other is overlooked, as if the question had not been answered."""


def evidence_from_answers(answers: Answers) -> Iterator[tuple[Cause, Evidence]]:
    """What the answers speak for and against, in the order of the table; nothing for a question not answered."""
    picks = {question: known_picks(answers, question, known) for question, known in KNOWN.items()}
    for rule in RULES:
        if _holds(rule, picks):
            yield rule.cause, Evidence(rule.direction, rule.weight, tr(rule.text), rule.question)


def evidence_missing(answers: Answers) -> Iterator[tuple[Cause, Evidence]]:
    """Each question that was not answered, once for each cause that it would tell about; the most telling first."""
    worth: dict[tuple[Cause, str], int] = {}
    for rule in RULES:
        if rule.direction is not Direction.MISSING and not known_picks(answers, rule.question, KNOWN[rule.question]):
            place = rule.cause, rule.question
            worth[place] = max(rule.weight, worth.get(place, 0))
    for (cause, question), weight in sorted(worth.items(), key=lambda one: -one[1]):
        text = tr("Not known yet: {subject}.", subject=tr(SUBJECTS[question]))
        yield cause, Evidence(Direction.MISSING, weight, text, question)


def _holds(rule: Rule, picks: dict[str, frozenset[str]]) -> bool:
    picked = picks[rule.question]
    if not picked or picked & set(rule.without) or (rule.options and not picked & set(rule.options)):
        return False
    return all(picks[question] & set(options) for question, options in rule.also)
