"""Turns the templates into Python modules at build time, so that the browser parses no template."""

from __future__ import annotations

from typing import TYPE_CHECKING

from presentation.environment import environment, module_of

if TYPE_CHECKING:
    from pathlib import Path


def compiled_sources() -> dict[str, str]:
    """Return the Python source of every template, by module name, the same on every machine."""
    made = environment()
    if made.loader is None:  # never: for the type checker
        raise TypeError(made)
    sources: dict[str, str] = {"__init__": '"""Templates compiled ahead; made by presentation.precompile."""\n'}
    for name in sorted(made.loader.list_templates()):
        text, _, _ = made.loader.get_source(made, name)
        sources[module_of(name)] = made.compile(text, name, name, raw=True, defer_init=True)
    return sources


def compile_templates(target_dir: Path) -> list[Path]:
    """Write the modules into `target_dir`, the wheel's `presentation/compiled`; return the files."""
    target_dir.mkdir(parents=True, exist_ok=True)
    written = []
    for name, text in compiled_sources().items():
        path = target_dir / f"{name}.py"
        path.write_text(text, encoding="utf-8", newline="\n")
        written.append(path)
    return written
