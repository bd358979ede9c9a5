"""What a build writes into a site: names, sizes, digests, nothing old, the same bytes every time."""

from __future__ import annotations

import base64
import gzip
import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from mkdocs_calculators.runtime import RuntimeManifest, Toolchain, find_toolchain, scripts, toolchain
from mkdocs_calculators.runtime.manifest import digest
from mkdocs_calculators.runtime.relocations import relocated_interpreter
from mkdocs_calculators.runtime.toolchain import RuntimeBuildError
from tests.runtime.conftest import FAKE, build_fake

pytestmark = pytest.mark.node
ASSETS = Path("assets/open-net-guide")


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_every_part_has_the_name_size_and_digest_of_the_manifest(online: tuple[Path, RuntimeManifest]) -> None:
    site, manifest = online
    for part in manifest.parts():
        content = (site / ASSETS / part.path).read_bytes()
        assert (len(content), digest(content)) == (part.size, part.sha256)
        assert part.sha256[:12] in part.path or part is manifest.wasm


def test_the_address_of_the_interpreter_changes_with_pyodide_alone(online: tuple[Path, RuntimeManifest]) -> None:
    _, manifest = online
    assert manifest.wasm.path == f"runtime/{manifest.pyodide}/pyodide.asm.wasm"


def test_two_builds_give_the_same_bytes_without_a_cache(
    tools: Toolchain, online: tuple[Path, RuntimeManifest], tmp_path: Path
) -> None:
    fresh = Toolchain(tools.node, tools.packages, tmp_path / "cache")
    build_fake(tmp_path / "site", fresh)
    again = files_of(tmp_path / "site" / ASSETS)
    assert again == files_of(online[0] / ASSETS)


def test_what_an_earlier_build_left_is_removed_and_the_files_of_others_stay(tools: Toolchain, tmp_path: Path) -> None:
    folder = tmp_path / ASSETS
    old = [folder / "runtime/logic.000000000000.zip", folder / "net-guide-worker.000000000000.js"]
    for path in [*old, folder / "net-guide.css"]:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("old", encoding="utf-8")
    build_fake(tmp_path, tools)
    assert not any(path.exists() for path in old)
    assert (folder / "net-guide.css").read_text("utf-8") == "old"


def test_offline_scripts_carry_the_very_bytes_of_the_online_files_but_for_the_interpreter(
    tools: Toolchain, online: tuple[Path, RuntimeManifest], offline: tuple[Path, RuntimeManifest]
) -> None:
    """There it starts from the snapshot, for which its addresses are written out."""
    served = [each for each in online[1].parts() if each is not online[1].lean]
    for ours, theirs in zip(served, offline[1].parts(), strict=True):
        text = (offline[0] / ASSETS / theirs.path).read_text("ascii")
        carried = re.fullmatch(r'\(self\.openNetGuideOffline\?\?=\{\}\)\.\w+="([A-Za-z0-9+/=]+)";\n', text)
        assert carried
        assert theirs.sha256 == digest(carried[1].encode("ascii"))
        content = gzip.decompress(base64.b64decode(carried[1]))
        expected = (ours.size, ours.sha256)
        if ours is online[1].wasm:
            interpreter = relocated_interpreter(tools)
            expected = (len(interpreter), digest(interpreter))
        assert (theirs.size, digest(content)) == expected


def test_the_logic_archive_holds_byte_code_and_the_cited_evidence(
    tools: Toolchain, online: tuple[Path, RuntimeManifest]
) -> None:
    from mkdocs_calculators.runtime.archive import unpack

    files = unpack((online[0] / ASSETS / online[1].logic.path).read_bytes())
    assert {"calculators/adder.pyc", "presentation/desk.pyc", "net_guide_desk.pyc", "jinja2/runtime.pyc"} <= set(files)
    assert not [name for name in files if name.endswith((".py", ".toml", ".jinja"))]
    guide = json.loads(files["guide.json"])
    guide["evidence"] = {name: json.loads(record) for name, record in guide["evidence"].items()}
    assert guide["calculators"] == ["adder"]
    assert sorted(guide["evidence"]) == ["SUM-1", "SUM-2"]


