"""What the board is told beside the result, checked against judging the same case again and again."""

from calculators.treatment_options import CALCULATOR
from guideline import boards, judge, read_answers

ANSWERS = {
    "tumour_type": "neuroendocrine", "differentiation": "well", "primary_site": "jejunum_ileum", "primary_size_mm": 25,
    "hereditary_syndrome": "none", "ki67_percent": 5, "mitoses_per_2mm2": 1, "disease_extent": "metastatic",
    "distant_metastases": "liver", "disease_course": "progressive", "rapid_growth": False, "bulky_disease": False,
    "receptor_uptake_score": 3, "fdg_pet": "not_done", "functional_syndrome": "none", "symptomatic": False,
    "primary_threatens_bowel": False, "liver_involvement_percent": 20, "bilirubin_times_uln": 0.8, "ecog": "1",
    "fit_for_surgery": True, "severe_carcinoid_heart_disease": False, "pregnancy": "excluded", "breast_feeding": False,
    "platelets_1e9_l": 200, "haemoglobin_g_dl": 13, "white_cells_1e9_l": 6,
    "creatinine_clearance_ml_min": 80, "systemic_treatments_so_far": ["analogue"], "treated_ever_with": [],
}  # fmt: skip
LIMITS = (0, 2, 2.9, 3, 5, 9.9, 10, 15, 20, 20.1, 21, 30, 54, 55, 55.1, 56, 80, 100)


def placed(**changed: object) -> dict[str, str]:
    return {each["title"]: each["text"] for each in judge(CALCULATOR, {**ANSWERS, **changed})["options"]}


def test_a_sweep_agrees_with_judging_at_every_point_of_the_scale() -> None:
    found = boards.sweep(CALCULATOR, read_answers(CALCULATOR, ANSWERS), "eu", "creatinine_clearance_ml_min")
    here = [place for place, each in enumerate(found["columns"]) if each["here"]]
    assert len(here) == 1
    now = placed()
    for row in found["rows"]:
        assert row["texts"][here[0]] == now[row["title"]]
    seen = {title: {placed(creatinine_clearance_ml_min=value)[title] for value in range(10, 200, 5)} for title in now}
    moving = {row["title"]: set(row["texts"]) for row in found["rows"]}
    for title, texts in seen.items():
        assert texts <= moving.get(title, {now[title]})


def test_the_sweep_of_ki67_moves_what_judging_moves() -> None:
    found = boards.sweep(CALCULATOR, read_answers(CALCULATOR, ANSWERS), "eu", "ki67_percent")
    moving = {row["title"]: set(row["texts"]) for row in found["rows"]}
    now = placed()
    for value in LIMITS:
        for title, text in placed(ki67_percent=value).items():
            assert text in moving.get(title, {now[title]}), (title, value)


def test_a_change_leads_where_it_says() -> None:
    found = boards.changes(CALCULATOR, read_answers(CALCULATOR, ANSWERS), "eu")
    by_id = {each["id"]: each for each in found}
    assert any("Pregnancy" in each and "Excluded" in each for each in by_id["prrt"]["can"] + by_id["prrt"]["cannot"])
    changed = {each["id"]: each for each in judge(CALCULATOR, {**ANSWERS, "pregnancy": "pregnant"})["options"]}
    assert changed["prrt"]["placement"].startswith("excluded")


def test_answers_asked_for_first_settle_what_they_promise() -> None:
    answers = {fact: answer for fact, answer in ANSWERS.items() if fact not in ("ecog", "disease_course")}
    result = judge(CALCULATOR, answers)
    asked = boards.requests(CALCULATOR, result["options"])
    assert asked["open"] == sum(each["placement"] is None for each in result["options"])
    waiting = [len(each["entries"]) for each in asked["items"]]
    assert waiting == sorted(waiting, reverse=True)
    first = {each["fact"] for each in asked["items"] if each["label"] in asked["first"]}
    after = judge(CALCULATOR, answers | {fact: ANSWERS[fact] for fact in first})
    settled = asked["open"] - sum(each["placement"] is None for each in after["options"])
    assert settled >= asked["settles"] > 0


def test_nothing_is_asked_for_once_everything_is_placed() -> None:
    asked = boards.requests(CALCULATOR, judge(CALCULATOR, ANSWERS)["options"])
    assert (asked["open"], asked["first"], asked["items"]) == (0, [], [])


LOW = {**ANSWERS, "creatinine_clearance_ml_min": 35, "platelets_1e9_l": 62}


def test_two_obstacles_are_named_together_and_the_pair_leads_where_it_says() -> None:
    read = read_answers(CALCULATOR, LOW)
    found = boards.pair_changes(CALCULATOR, read, "eu", "prrt")
    assert found["whole"]
    assert any(
        "Platelets at least 75" in each and "Creatinine clearance at least 40" in each for each in found["texts"]
    )
    for one in ({"platelets_1e9_l": 75}, {"creatinine_clearance_ml_min": 40}):
        rows = {each["id"]: each for each in judge(CALCULATOR, {**LOW, **one})["options"]}
        assert rows["prrt"]["placement"] != "first"
    both = {"platelets_1e9_l": 75, "creatinine_clearance_ml_min": 40}
    rows = {each["id"]: each for each in judge(CALCULATOR, {**LOW, **both})["options"]}
    assert rows["prrt"]["placement"] == "first"
    assert "prrt" in {each["id"] for each in boards.all_pair_changes(CALCULATOR, read, "eu")}


def test_what_leads_already_needs_no_pair() -> None:
    found = boards.pair_changes(CALCULATOR, read_answers(CALCULATOR, ANSWERS), "eu", "prrt")
    assert (found["texts"], found["whole"]) == ([], True)


def test_each_number_has_its_distance_to_the_limits_that_were_looked_at() -> None:
    found = {each["id"]: each for each in boards.changes(CALCULATOR, read_answers(CALCULATOR, LOW), "eu")}
    assert "Platelets 62 × 10⁹/L: 13 below the limit (at least 75 × 10⁹/L)" in [
        each.replace("\u00a0", " ") for each in found["prrt"]["distances"]
    ]
    assert found["prrt"]["pairs"]


def test_placements_that_read_alike_are_named_once() -> None:
    read = read_answers(CALCULATOR, {"ki67_percent": 8})
    texts = [each["text"] for each in judge(CALCULATOR, {"ki67_percent": 8})["options"]]
    texts += [text for row in boards.sweep(CALCULATOR, read, "eu", "ki67_percent")["rows"] for text in row["texts"]]
    for text in texts:
        assert text.count("Excluded by published criteria") <= 1
        assert text.count("In selected cases") <= 1
