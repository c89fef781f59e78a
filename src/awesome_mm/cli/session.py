"""What every command works with: the catalog in use, the language, and the way out.

Layer: cli.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from ..errors import WrongUsage
from ..formats.registry import AUTO, FORMATS, LINE_FORMATS, format_for, writer
from ..model.text import LANGUAGES, printable
from .complaints import report_error

if TYPE_CHECKING:
    from pathlib import Path

    from ..model.catalog import Catalog
    from ..services.selection import Selection
    from ..views.report import Report


class Session:
    """The settings of one call; the catalog is opened when it is first asked for."""

    def __init__(self, *, catalog_option: str | None, language: str, format: str, own_format: str = "") -> None:
        self.catalog_option = catalog_option
        self.language = language
        self.format = format
        self.own_format = own_format

    @classmethod
    def of(
        cls, before: Mapping[str, Any], after: Mapping[str, Any], own_formats: Sequence[str] = (), more_formats: Sequence[str] = ()
    ) -> Session:
        """Return the session of the options given before and after the command; those after it win.

        A command that writes `own_formats` takes them in place of the shared ones, as `own_format`; its report is JSON with ``--json``.
        One that writes `more_formats` takes them besides.

        Raises:
            WrongUsage: an unknown language or format, or an empty path.
        """
        given = {**before, **after}
        if given.get("catalog") == "":
            raise WrongUsage("--catalog: the path is empty.", "Leave the option out for the catalog that comes with the package.")
        language = _one_of(LANGUAGES, given.get("lang", locale_language(os.environ)), "--lang")
        if own_formats:
            own = _one_of((AUTO, *own_formats), str(given.get("format", AUTO)), "--format")
            return cls(
                catalog_option=given.get("catalog"),
                language=language,
                format="json" if given.get("json") else AUTO,
                own_format=own_formats[0] if own == AUTO else own,
            )
        shared = _one_of((*FORMATS, *more_formats), _format(after, _format(before, AUTO)), "--format")
        return cls(catalog_option=given.get("catalog"), language=language, format=shared)

    @cached_property
    def path(self) -> Path:
        """Where the catalog in use lies."""
        from ..store.places import chosen_catalog

        return chosen_catalog(self.catalog_option)

    @cached_property
    def catalog(self) -> Catalog:
        """The catalog in use."""
        from ..store.cache import open_catalog

        return open_catalog(self.path)

    def selection(self, filters: Mapping[str, Any]) -> Selection:
        """Return `filters` in the catalog's own ids."""
        from ..services.selection import Selection, resolve_selection

        if not filters:
            return Selection()
        return resolve_selection(self.catalog, **filters)

    def emit(self, report: Report) -> None:
        """Write `report` to standard output in the format asked for."""
        writer(self.format, sys.stdout)(report, sys.stdout)

    @property
    def is_plain(self) -> bool:
        """Whether nobody asked for a format: then an answer that is one line needs no heading."""
        return self.format == AUTO

    @property
    def is_for_lines(self) -> bool:
        """Whether the answer is plain rows, which leave no room for a remark."""
        return format_for(self.format, sys.stdout) in LINE_FORMATS

    def remark(self, text: str) -> None:
        """Say on standard error what rows cannot."""
        sys.stdout.flush()
        sys.stderr.write(printable(text) + "\n")

    def complain(self, code: str, message: str, fix: str) -> None:
        """Write an error that does not end the answer."""
        report_error(self.format == "json", code, message, fix)


def locale_language(environment: Mapping[str, str]) -> str:
    """Return the language of the locale: ``zh`` where it is Chinese, else ``en``."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(variable):
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"


def _format(given: Mapping[str, Any], default: str) -> str:
    return "json" if given.get("json") else str(given.get("format", default))


def _one_of(choices: Sequence[str], value: str, what: str) -> str:
    known = value.strip().casefold()
    if known in choices:
        return known
    raise WrongUsage(f"{what}: {value!r} is not known.", f"Known are {', '.join(choices)}.")
