"""What costly steps made is kept, and thrown away once there is too much of it, the longest unused first."""

import os

import pytest

from mkdocs_calculators.runtime import cache
from mkdocs_calculators.runtime.cache import found, kept, tidy


@pytest.fixture
def steps(tmp_path):
    """Five results of ten bytes, the first made longest ago."""
    for number in range(5):
        kept(tmp_path, "step", [str(number)], lambda: b"0123456789")
        for path in (tmp_path / "step").iterdir():
            os.utime(path, (path.stat().st_mtime - 60,) * 2)
    return tmp_path


def made_again(folder):
    made = []
    for number in range(5):
        kept(folder, "step", [str(number)], lambda number=number: made.append(number) or b"again")
    return made


def test_nothing_goes_while_there_is_room(steps):
    tidy(steps, most=50)

    assert made_again(steps) == []


def test_what_was_not_used_for_longest_goes_first(steps):
    kept(steps, "step", ["0"], lambda: pytest.fail("it is kept"))
    tidy(steps, most=49)

    assert made_again(steps) == [1, 2, 3]


def test_what_another_build_has_thrown_away_meanwhile_is_made_and_not_taken_for_empty(steps, monkeypatch):
    def gone(place):
        place.unlink()
        raise FileNotFoundError

    monkeypatch.setattr(cache.os, "utime", gone)
    (place, *_) = (steps / "step").iterdir()

    assert found(place) is None
    assert not place.exists()
