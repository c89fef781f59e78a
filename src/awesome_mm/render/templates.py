"""The templates of a list: ours, and those that a maintainer puts in their place.

Layer: render; the one importer of jinja2. Templates run in a sandbox and see plain values. Whatever they print is escaped as text of
others unless it is marked as Markdown, so that a template that knows nothing of escaping cannot be made to print a foreign link.
"""

from __future__ import annotations

import re
from pathlib import Path
from traceback import walk_tb
from typing import TYPE_CHECKING, Any

from ..errors import TemplateInvalid, WrongUsage
from ..formats.markdown import escape, escape_inside
from ..model.text import one_line

if TYPE_CHECKING:
    from jinja2 import BaseLoader
    from jinja2.sandbox import ImmutableSandboxedEnvironment

SHIPPED = Path(__file__).with_name("templates")
NAMES = tuple(
    f"{name}.md.j2" for name in "index index_category index_entry index_reference index_page category entry reference section".split()
)
_LONGEST = 50_000_000  # characters of one piece; a loop in a template would otherwise fill the memory
_HELP = "What a template may use stands in docs/commands.md, under render."


class Markdown(str):
    """A text that is Markdown already."""

    __slots__ = ()


class Templates:
    """Our templates, those of `own` in their place: a folder, or a file that bears the name of one."""

    def __init__(self, own: Path | None = None) -> None:
        self._own = own
        self._environment = _environment([_own_loader(own)] if own else [])

    def fill(self, name: str, **values: Any) -> Markdown:
        """Return what the template called `name` (without its ending) makes of `values`, without lines at its ends that are empty.

        Raises:
            TemplateInvalid: it cannot be read, or fails.
        """
        try:
            return Markdown(_joined(self._environment.get_template(f"{name}.md.j2").generate(values), name).strip("\n"))
        except self._faults as error:
            raise TemplateInvalid(f"{self._place(error, name)}: {_problem(error)}", _HELP) from error

    @property
    def _faults(self) -> tuple[type[Exception], ...]:
        from jinja2 import TemplateError

        return (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError, RecursionError, MemoryError, OSError)

    def _place(self, error: Exception, name: str) -> str:
        """Return the file and the line where a template failed."""
        file, line = getattr(error, "filename", None), getattr(error, "lineno", None)
        if not line:
            frames = [(frame.f_code.co_filename, number) for frame, number in walk_tb(error.__traceback__)]
            file, line = next(((path, number) for path, number in reversed(frames) if path.endswith(".j2")), (file, None))
        known = file or self._own or f"{name}.md.j2"
        return f"{known}:{line}" if line else str(known)


def _joined(parts: Any, name: str) -> str:
    written: list[str] = []
    length = 0
    for part in parts:
        length += len(part)
        if length > _LONGEST:
            raise ValueError(f"{name} prints more than {_LONGEST:,} characters")
        written.append(part)
    return "".join(written)


def _problem(error: Exception) -> str:
    said = str(error).strip().partition("\n")[0]
    return said or type(error).__name__


def _own_loader(own: Path) -> BaseLoader:
    """Return what reads the templates of `own`.

    Raises:
        WrongUsage: there are none of a name that means something.
    """
    from jinja2 import FileSystemLoader, FunctionLoader

    known = f"Templates are {', '.join(NAMES)}."
    if own.is_dir():
        if not any((own / name).is_file() for name in NAMES):
            raise WrongUsage(f"--template: {own} holds no template.", known)
        return FileSystemLoader(own)
    if own.name not in NAMES or not own.is_file():
        raise WrongUsage(f"--template: {own} is no file with the name of a template, and no folder of such files.", known)
    return FunctionLoader(lambda name: (own.read_text(encoding="utf-8"), str(own), lambda: True) if name == own.name else None)


def _environment(loaders: list[BaseLoader]) -> ImmutableSandboxedEnvironment:
    from jinja2 import ChoiceLoader, FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(
        loader=ChoiceLoader([*loaders, FileSystemLoader(SHIPPED)]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,
        finalize=_printed,
    )
    environment.filters.update(markdown=Markdown, inside=_inside, target=_target)
    return environment


def _printed(value: Any) -> Any:
    from jinja2 import Undefined

    if isinstance(value, Markdown | Undefined):
        return value
    return escape(str(value))


def _inside(value: Any) -> Markdown:
    """Return a text for the inside of a link or of emphasis."""
    return value if isinstance(value, Markdown) else Markdown(escape_inside(str(value)))


def _target(value: Any) -> Markdown:
    """Return an address as the target of a link; what would end it there, or mean something else, is escaped."""
    if isinstance(value, Markdown):
        return value
    text = re.sub(r"[\s<>\"\x00-\x20]", lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), one_line(str(value)))
    text = re.sub(r"\\|&(?=#?\w+;)", lambda match: f"\\{match[0]}", text)
    return Markdown(text if _is_balanced(text) else re.sub(r"[()]", lambda match: f"\\{match[0]}", text))


def _is_balanced(text: str) -> bool:
    depth = 0
    for character in text:
        depth += (character == "(") - (character == ")")
        if depth < 0:
            return False
    return depth == 0
