"""What each cause is called and what to do about it, in a few sentences.

Owns these words only. They are marked for translation here and translated where a hypothesis is made. No promise, no
blame, no medical claim.

Source: SCIENCE sections 6 and 7: sets (Schoenfeld 2017, Pelland 2024), maintenance on a third of the volume (Bickel
2011), reps left (Refalo 2023, Robinson 2024), exercises (Kubo 2019, Maeo 2021, Kinoshita 2023, Kassiano 2023),
progression (Plotkin 2022), protein (Morton 2018), gain and energy (Iraki 2019, Helms 2023), inheritance
(Schousboe 2004, Arden 1997), spread of responses (Hubal 2005), sitting (Boukabache 2021).
"""

from __future__ import annotations

from legwork.domain.causes.evidence import Cause
from legwork.i18n import mark

NAMES: dict[Cause, str] = {
    Cause.SPLIT: mark("Legs get too little of the training"),
    Cause.EFFORT: mark("Leg sets are too easy, or do not progress"),
    Cause.FREQUENCY: mark("Leg days are too rare"),
    Cause.FOOD: mark("Too little food, protein or sleep"),
    Cause.TIME: mark("Not enough time yet"),
    Cause.SITTING: mark("Days spent sitting"),
    Cause.ENDURANCE: mark("A lot of endurance work"),
    Cause.SIDES: mark("One weaker or spared leg"),
    Cause.FRAME: mark("Frame and inheritance"),
}

ADVICE: dict[Cause, str] = {
    Cause.SPLIT: mark(
        "Build up to 6 to 10 hard sets a week for thighs front and back, glutes and calves each, adding a set or two a "
        "week. Your upper body keeps its size on about a third of its present sets, so there is time for this. Choose "
        "a squat or leg press, a leg extension, a seated leg curl, a hinge such as the Romanian deadlift, and standing "
        "calf raises with a long stretch at the bottom."
    ),
    Cause.EFFORT: mark(
        "End each leg set when 0 to 3 clean reps are left, anywhere from 5 to 30 reps; 6 to 12 is practical for most "
        "lifts. Write every set down, and add a rep or a little weight as soon as it allows. If you cannot tell how "
        "many reps are left, take one safe set, such as a leg press, until no rep is left, and compare."
    ),
    Cause.FREQUENCY: mark(
        "Spread the same sets over 2 or 3 leg days a week. More days do not grow more by themselves, but past 6 to 8 "
        "hard sets for a muscle in one session the rest is worth less. A short second day with a squat, a curl and "
        "calf raises is a good start."
    ),
    Cause.FOOD: mark(
        "Eat 1.6 to 2.2 g of protein a day for each kilogram you weigh. To build, aim at a gain of .25 to .5 % of "
        "your weight a week, with about 10 to 20 % more energy than you use; still more mostly adds fat. If you are "
        "dieting on purpose, keep the leg work hard and expect to hold size for now. Food reaches arms and legs "
        "alike, so it seldom explains by itself why legs trail."
    ),
    Cause.TIME: mark(
        "Keep the plan and measure once a week, at least two days after leg training. A thigh that grows well gains "
        ".05 to .10 cm a week, a calf less than half of that, and people differ widely. Leave the first 3 to 4 weeks "
        "of a new plan out of account, and judge after four months."
    ),
    Cause.SITTING: mark(
        "Stand up once an hour and walk a few minutes more each day than you do now. If hips or ankles feel stiff in a "
        "squat, try the self-checks. Sitting goes together with stiffer hips, but nobody has shown that it keeps "
        "trained legs small: hard leg sets come first."
    ),
    Cause.ENDURANCE: mark(
        "You need not give it up: muscles grow about as well beside endurance work as without. Train legs on other "
        "days than your long or hard sessions, or lift first when both fall on one day. Eat for both, and if leg lifts "
        "stand still, trade an hour of running for cycling or for rest."
    ),
    Cause.SIDES: mark(
        "Do split squats, step-ups or one-legged leg presses first in the session. Begin with the weaker leg, and let "
        "the stronger one do no more reps than it managed. Differences inside the error are none. If a leg hurts or "
        "never recovered from an injury, let a physiotherapist or doctor look at it before you load it."
    ),
    Cause.FRAME: mark(
        "Frame sets where you start, not whether legs grow. Slim joints and long bones make the same muscle look and "
        "measure less, so compare yourself with your own past rather than with others. Limb girths do run in "
        "families, but no test can say how much of yours is inherited. What to do is the same: enough hard sets, "
        "progress and patience."
    ),
}
