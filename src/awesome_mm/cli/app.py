"""The application: which commands there are, and what stands before them.

Layer: cli. Only the command a call names is imported; a call that names none (help, a misspelling) gets them all.
"""

from collections.abc import Sequence

import typer

from . import options
from .arguments import named_command
from .wiring import register

COMMANDS = {
    "search": "search",
    "list": "list",
    "show": "show",
    "pipeline": "pipeline",
    "recipe": "recipe",
    "open": "open",
    "compare": "compare",
    "related": "related",
    "choose": "choose",
    "estimate": "estimate",
    "stats": "stats",
    "categories": "categories",
    "about": "about",
    "where": "where",
    "add": "add",
    "import": "importing",
    "init": "init",
    "split": "split",
    "join": "join",
    "diff": "diff",
    "render": "render",
    "export": "export",
    "cite": "cite",
    "refresh": "refresh",
    "lint": "lint",
    "log": "log",
    "completion": "completion",
}


def make_app(arguments: Sequence[str]) -> typer.Typer:
    """Return the application with the command that `arguments` name, or with all."""
    app = typer.Typer(
        name="awesome-mm",
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    app.callback()(_before)
    named = named_command(arguments)
    for name in [named] if named in COMMANDS else COMMANDS:
        register(app, name, COMMANDS[name])
    return app


def _before(
    ctx: typer.Context,
    catalog: options.CatalogPath = None,
    lang: options.Language = None,
    format: options.Format = None,
    json: options.Json = False,
    version: options.Version = False,
) -> None:
    """Ask the survey of multimodal data synthesis: search, filter, show and count its works.

    The options below are understood before and after the command.
    """
    ctx.obj = options.session(catalog, lang, format, json)