def test_no_file_of_ours_names_another_host(online: tuple[Path, RuntimeManifest]) -> None:
    texts = [online[0] / ASSETS / name for name in ("net-guide.js", online[1].worker.path)]
    hosts = {host for path in texts for host in re.findall(r"https?://([\w.-]+)", path.read_text("utf-8"))}
    assert hosts <= {"runtime.invalid", "pyodide.org", "github.com"}  # the last two only in Pyodide's error messages


def test_the_stylesheet_aside_our_scripts_stay_under_forty_kilobytes(tools: Toolchain, tmp_path: Path) -> None:
    manifest = build_fake(tmp_path, tools)
    script = gzip.compress(scripts.page_script(tools, manifest), 9)
    styles = scripts.SOURCES / "net-guide.css"
    assert len(script) + len(gzip.compress(styles.read_bytes(), 9)) <= 40_000


def test_a_calculator_that_fails_in_pyodide_stops_the_build(tools: Toolchain, tmp_path: Path) -> None:
    from mkdocs_calculators.runtime import build_runtime

    shutil.copytree(FAKE, tmp_path / "fake")
    desk = tmp_path / "fake" / "presentation" / "desk.py"
    desk.write_text(
        "import json\n\ndef respond(calculators, evidence, request, keys):\n"
        '    return json.dumps({"failure": "words", "detail": "trace"})\n',
        encoding="utf-8",
    )
    with pytest.raises(RuntimeBuildError, match=r"in Pyodide the calculators fail .* words\ntrace"):
        build_runtime(
            tmp_path / "site",
            logic=[tmp_path / "fake" / "presentation", tmp_path / "fake" / "calculators"],
            evidence={},
            calculators=["adder"],
            tools=tools,
        )


def test_while_rules_are_written_only_the_logic_is_made_anew_and_pages_start_without_a_snapshot(
    tools: Toolchain, tmp_path: Path
) -> None:
    from mkdocs_calculators.runtime import build_runtime

    shutil.copytree(FAKE, tmp_path / "fake")
    given: dict[str, Any] = {
        "logic": [tmp_path / "fake" / "presentation", tmp_path / "fake" / "calculators"],
        "evidence": {},
        "calculators": ["adder"],
        "tools": tools,
        "entry": FAKE / "browser" / "index.js",
    }
    whole = build_runtime(tmp_path / "site", **given)
    rule = tmp_path / "fake" / "calculators" / "adder.py"
    rule.write_text(rule.read_text("utf-8") + "\nEDITED = True\n", encoding="utf-8")

    quick = build_runtime(tmp_path / "site", **given, quick=True)

    assert quick.library == whole.library
    assert quick.logic != whole.logic
    script = (tmp_path / "site" / "net-guide.js").read_text("utf-8")
    assert "snapshot:null" in script
    assert quick.logic.path in script

    rule.write_text(rule.read_text("utf-8") + "\nimport colorsys\n", encoding="utf-8")
    again = build_runtime(tmp_path / "site", **given, quick=True)
    assert again.library != whole.library, "what the rules import newly is not in the library of before"


def test_a_folder_without_python_is_named(tools: Toolchain, tmp_path: Path) -> None:
    from mkdocs_calculators.runtime import build_runtime

    with pytest.raises(RuntimeBuildError, match="no Python files"):
        build_runtime(tmp_path / "site", logic=[tmp_path], evidence={}, calculators=[], tools=tools)


def test_a_project_without_npm_packages_is_told_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(RuntimeBuildError, match="npm ci"):
        find_toolchain(tmp_path)


def test_pyodide_for_another_python_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "node_modules" / "pyodide"
    package.mkdir(parents=True)
    (package / "package.json").write_text('{"version": "999.0.0"}', encoding="utf-8")
    (package / "pyodide-lock.json").write_text('{"info": {"python": "3.99.1"}}', encoding="utf-8")
    monkeypatch.setattr(toolchain, "_node_program", lambda: "node")
    with pytest.raises(RuntimeBuildError, match=r"Pyodide 999\.0\.0 runs Python 3\.99; this is Python 3\.13"):
        find_toolchain(tmp_path)
