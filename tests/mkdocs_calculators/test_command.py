"""The command as somebody else's program sees it: arguments and standard input in, output and exit code out."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from mkdocs_calculators.command import main


@pytest.fixture
def run(guide, capsys, monkeypatch):
    """Run a command in the small guide and return (exit code, standard output, standard error)."""

    def run_in_guide(*arguments: str, stdin: bytes = b"") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        code = main(["--project", str(guide.root), *arguments])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run_in_guide


@pytest.fixture
def judge(run):
    """Judge by the small guide's calculator and return (exit code, the JSON)."""

    def judged(text: str | bytes) -> tuple[int, dict]:
        data = text if isinstance(text, bytes) else text.encode()
        code, out, err = run("judge", "blood", "--answers", "-", stdin=data)
        assert err == ""
        return code, json.loads(out)

    return judged


class TestList:
    def test_names_every_calculator(self, run):
        assert run("list") == (0, "blood  Blood\n", "")

    def test_as_json_names_its_format(self, run):
        code, out, _ = run("list", "--json")

        assert code == 0
        assert json.loads(out) == {
            "format": "open-net-guide-list/1",
            "calculators": [
                {
                    "id": "blood",
                    "title": "Blood",
                    "content_version": "1",
                    "style": "criteria",
                    "intended_use": "For tests.",
                    "variants": [],
                }
            ],
        }

    def test_says_which_file_is_no_calculator(self, run, guide):
        guide.write("calculators/broken.py", "x = 1\n")

        code, out, err = run("list")

        assert (code, out) == (0, "blood  Blood\n")
        assert "calculators/broken.py:1: defines no CALCULATOR" in err


class TestQuestions:
    def test_lists_facts_with_units_and_ranges(self, run):
        code, out, _ = run("questions", "blood")

        assert code == 0
        assert "  platelets: Platelets [10⁹/L, 0 to 3000]\n" in out

    def test_as_json_is_what_forms_are_made_from(self, run):
        code, out, _ = run("questions", "blood", "--json")

        asked = json.loads(out)
        assert code == 0
        assert asked["format"] == "open-net-guide-questions/1"
        assert asked["facts"]["platelets"]["unit"] == "10⁹/L"

    def test_of_nothing_name_what_there_is(self, run):
        assert run("questions", "blod") == (2, "", "calculators: no calculator 'blod'; there is blood\n")

    def test_of_nothing_as_json(self, run):
        code, out, err = run("questions", "blod", "--json")

        assert (code, err) == (2, "")
        assert json.loads(out)["problems"][0]["message"] == "no calculator 'blod'; there is blood"


