"""Lets go of what no calculator needs, before Python's memory is photographed.

snapshot.mjs runs it inside Pyodide twice: before the logic is imported, whose objects then take the room, and
after that for what came along. Pyodide imports an event loop, a loader of packages and much else to start up, and
Jinja2 its compiler, although the templates come compiled; each function says what its arguments are. No page uses any
of it, and all of it would have to travel to each reader. What is let go of cannot be imported again by a page that was
started from the snapshot: it then starts once more from the archives, which have all of it (see desk.js).
"""

import gc
import sys
import typing
from types import FunctionType, ModuleType

GOES = (
    # The event loop: the worker asks one question at a time, and waits for nothing inside Python.
    "asyncio", "concurrent", "pyodide.webloop", "selectors", "signal", "socket", "subprocess", "threading", "logging",
    # Files and packages: there are none.
    "_compression", "bz2", "encodings.idna", "fnmatch", "glob", "importlib.resources", "ntpath", "pathlib",
    "pyodide._package_loader", "shutil", "site", "_sitebuiltins", "stringprep", "tempfile", "urllib", "ipaddress",
    "zipfile",
    # What reads signatures, byte code and pickles, and kinds of numbers: all classes have been made.
    "dis", "inspect", "numbers", "opcode", "_opcode_metadata", "pickle", "_compat_pickle",
    # Jinja2's compiler.
    "hashlib", "jinja2._identifier", "jinja2.bccache", "jinja2.compiler", "jinja2.idtracking", "jinja2.lexer",
    "jinja2.optimizer", "jinja2.parser",
)  # fmt: skip
"""Modules, each with those below it."""

HELD = frozenset({
    "_pyodide.jsbind.Parameter", "_pyodide.jsbind.getattr_static", "_pyodide.jsbind.isclass",
    "_pyodide.jsbind.iscoroutinefunction", "_pyodide.jsbind.ismethod", "_pyodide.jsbind.no_default",
    "_pyodide.jsbind.signature", "dataclasses.inspect", "encodings.idna", "importlib.abc._resources_abc",
    "importlib.resources", "jinja2.BytecodeCache", "jinja2.FileSystemBytecodeCache",
    "jinja2.MemcachedBytecodeCache", "jinja2._identifier", "jinja2.async_utils.inspect", "jinja2.bccache",
    "jinja2.compiler", "jinja2.environment.CodeGenerator", "jinja2.environment.Environment.code_generator_class",
    "jinja2.environment.Lexer", "jinja2.environment.Parser", "jinja2.environment.TokenStream",
    "jinja2.environment.generate", "jinja2.environment.get_lexer", "jinja2.filters.getattr_static",
    "jinja2.idtracking", "jinja2.lexer", "jinja2.nodes.inspect", "jinja2.optimizer", "jinja2.parser",
    "jinja2.tests.Number", "jinja2.utils.quote_from_bytes", "pyodide._package_loader", "pyodide.code.Parameter",
    "pyodide.code.Signature", "pyodide.code.signature", "pyodide.common.Path", "pyodide.common.shutil",
    "pyodide.webloop",
})  # fmt: skip
"""Where what stays mentions what goes, in functions that no page calls. Any other mention stops the build."""


class Place:
    """A path as Pyodide asks for it: it only wants its text."""

    def __init__(self, path: str) -> None:
        """Remember the text."""
        self.path = path

    def __str__(self) -> str:
        """The path."""
        return self.path


class Mention(typing.NamedTuple):
    """Where something that stays has something that goes."""

    owner: ModuleType | type
    key: str
    words: str
    """Both, with dots between."""


def goes(name: str | None) -> bool:
    """Whether a module of this name is let go of."""
    return name is not None and any(name == each or name.startswith(f"{each}.") for each in GOES)


def mentions(owner: ModuleType | type, name: str) -> list[Mention]:
    """What a module that stays has of what goes, itself or in its classes."""
    found: list[Mention] = []
    for key, value in vars(owner).items():
        words = f"{name}.{key}"
        if isinstance(value, ModuleType):
            origin: str | None = value.__name__
        elif isinstance(value, type | FunctionType):
            origin = value.__module__
        else:
            continue
        if goes(origin):
            found.append(Mention(owner, key, words))
        elif isinstance(value, type) and isinstance(owner, ModuleType) and origin == name:
            found += mentions(value, words)
    return found


def forget() -> str:
    """Let go of GOES.

    Returns:
        Where what stays mentions what goes and HELD does not say so (a new Pyodide or Jinja2), a line each: then
        nothing went.
    """
    written = {name: each for name, each in sys.modules.items() if name not in sys.builtin_module_names}
    modules = {name: each for name, each in written.items() if type(each) is ModuleType}
    found = [each for name, module in modules.items() if not goes(name) for each in mentions(module, name)]
    if unknown := sorted({each.words for each in found} - HELD):
        return "\n".join(unknown)
    for each in found:
        delattr(each.owner, each.key)
    going = {name: module for name, module in modules.items() if goes(name)}
    loader = stand_in(going)
    for name, module in going.items():
        del sys.modules[name]
        for each in list(vars(module).values()):
            if isinstance(each, type) and goes(each.__module__):
                hollow(each)
        vars(module).clear()  # the interpreter itself holds on to some of their functions
    sys.modules[loader.__name__] = loader
    unannotate()
    gc.collect()
    return ""


def hollow(going: type) -> None:
    """Take the functions out of a class: the interpreter holds on to some classes, and to objects of theirs."""
    for key, value in list(vars(going).items()):
        if isinstance(value, FunctionType | classmethod | staticmethod | property):
            delattr(going, key)


def unannotate() -> None:
    """Let go of what functions say of their arguments: nobody asks for it, and it holds classes of what goes."""
    typing.clear_overloads()
    for each in gc.get_objects():
        if isinstance(each, FunctionType):
            del each.__annotations__
    for clear in typing._cleanups:  # type: ignore[attr-defined]  # noqa: SLF001 - what it remembers of them
        clear()


def stand_in(going: typing.Mapping[str, ModuleType]) -> ModuleType:
    """What Pyodide asks its loader of packages for as it wakes: two paths, and to look which packages are there."""
    loader = going["pyodide._package_loader"]
    module = ModuleType(loader.__name__)
    places = {name: Place(str(getattr(loader, name))) for name in ("SITE_PACKAGES", "DSO_DIR")}
    # Pyodide counts its JavaScript functions that Python has when memory is photographed: they are kept for it.
    everything = [value for each in going.values() for value in vars(each).values()]
    counted = [value for value in everything if type(value).__module__ == "pyodide.ffi"]
    counted += getattr(loader, "counted", [])  # of the time before
    vars(module).update(places, init_loaded_packages=lambda: None, counted=counted)
    return module
