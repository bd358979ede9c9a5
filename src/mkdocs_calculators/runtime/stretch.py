"""What Python does in a training run beside answering: it calls about everything that its built-in types can do.

Run in Pyodide while it is counted which functions of the interpreter are called (runtime/lean.py): what no watched
case has done, but another one may, is called here. What comes of a call does not matter, an error is as good. It
imports only what every calculator has imported already.
"""

# ruff: noqa: B023, BLE001, S311, TRY301

import _operator as operators
import collections
import functools
import gc
import itertools
import json
import math
import random
import re
import traceback
import types
import weakref
from collections.abc import Callable, Iterator
from typing import Any

LEFT_OUT = {"__pow__", "__rpow__", "__lshift__", "__rlshift__", "pow", "ipow", "lshift", "ilshift", "cycle"}
"""Methods and functions that could take for ever with the largest numbers."""


class Thing:
    """A class of ours, with attributes, a dictionary and the possibility of a cycle."""

    def __init__(self, value: Any = None) -> None:
        """Hold a value."""
        self.value = value
        self.other: Any = None

    def __call__(self) -> Any:
        """Return the value."""
        return self.value


def numbers() -> Iterator[Any]:
    """Yield some of every kind of number."""
    yield from (0, 1, 5, -7, 2**40, 2**70, -(3**60), True, 1 + 2j)
    yield from (1.5, 0.1, -0.5, 2.0, -0.0, 709.9, -745.2, 1e300, 1e-300, math.nan, math.inf)


def texts() -> Iterator[Any]:
    """Yield texts of each width, and bytes."""
    yield from ("", "a", "b c", "Ab-12 3", "ÄÖ ß", "μ€ ≥ 10⁹/L", "😀 x", "12,5", "{a}", "%s", "\ud800")
    yield from (b"", b"ab 1", bytearray(b"ab"), memoryview(b"abc"))


def containers() -> Iterator[Any]:
    """Yield something of every kind that holds others."""
    yield from ([], [3, 1, 2], ["b", "a"], [1, "a", None], (), (1, 2), ((1, "a"), (2, "b")), range(3), slice(1, 3))
    yield from ({}, {"a": 1, "b": [2]}, {1: 2, "x": None}, set(), {1, 2, 3}, frozenset({"a", "b"}))
    yield from (collections.deque([1, 2]), collections.Counter("aab"), collections.OrderedDict(a=1, b=2))
    yield from (collections.defaultdict(list, a=[1]), types.MappingProxyType({"a": 1}), types.SimpleNamespace(a=1))
    yield from ({"a": 1}.keys(), {"a": 1}.values(), {"a": 1}.items())


def iterators() -> Iterator[Any]:
    """Yield something of every kind that is gone through once."""
    yield from (iter([1, 2]), iter((1, 2)), iter("ab"), iter("Ä€"), iter({1}), iter({"a": 1}), iter(range(2)))
    yield from (reversed([1]), reversed({"a": 1}), enumerate("ab"), zip("ab", [1, 2], strict=True), map(str, [1]))
    yield from (filter(None, [0, 1]), (each for each in (1, 2)), itertools.chain([1], [2]), itertools.islice([1], 1))
    yield from (itertools.product([1], [2]), itertools.combinations([1, 2], 2), itertools.groupby("aab"))
    yield from (itertools.accumulate([1, 2]), itertools.pairwise([1, 2]), itertools.batched("abc", 2, strict=False))


def others() -> Iterator[Any]:
    """Yield functions, classes, errors and patterns."""
    yield from (None, NotImplemented, Ellipsis, len, str.upper, "a".upper, Thing, Thing().__call__, lambda: 1, numbers)
    yield from (functools.partial(int, "7"), property(len), staticmethod(len), type("T", (), {}), weakref.ref(Thing))
    yield from (re.compile(r"[a-z]+\d*|é", re.IGNORECASE), re.search(r"(?P<all>a(b)?)", "xab"), Thing(1), Thing([1]))
    yield from (ValueError("wrong", 1), KeyError("a"), ExceptionGroup("two", [ValueError(1), TypeError()]))
    yield list[int] | None
    yield dict[str, int]


