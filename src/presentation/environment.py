"""The Jinja2 environment: templates from this package at build time, compiled ahead in the browser."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from jinja2 import BaseLoader, Environment, PackageLoader, StrictUndefined, Template, TemplateNotFound

from presentation import case_phrases, phrases
from presentation.unbroken import unbroken

if TYPE_CHECKING:
    from collections.abc import Callable, MutableMapping

    from markupsafe import Markup


class CompiledLoader(BaseLoader):
    """Loads templates that `presentation.precompile` turned into Python modules, wherever they are."""

    has_source_access = False

    def __init__(self, package: str) -> None:
        self.package = package

    def load(
        self,
        environment: Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - Jinja2's own name
    ) -> Template:
        """Return a template from its module; raises TemplateNotFound when there is none."""
        module_name = f"{self.package}.{module_of(name)}"
        try:
            module = __import__(module_name, None, None, ["root"])
        except ImportError as error:
            raise TemplateNotFound(name) from error
        return environment.template_class.from_module_dict(environment, vars(module), globals or {})


def module_of(template: str) -> str:
    """Return the name of the Python module that holds a compiled template."""
    return template.replace(".", "_").replace("/", "_")


def _compiled_package() -> str | None:
    """Return the package of compiled templates where one was shipped (only in the browser's wheel)."""
    name = f"{__package__}.compiled"
    try:
        __import__(name)
    except ImportError:
        return None
    return name


class DictionaryFirst(Environment):
    """Jinja2's environment, which looks for `row.name` in a dictionary before it looks for an attribute.

    The templates are given dictionaries. The other way round each of a thousand names costs an error that is thrown,
    put into words and caught again.
    """

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return what `obj.attribute` stands for in a template."""
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)


def make_environment(loader: BaseLoader) -> Environment:
    """Return an environment with our settings: everything escaped, every undefined name an error."""
    made = DictionaryFirst(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    made.filters["unbroken"] = unbroken
    made.globals = {
        "words": phrases.WORDS,
        "board": phrases.BOARD,
        "patient_words": phrases.PATIENTS,
        "plain": phrases.PLAIN,
        "case_words": case_phrases.CASE_WORDS,
        "kinds": phrases.KINDS,
        "joins": phrases.JOINS,
        "not_reread": phrases.NOT_REREAD,
        "dict": dict,
        "range": range,
    }
    return made


@cache
def environment() -> Environment:
    """Return the one environment of this process."""
    package = _compiled_package()
    loader = CompiledLoader(package) if package else PackageLoader("presentation", "templates")
    return make_environment(loader)


@cache
def macro(template: str, name: str) -> Callable[..., Markup]:
    """Return one macro of a template as a function; the result is escaped HTML."""
    found: Callable[..., Markup] = getattr(environment().get_template(template).module, name)
    return found
