"""What judging the worked examples found is kept for the next build, and never longer than it is true."""

import pytest

from mkdocs_calculators import judged
from mkdocs_calculators.checks import check


@pytest.fixture
def judgements(monkeypatch):
    """Count how often the examples of a calculator are judged; nothing is remembered inside the process."""
    counted = []
    differences = judged.differences

    def counting(calculator, cases):
        counted.append(calculator.id)
        return differences(calculator, cases)

    monkeypatch.setattr(judged, "differences", counting)
    monkeypatch.setattr(judged, "_judged", {})
    return counted


def found(guide, monkeypatch):
    """Return the problems as a new process would find them, which keeps what it found in a folder."""
    monkeypatch.setattr(judged, "_judged", {})
    return [str(each) for each in check(guide.site(), keep_in=guide.root / ".cache")]


def test_a_second_build_judges_nothing(guide, judgements, monkeypatch):
    assert found(guide, monkeypatch) == found(guide, monkeypatch) == []
    assert judgements == ["blood"]


def test_a_difference_is_found_again(guide, judgements, monkeypatch):
    guide.change("calculators/blood.cases.toml", "met = [75, 400]", "met = [74, 400]")
    first = found(guide, monkeypatch)

    assert "calculators/blood.cases.toml:" in first[0]
    assert found(guide, monkeypatch) == first
    assert judgements == ["blood"]


def test_another_rule_is_judged(guide, judgements, monkeypatch):
    found(guide, monkeypatch)
    guide.write("calculators/blood.py", (guide.root / "calculators/blood.py").read_text("utf-8") + "\n# the same\n")
    found(guide, monkeypatch)

    assert judgements == ["blood", "blood"]


def test_other_code_judges_again(guide, judgements, monkeypatch):
    found(guide, monkeypatch)
    monkeypatch.setattr(judged, "code_in", lambda *_: "another engine")
    found(guide, monkeypatch)

    assert judgements == ["blood", "blood"]


def test_what_is_judged_anew_serves_the_next_build(guide, judgements, monkeypatch):
    for _ in range(2):
        check(guide.site(), keep_in=guide.root / ".cache", anew=True)
    assert found(guide, monkeypatch) == []

    assert judgements == ["blood", "blood"]


def test_without_a_folder_nothing_is_kept(guide, judgements, monkeypatch):
    for _ in range(2):
        monkeypatch.setattr(judged, "_judged", {})
        check(guide.site())

    assert judgements == ["blood", "blood"]
    assert not (guide.root / ".cache").exists()
