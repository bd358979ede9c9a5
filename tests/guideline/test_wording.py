"""Lists in a sentence: commas, a last "and", and names that hold an "and" of their own."""

import pytest

from guideline.wording import listed


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], ""),
        (["PRRT"], "PRRT"),
        (["PRRT", "Everolimus"], "PRRT and Everolimus"),
        (["PRRT", "Everolimus", "Sunitinib"], "PRRT, Everolimus and Sunitinib"),
        (["PRRT", "Supportive and palliative care"], "PRRT, and Supportive and palliative care"),
        (["Platinum and etoposide", "PRRT", "Surgery"], "Platinum and etoposide, PRRT, and Surgery"),
        (["Brand", "Sandostatin"], "Brand and Sandostatin"),
        (["A", "B", "C", "D", "E"], "A, B, C and 2 more"),
        (["A", "B and C", "D", "E"], "A, B and C, D, and 1 more"),
    ],
)
def test_a_list_is_read_apart(words, said):
    assert listed(words) == said


def test_another_word_can_join():
    assert listed(["A", "B and C"], joint="or") == "A or B and C"
    assert listed(["A", "B or C"], joint="or") == "A, or B or C"
