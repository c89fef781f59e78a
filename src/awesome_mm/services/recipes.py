"""What somebody who wants to do it again needs to know of a work's pipeline, and what nobody says.

Layer: services. A card for each stage, with the standing of its claim worked out; where the prompts are to be found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from ..model.entry import Entry, Note, Topic
from ..model.facts import Source
from ..model.identifiers import address
from .standing import Standing, inside, of_stage

if TYPE_CHECKING:
    from ..model.entry import Access
    from ..model.facts import Step

UNKNOWN = "unknown"
# What these do takes a model or a tool, which somebody must name.
_BY_A_MODEL = frozenset({"generate", "annotate", "score", "verify"})
_PROMPT = ("prompt", "提示词")
_PAPER_LINKS = ("arxiv", "paper", "doi", "openreview")


class Card(NamedTuple):
    """A stage with its number and standing; whether it or a stage around it names a model or tool, or gives a parameter."""

    number: str
    standing: Standing
    has_models: bool
    has_parameters: bool
    inner: tuple[Card, ...] = ()

    @property
    def step(self) -> Step:
        """The stage or step itself."""
        return self.standing.step

    @property
    def lacks_models(self) -> bool:
        """Whether some model or tool is at work and nobody says which; of a stage with steps they are asked instead."""
        return self.step.action in _BY_A_MODEL and not (self.has_models or self.inner)

    @property
    def lacks_parameters(self) -> bool:
        """Whether nobody says how the stage is set."""
        return not (self.has_parameters or self.inner)

    def walk(self) -> Iterator[Card]:
        """Yield this card and those of the steps inside, in order."""
        yield self
        for card in self.inner:
            yield from card.walk()


class Place(NamedTuple):
    """Where prompts stand: in the paper or the code, at a locator, and the addresses of that."""

    source: Source
    locator: str
    addresses: tuple[str, ...]


class Recipe(NamedTuple):
    """The cards of a work's stages; where its prompts stand, and what the notes on openness say of them."""

    entry: Entry
    cards: tuple[Card, ...]
    prompt_places: tuple[Place, ...]
    prompt_notes: tuple[Note, ...]

    def walk(self) -> Iterator[Card]:
        """Yield every card, those of the steps after that of their stage."""
        for card in self.cards:
            yield from card.walk()


def recipe_of(entry: Entry) -> Recipe:
    """Return the recipe of `entry`; one without stages has no cards."""
    cards = _cards(map(of_stage, entry.stages), None)
    notes = tuple(note for note in entry.notes if note.topic is Topic.OPENNESS and _speaks_of_prompts(note.en, note.zh))
    places = (_place(entry, card.standing) for outer in cards for card in outer.walk() if _holds_prompts(card))
    return Recipe(entry, cards, tuple(dict.fromkeys(places)), notes)


def state_and_licence(access: Access | None) -> tuple[str, str]:
    """Return whether a part of a work is to be had, and under which licence."""
    return (access.state.value, access.licence) if access else (UNKNOWN, UNKNOWN)


def _cards(standings: Iterable[Standing], around: Card | None) -> tuple[Card, ...]:
    above = f"{around.number}." if around else ""
    return tuple(_card(one, f"{above}{place}", around) for place, one in enumerate(standings, 1))


def _card(one: Standing, number: str, around: Card | None) -> Card:
    card = Card(
        number=number,
        standing=one,
        has_models=bool(one.step.models or one.step.tools) or (around is not None and around.has_models),
        has_parameters=bool(one.step.parameters) or (around is not None and around.has_parameters),
    )
    return card._replace(inner=_cards(inside(one), card))


def _holds_prompts(card: Card) -> bool:
    """Whether a card was read where prompts stand: its place says so, or one of its parameters is a prompt."""
    standing = card.standing
    if standing.source not in (Source.PAPER, Source.CODE) or standing.locator == UNKNOWN:
        return False
    return _speaks_of_prompts(standing.locator) or any(one.name.said("en").casefold().startswith(_PROMPT) for one in card.step.parameters)


def _speaks_of_prompts(*texts: str | None) -> bool:
    return any(word in text.casefold() for text in texts if text for word in _PROMPT)


def _place(entry: Entry, standing: Standing) -> Place:
    kinds = ("code",) if standing.source is Source.CODE else _PAPER_LINKS
    links = entry.links.by_kind()
    addresses = [address(kind, value) for kind in kinds for value in links.get(kind, ())]
    return Place(standing.source, standing.locator, tuple(addresses))
