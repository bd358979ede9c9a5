"""Holds a whole browser, every process of it, to half a core.

DevTools can slow a page down but not its workers, so the operating system does it: by a quota of a control group
(Linux, both versions), or, where that may not be written, by stopping and continuing the browser's process group every
ten milliseconds on one core.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

PERIOD = 20_000
"""Microseconds; half of it may be run in."""
GROUPS = Path("/sys/fs/cgroup")
NAME = f"open-net-guide-bench-{os.getpid()}"


@dataclass(frozen=True, slots=True)
class Held:
    """A way of holding."""

    program: Path
    """Started in the browser's place; it becomes the browser."""
    how: str


@contextmanager
def half_a_core(program: str, groups: Path = GROUPS) -> Iterator[Held]:
    """Lets a program be started so that all of its processes together get half a core.

    Args:
        program: path of the program.
        groups: where control groups are mounted.
    """
    group = _group(groups)
    with tempfile.TemporaryDirectory() as folder:
        if group is not None:
            line = f"open({str(group / 'cgroup.procs')!r}, 'w').write(str(os.getpid()))"
            try:
                yield Held(_starter(Path(folder), line, program), "by a quota of a control group")
            finally:
                _remove(group)
            return
        pid_file = Path(folder) / "pids"
        pid_file.touch()
        line = f"os.sched_setaffinity(0, {{0}}); open({str(pid_file)!r}, 'a').write(f'{{os.getpid()}}\\n')"
        finished = threading.Event()
        beat = threading.Thread(target=_beat, args=(pid_file, finished))
        beat.start()
        try:
            yield Held(_starter(Path(folder), line, program), "by stopping it every ten milliseconds on one core")
        finally:
            finished.set()
            beat.join()


def _starter(folder: Path, line: str, program: str) -> Path:
    """A program that does one line and then becomes another; both keep one process id."""
    starter = folder / "held"
    text = f"#!{sys.executable}\nimport os, sys\n{line}\nos.execv({program!r}, [{program!r}, *sys.argv[1:]])\n"
    starter.write_text(text, encoding="utf-8")
    starter.chmod(0o755)
    return starter


def _group(groups: Path) -> Path | None:
    """A control group with half a core, or None where none can be made."""
    ways = (
        (groups / "cpu" / NAME, {"cpu.cfs_period_us": PERIOD, "cpu.cfs_quota_us": PERIOD // 2}),
        (groups / NAME, {"cpu.max": f"{PERIOD // 2} {PERIOD}"}),
    )
    for place, settings in ways:
        if not place.parent.is_dir():
            continue
        try:
            place.mkdir()
        except OSError:
            continue
        try:
            for name, value in settings.items():
                # Not made when it is not there: without the controller a quota would be a file that no one reads.
                with (place / name).open("r+", encoding="ascii") as file:
                    file.write(str(value))
        except OSError:
            _remove(place)
            continue
        return place
    return None


def _remove(group: Path) -> None:
    """Takes the group away once the last process in it has ended."""
    for _ in range(100):
        with suppress(OSError):
            group.rmdir()
            return
        time.sleep(0.05)


def _beat(pid_file: Path, finished: threading.Event) -> None:
    """Ten milliseconds on, ten off, for every process group whose id stands in the file."""
    half = PERIOD / 2e6
    while not finished.is_set():
        pids = [int(each) for each in pid_file.read_text(encoding="ascii").split()]
        _signal(pids, signal.SIGSTOP)
        time.sleep(half)
        _signal(pids, signal.SIGCONT)
        time.sleep(half)


def _signal(pids: list[int], number: signal.Signals) -> None:
    for pid in pids:
        # Only a group that this process leads: a browser is started in one of its own.
        with suppress(ProcessLookupError, PermissionError):
            if os.getpgid(pid) == pid:
                os.killpg(pid, number)


def program_of(name: str) -> str:
    """The path of a program.

    Raises:
        FileNotFoundError: it is not on the path.
    """
    found = shutil.which(name)
    if found is None:
        raise FileNotFoundError(f"no {name} on the path")
    return found
