"""Days against Python's own calendar, which the logic may not import."""

from __future__ import annotations

import datetime
import random

import pytest

from guideline.days import add_months, calendar_day, day_number, day_text, is_leap, iso_text, month_length, read_day


def random_days(count: int) -> list[datetime.date]:
    source = random.Random(1901)  # noqa: S311 - a seed, so that a failure comes back
    return [datetime.date.fromordinal(source.randint(1, datetime.date.max.toordinal())) for _ in range(count)]


def test_a_day_has_the_number_that_the_calendar_gives_it() -> None:
    for day in [*random_days(5000), datetime.date.min, datetime.date.max]:
        number = day_number(day.year, day.month, day.day)
        assert number == day.toordinal()
        assert calendar_day(number) == (day.year, day.month, day.day)
        assert iso_text(number) == day.isoformat()
        assert read_day(day.isoformat()) == number


def test_each_day_of_forty_years_follows_the_one_before() -> None:
    start = datetime.date(1996, 1, 1)
    for count in range(40 * 366):
        day = start + datetime.timedelta(days=count)
        assert calendar_day(start.toordinal() + count) == (day.year, day.month, day.day)


@pytest.mark.parametrize(
    ("year", "leap"), [(1900, False), (2000, True), (2023, False), (2024, True), (2100, False), (2400, True)]
)
def test_leap_years_follow_the_gregorian_rule(year: int, leap: bool) -> None:
    assert is_leap(year) is leap
    assert month_length(year, 2) == (29 if leap else 28)


@pytest.mark.parametrize(
    "text",
    [
        "2023-02-29",
        "2026-04-31",
        "2026-13-01",
        "2026-00-10",
        "2026-01-00",
        "2026-1-32",
        "0000-01-01",
        "29 February 2023",
    ],
)
def test_a_day_that_is_not_in_the_calendar_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a day of the calendar"):
        read_day(text)


@pytest.mark.parametrize(
    "text",
    ["3/4/2026", "03.04.2026", "2026/04/03", "tomorrow", "", "20260403", "3 Foo 2026", "2026-04-03T00:00", "1 Ma 2026"],
)
def test_a_day_that_can_be_read_in_two_ways_or_none_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="write it as 2026-11-23"):
        read_day(text)


@pytest.mark.parametrize("text", ["2026-11-23", " 2026-11-23 ", "23 November 2026", "23 nov 2026", "23 Nov. 2026"])
def test_a_day_is_read_in_its_usual_spellings(text: str) -> None:
    assert read_day(text) == datetime.date(2026, 11, 23).toordinal()


def test_a_day_is_written_out_for_a_reader() -> None:
    assert day_text(datetime.date(2026, 2, 1).toordinal()).replace("\u00a0", " ") == "1 February 2026"


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2026-03-31", 1, "2026-04-30"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 48, "2028-02-29"),
        ("2026-12-15", 1, "2027-01-15"),
        ("2026-01-15", -1, "2025-12-15"),
        ("2026-03-31", -1, "2026-02-28"),
        ("2026-05-20", 0, "2026-05-20"),
    ],
)
def test_months_end_where_the_shorter_month_ends(start: str, months: int, end: str) -> None:
    assert iso_text(add_months(read_day(start), months)) == end
