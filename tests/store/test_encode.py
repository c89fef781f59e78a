"""Model values to data and back."""

import json
from typing import Any

import pytest
import tomli
import tomlkit
from hypothesis import HealthCheck, given, settings

from awesome_mm.model.entry import Entry, Kind
from awesome_mm.model.facts import Quantity
from awesome_mm.model.taxonomy import Category, Head, Model, Organization, Term, Text, Unit
from awesome_mm.store.decode import Faults, decode
from awesome_mm.store.encode import encode

from ..factories import make_method, make_stage
from .generated import data_of

quick = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def decoded(model: type, data: object) -> Any:
    """Return sound `data` decoded."""
    faults = Faults()
    value = decode(model, data, (), faults)
    assert faults.found == []
    return value


@quick
@given(data_of(Entry))
def test_an_entry_survives_encoding(data: dict[str, Any]) -> None:
    """Any entry comes back the same from its data, through JSON and through TOML."""
    entry = decoded(Entry, data)
    encoded = encode(entry)

    assert decoded(Entry, encoded) == entry
    assert decoded(Entry, json.loads(json.dumps(encoded))) == entry
    assert decoded(Entry, tomli.loads(tomlkit.dumps(encoded))) == entry


@pytest.mark.parametrize("model", [Head, Category, Organization, Model, Unit, Term])
def test_words_survive_encoding(model: type) -> None:
    """Any word of a vocabulary, and the head, come back the same from their data."""

    @quick
    @given(data_of(model))
    def survives(data: dict[str, Any]) -> None:
        value = decoded(model, data)
        assert decoded(model, json.loads(json.dumps(encode(value)))) == value

    survives()


def test_what_is_at_its_default_stays_out() -> None:
    """A bare entry is encoded as the keys it must have."""
    assert encode(make_method("alpha", summary="Makes.")) == {
        "id": "alpha",
        "kind": "method",
        "name": "Alpha",
        "title": "Alpha: A Method for Making Data",
        "categories": ["editing"],
        "summary": {"en": "Makes."},
    }


def test_values_other_than_the_default_stay() -> None:
    """Zero, false and the like are written where the default is another."""
    assert encode(Quantity(unit="image", value=0, about=True)) == {"unit": "image", "value": 0, "about": True}
    assert encode(make_method(authors_complete=False))["authors_complete"] is False


def test_encoded_data_is_plain() -> None:
    """Enumerations become their words, tuples lists, nested values tables."""
    encoded = encode(make_method(also=(Kind.DATASET,), stages=(make_stage(),)))

    assert encoded["also"] == ["dataset"]
    assert encoded["stages"][0]["status"] == "unverified"
    assert json.loads(json.dumps(encoded)) == encoded


def test_text_is_encoded_in_the_languages_it_has() -> None:
    """A text without Chinese holds English only."""
    assert encode(Text(en="data")) == {"en": "data"}
    assert encode(Text(en="data", zh="数据")) == {"en": "data", "zh": "数据"}