class TestJudge:
    def test_prints_the_result(self, judge):
        code, result = judge('{"platelets": 80}')

        assert code == 0
        assert result["format"] == "open-net-guide-result/1"
        assert result["headline"]["state"] == "criteria_met"
        assert result["evidence"]["BL-01"]["sources"][0]["url"] == "https://doi.org/10.1000/xyz"

    def test_keeps_the_documented_order_of_keys(self, judge):
        _, result = judge('{"platelets": 80}')

        assert list(result)[:6] == ["format", "calculator", "title", "content_version", "variant", "style"]

    def test_without_answers_knows_nothing(self, run):
        code, out, _ = run("judge", "blood")

        assert code == 0
        assert json.loads(out)["headline"]["state"] == "not_enough_information"

    def test_null_and_absence_are_the_same(self, judge):
        assert judge('{"platelets": null}') == judge("{}")

    def test_reads_a_file(self, run, tmp_path):
        file = tmp_path / "case.json"
        file.write_text('\ufeff{"platelets": {"value": "80", "unit": "10^9/L"}}', encoding="utf-8")

        code, out, _ = run("judge", "blood", "--answers", str(file))

        assert code == 0
        assert json.loads(out)["headline"]["state"] == "criteria_met"

    def test_prints_text_on_request(self, run):
        code, out, _ = run("judge", "blood", "--answers", "-", "--text", stdin=b'{"platelets": 80}')

        assert code == 0
        assert "Platelets at least 75" in out
        assert max(len(line) for line in out.splitlines()) <= 80

    @pytest.mark.parametrize(
        ("entered", "kind"),
        [
            ('"many"', "not_a_number"),
            ("-5", "refused"),
            ("NaN", "not_a_number"),
            ("Infinity", "not_a_number"),
            ('"1,234"', "ambiguous"),
            ('"<script>alert(1)</script>"', "not_a_number"),
            ("5", "implausible"),
            ("99999999999999999999", "refused"),
            ("true", "wrong_type"),
            ("[]", "wrong_type"),
            ('{"value": 80, "unit": "kg"}', "unit"),
        ],
    )
    def test_refuses_an_answer_at_its_field(self, judge, entered, kind):
        code, said = judge(f'{{"platelets": {entered}}}')

        assert code == 2
        assert [(each["fact"], each["kind"]) for each in said["problems"]] == [("platelets", kind)]

    def test_refuses_an_unknown_fact(self, judge):
        code, said = judge('{"plates": 80}')

        assert code == 2
        assert said["problems"][0]["fact"] == "plates"
        assert "platelets" in said["problems"][0]["message"]

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            (b"", "standard input is not JSON: Expecting value, line 1, column 1"),
            (b"{", "standard input is not JSON: Expecting property name enclosed in double quotes, line 1, column 2"),
            (b'{"platelets": 80, "platelets": 70}', "'platelets' is answered twice; leave one of them"),
            (b"[1]", 'answers are a JSON object such as {"ki67_percent": 8}, not a list'),
            (b"null", 'answers are a JSON object such as {"ki67_percent": 8}, not null'),
            (b"\xff\xfe", "standard input is not UTF-8 text"),
            (b"[" * 100_000, "standard input is not answers: it is nested too deeply"),
            (b'{"platelets": ' + b"9" * 5000 + b"}", "standard input holds a number that is too long"),
            (b" " * 1_000_001, "standard input is too long: 1000001 characters, at most 1000000"),
        ],
        ids=["empty", "cut off", "twice", "list", "null", "not text", "deep", "long number", "long"],
    )
    def test_refuses_what_is_no_object_of_answers(self, judge, text, message):
        code, said = judge(text)

        assert code == 2
        assert said["problems"][0]["message"] == message
        assert said["problems"][0]["fact"] is None

    def test_refuses_a_file_that_is_not_there(self, run):
        code, out, _ = run("judge", "blood", "--answers", "nowhere.json")

        assert code == 2
        assert json.loads(out)["problems"][0]["message"] == "nowhere.json cannot be read: No such file or directory"

    def test_refuses_an_unknown_variant(self, run):
        code, out, _ = run("judge", "blood", "--variant", "eu")

        assert code == 2
        assert json.loads(out)["problems"][0]["kind"] == "unknown_option"

    def test_refuses_an_unknown_calculator(self, run):
        code, out, _ = run("judge", "blod")

        assert code == 2
        assert json.loads(out)["problems"][0]["message"] == "no calculator 'blod'; there is blood"

    def test_says_why_a_calculator_cannot_be_imported(self, run, guide):
        guide.change("calculators/blood.py", "PLATELETS >= 75", "PLATELETS >= 75 and True")

        code, out, _ = run("judge", "blood")

        assert code == 2
        assert json.loads(out)["problems"][0]["message"].startswith(
            "calculators/blood.py:11: cannot be imported: TypeError: platelets >= 75.0 is a rule, not yet true or false"
        )


class TestCheck:
    def test_is_content_with_a_guide_that_agrees(self, run):
        assert run("check") == (0, "", "No problems in 1 pages, 1 calculators and 1 evidence records.\n")

    def test_prints_one_problem_a_line(self, run, guide):
        guide.change("docs/index.md", "[@BL-01]", "[@BL-02]")

        code, out, _ = run("check")

        assert (code, out) == (1, "docs/index.md:11: no source or evidence 'BL-02'; there is BL-01, DOE2020\n")

    def test_as_json(self, run, guide):
        guide.change("docs/index.md", "[@BL-01]", "[@BL-02]")

        code, out, _ = run("check", "--json")

        assert code == 1
        assert json.loads(out)["problems"][0] | {"message": ""} == {"path": "docs/index.md", "line": 11, "message": ""}


def test_bundle_needs_a_site(run):
    code, out, err = run("bundle", "nowhere", "out.zip")

    assert (code, out) == (2, "")
    assert err.startswith("calculators: no folder nowhere; build it with OFFLINE=true")


def test_the_installed_command_speaks_utf8_whatever_the_terminal(guide):
    command = Path(sys.executable).with_name("calculators")
    finished = subprocess.run(
        [command, "--project", guide.root, "questions", "blood"],
        capture_output=True,
        check=True,
        env={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    )

    assert "10⁹/L".encode() in finished.stdout


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_reader_that_goes_away_leaves_no_traceback(guide, unbuffered):
    command = Path(sys.executable).with_name("calculators")
    arguments = [command, "--project", guide.root, "questions", "blood", "--json"]
    environment = os.environ | {"PYTHONUNBUFFERED": unbuffered}
    with subprocess.Popen(arguments, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as started:
        started.stdout.close()

        assert started.stderr.read() == b""
