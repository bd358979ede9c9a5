"""The `calculators` command, from `list` to `host`. Its JSON and exit codes are public and versioned.

0: done. 1: `check` found problems. 2: the command or the answers could not be read; `judge` prints
`{"problems": [...]}`. Never a traceback.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from guideline import AnswerError, judge, questions
from mkdocs_calculators.checks import check
from mkdocs_calculators.discovery import Found, discover
from mkdocs_calculators.problems import Problem, unknown
from mkdocs_calculators.project import Project, ProjectError
from mkdocs_calculators.runtime.toolchain import cache_of
from mkdocs_calculators.site import read_site

DONE, FOUND_PROBLEMS, NOT_READ = 0, 1, 2
LIST_FORMAT = "open-net-guide-list/1"
LARGEST_ANSWERS = 1_000_000  # characters


class CommandError(Exception):
    """Something in the command line that the caller must change."""

    def __init__(self, message: str, *, entered: str = "", kind: str = "refused") -> None:
        super().__init__(message)
        self.entered = entered
        self.kind = kind


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    given = parser().parse_args(arguments)
    as_json = given.json
    try:
        code = int(given.run(given))
        sys.stdout.flush()  # here, since a reader that went away would otherwise be found out after the last `except`
    except (CommandError, ProjectError) as error:
        if as_json:
            write_json({"problems": [problem_of(error)]})
        else:
            print(f"calculators: {error}", file=sys.stderr)
        return NOT_READ
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return NOT_READ
    return code


def parser() -> argparse.ArgumentParser:
    """Describe the command line."""
    top = argparse.ArgumentParser(prog="calculators", description="Decision calculators of this guide.")
    top.add_argument("--project", type=Path, default=Path(), metavar="DIR", help="the guide's folder (default: here)")
    commands = top.add_subparsers(required=True, metavar="COMMAND")

    lists = commands.add_parser("list", help="which calculators there are")
    lists.add_argument("--json", action="store_true", help="print JSON")
    lists.set_defaults(run=run_list)

    asks = commands.add_parser("questions", help="what a calculator asks: facts, units, ranges, options, sections")
    asks.add_argument("id", metavar="ID")
    asks.add_argument("--json", action="store_true", help="print JSON")
    asks.set_defaults(run=run_questions)

    judges = commands.add_parser("judge", help="judge a case: JSON answers in, the JSON result out")
    judges.add_argument("id", metavar="ID")
    judges.add_argument("--variant", metavar="V", help="which authority or edition (default: the first)")
    judges.add_argument(
        "--answers", metavar="FILE", help="a JSON object of fact ids and answers; - reads standard input"
    )
    judges.add_argument("--text", action="store_true", help="print the result as plain text instead of JSON")
    judges.set_defaults(run=run_judge, json=True)

    checks = commands.add_parser("check", help="do pages, rules, examples, evidence and references agree")
    checks.add_argument("--json", action="store_true", help="print JSON")
    checks.set_defaults(run=run_check)

    keys = commands.add_parser("keys", help="give each new fact and option its short key for links with a case")
    keys.set_defaults(run=run_keys, json=False)

    finishes = commands.add_parser("finish", help="complete a site that was built without the MkDocs plugin, and count")
    finishes.add_argument("site", metavar="SITE", type=Path)
    finishes.add_argument("--offline", action="store_true", help="for opening from a folder")
    finishes.set_defaults(run=run_finish, json=False)

    bundles = commands.add_parser("bundle", help="make the offline zip of a site that was built with OFFLINE=true")
    bundles.add_argument("site", metavar="SITE", type=Path)
    bundles.add_argument("out", metavar="OUT.zip", type=Path)
    bundles.set_defaults(run=run_bundle, json=False)

    kits = commands.add_parser("kit", help="make the one-file kit of a site that was built with OFFLINE=true")
    kits.add_argument("site", metavar="SITE", type=Path)
    kits.add_argument("out", metavar="OUT.html", type=Path)
    kits.set_defaults(run=run_kit, json=False)

    verifies = commands.add_parser("verify", help="is an offline copy (zip, folder or one file) as it was made")
    verifies.add_argument("bundle", metavar="BUNDLE", type=Path)
    verifies.set_defaults(run=run_verify, json=False)

    hosts = commands.add_parser("host", help="write compressed files and headers for a web server beside a built site")
    hosts.add_argument("site", metavar="SITE", type=Path)
    hosts.set_defaults(run=run_host, json=False)
    return top


def run_list(given: argparse.Namespace) -> int:
    """Print every calculator."""
    found, problems = discover(Project.find(given.project))
    if given.json:
        listed = [listing(each) for each in found.values()]
        write_json({"format": LIST_FORMAT, "calculators": listed})
    else:
        width = max((len(each) for each in found), default=0)
        for each in found.values():
            print(f"{each.calculator.id:<{width}}  {each.calculator.title}")
    for problem in problems:
        print(f"calculators: {problem}", file=sys.stderr)
    return DONE


def listing(found: Found) -> dict[str, Any]:
    """Return what `list --json` says about one calculator."""
    asked = questions(found.calculator)
    return {
        "id": asked["calculator"],
        "title": asked["title"],
        "content_version": asked["content_version"],
        "style": asked["style"],
        "intended_use": asked["intended_use"],
        "variants": [{"id": each["id"], "title": each["title"]} for each in asked["variants"]],
    }


def run_questions(given: argparse.Namespace) -> int:
    """Print what one calculator asks."""
    asked = questions(find(given).calculator)
    if given.json:
        write_json(asked)
        return DONE
    print(f"{asked['title']} ({asked['calculator']})")
    print(asked["intended_use"])
    for each in asked["variants"]:
        print(f"  --variant {each['id']}: {each['title']}")
    for section in asked["sections"]:
        print(f"\n{section['title']}")
        for fact_id in section["facts"]:
            fact = asked["facts"][fact_id]
            print(f"  {fact_id}: {fact['label']}{asked_for(fact)}")
    return DONE


def asked_for(fact: dict[str, Any]) -> str:
    """Return how a fact is answered, for the plain list."""
    if fact["kind"] == "number":
        units = " or ".join(each["symbol"] for each in fact["units"] if each["symbol"])
        low, high = fact["range"]
        return f" [{units + ', ' if units else ''}{low:g} to {high:g}]"
    if fact["kind"] == "yes_no":
        return " [true or false]"
    if fact["kind"] == "date":
        return " [year-month-day]"
    several = "any of " if fact["kind"] == "several_of" else ""
    return f" [{several}{', '.join(each['id'] for each in fact['options'])}]"


def run_judge(given: argparse.Namespace) -> int:
    """Print the result of one case."""
    project = Project.find(given.project)
    calculator = find(given).calculator
    answers = read_answers_file(given.answers)
    evidence = read_site(project).evidence
    try:
        result = judge(calculator, answers, variant=given.variant, evidence=evidence)
    except AnswerError as error:
        write_json({"problems": error.problems})
        return NOT_READ
    if given.text:
        from presentation.results import result_text

        print(result_text(result))
    else:
        write_json(result)
    return DONE


def run_check(given: argparse.Namespace) -> int:
    """Print every problem, one a line."""
    project = Project.find(given.project)
    site = read_site(project)
    problems = check(site, keep_in=cache_of(project.root), anew=True)
    if given.json:
        write_json({"problems": [{"path": each.path, "line": each.line, "message": each.message} for each in problems]})
    else:
        for each in problems:
            print(each)
        print(summary(len(problems), len(site.pages), len(site.calculators), len(site.records)), file=sys.stderr)
    return FOUND_PROBLEMS if problems else DONE


def summary(problems: int, pages: int, calculators: int, records: int) -> str:
    """Return the closing line of `check`."""
    read = f"{pages} pages, {calculators} calculators and {records} evidence records"
    return f"{problems or 'No'} problem{'' if problems == 1 else 's'} in {read}."


def run_finish(given: argparse.Namespace) -> int:
    """Do to a built site what the MkDocs plugin does, for a generator that does not run it."""
    from mkdocs_calculators.finish import finish
    from mkdocs_calculators.runtime import RuntimeBuildError

    if not given.site.is_dir():
        raise CommandError(f"no folder {given.site}; build the site first")
    project = Project.find(given.project)
    try:
        problems = finish(given.site, read_site(project), project, offline=given.offline)
    except RuntimeBuildError as error:
        raise CommandError(str(error)) from error
    for each in problems:
        print(each)
    return FOUND_PROBLEMS if problems else DONE


def run_keys(given: argparse.Namespace) -> int:
    """Write the table of short keys with what is new in it."""
    from mkdocs_calculators.link_keys import as_toml, grown, read_link_keys

    project = Project.find(given.project)
    table, wrong = read_link_keys(project.links, project.shown(project.links))
    found, problems = discover(project)
    if wrong or problems:
        raise CommandError(str((*wrong, *problems)[0]))
    try:
        more = grown(table, found)
    except ValueError as error:
        raise CommandError(f"{project.shown(project.links)}: {error}") from None
    project.links.write_text(as_toml(more), encoding="utf-8")
    print(f"{project.shown(project.links)}: {more['given'] - table['given']} new, {more['given']} in all")
    return DONE


def run_bundle(given: argparse.Namespace) -> int:
    """Write the offline zip."""
    from mkdocs_calculators.offline import write_bundle

    if not given.site.is_dir():
        raise CommandError(f"no folder {given.site}; build it with OFFLINE=true mkdocs build --site-dir {given.site}")
    write_bundle(given.site, given.out)
    print(f"{given.out}: {given.out.stat().st_size / 1e6:.1f} MB")
    return DONE


def run_kit(given: argparse.Namespace) -> int:
    """Write the one-file kit."""
    from mkdocs_calculators.kit import write_kit
    from mkdocs_calculators.runtime import RuntimeBuildError

    if not given.site.is_dir():
        raise CommandError(f"no folder {given.site}; build it with OFFLINE=true mkdocs build --site-dir {given.site}")
    project = Project.find(given.project)
    try:
        size = write_kit(given.site, given.out, project, read_site(project))
    except RuntimeBuildError as error:
        raise CommandError(str(error)) from error
    print(f"{given.out}: {size / 1e6:.1f} MB")
    return DONE


def run_verify(given: argparse.Namespace) -> int:
    """Print each file of an offline copy that is not as it was made."""
    from mkdocs_calculators.verification import verify

    if not given.bundle.exists():
        raise CommandError(f"no file or folder {given.bundle}")
    files, problems = verify(given.bundle)
    for each in problems:
        print(f"{each.path}: {each.message}")
    if problems:
        return FOUND_PROBLEMS
    print(f"{given.bundle}: {'as it was made' if files == 1 else f'all {files} files are as they were made'}")
    return DONE


def run_host(given: argparse.Namespace) -> int:
    """Write what a web server needs."""
    from mkdocs_calculators.hosting import prepare_hosting
    from mkdocs_calculators.runtime import find_toolchain

    if not given.site.is_dir():
        raise CommandError(f"no folder {given.site}; build the site first")
    written = prepare_hosting(given.site, find_toolchain(Project.find(given.project).root).cache)
    print(f"{given.site}: {len(written)} compressed files, _headers and nginx.conf")
    return DONE


def find(given: argparse.Namespace) -> Found:
    """Return the calculator that was asked for."""
    found, problems = discover(Project.find(given.project))
    if given.id in found:
        return found[given.id]
    own: list[Problem] = [each for each in problems if Path(each.path).stem == given.id]
    raise CommandError(str(own[0]) if own else unknown("calculator", given.id, found), entered=given.id)


def read_answers_file(name: str | None) -> dict[str, Any]:
    """Return the answers in a file or on standard input; without a name nothing is known."""
    if name is None:
        return {}
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        text = data.decode("utf-8-sig")
    except OSError as error:
        raise CommandError(f"{name} cannot be read: {error.strerror}", entered=name) from None
    except UnicodeDecodeError:
        raise CommandError(f"{_place(name)} is not UTF-8 text", entered=name) from None
    if len(text) > LARGEST_ANSWERS:
        raise CommandError(f"{_place(name)} is too long: {len(text)} characters, at most {LARGEST_ANSWERS}")
    try:
        answers = json.loads(text, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        said = f"{_place(name)} is not JSON: {error.msg}, line {error.lineno}, column {error.colno}"
        raise CommandError(said, kind="wrong_type") from None
    except RecursionError:
        raise CommandError(f"{_place(name)} is not answers: it is nested too deeply", kind="wrong_type") from None
    except ValueError:
        raise CommandError(f"{_place(name)} holds a number that is too long", kind="not_a_number") from None
    if not isinstance(answers, dict):
        raise CommandError(
            f'answers are a JSON object such as {{"ki67_percent": 8}}, not {_type_name(answers)}', kind="wrong_type"
        )
    return answers


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    seen: dict[str, Any] = {}
    for key, value in pairs:
        if key in seen:
            raise CommandError(f"{key[:40]!r} is answered twice; leave one of them", entered=key[:40])
        seen[key] = value
    return seen


def _place(name: str) -> str:
    return "standard input" if name == "-" else name


def _type_name(value: Any) -> str:
    names = {list: "a list", str: "text", bool: "true or false", int: "a number", float: "a number"}
    return names.get(type(value), "null")


def problem_of(error: CommandError | ProjectError) -> dict[str, Any]:
    """Return a command's problem in the shape of an answer's."""
    return {
        "fact": None,
        "entered": getattr(error, "entered", ""),
        "message": str(error),
        "kind": getattr(error, "kind", "refused"),
        "suggestion": None,
        "confirmable": False,
    }


def write_json(value: Any) -> None:
    """Print JSON: UTF-8, two spaces, keys in the documented order."""
    print(json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False))


if __name__ == "__main__":
    sys.exit(main())
