"""What is said of one stage, as text: who works in it, how it is set, where samples go; and the tree that says all of it.

Layer: views.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .blocks import Branch, Tree
from .labels import colon, comma, label, said
from .numbers import quantity

if TYPE_CHECKING:
    from ..model.catalog import Catalog
    from ..model.entry import Entry
    from ..model.facts import Parameter, Quantity, Route, Stage, Step, UsedModel


def pipeline_tree(catalog: Catalog, entry: Entry, language: str) -> Tree:
    """Return the stages of `entry` as numbered branches; parameters, routes and inner steps hang below."""
    names = {stage.id: said(stage.name, language) for stage in entry.walk_stages()}
    return Tree([_stage(catalog, stage, f"{place}", names, language) for place, stage in enumerate(entry.stages, 1)])


def _stage(catalog: Catalog, stage: Stage | Step, place: str, names: Mapping[str, str], language: str) -> Branch:
    doubt = f" · {label('disputed', language)}" if stage.status == "disputed" else ""
    children = [
        *([Branch(said(stage.detail, language))] if stage.detail else []),
        *([Branch(comma(language).join(tools), "quiet")] if (tools := workers(catalog, stage, language)) else []),
        *(Branch(parameter_text(catalog, parameter, language)) for parameter in stage.parameters),
        *(Branch(route_text(route, names, language), "route") for route in stage.routes),
        *([Branch(said(stage.reason, language), "warning")] if stage.reason else []),
        *(_stage(catalog, step, f"{place}.{inner}", names, language) for inner, step in enumerate(stage.steps, 1)),
        *([Branch(_claim_line(stage, language), "quiet")] if stage.source else []),
    ]
    return Branch(f"{place} {stage_title(catalog, stage, language)}{doubt}", "name", children)


def stage_title(catalog: Catalog, stage: Stage | Step, language: str) -> str:
    """Return a stage's name, and what it does how often."""
    return f"{said(stage.name, language)} {doing_text(catalog, stage, language)}"


def doing_text(catalog: Catalog, stage: Stage | Step, language: str) -> str:
    """Return a stage's action in brackets, and how often it runs."""
    return f"[{catalog.terms.name('action', stage.action, language)}]{f' ×{stage.repeat}' if stage.repeat else ''}"


def workers(catalog: Catalog, stage: Stage | Step, language: str) -> list[str]:
    """Return the models with their roles, and the tools."""
    return [*(model_text(catalog, model, language) for model in stage.models), *(said(tool, language) for tool in stage.tools)]


def model_text(catalog: Catalog, model: UsedModel, language: str) -> str:
    """Return a model's name and its role."""
    return f"{catalog.terms.name('model', model.id, language)} ({label(model.role.value, language)})"


def parameter_text(catalog: Catalog, parameter: Parameter, language: str) -> str:
    """Return a parameter's name and what it is set to."""
    return f"{said(parameter.name, language)}{colon(language)}{parameter_value(catalog, parameter, language)}"


def parameter_value(catalog: Catalog, parameter: Parameter, language: str) -> str:
    """Return what a parameter is set to: its quantity, its text, or both."""
    value = quantity_text(catalog, parameter.quantity, language) if parameter.quantity else ""
    text = said(parameter.text, language) if parameter.text else ""
    return comma(language).join(part for part in (value, text) if part)


def quantity_text(catalog: Catalog, held: Quantity, language: str) -> str:
    """Return a quantity with its unit."""
    record = {name: getattr(held, name) for name in ("value", "at_least", "at_most", "about", "unit")}
    return quantity(record, catalog.terms, language)


def route_text(route: Route, names: Mapping[str, str], language: str) -> str:
    """Return where a route leads under which condition; `names` are those of the stages by id."""
    return f"{said(route.when, language)} → {names.get(route.to) or label(route.to, language)}"


def _claim_line(claim: Any, language: str) -> str:
    where = "" if claim.locator in (None, "unknown") else f" · {claim.locator}"
    return f"{label(claim.source.value, language)}{where} · {label(claim.status.value, language)}" if claim.status else ""