def samples() -> Iterator[Any]:
    """Yield something of every kind, made anew each time, because what is called on it may change it."""
    for kind in (numbers, texts, containers, iterators, others):
        yield from kind()


def arguments() -> Iterator[tuple[Any, ...]]:
    """Yield what a method is called with; it takes what it can."""
    yield ()
    for each in (0, 2, -1, 1.5, "a", "b c", "é", b"a", [1, 2], ("a", 1), {"a": 1}, {1}, None, True, len, str, "5.1f"):
        yield (each,)
    yield from ((slice(0, 2),), (0, 1), ("a", "b"), (1, "a"), ("a", 0, 2), ([2, 1], None), (None, None))
    yield from (("utf-8",), ("ascii", "ignore"))


def attempt(call: Callable[..., Any], *given: Any) -> None:
    """Make a call and look at what came of it as closely as one can."""
    try:
        outcome = call(*given)
        repr(outcome)
        hash(outcome)
    except BaseException as error:
        str(error)


def methods() -> None:
    """Call each method of each sample with each argument."""
    for given in arguments():
        for sample in samples():
            for name in dir(type(sample)):
                if name not in LEFT_OUT:
                    attempt(lambda: getattr(sample, name)(*given))


def functions() -> None:
    """Call what is built in with each sample, write it in every format, and compare it with every other."""
    alone = (
        int,
        float,
        str,
        repr,
        ascii,
        bool,
        complex,
        bytes,
        list,
        tuple,
        dict,
        set,
        frozenset,
        sum,
        min,
        max,
        sorted,
    )
    more = (
        len,
        abs,
        round,
        hash,
        iter,
        next,
        all,
        any,
        callable,
        id,
        type,
        enumerate,
        reversed,
        json.dumps,
        json.loads,
    )
    for sample in samples():
        for call in (*alone, *more, re.compile, collections.Counter):
            attempt(call, sample)
        for specification in ("", "5", ",", ".2f", ".3g", "+.1e", "%", "x", ">10", "n", "?"):
            attempt(format, sample, specification)
        for other in samples():
            attempt(lambda: sample == other)
            attempt(lambda: sample < other)
            attempt(lambda: sample in other)
            attempt(lambda: "%s %r %.3f" % (sample, other, other))  # noqa: UP031


def mathematics() -> None:
    """Call every function of numbers, on the edges of what it takes too."""
    floats = [float(each) for each in numbers() if not isinstance(each, complex)]
    for one in floats:
        for other in (*floats, 3, -2, None):
            attempt(lambda: one**other)  # type: ignore[operator]
            for module in (math, operators):
                for name in sorted(vars(module).keys() - LEFT_OUT):
                    attempt(getattr(module, name), one)
                    attempt(getattr(module, name), one, other)
        attempt(round, one, 2)
        random.Random(one).sample(range(9), 3)


def errors() -> None:
    """Raise, chain and tell errors, as an unexpected one would be told."""
    for kind in (ValueError, KeyError, TypeError, ZeroDivisionError, LookupError, AssertionError):
        try:
            try:
                raise kind("inner", 1)
            except Exception as inner:
                inner.add_note("a note")
                raise RuntimeError("outer") from inner
        except RuntimeError as error:
            traceback.format_exception(error)
    attempt(deep, 0)


def deep(level: int) -> int:
    """Call itself until Python says that it is enough."""
    return deep(level + 1) + 1


def garbage() -> None:
    """Leave garbage of every kind, in cycles, and have it collected at each age."""
    for generation in (0, 1, 2, 2):
        for sample in samples():
            thing = Thing(sample)
            waiting = (held for held in [thing, sample])
            attempt(next, waiting)
            thing.value = (waiting, functools.partial(attempt, thing), weakref.WeakSet([Thing]), iter([thing]))
            thing.other = [thing, {"again": thing}, (thing, sample), lambda held=thing: held]
            attempt(weakref.finalize, thing, len, "a")
        gc.collect(generation)
    attempt(lambda: [Thing([each]) for each in range(20_000)])


def stretch() -> None:
    """Do all of it."""
    errors()
    functions()
    methods()
    mathematics()
    garbage()
