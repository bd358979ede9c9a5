"""Follow-up: what has been done about the tumour, for how long, and what calls for a look before the next date."""

from __future__ import annotations

from guideline import choice, date, number, option, several_of, yes_no

FOLLOW_UP_SETTING = choice(
    "follow_up_setting",
    "What has been done about the tumour",
    option("removed", "Removed, nothing left on imaging", "By surgery or endoscopy."),
    option("watched", "Localised, and watched instead of removed"),
    option("advanced", "Locally advanced or metastatic, still there"),
    found_in="operation and endoscopy reports, imaging",
)
FOLLOW_UP_YEARS = number(
    "follow_up_years",
    "Time since the removal, or since the diagnosis where nothing was removed",
    unit="years",
    accepts={"months": (1, 12)},
    at_least=0,
    at_most=110,
    plausible=(0, 50),
    reason="nobody is followed for longer than a life",
    decimals=1,
    close=0.1,
    found_in="operation report, history",
)
ADVERSE_HISTOLOGY = yes_no(
    "adverse_histology",
    "Adverse features in the pathology report",
    hint="Such as lymphovascular invasion, growth into the muscle layer or the mesoappendix, or involved nodes.",
    found_in="pathology report",
    changeable=False,
)
SIGNS_FOR_EARLIER_IMAGING = several_of(
    "signs_for_earlier_imaging",
    "Since the last assessment",
    option("bone", "Bone metastases have been found"),
    option("symptoms", "Symptoms have come or worsened quickly"),
    option("hormones", "Hormone levels have changed"),
    found_in="history, hormone tests, imaging",
)
LAST_ASSESSMENT = date(
    "last_assessment_on",
    "Day of the last assessment with imaging",
    hint="Or with endoscopy, where that is the method.",
    found_in="imaging or endoscopy report",
)
