"""A work's pipeline as somebody needs it who wants to do it again: the answer of ``recipe``.

Layer: views. What nobody says is ``unknown``, in words, wherever there should be something.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from ..model.catalog import Catalog
from ..services.recipes import UNKNOWN, Card, Recipe, state_and_licence
from .blocks import Block, Facts, Heading, Paragraph
from .entry_list import opening
from .labels import colon, comma, label, said, said_record
from .report import Record, Report
from .stages import model_text, parameter_value, route_text, stage_title

if TYPE_CHECKING:
    from ..model.facts import Parameter, Quantity

COLUMNS = (
    *("entry", "number", "stage", "action", "models", "parameter.en", "parameter.zh", "quantity", "text.en", "text.zh"),
    *("source", "locator", "status"),
)
_AMOUNTS = ("value", "at_least", "at_most", "unit")


def recipe_report(catalog: Catalog, recipe: Recipe, language: str) -> Report:
    """Return the report of `recipe`, a row for each parameter; a stage without any has one row."""
    return Report(
        payload={**opening(catalog.as_of), "recipe": recipe_record(recipe)},
        records=[row for card in recipe.walk() for row in _rows(recipe.entry.id, card)],
        columns=COLUMNS,
        blocks=lambda: _blocks(catalog, recipe, language),
    )


def recipe_record(recipe: Recipe) -> Record:
    """Return `recipe` as plain data that any format can hold: no nulls, and ``unknown`` where nobody says."""
    entry = recipe.entry
    code, prompts = (state_and_licence(part) for part in (entry.openness.code, entry.openness.prompts))
    places = [{"source": one.source.value, "locator": one.locator, "links": _known(one.addresses)} for one in recipe.prompt_places]
    return {
        "entry": entry.id,
        "name": entry.name,
        "title": entry.title,
        "needs": _known(need.value for need in entry.needs),
        "input": _known(entry.input),
        "output": _known(entry.output),
        "code": {"state": code[0], "licence": code[1], "links": _known(entry.links.code)},
        "prompts": {
            "state": prompts[0],
            "licence": prompts[1],
            "places": _known(places),
            "notes": [said_record(note) for note in recipe.prompt_notes],
        },
        "stages": [_card_record(card) for card in recipe.cards],
    }


def _known(values: Iterable[Any]) -> list[Any] | str:
    return list(values) or UNKNOWN


def _card_record(card: Card) -> Record:
    step, standing = card.step, card.standing
    record: Record = {
        "number": card.number,
        "id": step.id,
        "name": said_record(step.name),
        "action": step.action,
        "does": said_record(step.detail) if step.detail else UNKNOWN,
        "models": UNKNOWN if card.lacks_models else [{"id": one.id, "role": one.role.value} for one in step.models],
        "tools": [said_record(tool) for tool in step.tools],
        "parameters": UNKNOWN if card.lacks_parameters else [_parameter_record(one) for one in step.parameters],
        "routes": [{"when": said_record(route.when), "to": route.to} for route in step.routes],
    }
    more: Record = {"repeat": step.repeat, "after": None if step.after is None else list(step.after)}
    record |= {name: value for name, value in more.items() if value is not None}
    record |= {"source": standing.source.value, "locator": standing.locator, "status": standing.status.value}
    record |= {"reason": said_record(standing.reason)} if standing.reason else {}
    return {**record, "steps": [_card_record(one) for one in card.inner]} if card.inner else record


def _parameter_record(parameter: Parameter) -> Record:
    record: Record = {"name": said_record(parameter.name)}
    if parameter.quantity:
        record["quantity"] = _quantity_record(parameter.quantity)
    if parameter.text:
        record["text"] = said_record(parameter.text)
    return record


def _quantity_record(held: Quantity) -> Record:
    record = {name: value for name in _AMOUNTS if (value := getattr(held, name)) is not None}
    return {**record, "about": True} if held.about else record


def _rows(entry_id: str, card: Card) -> Iterator[Record]:
    standing = card.standing
    place = {"entry": entry_id, "number": card.number, "stage": card.step.id, "action": card.step.action}
    models = {"models": UNKNOWN if card.lacks_models else [one.id for one in card.step.models]}
    claim = {"source": standing.source.value, "locator": standing.locator, "status": standing.status.value}
    said = [_parameter_record(one) for one in card.step.parameters] or [{"name": {"en": UNKNOWN}} if card.lacks_parameters else {}]
    for parameter in said:
        name = {"parameter": parameter.pop("name")} if parameter else {}
        yield {**place, **models, **name, **parameter, **claim}


def _blocks(catalog: Catalog, recipe: Recipe, language: str) -> Iterator[Block]:
    yield Heading(recipe.entry.name, level=1)
    if recipe.entry.title != recipe.entry.name:
        yield Paragraph(recipe.entry.title, "name")
    yield Facts(list(_facts(catalog, recipe, language)))
    if not recipe.cards:
        yield Paragraph(label("No stages are known.", language))
    names = {card.step.id: f"{card.number} {said(card.step.name, language)}" for card in recipe.walk()}
    for card in recipe.walk():
        yield Heading(f"{card.number} {stage_title(catalog, card.step, language)}", level=3 if "." in card.number else 2)
        if card.step.detail:
            yield Paragraph(said(card.step.detail, language))
        yield Facts(list(_card_facts(catalog, card, names, language)))


def _facts(catalog: Catalog, recipe: Recipe, language: str) -> Iterator[tuple[str, str]]:
    """Yield what stands above the stages."""
    entry, unknown = recipe.entry, label(UNKNOWN, language)

    def enumerated(words: Iterable[str]) -> str:
        return comma(language).join(words) or unknown

    yield label("Needs", language), enumerated(label(need.value, language) for need in entry.needs)
    for name, materials in (("Input", entry.input), ("Output", entry.output)):
        yield label(name, language), enumerated(catalog.terms.name("material", one, language) for one in materials)
    code, prompts = (_access(*state_and_licence(part), language) for part in (entry.openness.code, entry.openness.prompts))
    yield label("Code", language), " · ".join([code, *entry.links.code])
    yield label("Prompts", language), prompts
    for place in recipe.prompt_places:
        yield label("Prompts in", language), " · ".join([label(place.source.value, language), place.locator, *place.addresses])
    if not recipe.prompt_places:
        yield label("Prompts in", language), unknown
    yield from ((label("On the prompts", language), said(note, language)) for note in recipe.prompt_notes)


def _access(state: str, licence: str, language: str) -> str:
    return f"{label(state, language)} · {label('Licence', language)}{colon(language)}{label(licence, language)}"


def _card_facts(catalog: Catalog, card: Card, names: dict[str, str], language: str) -> Iterator[tuple[str, str]]:
    """Yield what is known of a stage besides what it does; a line for each parameter and each route."""
    step, standing, unknown = card.step, card.standing, label(UNKNOWN, language)
    if not step.detail:
        yield label("What it does", language), unknown
    models = comma(language).join(model_text(catalog, one, language) for one in step.models)
    if models or card.lacks_models:
        yield label("Models", language), models or unknown
    if step.tools:
        yield label("Tools", language), comma(language).join(said(tool, language) for tool in step.tools)
    if card.lacks_parameters:
        yield label("Parameters", language), unknown
    yield from ((f"· {said(one.name, language)}", parameter_value(catalog, one, language)) for one in step.parameters)
    yield from ((label("Route", language), route_text(route, names, language)) for route in step.routes)
    yield label("Source", language), _standing_text(card, language)
    if standing.reason:
        yield label("Reason", language), said(standing.reason, language)


def _standing_text(card: Card, language: str) -> str:
    standing = card.standing
    locator = f"{label('Place', language)}{colon(language)}{label(UNKNOWN, language)}" if standing.locator == UNKNOWN else standing.locator
    return " · ".join([label(standing.source.value, language), locator, label(standing.status.value, language)])
