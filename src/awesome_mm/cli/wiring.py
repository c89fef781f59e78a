"""Gives a command the shared options it asks for by parameter name, and registers only what a call needs.

Layer: cli. ``filters`` and ``session`` stand in a command's signature as one parameter each; typer sees the options of
`options.filters` and `options.session` in their place. So every command has the same ones, written once.
"""

import inspect
from collections.abc import Callable
from importlib import import_module
from typing import Any

import typer

from . import options
from .session import Session

_BUNDLES: dict[str, Callable[..., dict[str, Any]]] = {"filters": options.filters, "session": options.session}


def register(app: typer.Typer, name: str, module: str) -> None:
    """Add the command `name`, which is the function `run` in the module of this package called `module`."""
    function = import_module(f".{module}", __package__).run
    app.command(name)(expanded(function))


def expanded(function: Callable[..., int | None]) -> Callable[..., int | None]:
    """Return `function` as typer shall see it: its bundles replaced by their options."""
    own = inspect.signature(function).parameters
    module = import_module(function.__module__)
    formats = getattr(module, "OWN_FORMATS", ()), getattr(module, "MORE_FORMATS", ())
    bundles = {name: inspect.signature(_BUNDLES[name]).parameters for name in own if name in _BUNDLES}
    parameters = [parameter for name, parameter in own.items() if name not in bundles]
    parameters += [parameter for options_of in bundles.values() for parameter in options_of.values()]

    def call(ctx: typer.Context, **given: Any) -> int | None:
        for bundle, names in bundles.items():
            chosen = _BUNDLES[bundle](**{name: given.pop(name) for name in names})
            given[bundle] = Session.of(ctx.obj or {}, chosen, *formats) if bundle == "session" else chosen
        return function(**given)

    context = inspect.Parameter("ctx", inspect.Parameter.KEYWORD_ONLY, annotation=typer.Context)
    call.__signature__ = inspect.Signature(  # type: ignore[attr-defined]
        [context, *(parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY) for parameter in parameters)]
    )
    call.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    call.__name__ = function.__name__
    call.__doc__ = function.__doc__
    return call
