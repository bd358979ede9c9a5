"""Treatment in another country: the days of the journey, who pays by which route, and the papers on both ways."""

from __future__ import annotations

from guideline import choice, date, option, several_of

LEAVING_DAY = date(
    "journey_out_on",
    "Day of the journey out",
    found_in="ticket",
)
RETURN_DAY = date(
    "journey_back_on",
    "Day of the journey back",
    found_in="ticket",
)
PAYMENT_ROUTE = choice(
    "payment_route",
    "Who pays, by which route",
    option("s2", "Form S2", "Planned treatment in the EU, authorised beforehand."),
    option("directive", "EU Directive 2011/24", "Paid first, part of it claimed afterwards."),
    option("card", "European or Global Health Insurance Card (EHIC, GHIC)"),
    option("private", "Private payment or private insurance"),
    found_in="letters of the insurer or the national contact point",
)
PAPERS_OUT_ITEMS = (
    option("summary", "Dated summary", "Diagnosis, stage, grade, receptor status, treatments with dates and doses."),
    option("medication", "Medication list with allergies"),
    option("images", "Images", "As DICOM, on media or by secure transfer, with their reports."),
    option("pathology", "Pathology report and slides or blocks"),
    option("laboratory", "Laboratory results", "With units and dates."),
    option("injection", "Injection card", "Drug, dose and day of the last long-acting injection."),
    option("translation", "Certified translation", "Into the language of the hospital, or English."),
    option("confirmation", "Confirmation by the hospital itself", "That it takes the case, for what, and when."),
    option("payment", "Authorisation or agreement on payment", "In writing."),
)
PAPERS_OUT = several_of(
    "papers_out_in_hand",
    "Papers in hand for the way out",
    *PAPERS_OUT_ITEMS,
    found_in="the notes",
)
PAPERS_BACK_ITEMS = (
    option("travel_card", "Travel card or letter", "Name, isotope, activity, day, hospital, telephone number."),
    option("dose", "Activity and number of the dose", "In GBq or mCi."),
    option("organ_doses", "Doses to kidneys and marrow", "If they were calculated; mark it when they were not."),
    option("scan", "Scan after the dose", "With its report."),
    option("precautions", "Written precautions for home"),
    option("plan", "Plan for home", "Blood tests, whom to call, which hospital in an emergency."),
)
PAPERS_BACK = several_of(
    "papers_back_in_hand",
    "Papers in hand for the way back, after PRRT",
    *PAPERS_BACK_ITEMS,
    found_in="hospital abroad",
)
