"""A program that is held gets half a core, whichever way it is held, with all that it starts."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bench.hold import GROUPS, half_a_core

BUSY = """
import json, os, time
children = [os.fork() for _ in range(1)]
end = time.monotonic() + 1.2
while time.monotonic() < end:
    pass
if not children[0]:
    os._exit(0)
os.wait()
print(json.dumps(sum(os.times()[:4])))
"""


def seconds_used(groups: Path) -> float:
    """Processor seconds of two busy processes in 1.2 seconds."""
    with half_a_core(sys.executable, groups) as held:
        command = [str(held.program), "-c", BUSY]
        finished = subprocess.run(command, capture_output=True, text=True, check=True, start_new_session=True)
    return float(json.loads(finished.stdout))


@pytest.mark.parametrize("there", [True, False], ids=["control group where it may be written", "stopping"])
def test_two_busy_processes_get_half_a_core_together(tmp_path: Path, *, there: bool) -> None:
    used = seconds_used(GROUPS if there else tmp_path)
    assert 0.1 < used < 0.9, "unheld it would be up to 2.4; a loaded machine may give less than the half of 1.2"


def test_nothing_is_left_behind() -> None:
    with half_a_core(sys.executable):
        pass
    assert not list(GROUPS.glob("**/open-net-guide-bench-*"))
